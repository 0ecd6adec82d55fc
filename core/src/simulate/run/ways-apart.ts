// A search that folds records which stand for each other finds ways of records that stand for others. Before such a way is
// shown or played, each move becomes that of a record that really is in the state it speaks of.

import type { Move } from "./ways.ts";

/** A way on two sides: folded, as the search found it, and with all records told apart. */
export interface TwoSides<State, Way extends Move> {
  /** The state after the boot, folded and told apart. */
  readonly folded: State;
  readonly apart: State;
  readonly afterFolded: (state: State, move: Way) => State;
  readonly afterApart: (state: State, move: Way) => State;
  /** The key that a state has when it is folded. */
  readonly foldedKey: (state: State) => string;
  /** The move itself, and the same move of each record that is like its record; `apart`: the state in which it happens. */
  readonly twins: (move: Way, apart: State) => readonly Way[];
}

/** The same way with records told apart: of twins, the one after whose move the state comes out alike. */
export function toldApart<State, Way extends Move>(
  moves: readonly Way[],
  sides: TwoSides<State, Way>,
): readonly Way[] {
  let { apart, folded } = sides;
  return moves.map((move) => {
    folded = sides.afterFolded(folded, move);
    const key = sides.foldedKey(folded);
    for (const twin of sides.twins(move, apart)) {
      const next = sides.afterApart(apart, twin);
      if (sides.foldedKey(next) !== key) continue;
      apart = next;
      return twin;
    }
    return move;
  });
}
