// Every way that a system can go from level to level, as far as its services are concerned: what rc starts and stops, and
// the locks that scripts leave, are part of the state.

import { defaultLevelOf } from "../../inittab/runlevels.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { findRcLevel } from "../levels.ts";
import type { RcEntry, RcScript, RcStep, RcSystem, SkipReason } from "../rc/model.ts";
import { walkRunlevel } from "../rc/walk.ts";
import { bootCallOf } from "../tree/boot-call.ts";
import type { InitTree } from "../tree/model.ts";
import { rcSystem } from "../tree/rc-system.ts";
import { type BehaviourOf, usualBehaviour } from "../tree/systems.ts";

/** What the search starts from. */
export interface ServiceWaysOptions {
  readonly flavor: RcFlavor;
  /** The records of the table: those that call rc say which levels have services. */
  readonly records: readonly {
    readonly runlevels: string;
    readonly action: string;
    readonly process: string;
  }[];
  /** What calling a script does; default: what its text says about locks. */
  readonly behaviours?: BehaviourOf;
}

/** A service as the search knows it. */
export interface Service {
  readonly name: string;
  /** The locks that its start makes. */
  readonly locks: readonly string[];
  /** What its links are called, by level. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** A system that has come to rest in a level. */
export interface ServiceState {
  readonly level: string;
  /** The services that are up, in byte order. */
  readonly up: ReadonlySet<string>;
  /** Those that were up before the last step. */
  readonly upBefore: ReadonlySet<string>;
  readonly locks: ReadonlySet<string>;
  /** The levels entered on a shortest way here, the first one by the boot. */
  readonly way: readonly string[];
  /** Why entries were passed over on the last step, by their names. */
  readonly skipped: ReadonlyMap<string, SkipReason>;
  /** The services in the order in which they were called on the last step. */
  readonly calls: readonly { readonly service: string; readonly argument: string }[];
}

/** All states of a system's services. */
export interface ServiceWays {
  readonly flavor: RcFlavor;
  readonly services: ReadonlyMap<string, Service>;
  readonly states: readonly ServiceState[];
  /** What the boot calls before the first level, and on the way into it. */
  readonly boot: ServiceState | undefined;
  readonly steps: number;
  readonly exhausted: boolean;
}

/** The levels from which a machine does not come back. */
export const finalLevels: readonly string[] = ["0", "6"];

/** No system has a tenth as many states that differ in services and locks. */
const mostStates = 2_000;

/** Follows rc through every sequence of changes between the levels in which the table calls it. Never fails. */
export function serviceWays(tree: InitTree, options: ServiceWaysOptions): ServiceWays {
  const { flavor, records, behaviours = usualBehaviour } = options;
  const system = rcSystem(tree, behaviours);
  const services = servicesOf(system);
  const levels = levelsWithRc(records).filter((level) => system.folders.has(level));
  const first = defaultLevel(records);
  const states: ServiceState[] = [];
  const known = new Set<string>();
  let steps = 0;
  let exhausted = true;
  const walker = { system, flavor, services, tree };
  const add = (state: Walked) => {
    const key = JSON.stringify([
      state.level,
      state.previous,
      [...state.up].toSorted(),
      [...state.locks].toSorted(),
    ]);
    if (known.has(key)) return;
    if (states.length >= mostStates) exhausted = false;
    else {
      known.add(key);
      states.push(state);
      open.push(state);
    }
  };
  const open: Walked[] = [];
  const nothing: Walked = {
    ...{ level: "N", previous: "N", way: [], skipped: new Map(), calls: [] },
    ...{ up: new Set(), upBefore: new Set(), locks: new Set() },
  };
  const early = rcFlavors[flavor].bootsThroughS ? enter(walker, nothing, "S", []) : nothing;
  const boot =
    first === undefined || !levels.includes(first)
      ? undefined
      : enter(walker, { ...early, previous: "N" }, first, [first]);
  if (boot !== undefined) add(boot);
  for (const state of open) {
    if (finalLevels.includes(state.level)) continue;
    for (const level of levels) {
      if (level === state.level) continue;
      steps++;
      add(enter(walker, state, level, [...state.way, level]));
    }
  }
  const started = boot === undefined ? undefined : { ...boot, calls: [...early.calls, ...boot.calls] };
  return { flavor, services, states, boot: started, steps, exhausted };
}

/** A state, and the previous runlevel that is passed to rc. */
interface Walked extends ServiceState {
  readonly previous: string;
}

interface Walker {
  readonly system: RcSystem;
  readonly flavor: RcFlavor;
  readonly services: ReadonlyMap<string, Service>;
  readonly tree: InitTree;
}

function enter(walker: Walker, from: Walked, level: string, way: readonly string[]): Walked {
  const { system, flavor, services, tree } = walker;
  const change = { previous: from.previous, runlevel: level, args: [level] };
  const walk = walkRunlevel(flavor, { ...system, locks: [...from.locks] }, change, tree.dependencyFiles);
  const up = new Set(from.up);
  const skipped = new Map<string, SkipReason>();
  const calls: { service: string; argument: string }[] = [];
  let isSingle = false;
  for (const step of walk.steps) {
    if (step.kind === "skip") skipped.set(step.entry, step.reason);
    const call = callOf(system, step);
    if (call === undefined) continue;
    const { service, argument } = call;
    calls.push(call);
    if (service === "single" && argument === "start") isSingle = true;
    if (argument === "start" && staysUp(walker, services.get(service))) up.add(service);
    else if (argument === "stop") up.delete(service);
  }
  // The script of single-user mode asks init for level S, which is the level before when people go on from there.
  const previous = isSingle ? "S" : level;
  return { level, previous, up, upBefore: from.up, locks: new Set(walk.locks), way, skipped, calls };
}

/** A service that can be seen to be up: if rc uses locks, one that makes a lock; otherwise one that some level stops. */
function staysUp({ flavor }: Walker, service: Service | undefined): boolean {
  if (service === undefined) return false;
  if (rcFlavors[flavor].decidesBy === "locks") return service.locks.length > 0;
  return [...service.links.values()].some((names) => names.some((name) => name.startsWith("K")));
}

function callOf(
  system: RcSystem,
  step: RcStep,
): { readonly service: string; readonly argument: string } | undefined {
  if (step.kind !== "call" || step.killall) return undefined;
  const [, level, name] = /^rc(.)\.d\/(.*)$/s.exec(step.path) ?? [];
  const below = /^init\.d\/(.*)$/s.exec(step.path)?.[1];
  const entry =
    level === undefined ? undefined : system.folders.get(level)?.find((each) => each.name === name);
  const service = below ?? (entry === undefined ? name : serviceOf(entry));
  return service === undefined ? undefined : { service, argument: step.argument };
}

function serviceOf({ name, script }: RcEntry): string {
  return script?.name ?? name.slice(3);
}

/** The services that have links, by name. */
export function servicesOf(system: RcSystem): ReadonlyMap<string, Service> {
  const links = new Map<string, Map<string, string[]>>();
  const scripts = new Map<string, RcScript>();
  for (const [level, entries] of system.folders)
    for (const entry of entries) {
      const name = serviceOf(entry);
      if (!/^[SK]\d\d/.test(entry.name)) continue;
      const byLevel = links.get(name) ?? new Map<string, string[]>();
      links.set(name, byLevel);
      byLevel.set(level, [...(byLevel.get(level) ?? []), entry.name]);
      if (entry.script !== undefined && !scripts.has(name)) scripts.set(name, entry.script);
    }
  return new Map(
    [...links].map(([name, byLevel]) => [
      name,
      { name, locks: scripts.get(name)?.start.touch ?? [], links: byLevel },
    ]),
  );
}

/** The levels for which a record calls rc. */
function levelsWithRc(records: ServiceWaysOptions["records"]): readonly string[] {
  const levels = new Set<string>();
  for (const { runlevels, action, process } of records) {
    if (action !== "wait" && action !== "once") continue;
    const level = findRcLevel(bootCallOf(process)?.level ?? "");
    if (level !== undefined && level !== "S" && (runlevels === "" || runlevels.includes(level)))
      levels.add(level);
  }
  return [...levels].toSorted();
}

function defaultLevel(records: ServiceWaysOptions["records"]): string | undefined {
  const record = records.find(({ action }) => action === "initdefault");
  return record === undefined ? undefined : defaultLevelOf(record.runlevels);
}
