// What init does between two events of a search: it works off what has happened, and whatever follows from that by itself.

import { commandLine } from "../../inittab/command.ts";
import type { SysvinitVersion } from "../../inittab/versions.ts";
import type { WayStep } from "../run/ways.ts";
import type { Effect, StartEffect } from "./machine/effects.ts";
import type { InitEvent } from "./machine/events.ts";
import { placeOfProcess } from "./machine/roster.ts";
import type { Entry, InitState, PipeRequest } from "./machine/state.ts";
import { step } from "./machine/step.ts";
import { type EntryPool, entryPool, momentOf, processOf, type SysvinitWay, settled } from "./ways-state.ts";
import type { SysvinitRoster } from "./ways-view.ts";
import type { Consequence } from "./world/model.ts";
import { recordModel } from "./world/record-model.ts";

/** What all steps of a search share. */
export interface Bench {
  readonly version: SysvinitVersion;
  readonly roster: SysvinitRoster;
  readonly pool: EntryPool;
  readonly endOf: (start: StartEffect) => Consequence | "at once" | undefined;
  /**
   * What the process of an entry does in any of its levels: its end may bring something about, it runs until somebody ends
   * it, or it only ends.
   */
  readonly effectOf: (entry: Entry) => "brings about" | "runs on" | "only ends";
}

/** What a search over a table of this release shares, with nothing known yet. */
export function newBench(version: SysvinitVersion, roster: SysvinitRoster): Bench {
  const model = recordModel();
  const known = new Map<string, Consequence | "at once" | undefined>();
  return {
    version,
    roster,
    pool: entryPool(),
    endOf: (start) => {
      const name = `${start.runlevel}${start.action}\0${start.process}`;
      if (!known.has(name)) {
        const launch = model.launch(start, {});
        known.set(name, launch.kind === "program" ? launch.program.behaviour.then : "at once");
      }
      return known.get(name);
    },
    effectOf: ({ id, action, process, path, line, runlevels }) => {
      const launches = [...runlevels, "0", "6"].map((runlevel) => {
        const command = commandLine(process, { dialect: "sysvinit", version });
        const start: StartEffect = {
          ...{ kind: "start", record: { id, path, line }, action, process, pid: 0, command },
          ...{ runlevel, prevlevel: "N", environment: [], terminal: false },
        };
        return model.launch(start, {});
      });
      const behaviours = launches.flatMap((launch) =>
        launch.kind === "program" ? [launch.program.behaviour] : [],
      );
      if (behaviours.some(({ then }) => then !== undefined)) return "brings about";
      return behaviours.some(({ runs }) => runs === null) ? "runs on" : "only ends";
    },
  };
}

/** What is under way while init works off events until it waits for something new. */
interface Play {
  init: InitState;
  readonly queue: InitEvent[];
  /** What the ends of processes bring about. */
  ends: readonly { readonly pid: number; readonly brings: Consequence }[];
  others: readonly { readonly pid: number; readonly process: string }[];
  started: number[];
  /** Requests that found the pipe closed: their writers wait for it to be opened. */
  writers: PipeRequest[];
  /** Which of the texts init's list was read from. */
  table: number;
}

/** Lets things happen, and whatever follows from them by itself; `files`: as they are to be afterwards. */
export function play(
  bench: Bench,
  way: Omit<SysvinitWay, "key">,
  events: readonly InitEvent[],
  files?: InitState["files"],
): WayStep<SysvinitWay> {
  const { init, others } = way;
  const ends = way.ends.map(({ place, brings }) => ({ pid: processOf(place), brings }));
  const dying = way.dying.map((place): InitEvent => ({ kind: "died", at: init.now, pid: processOf(place) }));
  const queue = [...events, ...dying];
  const run: Play = { init, queue, ends, others, started: [], writers: [], table: way.table };
  const circle = circleFinder();
  for (let steps = 0; steps < longestPlay; steps++) {
    const from = steps < fewSteps ? undefined : circle(run, steps);
    if (from !== undefined) {
      run.started = roundOf(run.started, from);
      break;
    }
    const event = run.queue.length > 0 ? nextInQueue(run) : nextLook(run.init);
    if (event === undefined) break;
    if (event.kind === "died") forget(run, event);
    const { state, effects } = step(run.init, event);
    run.init = state;
    for (const effect of effects) {
      carryOut(bench, run, effect, event);
      if (effect.kind === "read-table") run.table = way.file;
    }
  }
  if (files !== undefined) run.init = { ...run.init, files };
  const { init: last, others: left, table } = run;
  const known = placed(run.ends, last.entries);
  const after = {
    ...{ init: last, ends: known, others: left, dying: dyingIn(run) },
    ...{ down: undefined, table, file: way.file },
  };
  return { state: settled(after, bench.pool), started: run.started };
}

