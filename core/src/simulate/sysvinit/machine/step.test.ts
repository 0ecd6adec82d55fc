import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SysvinitVersion, sysvinitVersions } from "../../../inittab/versions.ts";
import type { Scenario } from "../scenario.ts";
import { simulateStream } from "../simulate.ts";
import type { InitEvent } from "./events.ts";
import { type InitState, initialState } from "./state.ts";
import { microsteps, nextWake, step } from "./step.ts";

const second = 1_000_000;

const actions = [
  "respawn",
  "once",
  "wait",
  "ondemand",
  "boot",
  "bootwait",
  "sysinit",
  "powerfail",
  "powerwait",
  "powerokwait",
  "powerfailnow",
  "ctrlaltdel",
  "kbrequest",
  "off",
  "initdefault",
] as const;

const line = fc
  .tuple(
    fc.constantFrom("a", "b", "c", "d", "e", "f", "~~"),
    fc.constantFrom("", "2", "3", "23", "S", "2S", "a", "2b", "#", "*", "s", "0", "x"),
    fc.constantFrom(...actions),
    fc.constantFrom("/bin/p a", "/bin/x", "", "/bin/p b & exec /bin/p c", "+@/y #", "exec sh -c 'x"),
  )
  .map((fields) => fields.join(":"));
const table = fc
  .tuple(
    fc.constantFrom("id:2:initdefault:", "id:S:initdefault:", "", "id:x:initdefault:"),
    fc.array(line, { maxLength: 8 }),
  )
  .map(([first, lines]) => `${[first, ...lines].join("\n")}\n`);

const happening: fc.Arbitrary<InitEvent> = fc.oneof(
  fc.record({ kind: fc.constant("died" as const), at: fc.constant(0), pid: fc.integer({ min: 0, max: 12 }) }),
  fc.record({
    kind: fc.constant("signal" as const),
    at: fc.constant(0),
    signal: fc.constantFrom(
      "HUP",
      "INT",
      "PWR",
      "WINCH",
      "USR1",
      "USR2",
      "RTMIN+4",
      "TSTP",
      "CONT",
      "CHLD",
      "ALRM",
      "TERM",
      "",
    ),
  }),
  fc.record({
    kind: fc.constant("request" as const),
    at: fc.constant(0),
    request: fc.record({
      command: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: -1, max: 9 })),
      level: fc.constantFrom("2", "3", "S", "s", "q", "Q", "a", "B", "u", "0", "9", "x", "", "\0", "é"),
      waitTime: fc.constantFrom(0, 1, 3, -1, Number.NaN, 1e300),
      bogus: fc.boolean(),
      variables: fc.array(fc.constantFrom("INIT_A=1", "INIT_A", "B=2", "", "INIT_A=x=y")),
    }),
  }),
  fc.record({
    kind: fc.constant("console" as const),
    at: fc.constant(0),
    text: fc.constantFrom("3\n", "x\n", "s", "\n", "123456789\n"),
  }),
  fc.record({
    kind: fc.constant("file" as const),
    at: fc.constant(0),
    path: fc.constantFrom(
      "/etc/inittab",
      "/etc/inittab.d/a.tab",
      "/etc/initscript",
      "/var/run/powerstatus",
      "/etc/powerstatus",
    ),
    text: fc.oneof(table, fc.constant(null), fc.constantFrom("O", "L", "")),
  }),
  fc.record({ kind: fc.constant("timer" as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant("boot" as const), at: fc.constant(0) }).map(() => boot("", [])),
);

/** Steps of time, with some that are none. */
const pause = fc.constantFrom(
  0,
  1,
  10_200,
  second,
  3 * second,
  400 * second,
  -second,
  Number.NaN,
  Number.POSITIVE_INFINITY,
);

const story = fc.record({
  version: fc.constantFrom(...sysvinitVersions),
  events: fc
    .tuple(
      table,
      fc.constantFrom<readonly string[]>([], ["single"], ["3"], ["-b"]),
      fc.array(fc.tuple(happening, pause), { maxLength: 25 }),
    )
    .map(([text, words, rest]) => {
      let at = 0;
      const events: InitEvent[] = [boot(text, words)];
      for (const [event, more] of rest) {
        // A time that is none stays one; the next comes after the last that was one.
        events.push({ ...event, at: at + more });
        if (Number.isFinite(more) && more > 0) at += more;
      }
      return events;
    }),
});

function boot(text: string, words: readonly string[]): InitEvent {
  return {
    kind: "boot",
    at: 0,
    arguments: words,
    environment: ["HOME=/"],
    console: "/dev/console",
    files: { files: { "/etc/inittab": text }, hasInittabD: true },
  };
}

