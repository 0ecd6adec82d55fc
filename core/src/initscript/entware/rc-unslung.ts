// rc.unslung of Entware. Spec/embedded.md, section 3.2; observed: the `ent-*` cases.

import { byBytesOf } from "../boot/name-order.ts";

/** Where its scripts are. */
export const entwarePlace = "/opt/etc/init.d";

/** Something below that folder. */
export interface EntwareEntry {
  /** The path below the folder. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "other";
  /** The owner may execute it. Every link has that bit. */
  readonly executable: boolean;
}

/** A call that it makes. */
export interface EntwareCall {
  readonly words: readonly string[];
  /** `sourced`: read by rc.unslung's own shell, whose end it may be. */
  readonly how: "run" | "sourced";
}

/** The calls of `rc.unslung ACTION [CALLER]`, in order; any word is an action. */
export function entwareCalls(
  entries: readonly EntwareEntry[],
  args: readonly string[],
): readonly EntwareCall[] {
  const [action = ""] = args;
  const backwards = ["stop", "restart", "kill"].includes(action);
  return entries
    .filter(({ path, executable }) => executable && path.slice(path.lastIndexOf("/") + 1).startsWith("S"))
    .map(({ path }) => `${entwarePlace}/${path}`)
    .toSorted((one, other) => (backwards ? byBytesOf(other, one) : byBytesOf(one, other)))
    .flatMap((path) => path.split(/[ \t\n]+/).filter((word) => word !== ""))
    .map((word) => ({ words: [word, ...args.slice(0, 2)], how: word.endsWith(".sh") ? "sourced" : "run" }));
}

/** The line in which it runs scripts; its shell names it in its messages. */
const callLine = 35;

/** The calls as a script for the one shell that makes them all. */
export function entwareScript(calls: readonly EntwareCall[]): string {
  const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
  const above = "\n".repeat(callLine - 1);
  const commands = calls.map(({ words, how }) =>
    how === "sourced" ? [".", ...words.map(quoted)] : words.map(quoted),
  );
  return above + commands.map((words) => words.join(" ")).join("; ");
}
