// From the dependency words of a header to the graph.

import { insservList } from "../header/insserv.ts";
import {
  type Direction,
  mainService,
  provideService,
  putBehind,
  type Requirements,
  type Service,
} from "./graph.ts";
import { type InsservRun, warn } from "./run-state.ts";

/** The strength and direction of a list of dependency words. */
export interface RequirementKind {
  readonly direction: Direction;
  /** From a Required-* keyword. */
  readonly must: boolean;
}

/** `service` needs the things in `list`: at start it comes after them, at stop before them. */
export function require(run: InsservRun, service: Service, kind: RequirementKind, list: string): void {
  let asking = service;
  for (const word of insservList(list)) {
    if (word.startsWith("$")) requireFacility(run, asking, kind, word);
    else asking = requireName(run, asking, kind, word);
  }
}

function requireName(run: InsservRun, asking: Service, kind: RequirementKind, word: string): Service {
  const optional = word.startsWith("+");
  const must = kind.must && !optional;
  const named = provideService(run.graph, optional ? word.slice(1) : word);
  run.meter.spent += 3;
  if (kind.direction === "stop") {
    const needed = mainService(named);
    note(needed.neededBy, asking, must);
    putBehind(needed.node, asking.node, "stop");
    return asking;
  }
  const main = mainService(asking);
  note(main.needs, named, must);
  putBehind(main.node, named.node, "start");
  return main;
}

function note(list: Requirements, service: Service, must: boolean): void {
  list.set(service, must || list.get(service) === true);
}

function requireFacility(run: InsservRun, asking: Service, kind: RequirementKind, facility: string): void {
  const plain = facility.toLowerCase();
  if (plain === "$null") return;
  if (plain === "$all") {
    asking.marks[kind.direction === "stop" ? "stopsFirst" : "startsLast"] = true;
    return;
  }
  const members = run.facilities.get(facility);
  if (members === undefined) {
    if (kind.must) warn(run, { kind: "facility-unknown", facility });
  } else for (const member of members) require(run, asking, kind, member);
}

/** The things in `list` get a soft requirement of `service`: X-Start-Before and X-Stop-After. */
export function requireByOthers(run: InsservRun, service: Service, direction: Direction, list: string): void {
  for (const word of insservList(list)) {
    if (word.startsWith("$")) {
      for (const member of run.facilities.get(word) ?? []) requireByOthers(run, service, direction, member);
      continue;
    }
    const other = provideService(run.graph, word.startsWith("+") ? word.slice(1) : word);
    require(run, other, { direction, must: false }, service.name);
  }
}
