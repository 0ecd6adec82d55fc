// Which processes let somebody in: those that start a program of the table, and those whose words speak of a terminal.

import { findProgram } from "../programs/find.ts";
import type { ProgramKind } from "../programs/program.ts";

/** Whether the process of a record offers a login, as far as its words tell. */
export function offersLogin(process: string): boolean {
  return speaking.test(process) || namesProgram(process);
}

/** Words that real files use for what is given a terminal, and for programs that nobody knows. */
const speaking =
  /getty|login|[xgkws]dm\b|startdm|xorg|x11|startx|\btty|\bvc\/|\bhvc|console|\bpts\b|screen|tmux/i;

const inFront: ReadonlySet<ProgramKind> = new Set(["getty", "login", "display-manager"]);

function namesProgram(process: string): boolean {
  for (const { 0: word, index } of process.matchAll(/[\w./+-]+/g)) {
    const kind = findProgram(word.slice(word.lastIndexOf("/") + 1).replace(/^[+-]+/, ""))?.kind;
    if (kind === undefined) continue;
    if (inFront.has(kind)) return true;
    if (kind === "shell" && waits.test(process.slice(index + word.length))) return true;
  }
  return false;
}

/** What may follow a shell that reads commands: no script, and no `-c`. */
const waits = /^["']?[ \t]*(?:-[il]+[ \t]*)?(?:$|[<>;&|)])/;
