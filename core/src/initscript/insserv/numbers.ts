// The start and stop numbers. Spec 6.4 and 6.5; the order of steps matters, because insserv's answer depends on it.

import { bootLevel, normalLevels } from "../levels.ts";
import {
  type Direction,
  mainService,
  type Node,
  type NodeSide,
  nodeOfScript,
  type Service,
} from "./graph.ts";
import { require } from "./requirements.ts";
import { type InsservRun, warn } from "./run-state.ts";

/** The largest number that a link's name can hold. */
export const largestNumber = 99;

/** Numbers all nodes, then guesses numbers for names that no script provides. */
export function numberAll(run: InsservRun): void {
  for (const node of run.graph.nodes) {
    push(run, node, undefined, node.start.minimum, "start", true);
    push(run, node, undefined, node.stop.minimum, "stop", true);
  }
  for (const node of run.graph.nodes) {
    guess(run, node, "start");
    guess(run, node, "stop");
  }
}

/** Whether a loop was found that forbids to change anything. */
export function hasLoop(run: InsservRun): boolean {
  return run.graph.nodes.some((node) => node.start.loopReported || node.stop.loopReported);
}

/** Marks a side as part of a loop already told; true when it was not yet. */
function isNewLoop(side: NodeSide): boolean {
  const fresh = !side.loop;
  side.loop = true;
  return fresh;
}

/**
 * Gives `origin` at least the number `least`, and those behind it larger ones. From each node it looks at all that are
 * behind, then goes on with the first of them only. `cause` is the node from whose list the walk came here.
 */
function push(
  run: InsservRun,
  origin: Node,
  cause: Node | undefined,
  least: number,
  direction: Direction,
  report: boolean,
): void {
  const side = origin[direction];
  if (side.open) {
    if (cause !== undefined && (isNewLoop(cause[direction]) || isNewLoop(side)))
      warn(run, { kind: "loop-between", first: origin.name, second: cause.name, direction });
    return;
  }
  let number = Math.max(least, side.minimum);
  if (number > largestNumber) {
    if (!side.tooDeep) warn(run, { kind: "too-deep", service: origin.name });
    side.tooDeep = true;
    return;
  }
  let steps = 0;
  for (let at: Node | undefined = origin; at !== undefined; at = at[direction].behind[0]) {
    const here: NodeSide = at[direction];
    if (steps++ > largestNumber) {
      tellEndlessChain(run, at, cause, direction);
      return;
    }
    if ((side.levels & here.levels) === 0) continue;
    if (cause === at) {
      if (isNewLoop(here)) warn(run, { kind: "loop-at", service: at.name, direction });
      return;
    }
    number = Math.max(number, here.number);
    here.number = number;
    if ((here.levels & normalLevels) !== 0) run.largest[direction] = Math.max(run.largest[direction], number);
    if (here.behind.length === 0) return;
    if (at.name.startsWith("$")) warn(run, { kind: "facility-not-expanded", service: origin.name });
    else if (++number > largestNumber) {
      if (!here.tooDeep) warn(run, { kind: "too-deep", service: undefined });
      here.tooDeep = true;
      return;
    }
    here.open = true;
    const looped = pushBehind(run, { origin, at, cause, number, direction, report });
    here.open = false;
    if (!looped) continue;
    if (report && !here.loopReported) {
      warn(run, { kind: "loop-involving", service: at.name, depth: least });
      here.loopReported = true;
    }
    return;
  }
}

function tellEndlessChain(run: InsservRun, at: Node, cause: Node | undefined, direction: Direction): void {
  if (cause === undefined) {
    if (isNewLoop(at[direction])) warn(run, { kind: "loop-at", service: at.name, direction });
  } else if (isNewLoop(cause[direction]) || isNewLoop(at[direction]))
    warn(run, { kind: "loop-between", first: at.name, second: cause.name, direction });
}

interface Walk {
  readonly origin: Node;
  readonly at: Node;
  readonly cause: Node | undefined;
  readonly number: number;
  readonly direction: Direction;
  readonly report: boolean;
}

