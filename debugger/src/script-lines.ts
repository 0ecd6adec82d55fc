// The branches of a script, by line.

import type { DebugScript } from "./host.ts";

/** A branch of a script, as rc can call it. */
export interface ArmLines {
  /** The arguments that lead there; null: all that no other branch is for. */
  readonly names: readonly string[] | null;
  /** Lines from 0. */
  readonly first: number;
  readonly last: number;
}

/** The branches in the order of the text. */
export function armLines({ outline, text }: DebugScript): readonly ArmLines[] {
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  return (outline?.arms ?? []).map(({ names, isDefault, range }) => ({
    names: isDefault ? null : names,
    first: lineAt(range.start),
    last: lineAt(Math.max(range.start, range.end - 1)),
  }));
}

/** The branch for an argument; where there is none, that for all others. */
export function armOf(script: DebugScript | undefined, argument: string | null): ArmLines | undefined {
  if (script === undefined || argument === null) return undefined;
  const arms = armLines(script);
  return arms.find(({ names }) => names?.includes(argument)) ?? arms.find(({ names }) => names === null);
}
