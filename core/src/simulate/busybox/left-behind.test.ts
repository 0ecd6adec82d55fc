import { expect, test } from "vitest";
import { play } from "../../testing/busybox.ts";
import { inEnglish } from "../../testing/english.ts";
import type { BusyboxScenario } from "./scenario.ts";

const inittab = "::once:/sbin/start-it\ntty1::respawn:/sbin/stays\n";

/** What is told of the processes d and e that others have left behind, and how their lives end. */
function check(more: Partial<BusyboxScenario>): string {
  const { story, timeline } = play({ inittab, until: 30, ...more }).run;
  return [
    ...story
      .map(({ at, message }) => `${at.toFixed(2)} ${inEnglish.text(message)}`)
      .filter((line) => /\b[de]\b/.test(line)),
    ...timeline.intervals.flatMap(({ record, start, end, how }) =>
      record.line === 0 ? [`${record.id} from ${start} to ${end}, ${how}`] : [],
    ),
  ].join("\n");
}

test("the shutdown reaches what was left behind like all others", () => {
  const processes = {
    "/sbin/start-it": { runs: 1, leaves: "d" },
    "/sbin/stays": { leaves: "e" },
    e: { onTerm: "ignore" },
  } as const;
  expect(check({ processes, events: [{ at: 5, signal: "TERM" }] })).toMatchInlineSnapshot(`
    "0.00 /sbin/start-it leaves d behind in a session of its own
    0.00 /sbin/stays leaves e behind in a session of its own
    5.00 d gets TERM and ends
    5.00 e gets TERM
    6.00 e is killed
    d from 0 to 5, terminated
    e from 0 to 6, killed"
  `);
});

test("an entry that is taken away is signaled alone", () => {
  const events = [
    { at: 5, write: "::once:/sbin/start-it\n" },
    { at: 6, signal: "HUP" },
  ];
  expect(check({ processes: { "/sbin/stays": { leaves: "e" } }, events })).toMatchInlineSnapshot(`
    "0.00 /sbin/stays leaves e behind in a session of its own
    6.00 e, which /sbin/stays has left behind, is not stopped: init does not know it
    e from 0 to null, running"
  `);
});

test("the end of a process with a terminal does not hang it up", () => {
  const processes = { "/sbin/stays": { runs: 3, leaves: "e" }, e: { runs: 5, exit: 2 } };
  expect(check({ processes, until: 7 })).toMatchInlineSnapshot(`
    "0.00 /sbin/stays leaves e behind in a session of its own
    4.00 /sbin/stays leaves e behind in a session of its own
    5.00 e ends with exit code 2
    e from 0 to 5.001, exit
    e from 4 to null, running"
  `);
});
