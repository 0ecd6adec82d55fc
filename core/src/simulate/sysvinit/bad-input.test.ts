import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, pieceOf } from "../../testing/alphabet.ts";
import { inEnglish } from "../../testing/english.ts";
import { describePath } from "../../text/json-path.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { simulate, simulateStream } from "./simulate.ts";
import { isScenario, validateScenario } from "./validate.ts";

/** Runs a scenario with narrow limits; tells how it ended. */
function check(scenario: Scenario): string {
  const { events, stopped } = simulate(scenario, { limits: { events: 2000, steps: 20_000 } });
  return stopped === undefined ? `${events.length} events` : `stopped after ${stopped.why}`;
}

const anyTime = fc.oneof(
  fc.double({ min: 0, max: 20, noNaN: true }),
  fc.constantFrom(-1, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e308, 1e9, 4e-7),
);
const anyEvent: fc.Arbitrary<ScenarioEvent> = fc
  .tuple(
    anyTime,
    fc.oneof(
      fc.record({ telinit: fc.oneof(anyText(), fc.array(anyText())) }),
      fc.record({ telinit: fc.constantFrom("2", "3", "S", "q", "a", "u"), waitBetweenSignals: anyTime }),
      fc.record({ setenv: fc.array(anyText()) }),
      fc.record({ signal: fc.oneof(anyText(), fc.constantFrom("HUP", "PWR", "USR2", "TSTP", "CONT")) }),
      fc.record({ write: anyText() }),
      fc.record({
        kill: fc.constantFrom("a", "b", "nobody", "", "__proto__"),
        how: fc.constantFrom("exit", "KILL", "TERM"),
      }),
      fc.record({ console: anyText() }),
      fc.record({
        initctl: fc.record({
          cmd: fc.integer(),
          runlevel: anyText(),
          sleeptime: fc.integer(),
          size: fc.integer(),
        }),
      }),
    ),
  )
  .map(([at, event]) => ({ at, ...event }));
const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  inittab: fc.oneof(
    fc.string({
      unit: pieceOf(":", "\n", "a", "2", "S", "wait", "respawn", "/bin/p a", "\0", "é", "\ud800", "'"),
    }),
    fc.constantFrom("id:2:initdefault:\na:2:respawn:/bin/p a\nb:23:wait:/bin/p b; /bin/p a\n", null),
  ),
  processes: fc.dictionary(
    fc.constantFrom("a", "b", "~~"),
    fc.record({ runs: fc.oneof(anyTime, fc.constant(null)), termDelay: anyTime }),
  ),
  events: fc.array(anyEvent, { maxLength: 12 }),
  until: anyTime,
});

describe("whatever comes in", () => {
  test("a simulation ends, and within its limits", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { events } = simulate(scenario, { limits: { events: 500, steps: 5000 } });
        expect(events.length).toBeLessThan(1000);
        expect(events.every((event, index) => event.t >= (events[index - 1]?.t ?? 0))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("tables that never come to rest are broken off", () => {
    const single = "id:S:initdefault:\nsu:S:wait:/bin/p su\n";
    expect(check({ inittab: single, processes: { su: { runs: 0 } }, until: 1e9 })).toBe(
      "stopped after more than 2000 events",
    );
    expect(check({ inittab: "id:S:initdefault:\nsu:S:wait:/no/such/p x\n", processes: {}, until: 1e9 })).toBe(
      "stopped after more than 2000 events",
    );
    // The real init uses up a processor here; nothing can be seen of it.
    expect(check({ inittab: "id:S:initdefault:\nsu:Ss:wait:/bin/p su\n", processes: {}, until: 1e9 })).toBe(
      "3 events",
    );
    const storm = Array.from({ length: 30 }, (_, index) => `r${index}:2:respawn:/bin/p r${index}`).join("\n");
    const processes = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`r${index}`, { runs: 0 }]),
    );
    expect(check({ inittab: `id:2:initdefault:\n${storm}\n`, processes, until: 100 })).toBe("633 events");
  });

  test("a million events are simulated or refused, not suffered", () => {
    const events = Array.from({ length: 1_000_000 }, (_, index) => ({ at: index / 1000, signal: "INT" }));
    const scenario: Scenario = { inittab: "id:2:initdefault:\nr:2:respawn:/bin/p r\n", events, until: 1000 };
    expect(
      simulate({ ...scenario, processes: { r: { runs: null } } }, { limits: { steps: 100_000 } }).stopped
        ?.why,
    ).toBe("more than 100000 steps");
    const found = validateScenario({ ...scenario, events: [...events, { at: 0, signal: "INT" }] });
    expect(
      found.map(({ message, ...problem }) => ({ ...problem, message: inEnglish.text(message) })),
    ).toEqual([{ path: ["events"], message: "must not have more than 1000000 items", severity: "error" }]);
  });

  test("what is streamed is not kept", () => {
    const scenario: Scenario = {
      inittab: "id:2:initdefault:\nr:2:respawn:/sbin/x\n",
      processes: { r: { runs: 20 } },
      until: 86_400,
    };
    let most = 0;
    let starts = 0;
    for (const item of simulateStream(scenario)) {
      if (item.kind === "began") starts++;
      if (item.kind === "step") most = Math.max(most, JSON.stringify(item.step.state).length);
    }
    expect(starts).toBe(4321);
    expect(most).toBeLessThan(2000);
  });
});

