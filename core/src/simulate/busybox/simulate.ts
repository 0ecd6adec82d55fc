// A whole run: a virtual clock, BusyBox init, and the world around it. No time passes and nothing is executed.

import { runLimits, type SimulationLimits } from "../run/limits.ts";
import { dequeue, emptyQueue, peek } from "../run/queue.ts";
import { type Ticks, toSeconds, toTicks } from "../run/ticks.ts";
import { type BusyboxBuild, busyboxBuilds, findBusyboxBuild } from "./machine/builds.ts";
import { type BusyboxEffect, type BusyboxEvent, initialBusyboxState } from "./machine/state.ts";
import { busyboxWake, stepBusybox } from "./machine/step.ts";
import { readTable } from "./machine/table.ts";
import type { BusyboxScenario, BusyboxScenarioEvent } from "./scenario.ts";
import type { BusyboxTrace, BusyboxTraceEvent } from "./trace.ts";
import {
  type BusyboxModel,
  entriesBusyboxModel,
  isRecordedBusyboxScenario,
  recordedBusyboxModel,
} from "./world/model.ts";
import {
  becomeProcess,
  beginChild,
  beginProcess,
  endIfDue,
  signalAll,
  signalById,
  signalInTurn,
  signalProcess,
  typeOn,
} from "./world/processes.ts";
import { type BusyboxStreamItem, type BusyboxWorld, roundTime, tellSight, writeLine } from "./world/world.ts";

/** How to run a scenario. */
export interface BusyboxSimulationOptions {
  /** Default: the one that the scenario names, else Debian's. */
  readonly build?: BusyboxBuild;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `entries`, where each entry's command is one program of its own.
   */
  readonly programs?: "recorded" | "entries" | BusyboxModel;
  readonly limits?: SimulationLimits;
}

/** How a run came to its end. */
export type BusyboxSimulationEnd = Pick<BusyboxTrace, "final" | "stopped">;

/** Runs a scenario and collects what was seen. Odd times are clamped. */
export function simulateBusybox(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
): BusyboxTrace {
  const events: BusyboxTraceEvent[] = [];
  const stream = simulateBusyboxStream(scenario, options);
  for (let next = stream.next(); ; next = stream.next()) {
    if (next.done === true) {
      const name = scenario.name === undefined ? {} : { scenario: scenario.name };
      return { ...name, init: busyboxBuildOf(scenario, options).init, events, ...next.value };
    }
    if (next.value.kind === "trace") events.push(next.value.event);
  }
}

/** Runs a scenario and hands out what happens as it happens; keeps nothing of it. */
export function* simulateBusyboxStream(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
): Generator<BusyboxStreamItem, BusyboxSimulationEnd, undefined> {
  const world = createWorld(scenario, options);
  const limits = { ...runLimits, ...options.limits };
  const until = toTicks(scenario.until);
  const outside = inOrder(scenario.events ?? []);
  let next = 0;
  let steps = 0;
  let stopped: BusyboxTrace["stopped"];
  while (stopped === undefined && !world.ended) {
    for (
      let event = world.soon.shift();
      event !== undefined && stopped === undefined && !world.ended;
      event = world.soon.shift()
    ) {
      takeStep(world, event);
      steps++;
      yield* world.out.splice(0);
      if (world.told > limits.events) stopped = stop(world, `more than ${limits.events} events`);
      else if (steps > limits.steps) stopped = stop(world, `more than ${limits.steps} steps`);
    }
    if (stopped !== undefined || world.ended) break;

    const event = outside[next];
    const due = peek(world.queue);
    const at = Math.min(event?.at ?? Infinity, due?.at ?? Infinity, busyboxWake(world.init) ?? Infinity);
    // A real process takes a little longer, so that what is due at the very end is not seen any more.
    if (at >= until || at === Infinity) break;
    world.now = Math.max(world.now, at);
    if (event !== undefined && event.at === at) {
      next++;
      happen(world, event.event);
    } else if (due !== undefined && due.at === at) {
      dequeue(world.queue);
      const { item } = due;
      if (item.kind === "end") endIfDue(world, item.key, item.at);
      else if (item.kind === "begin") beginChild(world, item.key, item.body);
      else signalProcess(world, item.key, item.signal);
    } else world.soon.push({ kind: "timer", at: world.now });
    yield* world.out.splice(0);
  }
  return { final: { running: runningIn(world) }, ...(stopped === undefined ? {} : { stopped }) };
}

function stop(world: BusyboxWorld, why: string): BusyboxTrace["stopped"] {
  return { t: roundTime(world.now), why };
}

