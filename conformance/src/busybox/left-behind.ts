// Daemons that leave the session of the entry that has started them: init signals the entry alone, and all at the end. They
// are always among the scenarios that are played, since chance seldom makes them.

import type { TestScenario } from "./sketch.ts";

/** The process of an entry goes on or is over, its line is taken away, and the machine goes down. */
export const leftBehind: readonly (TestScenario & { readonly name: string })[] = [
  {
    name: "left-behind-with-a-line-that-is-taken-away",
    inittab: "::respawn:/bin/p a\n::respawn:/bin/p b\n",
    processes: { a: { runs: null, leaves: "d" }, b: { runs: null } },
    events: [
      { at: 1, write: "::respawn:/bin/p b\n" },
      { at: 1.4, signal: "HUP" },
    ],
    until: 4,
  },
  {
    name: "left-behind-until-the-shutdown",
    inittab: "::once:/bin/p a\n::respawn:/bin/p b\n",
    processes: { a: { runs: 0.4, leaves: "d" }, b: { runs: null } },
    events: [{ at: 1.2, signal: "TERM" }],
    until: 6,
  },
  {
    name: "left-behind-by-one-with-a-terminal",
    inittab: "tty1::once:/bin/p a\n::respawn:/bin/p b\n",
    ttys: ["tty1"],
    processes: { a: { runs: 0.5, leaves: "d" }, b: { runs: null }, d: { onTerm: "ignore" } },
    events: [{ at: 1.5, signal: "USR1" }],
    until: 6,
  },
];
