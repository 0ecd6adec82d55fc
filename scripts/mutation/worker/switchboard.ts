// The switches that the code of core asks, and the time that it is given.

/** Thrown into a loop that goes on for too long. */
class TooLong extends Error {}

/** What the mutated code calls; it finds it as `globalThis.mutation__`. */
export interface Switchboard {
  /** The mutant that is on; 0 for none. */
  on: number;
  /** Those that were asked for since this was last emptied. */
  readonly reached: Set<number>;
  /** When the code that runs is to be stopped, by `performance.now()`. */
  deadline: number;
  /** Whether it was. */
  late: boolean;
  readonly isOn: (mutant: number) => boolean;
  readonly round: () => void;
}

/** A board with all switches off. */
export function switchboard(): Switchboard {
  let rounds = 0;
  const board: Switchboard = {
    on: 0,
    reached: new Set(),
    deadline: Number.POSITIVE_INFINITY,
    late: false,
    isOn: (mutant) => {
      if (board.on === mutant) return true;
      if (board.on === 0) board.reached.add(mutant);
      return false;
    },
    round: () => {
      // To look at the clock takes longer than most rounds.
      if (++rounds % 128 !== 0 || performance.now() < board.deadline) return;
      board.late = true;
      throw new TooLong("this goes on for too long");
    },
  };
  return board;
}
