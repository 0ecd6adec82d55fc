// .depend.boot, .depend.start and .depend.stop: what startpar may run at the same time. Spec 6.6.

import { type Slices, spend } from "../../text/slices.ts";
import { bootLevel, normalLevels } from "../levels.ts";
import type { Direction, Node, Requirements, Service } from "./graph.ts";
import { mainService } from "./graph.ts";
import { scriptsIn } from "./links.ts";
import { type InsservRun, tell } from "./run-state.ts";

/** The lines of the three files. */
export interface DependencyFiles {
  readonly boot: readonly string[];
  readonly start: readonly string[];
  readonly stop: readonly string[];
}

/** The files for the links as they are now; undefined with -n and -s, which write nothing. */
export function* makeDependencyFiles(run: InsservRun): Slices<DependencyFiles | undefined> {
  if (run.options.dryRun) {
    tell(run, 1, "dryrun, not creating depend.boot, depend.start, and depend.stop in /etc/init.d/.");
    return undefined;
  }
  tell(run, 1, "creating /etc/init.d/.depend.boot");
  tell(run, 1, "creating /etc/init.d/.depend.start");
  yield* sortNodes(run, "start");
  const boot = [
    targets(run, "start", bootLevel),
    interactive(run, true),
    ...(yield* rules(run, "start", true)),
  ];
  const start = [
    targets(run, "start", normalLevels),
    interactive(run, false),
    ...(yield* rules(run, "start", false)),
  ];
  tell(run, 1, "creating /etc/init.d/.depend.stop");
  yield* sortNodes(run, "stop");
  return { boot, start, stop: [targets(run, "stop", normalLevels), ...(yield* rules(run, "stop", false))] };
}

/** Puts the nodes into the order of their numbers, and in each service's list the largest number first. */
function* sortNodes(run: InsservRun, direction: Direction): Slices<void> {
  const largest = run.largest[direction];
  const { graph } = run;
  const nodes = [...graph.nodes];
  const numbered = nodes.filter((node) => node[direction].number <= largest);
  const beyond = nodes.filter((node) => node[direction].number > largest);
  graph.nodes = new Set([
    ...numbered.toSorted((one, other) => one[direction].number - other[direction].number),
    ...beyond,
  ]);
  if (spend(run.meter, 2 * nodes.length)) yield;
  for (const service of graph.services) {
    if (spend(run.meter, 3 + listOf(service, direction).size)) yield;
    if (service.marks.alias) continue;
    if (direction === "start") service.needs = sortRequirements(service.needs, direction, largest);
    else service.neededBy = sortRequirements(service.neededBy, direction, largest);
  }
}

function sortRequirements(list: Requirements, direction: Direction, largest: number): Requirements {
  const numberOf = (service: Service): number => service.node[direction].number;
  const sorted = [...list]
    .filter(([service]) => numberOf(service) <= largest)
    .toSorted(([one], [other]) => numberOf(other) - numberOf(one));
  const seen = new Set<Node>();
  const single = sorted.filter(([{ node }]) => !seen.has(node) && seen.add(node));
  return new Map([
    ...single.map(([service, must]) => [mainService(service), must] as const),
    ...[...list].filter(([service]) => numberOf(service) > largest),
  ]);
}

/** The linked scripts that have one of the levels. */
function* linked(
  run: InsservRun,
  direction: Direction,
  levels: number,
): Generator<{ service: Service; script: string }> {
  for (const each of scriptsIn(run, direction, levels)) if (each.service.links > 0) yield each;
}

function targets(run: InsservRun, direction: Direction, levels: number): string {
  return ["TARGETS =", ...[...linked(run, direction, levels)].map(({ script }) => script)].join(" ");
}

/** Interactive scripts that need nothing are left out. */
function interactive(run: InsservRun, boot: boolean): string {
  const names = [...linked(run, "start", bootLevel | normalLevels)].filter(
    ({ service }) => isBoot(service, "start") === boot && service.needs.size > 0 && service.marks.interactive,
  );
  return ["INTERACTIVE =", ...names.map(({ script }) => script)].join(" ");
}

function isBoot(service: Service, direction: Direction): boolean {
  return (service.node[direction].levels & bootLevel) !== 0;
}

function* rules(run: InsservRun, direction: Direction, boot: boolean): Slices<readonly string[]> {
  const lines: string[] = [];
  for (const { service, script } of linked(run, direction, bootLevel | normalLevels)) {
    if (spend(run.meter, 1 + listOf(service, direction).size)) yield;
    if (isBoot(service, direction) !== boot) continue;
    const names = waitedFor(service, direction);
    if (names !== undefined) lines.push([`${script}:`, ...names].join(" "));
  }
  return lines;
}

function listOf(service: Service, direction: Direction): Requirements {
  return direction === "start" ? service.needs : service.neededBy;
}

function numberOf(service: Service, direction: Direction): number {
  return direction === "start" ? service.startNumber : service.stopNumber;
}

/** The scripts that a service waits for; what another of them waits for in turn is left out. */
function waitedFor(service: Service, direction: Direction): string[] | undefined {
  const named: Service[] = [];
  const scripts: string[] = [];
  let any = false;
  for (const other of listOf(service, direction).keys()) {
    if (other.marks.alias || other.links <= 0 || other.script === undefined) continue;
    if (direction === "start" && (other === service || other.marks.startsLast)) continue;
    if ((service.node[direction].levels & other.node[direction].levels) === 0) continue;
    any = true;
    if (isImplied(service, other, named, direction)) continue;
    named.push(other);
    scripts.push(other.script);
  }
  return any ? scripts : undefined;
}

function isImplied(
  service: Service,
  other: Service,
  named: readonly Service[],
  direction: Direction,
): boolean {
  for (const each of named.slice(0, 100)) {
    if (numberOf(each, direction) <= numberOf(other, direction)) return false;
    // The program compares start levels in the stop file as well.
    const sharesLevel = (service.node.start.levels & other.node.start.levels) !== 0;
    if (sharesLevel && listOf(each, direction).has(other)) return true;
  }
  return false;
}
