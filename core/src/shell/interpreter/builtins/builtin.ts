// What a builtin is.

import type { Working } from "../contract.ts";
import { complain, type ShellState, spend } from "../state.ts";

/** A command of the shell itself. The answer is its status. */
export type Builtin = {
  /** What goes wrong in it ends the shell, and assignments in front of it stay. POSIX, 2.14. */
  readonly special: boolean;
} & (
  | {
      readonly kind: "plain";
      readonly run: (shell: ShellState, args: readonly string[], name: string, tested: boolean) => number;
    }
  | {
      readonly kind: "working";
      readonly run: (
        shell: ShellState,
        args: readonly string[],
        name: string,
        tested: boolean,
      ) => Working<number>;
    }
);

/** A builtin that needs nothing of the world. */
export function plain(
  run: (shell: ShellState, args: readonly string[], name: string, tested: boolean) => number,
  special = false,
): Builtin {
  return { kind: "plain", special, run };
}

/** A builtin that runs something, or waits. */
export function working(
  run: (shell: ShellState, args: readonly string[], name: string, tested: boolean) => Working<number>,
  special = false,
): Builtin {
  return { kind: "working", special, run };
}

/** Writes to standard output; the status of a builtin that does only that. */
export function print(shell: ShellState, text: string): number {
  spend(shell, Math.floor(text.length / 100));
  const error = text === "" ? undefined : (shell.descriptors.get(1) ?? closed).write(text);
  if (error === undefined) return 0;
  complain(shell, `I/O error`);
  return 1;
}

const closed = { write: () => "EBADF" } as const;

/** A word as a shell would read it again. */
export function quoted(text: string): string {
  return text
    .split("'")
    .map((piece) => `'${piece}'`)
    .join(`"'"`)
    .replaceAll(`"'"''"'"`, `"''"`);
}

/** Options of one letter at the beginning of the arguments, and what is left; undefined where one is not known. */
export function optionsOf(
  args: readonly string[],
  known: string,
):
  | { readonly options: ReadonlyMap<string, string>; readonly rest: readonly string[] }
  | { readonly bad: string } {
  const options = new Map<string, string>();
  let index = 0;
  for (; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--") {
      index++;
      break;
    }
    if (!word.startsWith("-") || word === "-") break;
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const place = letter === ":" ? -1 : known.indexOf(letter);
      if (place < 0) return { bad: letter };
      if (known.charAt(place + 1) !== ":") {
        options.set(letter, "");
        continue;
      }
      const attached = word.slice(at + 1);
      if (attached === "") index++;
      options.set(letter, attached === "" ? (args[index] ?? "") : attached);
      break;
    }
  }
  return { options, rest: args.slice(index) };
}