/** Runs a story, letting the timers of init come in between where they are due; hands every step to a check. */
function run(
  version: SysvinitVersion,
  events: readonly InitEvent[],
  look: (before: InitState, event: InitEvent, after: ReturnType<typeof step>) => void = () => undefined,
): InitState {
  let state = initialState(version);
  const take = (event: InitEvent) => {
    const before = state;
    const after = step(before, event);
    look(before, event, after);
    state = after.state;
  };
  for (const event of events) {
    for (let rounds = 0; rounds < 100; rounds++) {
      const wake = nextWake(state);
      if (wake === undefined || !(wake < event.at) || event.at === Number.POSITIVE_INFINITY) break;
      take({ kind: "timer", at: wake });
    }
    take(event);
  }
  return state;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

describe("any sequence of events", () => {
  test("gives the same states and effects each time, and touches no state that was given out", () => {
    fc.assert(
      fc.property(story, ({ version, events }) => {
        const first: unknown[] = [];
        run(version, events, (before, _, after) => {
          freeze(before);
          first.push(JSON.stringify(after));
        });
        let index = 0;
        run(version, events, (_, __, after) => expect(JSON.stringify(after)).toBe(first[index++]));
      }),
    );
  });

  test("goes on alike from a state that went through JSON", () => {
    fc.assert(
      fc.property(story, fc.nat(), ({ version, events }, at) => {
        const middle = at % events.length;
        const half = run(version, events.slice(0, middle));
        const copy: InitState = JSON.parse(JSON.stringify(half));
        expect(copy).toEqual(half);
        const event = events[middle];
        if (event !== undefined) expect(step(copy, event)).toEqual(step(half, event));
      }),
    );
  });

  test("has micro-steps that end where the step ends and tell all it did", () => {
    fc.assert(
      fc.property(story, ({ version, events }) => {
        run(version, events, (before, event, after) => {
          const micro = microsteps(before, event);
          expect(micro.at(-1)?.state).toEqual(after.state);
          expect(micro.flatMap(({ effects }) => effects)).toEqual(after.effects);
        });
      }),
    );
  });

  test("never lets time go back", () => {
    fc.assert(
      fc.property(story, ({ version, events }) => {
        run(version, events, (before, _, { state }) => expect(state.now).toBeGreaterThanOrEqual(before.now));
      }),
    );
  });

  test("starts nothing behind a process that init waits for", () => {
    let waits = 0;
    fc.assert(
      fc.property(story, ({ version, events }) => {
        run(version, events, (before, event) => {
          for (const { label, state, effects } of microsteps(before, event)) {
            const waited = state.entries.findIndex((entry) => entry.waiting);
            if (label !== "starting" || waited < 0) continue;
            waits++;
            for (const effect of effects) {
              if (effect.kind !== "start") continue;
              const started = state.entries.findIndex((entry) => entry.pid === effect.pid);
              expect(started).toBeLessThanOrEqual(waited);
            }
          }
        });
      }),
    );
    expect(waits).toBeGreaterThan(0);
  });

  test("never has one process watched by two records", () => {
    fc.assert(
      fc.property(story, ({ version, events }) => {
        run(version, events, (_, __, { state }) => {
          const pids = state.entries.filter((entry) => entry.running).map((entry) => entry.pid);
          expect(new Set(pids).size).toBe(pids.length);
          expect(pids).not.toContain(0);
        });
      }),
    );
  });
});

test("the steps of a run, replayed one by one, lead to its end", () => {
  const scenario: Scenario = {
    inittab: "id:2:initdefault:\nsi::sysinit:/bin/a\nr:23:respawn:/bin/b\nw:3:wait:/bin/c\n",
    processes: { r: { runs: 0.5, termDelay: 0.2 }, w: { onTerm: "ignore", runs: 100 } },
    events: [
      { at: 3, telinit: "3" },
      { at: 5, signal: "HUP" },
      { at: 6, telinit: "2" },
    ],
    until: 400,
  };
  let state = initialState();
  let last = state;
  for (const item of simulateStream(scenario)) {
    if (item.kind !== "step") continue;
    state = step(state, item.event).state;
    last = item.step.state;
  }
  expect(state.now).toBeGreaterThan(300 * second);
  expect(state).toEqual(last);
});

test("a state that was stored as JSON goes on as the one in memory does", () => {
  fc.assert(
    fc.property(story, ({ version, events }) => {
      run(version, events, (before, event, after) => {
        const stored = JSON.parse(JSON.stringify(before)) as InitState;
        expect(step(stored, event)).toEqual(after);
        // Another step from the same state leaves nothing behind.
        step(before, { kind: "signal", at: before.now, signal: "HUP" });
        expect(step(before, event)).toEqual(after);
      });
    }),
  );
});
