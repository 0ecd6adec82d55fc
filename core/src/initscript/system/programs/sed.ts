// `sed`.

import { notFollowed } from "../../../shell/interpreter/state.ts";
import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { linesOf, readFiles, spender, usage } from "./lines.ts";
import { find } from "./regular-expression.ts";
import { type Address, readSed, type SedAction, type SedCommand } from "./sed-script.ts";

const long = {
  quiet: "n",
  silent: "n",
  "in-place": "i",
  "regexp-extended": "E",
  expression: "e",
  file: "f",
};

/** `sed`. A script with commands that are not known here is not followed. */
export function sed(run: ProgramRun): number {
  // A suffix is attached to -i, and never the next word.
  const args = run.args.map((word) => (/^-i./.test(word) ? "-i" : word));
  const given = readArguments(args, "nirEsue:f:", long);
  if (given === undefined) return usage(run, "sed");
  const parts = given.all.flatMap(([name, value]) => {
    if (name === "e") return [value];
    return name === "f" ? [run.system.files.read(run.absolute(value)) ?? ""] : [];
  });
  const script = parts.length > 0 ? parts.join("\n") : given.rest[0];
  const names = parts.length > 0 ? given.rest : given.rest.slice(1);
  if (script === undefined) return usage(run, "sed");
  const commands = readSed(script, given.options.has("E") || given.options.has("r"));
  if (commands === undefined) return notFollowed("sed");
  const { files, failed } = readFiles(run, "sed", names);
  const quiet = given.options.has("n");
  if (given.options.has("i")) {
    for (const { name, text } of files)
      run.system.files.write(run.absolute(name), edit(run, commands, text, quiet));
  } else run.out(edit(run, commands, files.map(({ text }) => text).join(""), quiet));
  return failed ? 1 : 0;
}

/** A text while it is edited. */
interface Editing {
  readonly run: ProgramRun;
  readonly lines: readonly string[];
  readonly quiet: boolean;
  /** Addresses of ranges that have begun. */
  readonly open: Map<SedCommand, boolean>;
  output: string;
  /** The number of the present line, from 1. */
  number: number;
  space: string;
  hold: string;
  /** What is put out after the line. */
  after: string;
  /** Whether more commands are run on this line, and whether it is put out. */
  done: "no" | "quietly" | "all" | "all-quietly";
}

function edit(run: ProgramRun, commands: readonly SedCommand[], text: string, quiet: boolean): string {
  const editing: Editing = {
    run,
    lines: linesOf(text),
    quiet,
    open: new Map(),
    output: "",
    number: 0,
    space: "",
    hold: "",
    after: "",
    done: "no",
  };
  const spend = spender(run);
  while (editing.number < editing.lines.length) {
    spend(1);
    editing.space = editing.lines[editing.number++] ?? "";
    editing.done = "no";
    const done = editLine(editing, commands);
    if (!quiet && done !== "quietly" && done !== "all-quietly") editing.output += `${editing.space}\n`;
    editing.output += editing.after;
    editing.after = "";
    if (done === "all" || done === "all-quietly") break;
  }
  // A last line without a newline stays one.
  const cutsNewline = !text.endsWith("\n") && text !== "" && editing.output.endsWith("\n");
  return cutsNewline ? editing.output.slice(0, -1) : editing.output;
}

/** Runs the commands on one line; how it has ended. */
function editLine(editing: Editing, commands: readonly SedCommand[]): Editing["done"] {
  perform(editing, commands);
  return editing.done;
}

function perform(editing: Editing, commands: readonly SedCommand[]): void {
  for (const command of commands) {
    if (isFor(editing, command) !== command.negated) act(editing, command.action);
    if (editing.done !== "no") return;
  }
}

function isFor(editing: Editing, command: SedCommand): boolean {
  const { from, to } = command;
  if (from === undefined) return true;
  if (to === undefined) return isAt(editing, from);
  if (editing.open.get(command) === true) {
    const ends = to.kind === "line" ? editing.number >= to.number : isAt(editing, to);
    if (ends) editing.open.set(command, false);
    return to.kind !== "line" || editing.number <= to.number;
  }
  if (!isAt(editing, from)) return false;
  editing.open.set(command, !(to.kind === "line" && to.number <= editing.number));
  return true;
}

function isAt({ run, lines, number, space }: Editing, address: Address): boolean {
  switch (address.kind) {
    case "line":
      return number === address.number;
    case "last":
      return number === lines.length;
    case "text":
      return find(address.expression, space, 0, spender(run)) !== undefined;
  }
}

function act(editing: Editing, action: SedAction): void {
  switch (action.kind) {
    case "substitute":
      substitute(editing, action);
      return;
    case "translate":
      editing.space = [...editing.space]
        .map((character) =>
          action.from.includes(character) ? action.to.charAt(action.from.indexOf(character)) : character,
        )
        .join("");
      return;
    case "append":
      editing.after += `${action.text}\n`;
      return;
    case "insert":
      editing.output += `${action.text}\n`;
      return;
    case "change":
      editing.output += `${action.text}\n`;
      editing.done = "quietly";
      return;
    case "block":
      perform(editing, action.commands);
      return;
    case "simple":
      actSimply(editing, action.letter);
  }
}

function actSimply(editing: Editing, letter: string): void {
  switch (letter) {
    case "p":
      editing.output += `${editing.space}\n`;
      return;
    case "d":
      editing.done = "quietly";
      return;
    case "q":
      editing.done = "all";
      return;
    case "Q":
      editing.done = "all-quietly";
      return;
    case "=":
      editing.output += `${editing.number}\n`;
      return;
    case "h":
      editing.hold = editing.space;
      return;
    case "H":
      editing.hold += `\n${editing.space}`;
      return;
    case "g":
      editing.space = editing.hold;
      return;
    case "G":
      editing.space += `\n${editing.hold}`;
      return;
    case "x":
      [editing.space, editing.hold] = [editing.hold, editing.space];
      return;
    case "n":
    case "N": {
      const next = editing.lines[editing.number];
      if (next === undefined) {
        editing.done = "all";
        return;
      }
      editing.number++;
      if (letter === "n" && !editing.quiet) editing.output += `${editing.space}\n`;
      editing.space = letter === "n" ? next : `${editing.space}\n${next}`;
      return;
    }
    default:
      notFollowed(`sed ${letter}`);
  }
}

function substitute(
  editing: Editing,
  { expression, by, flags }: Extract<SedAction, { kind: "substitute" }>,
): void {
  const all = flags.includes("g");
  const wanted = Number(/\d+/.exec(flags)?.[0] ?? "1");
  const spend = spender(editing.run);
  const { space } = editing;
  let result = "";
  let at = 0;
  let count = 0;
  for (let from = 0; from <= space.length; ) {
    const found = find(expression, space, from, spend);
    if (found === undefined) break;
    count++;
    if (count >= wanted) {
      result += space.slice(at, found.start) + replacement(by, found.groups);
      at = found.end;
      if (!all) break;
    }
    from = found.end > found.start ? found.end : found.end + 1;
  }
  if (count < wanted) return;
  editing.space = result + space.slice(at);
  if (flags.includes("p")) editing.output += `${editing.space}\n`;
}

function replacement(by: string, groups: readonly (string | undefined)[]): string {
  return by.replace(
    /\\([0-9])|\\(n)|\\(.)|&/gs,
    (whole, number: string | undefined, newline: string | undefined, other: string | undefined) => {
      if (number !== undefined) return groups[Number(number)] ?? "";
      if (newline !== undefined) return "\n";
      return other ?? (whole === "&" ? (groups[0] ?? "") : whole);
    },
  );
}