/** Pushes those behind `at`; true when a loop stops the walk. */
function pushBehind(run: InsservRun, { origin, at, cause, number, direction, report }: Walk): boolean {
  const here = at[direction];
  for (const target of [...here.behind]) {
    const there = target[direction];
    if ((origin[direction].levels & there.levels) === 0) continue;
    if (target === at || target === origin) return false;
    if (cause === target) {
      if (isNewLoop(there) || isNewLoop(here))
        warn(run, { kind: "loop-between", first: cause.name, second: at.name, direction });
      return true;
    }
    if (direction === "stop" ? target.service.marks.stopsFirst : at.service.marks.startsLast) {
      const [script, on] = direction === "stop" ? [at, target] : [target, at];
      warn(run, {
        kind: "depends-on-all",
        direction,
        script: script.script ?? script.name,
        on: on.script ?? on.name,
      });
      continue;
    }
    if (there.number >= number) continue;
    push(run, target, at, number, direction, report);
    if (there.loop || here.loop || cause?.[direction].loop === true) return true;
  }
  return false;
}

/** A name that no script provides gets a number just before the first that needs it, and their levels. */
function guess(run: InsservRun, node: Node, direction: Direction): void {
  if (node.script !== undefined) return;
  if (node.name.startsWith("$")) {
    warn(run, { kind: "facility-not-expanded", service: node.name });
    return;
  }
  const side = node[direction];
  const first = side.behind[0];
  if (first === undefined) return;
  let least = Math.min(largestNumber, first[direction].number);
  let levels = first[direction].levels;
  // A node is never behind itself, so only the length of the list limits this.
  for (const later of first === node ? [] : side.behind.slice(-largestNumber)) {
    least = Math.min(least, later[direction].number);
    levels |= later[direction].levels;
  }
  if (least > 1) {
    side.number = least - 1;
    side.levels |= levels;
  } else side.levels = bootLevel;
}

/** Sets a lower bound for a script's number and, with `follow`, moves what is behind it as well. */
function raise(run: InsservRun, script: string, direction: Direction, least: number, follow: boolean): void {
  const node = nodeOfScript(run.graph, script);
  if (node === undefined) return;
  const side = node[direction];
  side.minimum = Math.max(side.minimum, least);
  if (side.number >= side.minimum) return;
  if (!follow) {
    side.number = side.minimum;
    return;
  }
  push(run, node, undefined, side.minimum, direction, false);
  for (const each of run.graph.nodes) guess(run, each, direction);
}

/** Scripts with `$all`: first of their levels at stop, behind everything else at start. */
export function placeAll(run: InsservRun): void {
  for (const service of run.graph.services) {
    if (service.marks.alias || !service.marks.stopsFirst || service.script === undefined) continue;
    for (const other of othersOf(run, service, "stop"))
      if (!other.marks.stopsFirst) require(run, service, { direction: "stop", must: false }, other.name);
    raise(run, service.script, "stop", 1, false);
  }
  for (const service of run.graph.services) {
    if (service.marks.alias || !service.marks.startsLast || service.script === undefined) continue;
    for (const other of othersOf(run, service, "start"))
      if (!other.marks.startsLast) require(run, service, { direction: "start", must: false }, other.name);
  }
}

function othersOf(run: InsservRun, service: Service, direction: Direction): Service[] {
  const { levels } = service.node[direction];
  return run.graph.services.filter(
    (other) => other !== service && !other.marks.alias && (levels & other.node[direction].levels) !== 0,
  );
}

/** Moves whatever shares a number and a level with an interactive script one number up, until it stands alone. */
export function isolateInteractive(run: InsservRun): void {
  const { graph } = run;
  const numberOf = (script: string): number => nodeOfScript(graph, script)?.start.number ?? 0;
  for (let number = 0; number <= largestNumber; number++) {
    for (const service of graph.services) {
      if (service.script === undefined || !service.marks.interactive) continue;
      service.startNumber = numberOf(service.script);
      if (service.startNumber !== number || service.marks.alias) continue;
      for (const other of graph.services) {
        if (mainService(other) === service || (service.node.start.levels & other.node.start.levels) === 0)
          continue;
        if (other.script === undefined) continue;
        other.startNumber = numberOf(other.script);
        if (other.startNumber !== number) continue;
        other.startNumber++;
        raise(run, other.script, "start", other.startNumber, true);
      }
    }
  }
}
