// The start and stop numbers. Spec 6.4 and 6.5; the order of steps matters, because insserv's answer depends on it.

import { type Slices, spend } from "../../text/slices.ts";
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
export function* numberAll(run: InsservRun): Slices<void> {
  for (const { start, stop } of run.graph.nodes)
    for (const side of [start, stop]) yield* push(run, side, side.minimum, true);
  for (const node of unprovided(run)) for (const side of [node.start, node.stop]) guess(run, side);
}

/** The nodes that stand for no script. From here on they are always the same. */
function unprovided({ graph }: InsservRun): readonly Node[] {
  return [...graph.nodes].filter(({ script }) => script === undefined);
}

/** Whether a loop was found that forbids to change anything. */
export function hasLoop(run: InsservRun): boolean {
  return [...run.graph.nodes].some(({ start, stop }) => start.loopReported || stop.loopReported);
}

/** Marks a side as part of a loop already told; true when it was not yet. */
function isNewLoop(side: NodeSide): boolean {
  const fresh = !side.loop;
  side.loop = true;
  return fresh;
}

/** A way along those who are behind each other: from each node to the first that is behind it. */
interface Walk {
  readonly origin: NodeSide;
  /** From whose list the walk came here. */
  readonly cause: NodeSide | undefined;
  readonly least: number;
  readonly report: boolean;
  at: NodeSide;
  number: number;
  steps: number;
  /** Whom behind `at` to look at next; undefined as long as `at` has no number yet. */
  next: number | undefined;
  /** The one behind `at` that another walk went to. */
  pushed: NodeSide | undefined;
}

/**
 * Gives `origin` at least the number `least`, and those behind it larger ones. From each node it looks at all that are
 * behind, each by a walk of its own, then goes on with the first of them only.
 */
function* push(run: InsservRun, origin: NodeSide, least: number, report: boolean): Slices<void> {
  const walks: Walk[] = [];
  let walk = begin(run, origin, { cause: undefined, least, report });
  while (walk !== undefined) {
    if (spend(run.meter)) yield;
    const next: Walk | "ended" | "on" = walk.next === undefined ? arrive(run, walk) : lookBehind(run, walk);
    if (next === "ended") walk = walks.pop();
    else if (next !== "on") {
      walks.push(walk);
      walk = next;
    }
  }
}

/** A walk from `origin`; undefined where none can begin. */
function begin(
  run: InsservRun,
  origin: NodeSide,
  { cause, least, report }: Pick<Walk, "cause" | "least" | "report">,
): Walk | undefined {
  if (origin.open) {
    if (cause !== undefined) tellLoop(run, cause, [origin, cause]);
    return undefined;
  }
  const number = Math.max(least, origin.minimum);
  if (number > largestNumber) {
    if (!origin.tooDeep) warn(run, { kind: "too-deep", service: origin.node.name });
    origin.tooDeep = true;
    return undefined;
  }
  return { origin, cause, least, report, at: origin, number, steps: 0, next: undefined, pushed: undefined };
}

/** Gives `at` its number, or goes on behind it, or ends the walk. */
function arrive(run: InsservRun, walk: Walk): "on" | "ended" {
  const { origin, cause, at } = walk;
  if (walk.steps++ > largestNumber) {
    if (cause === undefined) tellLoopAt(run, at);
    else tellLoop(run, cause, [at, cause]);
    return "ended";
  }
  if ((origin.levels & at.levels) === 0) return goOn(walk);
  if (cause === at) {
    tellLoopAt(run, at);
    return "ended";
  }
  walk.number = Math.max(walk.number, at.number);
  at.number = walk.number;
  const { direction } = at;
  if ((at.levels & normalLevels) !== 0) run.largest[direction] = Math.max(run.largest[direction], at.number);
  if (at.behind.length === 0) return "ended";
  if (at.node.name.startsWith("$")) warn(run, { kind: "facility-not-expanded", service: origin.node.name });
  else if (++walk.number > largestNumber) {
    if (!at.tooDeep) warn(run, { kind: "too-deep", service: undefined });
    at.tooDeep = true;
    return "ended";
  }
  at.open = true;
  walk.next = 0;
  return "on";
}

/** The walk goes on with the first of those behind `at`. */
function goOn(walk: Walk): "on" | "ended" {
  const [first] = walk.at.behind;
  if (first === undefined) return "ended";
  walk.at = first;
  walk.next = undefined;
  return "on";
}

/** Looks at those behind `at`, until one of them needs a walk of its own. */
function lookBehind(run: InsservRun, walk: Walk): Walk | "on" | "ended" {
  const { origin, cause, at, number, report } = walk;
  const { behind, direction } = at;
  for (let place = walk.next ?? 0; ; place++) {
    if (walk.pushed !== undefined && (walk.pushed.loop || at.loop || cause?.loop === true))
      return leave(run, walk, true);
    walk.pushed = undefined;
    const target = behind[place];
    run.meter.spent++;
    if (
      target === undefined ||
      ((origin.levels & target.levels) !== 0 && (target === at || target === origin))
    )
      return leave(run, walk, false);
    if ((origin.levels & target.levels) === 0) continue;
    if (cause === target) {
      tellLoop(run, cause, [cause, at]);
      return leave(run, walk, true);
    }
    const { node } = direction === "stop" ? target : at;
    const { marks } = node.service;
    if (direction === "stop" ? marks.stopsFirst : marks.startsLast) {
      tellOfAll(run, at, target);
      continue;
    }
    if (target.number >= number) continue;
    walk.pushed = target;
    const pushed = begin(run, target, { cause: at, least: number, report });
    if (pushed === undefined) continue;
    walk.next = place + 1;
    return pushed;
  }
}

