// A whole run: a virtual clock, init, and the world around it. No time passes and nothing is executed.

import { behaviourOf, defaultSysvinitVersion, type SysvinitVersion } from "../../inittab/versions.ts";
import { runLimits, type SimulationLimits } from "../run/limits.ts";
import { dequeue, emptyQueue, peek } from "../run/queue.ts";
import { type Ticks, toSeconds, toTicks } from "../run/ticks.ts";
import type { InitEvent } from "./machine/events.ts";
import { initPaths } from "./machine/paths.ts";
import { initialState } from "./machine/state.ts";
import { nextWake, step } from "./machine/step.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { type FinalState, type SystemEnd, type Trace, type TraceEvent, tableOf } from "./trace.ts";
import { account } from "./world/accounts.ts";
import type { ProcessModel } from "./world/model.ts";
import { callTelinit, happen, keepWriter, releaseWriters } from "./world/outside.ts";
import { beginChild, endIfDue, signalGroup, startProcess } from "./world/processes.ts";
import { recordModel } from "./world/record-model.ts";
import { isRecordedScenario, recordedModel } from "./world/recorded-model.ts";
import { roundTime, type StreamItem, tell, type World } from "./world/world.ts";

/** How to run a scenario. */
export interface SimulationOptions {
  /** Default: the newest. */
  readonly version?: SysvinitVersion;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `records`, where each record's command is one process of its own kind.
   */
  readonly programs?: "recorded" | "records" | ProcessModel;
  readonly limits?: SimulationLimits;
}

/** How a run came to its end. */
export interface SimulationEnd {
  readonly final: FinalState;
  readonly ended?: { readonly t: number; readonly how: SystemEnd };
  readonly stopped?: { readonly t: number; readonly why: string };
}

/** Runs a scenario and collects what was seen. The scenario should be valid (`validateScenario`); odd times are clamped. */
export function simulate(scenario: Scenario, options: SimulationOptions = {}): Trace {
  const version = options.version ?? defaultSysvinitVersion;
  const events: TraceEvent[] = [];
  const stream = simulateStream(scenario, options);
  for (let next = stream.next(); ; next = stream.next()) {
    if (next.done === true) {
      const head = scenario.name === undefined ? {} : { scenario: scenario.name };
      return { ...head, init: `sysvinit-${version}`, events, ...next.value };
    }
    if (next.value.kind === "trace") events.push(next.value.event);
  }
}

