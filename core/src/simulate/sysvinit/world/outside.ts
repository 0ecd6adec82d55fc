// What a scenario does to init and to the processes.

import { toTicks } from "../../run/ticks.ts";
import type { InitEvent } from "../machine/events.ts";
import { initPaths } from "../machine/paths.ts";
import type { PipeRequest } from "../machine/state.ts";
import type { Scenario, ScenarioEvent } from "../scenario.ts";
import { killById } from "./processes.ts";
import { rawRequests, telinitRequest } from "./telinit.ts";
import type { SysvinitWorld } from "./world.ts";

/** How long telinit waits for somebody to open the pipe. Source: spec/sysvinit.md, section 8. */
const writerPatience = toTicks(3);

/** Lets an event of a scenario happen; what init hears of it goes into `soon`. */
export function happen(world: SysvinitWorld, event: ScenarioEvent): void {
  bring(world, event);
  answerCalls(world);
}

/** Those who have called telinit on their way out get their request sent. */
export function answerCalls(world: SysvinitWorld): void {
  for (const words of world.calls.splice(0)) callTelinit(world, words);
}

function bring(world: SysvinitWorld, event: ScenarioEvent): void {
  const at = world.now;
  const tellInit = (...events: readonly InitEvent[]) => world.soon.push(...events);
  if ("telinit" in event) {
    const wait = event.waitBetweenSignals === undefined ? [] : ["-t", String(event.waitBetweenSignals)];
    const words = typeof event.telinit === "string" ? [...wait, event.telinit] : [...wait, ...event.telinit];
    callTelinit(world, words);
  } else if ("setenv" in event) {
    const variables = typeof event.setenv === "string" ? [event.setenv] : event.setenv;
    callTelinit(
      world,
      variables.flatMap((variable) => ["-e", variable]),
    );
  } else if ("signal" in event) {
    const path = event.powerstatusPath ?? initPaths.powerstatus;
    if (event.powerstatus !== undefined) tellInit({ kind: "file", at, path, text: event.powerstatus });
    tellInit({ kind: "signal", at, signal: event.signal });
  } else if ("write" in event) tellInit({ kind: "file", at, path: initPaths.inittab, text: event.write });
  else if ("writeFile" in event) tellInit({ kind: "file", at, ...event.writeFile });
  else if ("remove" in event) tellInit({ kind: "file", at, path: event.remove, text: null });
  else if ("kill" in event) killById(world, event.kill, event.how ?? "exit", event.exit);
  else if ("console" in event) tellInit({ kind: "console", at, text: event.console });
  else if ("initctl" in event) {
    const requests = rawRequests(event.initctl);
    const isFollowed = world.followed.has(event);
    for (const [index, request] of requests.entries())
      sendRequest(world, request, isFollowed || index < requests.length - 1);
  }
}

/**
 * The raw requests of a scenario after which the next one is written in the same instant: they are all in the pipe when
 * init looks. Observed: fidelity-reexec-loses-burst.
 */
export function followedRequests({ events = [] }: Scenario): ReadonlySet<ScenarioEvent> {
  const ordered = events.toSorted((one, other) => toTicks(one.at) - toTicks(other.at));
  const isFollowed = (event: ScenarioEvent, index: number) => {
    const next = ordered[index + 1];
    return (
      next !== undefined && "initctl" in event && "initctl" in next && toTicks(next.at) === toTicks(event.at)
    );
  };
  return new Set(ordered.filter(isFollowed));
}

/** Somebody calls telinit. */
function callTelinit(world: SysvinitWorld, words: readonly string[]): void {
  const request = telinitRequest(words, world.behaviour);
  if (request !== undefined) sendRequest(world, request);
}

/** Nobody reads the pipe now: the writer waits for a while. */
export function keepWriter(world: SysvinitWorld, request: PipeRequest): void {
  world.writers.push({ request, until: world.now + writerPatience });
}

/** The pipe was opened: those who still wait for that write now. */
export function releaseWriters(world: SysvinitWorld): void {
  const waiting = world.writers;
  world.writers = [];
  for (const { request, until } of waiting) if (until > world.now) sendRequest(world, request);
}

function sendRequest(world: SysvinitWorld, request: PipeRequest, isFollowed = false): void {
  world.soon.push({
    kind: "request",
    at: world.now,
    request,
    ...(isFollowed && { followed: true as const }),
  });
}
