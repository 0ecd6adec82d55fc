// A third machine in a few lines: the frame runs, records, tells and plays it without knowing what it is.

import { expect, test } from "vitest";
import { coreCatalogues } from "../../messages.ts";
import { createLocalizer } from "../../text/localizer.ts";
import { messagesOf } from "../../text/message.ts";
import { finish } from "../../text/slices.ts";
import { drive, type Machine, type Run } from "./drive.ts";
import { lookAt, type MomentWords, playRun, type Watching } from "./playback.ts";
import { dueOrder, enqueue } from "./queue.ts";
import { record } from "./record.ts";
import type { RecordKey } from "./record-key.ts";
import { deedLine, downLine, recordAndTell, type StoryLine, type StoryWords } from "./story.ts";
import { toSeconds, toTicks } from "./ticks.ts";
import { type TrailWords, walkRun } from "./trail.ts";
import { type MachineTypes, newWorld, roundTime, show, type World } from "./world.ts";

/** An init that runs one program, sends it TERM when asked to stop, and goes down when it has ended. */
interface Toy extends MachineTypes {
  readonly state: "off" | "runs" | "stops" | "over";
  readonly event: { readonly kind: "boot" | "stop" | "died" | "timer" };
  readonly effect: { readonly kind: "start" | "term" | "down" };
  readonly outside: { readonly at: number; readonly stop: true };
  readonly due: "end";
  readonly sight:
    | { readonly event: "start"; readonly id: string }
    | { readonly event: "signal"; readonly id: string; readonly signal: "TERM" }
    | { readonly event: "exit"; readonly id: string; readonly code: number };
  readonly final: { readonly running: readonly string[] };
  readonly down: "off";
}

const key: RecordKey = { id: "toy", path: "/etc/toy", line: 1 };

/** The program has ended by itself, or because of TERM. */
function endProgram(world: World<Toy>, how: "exit" | "terminated"): void {
  const code = how === "exit" ? 3 : 0;
  show<Toy>(world, { event: "exit", id: "toy", code });
  world.out.push({ kind: "over", at: toSeconds(world.now), pid: 2, how, code });
  world.soon.push({ kind: "died" });
}

const machine: Machine<Toy, World<Toy>> = {
  step: (state, { kind }) => {
    if (kind === "boot") return { state: "runs", effects: [{ kind: "start" }] };
    if (kind === "stop" && state === "runs") return { state: "stops", effects: [{ kind: "term" }] };
    if (kind === "died") return { state: "over", effects: [{ kind: "down" }] };
    return { state, effects: [] };
  },
  wakeOf: () => undefined,
  timer: () => ({ kind: "timer" }),
  *carryOut(world, effects) {
    for (const { kind } of effects) {
      if (kind === "start") {
        const at = toSeconds(world.now);
        world.out.push({ kind: "began", at, pid: 2, record: key, process: "/bin/toy" });
        show<Toy>(world, { event: "start", id: "toy" });
        enqueue(world.queue, { at: toTicks(7), order: dueOrder.end, item: "end" });
      } else if (kind === "term") {
        show<Toy>(world, { event: "signal", id: "toy", signal: "TERM" });
        endProgram(world, "terminated");
      } else world.ended = { t: roundTime(world.now), how: "off" };
      yield;
    }
  },
  happen: (world) => world.soon.push({ kind: "stop" }),
  fallDue: (world) => endProgram(world, "exit"),
  finalOf: ({ init }) => ({ running: init === "runs" ? ["toy"] : [] }),
  levelOf: (state) => (state === "over" ? undefined : state),
  measure: "phase",
  untilIsIn: true,
};

const catalogue = {
  "toy.stop": "somebody asks init to stop",
  "toy.starts": "{$process} starts",
  "toy.off": "off",
  "toy.does": "init {$state}",
} as const;
const say = messagesOf(catalogue);
const { text } = createLocalizer([...coreCatalogues, catalogue]);

const words: StoryWords<Toy> = {
  describeEvent: () => say("toy.stop"),
  describeDown: () => say("toy.off"),
  whyNothing: () => undefined,
  newTeller: () => ({
    *tell(item): Iterable<StoryLine> {
      if (item.kind === "began") {
        const message = say("toy.starts", { process: item.process });
        yield { at: item.at, depth: 1, kind: "start", record: item.record, message };
      }
      if (item.kind !== "trace") return;
      const { t: at, ...seen } = item.event;
      if (seen.event === "signal")
        yield deedLine({ at, depth: 1 }, seen.id, { kind: "gets", signal: seen.signal });
      if (seen.event === "exit") yield deedLine({ at, depth: 1 }, seen.id, { kind: "ends", code: seen.code });
    },
    *close({ ended }): Iterable<StoryLine> {
      if (ended !== undefined) yield downLine({ t: ended.t, how: say("toy.off") });
    },
  }),
};

const watching: Watching<Toy> = {
  noteSignals: ({ kind }, running, note) => {
    const toy = running.get(2);
    if (kind === "term" && toy !== undefined) note(toy, "TERM");
  },
  isNoticed: () => true,
};

