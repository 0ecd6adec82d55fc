// How BusyBox's shell reads, and how it words what goes wrong. It is also /bin/sh of the recorded cases of sysvinit.
// Observed: BusyBox 1.35.0.

import type { ShellWording } from "./run.ts";
import { ash } from "./shells.ts";

/** The wording of BusyBox ash. */
export const ashWording: ShellWording = {
  facts: ash,
  syntaxError: (name, { near, behind }) => `${name}: syntax error: ${syntaxProblem(near, behind)}`,
  notFound: (name, program) => `${name}: ${program}: not found`,
  denied: (name, program) => `${name}: ${program}: Permission denied`,
  echoes: true,
  noInput: (name, path) => `${name}: can't open ${path}: no such file`,
};

function syntaxProblem(near: string, behind: string | undefined): string {
  if (near === "'" || near === '"') return "unterminated quoted string";
  // A parenthesis after the first word begins a function.
  if (behind !== undefined && behind !== ")") return `unexpected ${tokenName(behind)} (expecting ")")`;
  return `unexpected ${tokenName(near)}`;
}

function tokenName(token: string): string {
  if (token === "newline" || token === "end of file") return "end of file";
  return /^(?:[;&|()<>]+|then|else|elif|fi|do|done|esac|in|\{|\}|!)$/.test(token) ? `"${token}"` : "word";
}