/** Runs a scenario and hands out what happens as it happens; keeps nothing of it. */
export function* simulateStream(
  scenario: Scenario,
  options: SimulationOptions = {},
): Generator<StreamItem, SimulationEnd, undefined> {
  const world = createWorld(scenario, options);
  const limits = { ...runLimits, ...options.limits };
  const until = toTicks(scenario.until);
  const outside = inOrder(scenario.events ?? []);
  let next = 0;
  let steps = 0;
  let stopped: SimulationEnd["stopped"];
  const stop = (why: string) => {
    stopped = { t: roundTime(world.now), why };
  };
  world.soon.push(bootEvent(scenario));
  while (stopped === undefined) {
    while (world.ended === undefined) {
      const event = world.soon.shift();
      if (event === undefined) break;
      takeStep(world, event);
      steps++;
      yield* world.out.splice(0);
      if (world.told > limits.events) stop(`more than ${limits.events} events`);
      else if (steps > limits.steps) stop(`more than ${limits.steps} steps`);
      if (stopped !== undefined) break;
    }
    if (stopped !== undefined || world.ended !== undefined) break;

    const event = outside[next];
    const due = peek(world.queue);
    const wake = nextWake(world.init);
    const at = Math.min(event?.at ?? Infinity, due?.at ?? Infinity, wake ?? Infinity);
    if (at > until || at === Infinity) break;
    world.now = Math.max(world.now, at);
    if (event !== undefined && event.at === at) {
      next++;
      happen(world, event.event);
    } else if (due !== undefined && due.at === at) {
      dequeue(world.queue);
      if (due.item.kind === "end") endIfDue(world, due.item.key, due.item.at);
      else beginChild(world, due.item.key, due.item.body);
    } else world.soon.push({ kind: "timer", at: world.now });
    for (const words of world.calls.splice(0)) callTelinit(world, words);
    yield* world.out.splice(0);
  }
  return {
    final: finalState(world),
    ...(world.ended === undefined ? {} : { ended: { t: roundTime(world.now), how: world.ended } }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

function createWorld(scenario: Scenario, options: SimulationOptions): World {
  const version = options.version ?? defaultSysvinitVersion;
  return {
    scenario,
    behaviour: behaviourOf(version),
    model: modelOf(scenario, options),
    now: 0,
    init: initialState(version),
    processes: new Map(),
    groups: new Map(),
    lastKey: 0,
    queue: emptyQueue(),
    stale: 0,
    soon: [],
    writers: [],
    calls: [],
    out: [],
    told: 0,
    utmp: [],
    wtmp: [],
    ended: undefined,
  };
}

function modelOf(scenario: Scenario, options: SimulationOptions): ProcessModel {
  if (typeof options.programs === "object") return options.programs;
  const kind = options.programs ?? (isRecordedScenario(scenario) ? "recorded" : "records");
  return kind === "recorded" ? recordedModel(scenario.processes) : recordModel(scenario.processes);
}

function bootEvent(scenario: Scenario): InitEvent {
  const { HOME = "/", TERM = "linux", ...others } = scenario.kernelEnv ?? {};
  const environment = Object.entries({ HOME, TERM, ...others }).map(([name, value]) => `${name}=${value}`);
  return {
    kind: "boot",
    at: 0,
    arguments: scenario.bootArgs ?? [],
    environment,
    console: "/dev/console",
    files: {
      files: {
        ...(scenario.inittab === null ? {} : { [initPaths.inittab]: scenario.inittab }),
        ...(scenario.initscript === true ? { [initPaths.initscript]: "" } : {}),
        ...(scenario.cmdline === undefined ? {} : { [initPaths.cmdline]: scenario.cmdline }),
        ...scenario.files,
      },
      hasInittabD: scenario.inittabD ?? true,
    },
  };
}

/** By time; those of the same time stay in their order. */
function inOrder(
  events: readonly ScenarioEvent[],
): readonly { readonly at: Ticks; readonly event: ScenarioEvent }[] {
  return events
    .map((event) => ({ at: toTicks(event.at), event }))
    .toSorted((one, other) => one.at - other.at);
}

/** Something happens to init; what it does about it is carried out at once. */
function takeStep(world: World, event: InitEvent): void {
  const taken = step(world.init, event);
  world.init = taken.state;
  world.out.push({ kind: "step", at: toSeconds(world.now), event, step: taken });
  const killed = new Set<number>();
  for (const effect of taken.effects)
    if (effect.kind === "signal-group" && effect.signal === "KILL") killed.add(effect.pid);
  for (const effect of taken.effects) {
    switch (effect.kind) {
      case "start":
        startProcess(world, effect);
        break;
      case "account":
        account(world, effect);
        break;
      case "signal-group":
        // A process that gets TERM and KILL in the same instant does not get to notice the first.
        if (effect.signal === "KILL" || !killed.has(effect.pid))
          signalGroup(world, effect.pid, effect.signal);
        break;
      case "say":
        tell(world, { event: "log", text: effect.text, to: effect.to });
        break;
      case "ask":
        tell(world, { event: "prompt" });
        break;
      case "open-pipe":
        releaseWriters(world);
        break;
      case "refuse-request":
        if (effect.why === "unread" && event.kind === "request") keepWriter(world, event.request);
        break;
      case "set-console":
      case "create-pipe":
      case "close-pipe":
      case "remove-file":
      case "write-runlevel":
      case "read-table":
      case "title":
      case "re-execute":
      case "busy-loop":
        break;
    }
  }
}

function finalState(world: World): FinalState {
  const { init } = world;
  const booting = init.level === "#" || init.level === "*" || init.phase.kind === "emergency";
  const running = [...world.processes.values()].flatMap(({ program }) =>
    program === undefined || program.id === "" ? [] : [program.id],
  );
  return {
    running: running.toSorted(),
    alive: true,
    runlevelFile: init.runlevelFile,
    runlevel: booting ? null : init.level,
    thislevel: init.shownLevel,
    prevlevel: init.shownPrevious,
    didBoot: init.didBoot,
    table: tableOf(init),
    ...(world.scenario.utmp === true ? { utmp: world.utmp, wtmp: world.wtmp } : {}),
  };
}
