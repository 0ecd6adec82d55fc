// What commands do to files.

import type { ShellWord } from "../../shell/script.ts";
import type { FileUse, ReachedCommand } from "./outline.ts";
import { redirectsOf } from "./reach.ts";

/** The uses in the order of the commands. */
export function fileUsesOf(
  resolve: (word: ShellWord) => string | undefined,
  commands: readonly ReachedCommand[],
): readonly FileUse[] {
  const uses: FileUse[] = [];
  for (const by of commands) {
    const add = (kind: FileUse["kind"], word: ShellWord): void => {
      const { start, end, text } = word;
      uses.push({ start, end, kind, path: resolve(word), written: text, by });
    };
    for (const { operator, target } of redirectsOf(by))
      if (target !== undefined && /^(?:\d*|&)>(?:>|\|)?$/.test(operator)) add("touch", target);
    for (const { kind, word } of argumentUses(resolve, by)) add(kind, word);
  }
  return uses;
}

interface ArgumentUse {
  readonly kind: FileUse["kind"];
  readonly word: ShellWord;
}

/** Commands that run the command in their arguments, and how many words stand before it. */
const wrappers: Readonly<Record<string, number>> = { action: 2, builtin: 1, busybox: 1, command: 1, exec: 1 };

function argumentUses(
  resolve: (word: ShellWord) => string | undefined,
  { command, name }: ReachedCommand,
): readonly ArgumentUse[] {
  let { words } = command;
  let program = name;
  for (let skip = wrappers[program ?? ""]; skip !== undefined; skip = wrappers[program ?? ""]) {
    words = words.slice(skip);
    const [first] = words;
    if (first === undefined) return [];
    program = resolve(first)?.replace(/^.*\//s, "");
  }
  const args = words.slice(1);
  switch (program) {
    case "touch":
      if (args.some(({ text }) => /^-\w*c|^--no-create$/.test(text))) return [];
      return operands(args, /^(?:-\w*[rdt]|--reference|--date)$/).map((word) => ({ kind: "touch", word }));
    case "rm":
    case "unlink":
      return operands(args, undefined).map((word) => ({ kind: "remove", word }));
    case "mkdir":
      return operands(args, /^(?:-\w*m|--mode)$/).map((word) => ({ kind: "mkdir", word }));
    case "test":
    case "[":
    case "[[":
      return args.flatMap((word, index) => {
        const tested = args[index + 1];
        return /^-[bcdefghLpkrsStuwxGNO]$/.test(word.text) && tested !== undefined && tested.text !== "]"
          ? [{ kind: "test" as const, word: tested }]
          : [];
      });
    default:
      return [];
  }
}

/** The arguments that are no options, nor values of those that match. */
function operands(args: readonly ShellWord[], withValue: RegExp | undefined): readonly ShellWord[] {
  const found: ShellWord[] = [];
  let onlyOperands = false;
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined) break;
    if (onlyOperands || !word.text.startsWith("-")) found.push(word);
    else if (word.text === "--") onlyOperands = true;
    else if (withValue?.test(word.text) === true) at++;
  }
  return found;
}