/** The ends of processes that still run, by the places of their entries. */
function placed(ends: Play["ends"], entries: readonly Entry[]): SysvinitWay["ends"] {
  if (ends.length === 0) return [];
  const known: SysvinitWay["ends"][number][] = [];
  for (const { pid, brings } of ends) {
    const place = placeOfProcess(entries, pid);
    if (place >= 0) known.push({ place, brings });
  }
  return known.length < 2 ? known : known.sort((one, other) => one.place - other.place);
}

/** More steps than this follow from nothing that happens. */
const longestPlay = 10_000;

/** So many steps are made before anybody asks whether init goes round in a circle. */
const fewSteps = 64;

/**
 * Tells whether init has been here before, with the same ends of processes to come: it starts what ends at once, for ever.
 * If so, the answer is how many processes were started before. The moment that is looked for is taken anew whenever the way
 * has become twice as long, so that every circle is found.
 */
function circleFinder(): (run: Play, steps: number) => number | undefined {
  let moment: { readonly name: string; readonly started: number } | undefined;
  let renewal = fewSteps;
  return ({ init, queue, ends, others, table, writers, started }, steps) => {
    if (init.phase.kind !== "waiting" || queue.length === 0 || writers.length > 0) return undefined;
    const name = momentOf(init, { queue, ends, others, table });
    if (name === moment?.name) return moment.started;
    if (steps >= renewal) {
      moment = { name, started: started.length };
      renewal = steps * 2;
    }
    return undefined;
  };
}

/**
 * What is started before the circle and in two rounds of it, however often it was gone round and wherever it was noticed,
 * so that two machines that start the same for ever start the same here.
 */
function roundOf(started: readonly number[], from: number): number[] {
  let round = started.slice(from);
  for (let length = 1; length <= round.length / 2; length++)
    if (round.length % length === 0 && round.every((place, index) => place === round[index % length]))
      round = round.slice(0, length);
  let before = from;
  for (; before > 0 && started[before - 1] === round.at(-1); before--) round.unshift(round.pop() ?? 0);
  return [...started.slice(0, before), ...round, ...round];
}

/** The entries whose process was about to end when the play was broken off. */
function dyingIn({ queue, init }: Play): readonly number[] {
  const places = queue.map((event) => (event.kind === "died" ? placeOfProcess(init.entries, event.pid) : -1));
  return [...new Set(places.filter((place) => place >= 0))].sort((one, other) => one - other);
}

/** While init kills, time passes until it looks again. */
function nextLook({ phase }: InitState): InitEvent | undefined {
  return phase.kind === "killing" ? { kind: "timer", at: phase.checkAt } : undefined;
}

/** While init kills, it looks at the dead only when all that died at once are dead. */
function nextInQueue({ queue, init }: Play): InitEvent | undefined {
  const event = queue.shift();
  if (event?.kind !== "died" || init.phase.kind !== "killing") return event;
  const others: number[] = [];
  for (let next = queue[0]; next?.kind === "died"; next = queue[0]) {
    others.push(next.pid);
    queue.shift();
  }
  return others.length === 0 ? event : { ...event, others };
}

function forget(
  run: Play,
  { pid, others }: { readonly pid: number; readonly others?: readonly number[] },
): void {
  if (run.ends.length + run.others.length === 0) return;
  const isDead = (process: { readonly pid: number }) =>
    process.pid === pid || others?.includes(process.pid) === true;
  if (run.ends.some(isDead)) run.ends = run.ends.filter((end) => !isDead(end));
  if (run.others.some(isDead)) run.others = run.others.filter((other) => !isDead(other));
}

function carryOut(bench: Bench, run: Play, effect: Effect, event: InitEvent): void {
  switch (effect.kind) {
    case "start":
      begin(bench, run, effect);
      return;
    case "signal-group":
      // Whatever gets TERM ends; KILL finds nothing any more.
      run.queue.push({ kind: "died", at: run.init.now, pid: effect.pid });
      return;
    case "refuse-request":
      if (effect.why === "unread" && event.kind === "request") run.writers.push(event.request);
      return;
    case "open-pipe": {
      const waiting = run.writers;
      run.writers = [];
      for (const request of waiting) run.queue.push({ kind: "request", at: run.init.now, request });
      return;
    }
    default:
      return;
  }
}

function begin(bench: Bench, run: Play, start: StartEffect): void {
  const { pid, process } = start;
  const end = bench.endOf(start);
  if (end !== undefined && end !== "at once") run.ends = [...run.ends, { pid, brings: end }];
  const place = placeOfProcess(run.init.entries, pid);
  if (place < 0) run.others = [...run.others, { pid, process }];
  else run.started.push(bench.roster.placeOf(run.init.entries, place, run.table));
  if (end === "at once") run.queue.push({ kind: "died", at: run.init.now, pid });
}