function run(until: number, ...stops: readonly number[]): Run<Toy, World<Toy>> {
  const events = stops.map((at) => ({ at, stop: true }) as const);
  return { machine, world: newWorld<Toy>("off", { kind: "boot" }), plan: { events, until, limits: {} } };
}

function storyOf(told: { readonly story: readonly StoryLine[] }): string {
  return told.story.map(({ at, depth, message }) => `${at} ${"  ".repeat(depth)}${text(message)}`).join("\n");
}

test("is driven, item by item", () => {
  const kinds = [...drive(run(60))].map((item) => (item.kind === "trace" ? item.event.event : item.kind));
  expect(kinds.join(" ")).toBe("step began start exit over step");
});

test("is recorded: the life of its process, its phases, and its end", () => {
  const { timeline, state, end } = record(run(60));
  expect(timeline).toEqual({
    intervals: [{ record: key, process: "/bin/toy", pid: 2, start: 0, end: 7, how: "exit", code: 3 }],
    levels: [{ level: "runs", start: 0, end: null }],
    measure: "phase",
    until: 7,
  });
  expect({ state, end }).toEqual({
    state: "over",
    end: { final: { running: [] }, ended: { t: 7, how: "off" } },
  });
  const cut = record(run(5));
  expect(cut.timeline.until).toBe(5);
  expect(cut.end).toEqual({ final: { running: ["toy"] } });
});

test("is told: what comes from outside, what init does, and a signal and its end in one line", () => {
  expect(storyOf(recordAndTell(run(60), words))).toMatchInlineSnapshot(`
    "0   /bin/toy starts
    7   toy ends with exit code 3
    7 the machine goes down: off"
  `);
  expect(storyOf(recordAndTell(run(60, 2), words))).toMatchInlineSnapshot(`
    "0   /bin/toy starts
    2 somebody asks init to stop
    2   toy gets TERM and ends with exit code 0
    2 the machine goes down: off"
  `);
});

test("is broken off where it grows beyond a limit", () => {
  const { plan, ...rest } = run(60, 2);
  const told = recordAndTell({ ...rest, plan: { ...plan, limits: { events: 1 } } }, words);
  expect(storyOf(told)).toMatchInlineSnapshot(`
    "0   /bin/toy starts
    2 somebody asks init to stop
    2   toy gets TERM and ends with exit code 0
    2 cut short: more than 1 events"
  `);
});

const momentWords: MomentWords<Toy> = {
  previousOf: () => "",
  describeDoing: (state) => say("toy.does", { state }),
  explain: () => [],
  processesOf: ({ record: name, pid, start }) => [
    { pid, record: name, command: ["/bin/toy"], since: start, environment: [], offers: [] },
  ],
  environmentOf: () => [],
};

test("is walked through, and at each stop init is as it is then", () => {
  const trail: TrailWords<Toy> = {
    story: words,
    alarmsOf: () => [],
    saidOf: () => undefined,
    factsOf: (state) => ({ pending: [], files: {}, more: { state } }),
  };
  const { stops, sceneAt, runningAt } = walkRun(run(60, 2), trail);
  const shown = stops.map(({ at, message, happened }, place) => {
    const { level, doing, processes, more } = sceneAt(place, momentWords);
    const there = `${level}, ${text(doing)}, ${processes.length} and ${runningAt(place).length} running`;
    return `${at} ${happened.kind}: ${text(message)} [${there}, ${more["state"]}]`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "0 level: init enters the runs phase [runs, init runs, 0 and 0 running, runs]
    0 starts: /bin/toy starts [runs, init runs, 1 and 1 running, runs]
    2 outside: somebody asks init to stop [runs, init runs, 1 and 1 running, runs]
    2 level: init enters the stops phase [stops, init stops, 1 and 1 running, stops]
    2 gets: toy gets TERM [stops, init stops, 1 and 1 running, stops]
    2 ends: toy ends with exit code 0 [stops, init stops, 0 and 0 running, stops]
    2 down: the machine goes down: off [stops, the machine is down: off, 0 and 0 running, over]"
  `);
});

test("is played: any moment of it can be looked at", () => {
  const playback = finish(playRun(run(60, 2), words, watching));
  expect({ moments: playback.moments, signals: playback.signals }).toEqual({
    moments: [0, 2],
    signals: [{ record: key, at: 2, signal: "TERM" }],
  });
  const look = (seconds: number) => {
    const { at, level, doing, processes } = lookAt(playback, seconds, momentWords);
    return `${at} ${level}, ${text(doing)}, ${processes.length} running`;
  };
  expect([look(-1), look(1), look(2), look(99)].join("\n")).toMatchInlineSnapshot(`
    "0 runs, init runs, 1 running
    1 runs, init runs, 1 running
    2 stops, the machine is down: off, 0 running
    2 stops, the machine is down: off, 0 running"
  `);
});
