// Calls of `status` of Red Hat's library in a script.

import { rcFlavors } from "../../../initscript/facts/rc-flavors.ts";
import { el6Library, type RedHatLibrary } from "../../../initscript/facts/redhat-library.ts";
import { readStatusWords } from "../../../initscript/helpers/redhat-status.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import type { ShellWord } from "../../../shell/script.ts";
import type { ScriptContext } from "../contract.ts";

/** The last generation of the library there is. */
export const lastLibrary: RedHatLibrary = el6Library;

/** A call of the library's `status`. */
export interface StatusCall {
  readonly reached: ReachedCommand;
  /** What it takes for the program; undefined where it does not resolve. */
  readonly program: string | undefined;
  readonly programWord: ShellWord | undefined;
  /** The value of `-l`; undefined where there is none or it does not resolve. */
  readonly lock: string | undefined;
  readonly lockWord: ShellWord | undefined;
  /** `-b` without `-p`, so that it only prints how it is used. */
  readonly refused: boolean;
}

/** The calls among these commands, or in all the script; each command once. A function of the script's own hides the library's. */
export function statusCalls(
  outline: ScriptOutline,
  among?: readonly ReachedCommand[],
): readonly StatusCall[] {
  if (outline.functions.has("status")) return [];
  const all = among ?? [...outline.arms.flatMap(({ commands }) => commands), ...outline.topLevel];
  const calls = all.filter(({ name, command }) => name === "status" && command.words[0]?.text === "status");
  const once = new Map(calls.map((reached) => [reached.command, reached]));
  return [...once.values()].map((reached) => readCall(outline, reached));
}

function readCall({ resolve }: ScriptOutline, reached: ReachedCommand): StatusCall {
  const words = reached.command.words.slice(1);
  // What does not resolve is a word like any other; no option is written as an empty one.
  const texts = words.map((word) => resolve(word) ?? "?");
  const { values, program, refused } = readStatusWords(lastLibrary, texts);
  const programWord = words[program];
  const lockWord = words[values.get("l") ?? words.length];
  return {
    reached,
    program: programWord && resolve(programWord),
    programWord,
    lock: lockWord && resolve(lockWord),
    lockWord,
    refused,
  };
}

/** The generation of Red Hat's library that a script is written for: that of its system, else the last one. */
export function redHatLibrary({ tree }: ScriptContext): RedHatLibrary {
  const flavor = tree === undefined ? undefined : guessFlavor(tree)?.flavor;
  const library = flavor === undefined ? "lsb" : rcFlavors[flavor].library;
  return library === "lsb" || library === undefined ? lastLibrary : library;
}
