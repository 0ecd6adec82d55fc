import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { simulatedInit } from "../machines.ts";
import type { Scenario } from "./scenario.ts";

const inittab = `id:3:initdefault:
w1:3:once:/usr/sbin/start-it
d2:3:respawn:/usr/sbin/stays
1:2:respawn:/sbin/getty 38400 tty1
l0:0:wait:/etc/init.d/rc 0
ha:6:wait:/sbin/reboot -f
`;

/** What is told of the processes d and e that others have left behind, and what still runs at the end. */
function check(changes: Partial<Scenario>): string {
  const opening = simulatedInit("sysvinit")?.open({ inittab, until: 30, ...changes });
  if (opening === undefined || opening.kind === "wrong") throw new Error("this is no scenario");
  const { story, timeline } = opening.simulation.run();
  return [
    ...story
      .map(({ at, message }) => `${at.toFixed(2)} ${inEnglish.text(message)}`)
      .filter((line) => /\b[de]\b/.test(line)),
    ...timeline.intervals.flatMap(({ record, start, end, how }) =>
      record.path === null && record.line === 0 ? [`${record.id} from ${start} to ${end}, ${how}`] : [],
    ),
  ].join("\n");
}

test("a change of level reaches neither what is left of one that is over nor of one that it stops", () => {
  const processes = { w1: { runs: 1, leaves: "d" }, d2: { leaves: "e" } };
  expect(check({ processes, events: [{ at: 5, telinit: "2" }] })).toMatchInlineSnapshot(`
    "0.00 w1 leaves d behind in a session of its own
    0.00 d2 leaves e behind in a session of its own
    5.00 d, which w1 has left behind, is not stopped: init does not know it
    5.00 e, which d2 has left behind, is not stopped: init does not know it
    d from 0 to null, running
    e from 0 to null, running"
  `);
});

test("the scripts of level 0 end it at last, with KILL where TERM is ignored", () => {
  const processes = { w1: { runs: 1, leaves: "d" }, d2: { leaves: "e" }, e: { onTerm: "ignore" } } as const;
  expect(check({ processes, events: [{ at: 5, telinit: "0" }] })).toMatchInlineSnapshot(`
    "0.00 w1 leaves d behind in a session of its own
    0.00 d2 leaves e behind in a session of its own
    5.00 d, which w1 has left behind, is not stopped: init does not know it
    5.00 e, which d2 has left behind, is not stopped: init does not know it
    5.01 l0 starts: /etc/init.d/rc 0 (init waits for it)
    6.01 d gets TERM and ends
    6.01 e gets TERM
    6.01 e is killed
    d from 0 to 6.0102, terminated
    e from 0 to 6.0102, killed"
  `);
});

test("a reboot without scripts ends nothing before", () => {
  const processes = { w1: { leaves: "d" } };
  expect(check({ processes, events: [{ at: 5, telinit: "6" }] })).toMatchInlineSnapshot(`
    "0.00 w1 leaves d behind in a session of its own
    5.00 d, which w1 has left behind, is not stopped: init does not know it
    d from 0 to null, running"
  `);
});

test("each life of a respawned entry leaves another one behind", () => {
  const processes = { d2: { runs: 2, leaves: "d" }, d: { runs: 4 } };
  expect(check({ processes, until: 7 })).toMatchInlineSnapshot(`
    "0.00 d2 leaves d behind in a session of its own
    2.00 d2 leaves d behind in a session of its own
    4.00 d2 leaves d behind in a session of its own
    4.01 d ends
    6.00 d2 leaves d behind in a session of its own
    6.01 d ends
    d from 0 to 4.005, exit
    d from 2 to 6.005, exit
    d from 4 to null, running
    d from 6 to null, running"
  `);
});

test("it ends when it is told to, and its own end changes nothing", () => {
  const processes = { w1: { leaves: "d" }, d: { termDelay: 2 } };
  const events = [
    { at: 3, kill: "d", how: "TERM" },
    { at: 6, kill: "d" },
  ] as const;
  expect(check({ processes, events })).toMatchInlineSnapshot(`
    "0.00 w1 leaves d behind in a session of its own
    3.00 somebody sends TERM to d
    3.00 d gets TERM
    5.00 d ends
    6.00 d comes to its end
    6.00 no process of d runs, so nothing ends
    d from 0 to 5, terminated"
  `);
});

test("the levels in which its entry may run too leave it alone without a word", () => {
  const table = "id:3:initdefault:\nw1:23:once:/usr/sbin/start-it\n";
  const processes = { w1: { leaves: "d" } };
  expect(check({ inittab: table, processes, events: [{ at: 5, telinit: "2" }] })).toMatchInlineSnapshot(`
    "0.00 w1 leaves d behind in a session of its own
    d from 0 to null, running"
  `);
});
