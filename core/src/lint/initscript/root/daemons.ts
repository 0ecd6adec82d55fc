// The programs that a script names by a whole path where nothing else can change that: what its text says without running it.

import type { TextRange } from "../../../text/range.ts";

/** A program, and where its path stands. */
export interface NamedProgram extends TextRange {
  readonly path: string;
}

/** What a script says of its programs. */
export interface ScriptPrograms {
  readonly programs: readonly NamedProgram[];
  /** The files that it reads and that may say otherwise. */
  readonly settings: readonly string[];
}

const none: ScriptPrograms = { programs: [], settings: [] };

const path = String.raw`(?<path>\/[\w.+@\/-]*[\w+])`;

/** `DAEMON=/usr/sbin/web` in the first column, and `command=` of a service of OpenRC. */
const assigned = (name: string) =>
  new RegExp(String.raw`^${name}=(?<quote>["']?)${path}\k<quote>[ \t]*(?:;[^\n]*|#[^\n]*)?$`, "gm");

/** The command of an instance of procd. */
const handedToProcd = new RegExp(
  String.raw`^[ \t]*procd_set_param[ \t]+command[ \t]+${path}(?=[ \t\n]|$)`,
  "gm",
);

/** The programs of a script; none where they are looked for before they are used, or where nobody can tell which they are. */
export function programsOf(text: string): ScriptPrograms {
  const [firstLine = ""] = text.split("\n", 1);
  if (/^#!.*\/etc\/rc\.common\b/.test(firstLine))
    return isLookedFor(text, /\/[\w.+@/-]+/) ? none : { programs: found(text, handedToProcd), settings: [] };
  const name = /^#!.*\bopenrc-run\b/.test(firstLine) ? "command" : "DAEMON";
  const programs = found(text, assigned(name));
  const isSetOnce = text.match(new RegExp(String.raw`(?<![\w-])${name}=`, "g"))?.length === 1;
  const isUsed = new RegExp(String.raw`\$\{?${name}\b`).test(text) || name === "command";
  const isAsked = isLookedFor(text, new RegExp(String.raw`\$\{?${name}\b`));
  if (programs.length === 0 || !isSetOnce || !isUsed || isAsked) return none;
  const settings = settingsOf(text);
  return settings === undefined ? none : { programs, settings };
}

/** Whether a file may set a variable of the script. */
export function mayRename(text: string): boolean {
  return /(?<![\w-])(?:DAEMON|command)=/.test(text);
}

function found(text: string, pattern: RegExp): readonly NamedProgram[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { path: program = "" } = match.groups ?? {};
    const start = match.index + match[0].indexOf(program);
    return [{ path: program, start, end: start + program.length }];
  });
}

/** Who asks whether a program is there has thought of its absence. */
function isLookedFor(text: string, program: RegExp): boolean {
  const asks = String.raw`(?:(?<!\S)-[xfers]|\b(?:type|which|hash)|\bcommand[ \t]+-[vV])[ \t]+["']?`;
  return new RegExp(asks + program.source).test(text);
}

/** The files that are read, where their names are plain; undefined: some are made. */
function settingsOf(text: string): readonly string[] | undefined {
  const read = [...text.matchAll(/(?:^|[;&|{]|\b(?:then|do|else))[ \t]*(?:\.|source)[ \t]+(\S+)/gm)];
  const names = read.map(([, name = ""]) => name.replace(/^["']|["';]+$/g, ""));
  return names.every((name) => /^\/[\w.+@/-]+$/.test(name)) ? names : undefined;
}