/** All behind `at` have been looked at, or a loop forbids to look further. */
function leave(run: InsservRun, walk: Walk, looped: boolean): "on" | "ended" {
  const { at, least, report } = walk;
  walk.pushed = undefined;
  at.open = false;
  if (!looped) return goOn(walk);
  if (report && !at.loopReported) {
    warn(run, { kind: "loop-involving", service: at.node.name, depth: least });
    at.loopReported = true;
  }
  return "ended";
}

function tellLoopAt(run: InsservRun, side: NodeSide): void {
  if (isNewLoop(side)) warn(run, { kind: "loop-at", service: side.node.name, direction: side.direction });
}

/** The one that the walk came from is marked first, the other one only if that had its mark before. */
function tellLoop(run: InsservRun, cause: NodeSide, [first, second]: readonly [NodeSide, NodeSide]): void {
  const other = first === cause ? second : first;
  if (!isNewLoop(cause) && !isNewLoop(other)) return;
  const { direction } = cause;
  warn(run, { kind: "loop-between", first: first.node.name, second: second.node.name, direction });
}

function tellOfAll(run: InsservRun, at: NodeSide, target: NodeSide): void {
  const { direction } = at;
  const [script, on] = direction === "stop" ? [at.node, target.node] : [target.node, at.node];
  const nameOf = (node: Node): string => node.script ?? node.name;
  warn(run, { kind: "depends-on-all", direction, script: nameOf(script), on: nameOf(on) });
}

/** A name that no script provides gets a number just before the first that needs it, and their levels. */
function guess(run: InsservRun, side: NodeSide): void {
  const { node, behind } = side;
  if (node.name.startsWith("$")) {
    warn(run, { kind: "facility-not-expanded", service: node.name });
    return;
  }
  const [first] = behind;
  if (first === undefined) return;
  let least = Math.min(largestNumber, first.number);
  let levels = first.levels;
  // A node is never behind itself, so only the length of the list limits this.
  for (const later of first === side ? [] : behind.slice(-largestNumber)) {
    least = Math.min(least, later.number);
    levels |= later.levels;
  }
  if (least > 1) {
    side.number = least - 1;
    side.levels |= levels;
  } else side.levels = bootLevel;
}

/** Scripts with `$all`: first of their levels at stop, behind everything else at start. */
export function* placeAll(run: InsservRun): Slices<void> {
  for (const service of run.graph.services) {
    if (service.marks.alias || !service.marks.stopsFirst || service.script === undefined) continue;
    for (const other of othersOf(run, service, "stop")) {
      if (spend(run.meter)) yield;
      if (!other.marks.stopsFirst) require(run, service, { direction: "stop", must: false }, other.name);
    }
    const side = nodeOfScript(run.graph, service.script)?.stop;
    if (side !== undefined) side.number = Math.max(side.number, side.minimum);
  }
  for (const service of run.graph.services) {
    if (service.marks.alias || !service.marks.startsLast || service.script === undefined) continue;
    for (const other of othersOf(run, service, "start")) {
      if (spend(run.meter)) yield;
      if (!other.marks.startsLast) require(run, service, { direction: "start", must: false }, other.name);
    }
  }
}

function othersOf(run: InsservRun, service: Service, direction: Direction): Service[] {
  const { levels } = service.node[direction];
  return run.graph.services.filter(
    (other) => other !== service && !other.marks.alias && (levels & other.node[direction].levels) !== 0,
  );
}

/** Moves whatever shares a number and a level with an interactive script one number up, until it stands alone. */
export function* isolateInteractive(run: InsservRun): Slices<void> {
  const { graph } = run;
  const missing = unprovided(run);
  const numberOf = (script: string): number => nodeOfScript(graph, script)?.start.number ?? 0;
  for (let number = 0; number <= largestNumber; number++) {
    for (const service of graph.services) {
      if (service.script === undefined || !service.marks.interactive) continue;
      service.startNumber = numberOf(service.script);
      if (service.startNumber !== number || service.marks.alias) continue;
      for (const other of graph.services) {
        if (spend(run.meter)) yield;
        if (mainService(other) === service || (service.node.start.levels & other.node.start.levels) === 0)
          continue;
        if (other.script === undefined) continue;
        other.startNumber = numberOf(other.script);
        if (other.startNumber !== number) continue;
        other.startNumber++;
        yield* raise(run, other.script, other.startNumber, missing);
      }
    }
  }
}

/** Sets a lower bound for a script's start number, and moves what is behind it as well. */
function* raise(run: InsservRun, script: string, least: number, missing: readonly Node[]): Slices<void> {
  const side = nodeOfScript(run.graph, script)?.start;
  if (side === undefined) return;
  side.minimum = Math.max(side.minimum, least);
  if (side.number >= side.minimum) return;
  yield* push(run, side, side.minimum, false);
  for (const { start } of missing) {
    if (spend(run.meter)) yield;
    guess(run, start);
  }
}
