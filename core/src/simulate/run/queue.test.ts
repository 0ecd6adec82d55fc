import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scenario } from "../sysvinit/scenario.ts";
import { simulate } from "../sysvinit/simulate.ts";
import { type DueQueue, dequeue, emptyQueue, enqueue, peek, prune } from "./queue.ts";

/** What is seen of a scenario, a line an event. */
function check(scenario: Omit<Scenario, "inittab"> & { readonly inittab: string }): string {
  return simulate(scenario)
    .events.map((event) => {
      switch (event.event) {
        case "log":
          return `${event.t} init: ${event.text}`;
        case "start":
        case "exit":
        case "signal":
        case "killed":
          return `${event.t} ${event.event} ${event.id}`;
        default:
          return `${event.t} ${event.event}`;
      }
    })
    .filter((line) => !line.startsWith("0 init"))
    .join("\n");
}

test("what is due at the same instant has an order: from outside, ends as they were settled, init's timers", () => {
  // At two seconds a and b would end by themselves, but what comes from outside is first, and so they get TERM.
  expect(
    check({
      inittab:
        "id:2:initdefault:\na:2:once:/bin/a\nb:2:once:/bin/b\nc:2:respawn:/bin/c\nd:3:respawn:/bin/d\n",
      processes: { a: { runs: 2 }, b: { runs: 2 } },
      events: [
        { at: 2, write: "id:2:initdefault:\nc:23:respawn:/bin/c\ne:3:once:/bin/e\n" },
        { at: 2, telinit: "3" },
      ],
      until: 2.5,
    }),
  ).toMatchInlineSnapshot(`
    "0 start a
    0 start b
    0 start c
    2 init: Switching to runlevel: 3
    2 init: Sending processes configured via /etc/inittab the TERM signal
    2 signal a
    2 exit a
    2 signal b
    2 exit b
    2 signal c
    2 exit c
    2.01 start c
    2.01 start e"
  `);
});

test("sums of tenths meet the second", () => {
  // Three times 0.1 and once 0.3 are due together; the end that was settled first is first.
  expect(
    check({
      inittab: "id:2:initdefault:\na:2:wait:/bin/a\nl:2:once:/bin/l\ns:2:respawn:/bin/s\n",
      processes: { a: { runs: 0 }, l: { runs: 0.3 }, s: { runs: 0.1 } },
      until: 0.35,
    }),
  ).toMatchInlineSnapshot(`
    "0 start a
    0 exit a
    0 start l
    0 start s
    0.1 exit s
    0.1 start s
    0.2 exit s
    0.2 start s
    0.3 exit l
    0.3 exit s
    0.3 start s"
  `);
});

test("the queue gives things out by time, order and turn, whatever is called off", () => {
  const due = fc.record({ at: fc.integer({ min: 0, max: 5 }), order: fc.integer({ min: 0, max: 1 }) });
  fc.assert(
    fc.property(fc.array(due), fc.nat({ max: 3 }), (dues, dropped) => {
      const queue: DueQueue<number> = emptyQueue();
      for (const [index, { at, order }] of dues.entries()) enqueue(queue, { at, order, item: index });
      prune(queue, (item) => item % 4 !== dropped);
      const given: number[] = [];
      while (peek(queue) !== undefined) given.push(dequeue(queue)?.item ?? -1);
      const expected = dues
        .map(({ at, order }, index) => ({ at, order, index }))
        .filter(({ index }) => index % 4 !== dropped)
        .toSorted((one, other) => one.at - other.at || one.order - other.order || one.index - other.index);
      expect(given).toEqual(expected.map(({ index }) => index));
    }),
  );
});
