// einfo, ebegin, eend and their like, as scripts call them.
// Observed: quiet, exit-codes, no-start-function; openrc-run(8), "BUILTINS".

import { valueIn, writeTo } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { isYes } from "./world.ts";

/** The last message, which decides whether the next one begins a new line. */
const last = "EINFO_LASTCMD";

function remember(shell: ShellState, command: string): void {
  shell.variables.set(last, { value: command, exported: true, readonly: false });
}

/** Messages that leave their line open. */
const open: ReadonlySet<string> = new Set(["ebegin", "einfon", "ewarnn", "eerrorn"]);

/** Whether a message that ended with this command left its line open, so that the next one begins a new line. */
export function leavesLineOpen(command: string | undefined): boolean {
  return command !== undefined && open.has(command);
}

function endLine(shell: ShellState, descriptor: 1 | 2): void {
  if (leavesLineOpen(valueIn(shell, last))) writeTo(shell, descriptor, "\n");
}

const indentation = "EINFO_INDENT";

function indent(shell: ShellState): string {
  return " ".repeat(Number(valueIn(shell, indentation)) || 0);
}

/** Moves what follows to the right, or back. */
function shift(by: number): Message {
  return (shell) => {
    const columns = Math.min(40, Math.max(0, (Number(valueIn(shell, indentation)) || 0) + by));
    shell.variables.set(indentation, { value: String(columns), exported: true, readonly: false });
    return 0;
  };
}

type Message = (shell: ShellState, args: readonly string[]) => number;

function line(name: string, descriptor: 1 | 2, ending: string): Message {
  return (shell, args) => {
    endLine(shell, descriptor);
    writeTo(shell, descriptor, ` * ${indent(shell)}${args.join(" ")}${ending}`);
    remember(shell, name);
    return name.startsWith("eerror") || name.startsWith("ewarn") ? 1 : 0;
  };
}

/** The columns of an output that is no terminal. */
const columns = 80;

function end(name: string): Message {
  return (shell, [status = "0", ...words]) => {
    const code = /^\d+$/.test(status) ? Number(status) & 0xff : 1;
    const text = words.join(" ");
    if (code === 0) writeTo(shell, 1, " [ ok ]\n");
    else if (text === "") writeTo(shell, 2, " [ !! ]\n");
    else {
      endLine(shell, 2);
      const blanks = " ".repeat(Math.max(0, columns - 11 - text.length));
      writeTo(shell, 2, ` * ${indent(shell)}${text}\n${blanks} [ !! ]\n`);
    }
    remember(shell, name);
    return code;
  };
}

const messages: Readonly<Record<string, Message>> = {
  einfo: line("einfo", 1, "\n"),
  einfon: line("einfon", 1, ""),
  ewarn: (shell, args) => {
    line("ewarn", 2, "\n")(shell, args);
    return 0;
  },
  ewarnn: (shell, args) => {
    line("ewarnn", 2, "")(shell, args);
    return 0;
  },
  eerror: line("eerror", 2, "\n"),
  eerrorn: line("eerrorn", 2, ""),
  ebegin: line("ebegin", 1, " ..."),
  eend: end("eend"),
  eindent: shift(2),
  eoutdent: shift(-2),
  ewend: end("ewend"),
};

/** Those that say nothing unless EINFO_VERBOSE says yes. */
const verbose = ["einfo", "ewarn", "ebegin", "eend", "ewend"];

function silent(name: string): Message {
  return (_, [status = "0"]) => (name.endsWith("end") && /^\d+$/.test(status) ? Number(status) & 0xff : 0);
}

/** A message that also takes no time. */
function native(message: Message): NativeFunction {
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  return function* (shell, args) {
    return message(shell, args);
  };
}

/** The functions by their names. */
export const messageFunctions: Readonly<Record<string, NativeFunction>> = Object.fromEntries([
  ...Object.entries(messages).map(([name, message]) => [name, native(message)] as const),
  ...verbose.map((name) => {
    const message: Message = (shell, args) =>
      (isYes(valueIn(shell, "EINFO_VERBOSE")) ? (messages[name] ?? silent(name)) : silent(name))(shell, args);
    return [`v${name}`, native(message)] as const;
  }),
  ...["veindent", "veoutdent", "esyslog"].map((name) => [name, native(() => 0)] as const),
]);
