// Which records have a person in front of them, and on which terminal.

import { dialectFacts } from "../../inittab/dialect.ts";
import type { InittabLine } from "../../inittab/line.ts";
import { type StartedProgram, startedGetty } from "../../inittab/started.ts";
import { terminalOf } from "../../inittab/terminal.ts";
import type { FileContext } from "./contract.ts";
import { isInteractiveShell } from "./login.ts";

/** A record that reads what somebody types on a terminal. */
export interface Console {
  readonly index: number;
  /** The name below /dev. */
  readonly terminal: string;
  /** The levels in which it does; undefined where the init has none. */
  readonly levels: string | undefined;
  readonly program: string;
}

/** So many consoles are no machine's table. */
const patience = 1000;

/** Every record that waits for somebody on a terminal that the table names, in the order of the file. */
export function consolesOf(file: FileContext): readonly Console[] {
  const found: Console[] = [];
  let index = file.nextConsole(0);
  for (let seen = 0; index >= 0 && seen < patience; seen++) {
    const one = consoleOf(file, index);
    if (one !== undefined) found.push(one);
    index = file.nextConsole(index + 1);
  }
  if (dialectFacts[file.scan.dialect].keeps !== "no-twins") return found;
  // The later of two that are alike takes the place of the earlier one.
  const twins = new Map(
    found.map((one) => [`${one.terminal}\0${file.field(one.index, "process")}`, one.index]),
  );
  return found.filter(
    ({ index, terminal }) => twins.get(`${terminal}\0${file.field(index, "process")}`) === index,
  );
}

function consoleOf(file: FileContext, index: number): Console | undefined {
  const line = file.scan.lines[index];
  const started = file.started(index);
  if (line === undefined || started === undefined) return undefined;
  let answer = known.get(started);
  if (answer === undefined) {
    answer = { place: placeOf(file, index, line, started) };
    known.set(started, answer);
  }
  return answer.place && { index, ...answer.place };
}

/** By what a line starts, which is the same object as long as the line is. */
const known = new WeakMap<StartedProgram, { readonly place: ConsolePlace | undefined }>();

type ConsolePlace = Omit<Console, "index">;

function placeOf(
  file: FileContext,
  index: number,
  line: InittabLine,
  started: StartedProgram,
): ConsolePlace | undefined {
  const facts = dialectFacts[file.scan.dialect];
  const asks = /^ask/.test(line.action);
  const kind = started.program?.kind;
  if (!(asks || kind === "getty" || kind === "login" || kind === "shell")) return undefined;
  // A shell that is given a script, or a login that runs no more, sits on no terminal.
  if (kind === "shell" && !asks && !isInteractiveShell(["sh", ...started.words.map(({ text }) => text)]))
    return undefined;
  if (started.ampersand) return undefined;
  const own = facts.id === "terminal" ? ofEntry(file, index, line.action) : undefined;
  const named = kind === "getty" ? ofGetty(file, started) : (ofSulogin(started) ?? started.input);
  // A getty on its standard input sits where init has put it.
  const terminal = named === "-" || (kind !== "getty" && named === undefined) ? own : named;
  const name = terminal?.replace(/^\/?dev\//, "").replace(/^vc\//, "tty");
  if (name === undefined || name === "" || name.includes("/") || name === "null") return undefined;
  const levels = facts.levels === "" ? undefined : line.runlevels.replace(/[^0-9S]/g, "");
  return { terminal: name, levels, program: started.name };
}

function ofGetty(file: FileContext, started: StartedProgram): string | undefined {
  const getty = startedGetty(started, file.scan);
  // What stands last is its line, whatever options of its own are before: mgetty(8).
  if (started.name === "mgetty") return started.words.at(-1)?.text.replace(/^(?!(?:\/dev\/)?tty).*/, "");
  if (getty !== undefined) return getty.fault === undefined ? getty.terminal?.text : undefined;
  // Of the options of other gettys nothing is known: a single word that can be a terminal is the terminal.
  const [only, more] = started.words.filter(({ text }) =>
    /^(?:\/dev\/)?(?:tty[A-Za-z]*\d+|hvc\d+|console)$/.test(text),
  );
  return started.plain && more === undefined ? only?.text : undefined;
}

/** `sulogin [-e] [-p] [-t SECONDS] [TERMINAL]`: sulogin(8). */
function ofSulogin({ name, words }: StartedProgram): string | undefined {
  if (name !== "sulogin") return undefined;
  const last = words.at(-1)?.text;
  return last !== undefined && /^(?:\/dev\/)?(?:tty|console|hvc)\w*$/.test(last) ? last : undefined;
}

/** The terminal of an entry whose id stands for one; BusyBox's own console where it is empty. */
function ofEntry(file: FileContext, index: number, action: string): string | undefined {
  if (/^askconsole/.test(action)) return "console";
  const path = terminalOf(file.field(index, "id"));
  return path === "" ? "console" : path;
}