/** The build that is simulated. */
export function busyboxBuildOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxBuild {
  return options.build ?? findBusyboxBuild(scenario.init ?? "") ?? busyboxBuilds.debian;
}

function createWorld(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxWorld {
  const model = modelOf(scenario, options);
  return {
    scenario,
    model,
    now: 0,
    init: initialBusyboxState(busyboxBuildOf(scenario, options)),
    processes: new Map(),
    lastKey: 0,
    terminals: new Map(),
    queue: emptyQueue(),
    soon: [
      {
        kind: "boot",
        at: 0,
        arguments: scenario.bootArgs ?? [],
        inittab: scenario.inittab,
        terminals: ["console", "null", ...(scenario.ttys ?? (model.anyTerminal ? namedIn(scenario) : []))],
      },
    ],
    stillborn: [],
    out: [],
    told: 0,
    ended: false,
  };
}

function modelOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxModel {
  if (typeof options.programs === "object") return options.programs;
  const kind = options.programs ?? (isRecordedBusyboxScenario(scenario) ? "recorded" : "entries");
  return kind === "recorded" ? recordedBusyboxModel(scenario) : entriesBusyboxModel(scenario.processes);
}

/** The terminals that the tables of a scenario name, or those of the built-in table. */
function namedIn(scenario: BusyboxScenario): readonly string[] {
  const written = (scenario.events ?? []).flatMap((event) => ("write" in event ? [event.write] : []));
  return [scenario.inittab, ...written].flatMap((text) =>
    readTable([], text).entries.flatMap(({ terminal }) =>
      terminal === "" ? [] : [terminal.slice("/dev/".length)],
    ),
  );
}

/** By time; those of the same time stay in their order. */
function inOrder(
  events: readonly BusyboxScenarioEvent[],
): readonly { readonly at: Ticks; readonly event: BusyboxScenarioEvent }[] {
  return events
    .map((event) => ({ at: toTicks(event.at), event }))
    .toSorted((one, other) => one.at - other.at);
}

/** Lets an event of a scenario happen. */
function happen(world: BusyboxWorld, event: BusyboxScenarioEvent): void {
  const at = world.now;
  if ("signal" in event) {
    world.soon.push({ kind: "signal", at, signal: event.signal });
    for (const { key, pid } of [...world.processes.values()])
      if (pid === 1) signalProcess(world, key, event.signal);
  } else if ("write" in event) world.soon.push({ kind: "file", at, text: event.write });
  else if ("kill" in event) signalById(world, event.kill, event.with ?? "KILL", event.on);
  else if ("console" in event) typeOn(world, "console", event.console);
  else if (event.tty === "null" || world.init.terminals.includes(event.tty))
    typeOn(world, event.tty, event.input);
}

/** Something happens to init; what it does about it is carried out at once. */
function takeStep(world: BusyboxWorld, event: BusyboxEvent): void {
  const step = stepBusybox(world.init, event);
  world.init = step.state;
  world.out.push({ kind: "step", at: toSeconds(world.now), event, step });
  let place = 0;
  for (const effect of step.effects) {
    if (effect.kind === "signal") place++;
    carryOut(world, effect, place);
  }
  const pids = world.stillborn.splice(0);
  if (pids.length > 0) world.soon.unshift({ kind: "died", at: world.now, pids });
}

function carryOut(world: BusyboxWorld, effect: BusyboxEffect, place: number): void {
  switch (effect.kind) {
    case "start":
      beginProcess(world, effect);
      break;
    case "skip":
      break;
    case "say":
      if (effect.to === "console") writeLine(world, "console", effect.text);
      else tellSight(world, { event: "log", text: effect.text, to: "syslog" });
      break;
    case "signal":
      signalInTurn(world, effect.pid, place, effect.signal);
      break;
    case "signal-all":
      signalAll(world, effect.signal);
      break;
    case "become":
      if (!becomeProcess(world, effect.terminal, effect.command))
        world.soon.push({ kind: "failed", at: world.now });
      break;
    case "request":
      world.processes.clear();
      world.ended = true;
      tellSight(
        world,
        effect.how === "reboot"
          ? { event: "init-exit", by: "HUP", meaning: "reboot" }
          : { event: "init-exit", by: "INT", meaning: "halt-or-poweroff" },
      );
  }
}

function runningIn(world: BusyboxWorld): readonly string[] {
  return [...world.processes.values()]
    .flatMap(({ program }) => (program === undefined || program.id === "" ? [] : [program.id]))
    .toSorted();
}
