// Daemons that leave the group of the entry that has started them: what init does to them, and what it does not. They are
// always among the scenarios that are played, since chance seldom makes them.

import type { NamedScenario } from "./differences.ts";

const forever = { runs: null } as const;

/** The process of a record goes on, is over, or is started again, and its level is left or its line taken away. */
export const leftBehind: readonly NamedScenario[] = [
  {
    name: "left-behind-by-one-that-stays",
    inittab: "id:2:initdefault:\na:2:respawn:/bin/p a\nb:3:once:/bin/p b\n",
    processes: { a: { ...forever, leaves: "d" }, b: forever },
    events: [{ at: 1, telinit: "3" }],
    until: 3,
  },
  {
    name: "left-behind-by-one-that-is-over",
    inittab: "id:2:initdefault:\na:2:once:/bin/p a\nb:3:once:/bin/p b\n",
    processes: { a: { runs: 0.4, leaves: "d" }, b: forever, d: { runs: 2.2, exit: 3 } },
    events: [{ at: 1, telinit: "3" }],
    until: 4,
  },
  {
    name: "left-behind-with-a-line-that-is-taken-away",
    inittab: "id:2:initdefault:\na:2:respawn:/bin/p a\nb:2:once:/bin/p b\n",
    processes: { a: { ...forever, onTerm: "ignore", leaves: "d" }, b: forever },
    events: [
      { at: 1, write: "id:2:initdefault:\nb:2:once:/bin/p b\n" },
      { at: 1.3, telinit: "q" },
      { at: 6, kill: "d", how: "TERM" },
    ],
    until: 7,
  },
  {
    name: "left-behind-again-and-again",
    inittab: "id:2:initdefault:\na:2:respawn:/bin/p a\nb:3:once:/bin/p b\n",
    processes: { a: { runs: 0.7, leaves: "d" }, b: forever },
    events: [{ at: 1.8, telinit: "3" }],
    until: 3,
  },
];