describe("scenario files", () => {
  const problems = (value: unknown) =>
    validateScenario(value)
      .map(
        ({ path, message, severity }) =>
          `${severity} at ${describePath(path) || "the top"}: ${inEnglish.text(message)}`,
      )
      .join("\n");

  test("problems are told with their place", () => {
    expect(problems(undefined)).toMatchInlineSnapshot(`"error at the top: must be an object"`);
    expect(problems({ inittab: 3, until: "x", event: [] })).toMatchInlineSnapshot(`
      "error at inittab: must be a string or null
      error at until: must be a number
      error at event: "event" is not known here"
    `);
    expect(
      problems({
        inittab: null,
        until: 10,
        processes: { a: { runs: -1, onTerm: "never", exit: 1.5 } },
        events: [
          { at: 1 },
          { at: -2, telinit: 3 },
          { at: 1, kill: "x", signal: "HUP" },
          7,
          { at: 1e300, write: "" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "error at processes.a.runs: must not be less than 0
      error at processes.a.onTerm: must be one of "exit", "ignore"
      error at processes.a.exit: must be an integer
      error at events[0]: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl
      error at events[1].at: must not be less than 0
      error at events[1].telinit: must be a string or an array
      error at events[2]: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl
      error at events[3]: must be an object
      error at events[4].at: must not be more than 1000000000"
    `);
    expect(
      problems({
        inittab: "a:2:once:/bin/p b\n",
        until: 5,
        processes: { b: {}, c: { runs: 1 } },
        events: [
          { at: 1, kill: "d" },
          { at: 9, signal: "SIGHUP" },
          { at: 2, signal: "hup" },
          { at: 3, console: "3\n" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "warning at processes.c: no entry and no process has the id "c"
      warning at events[0].kill: no entry and no process has the id "d"
      warning at events[1].at: is after the end, which is at 5
      warning at events[1].signal: must be written without SIG: "HUP"
      warning at events[2].signal: "hup" is not the name of a signal
      warning at events[3].console: nothing can be typed without "tty": true"
    `);
  });

  test("the schema and its reader here agree with another reader", () => {
    const validate = new Ajv({ strict: false }).compile(scenarioSchema);
    const value = fc.oneof(
      anyScenario,
      fc.jsonValue(),
      fc.tuple(anyScenario, fc.jsonValue()).map(([scenario, other]) => ({ ...scenario, events: other })),
    );
    fc.assert(
      fc.property(value, (given) => {
        // What JSON cannot say is left to the test above.
        const plain: unknown = JSON.parse(JSON.stringify(given));
        expect(isScenario(plain)).toBe(validate(plain));
      }),
      { numRuns: 500 },
    );
  });
});
