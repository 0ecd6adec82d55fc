// What OpenRC makes of the system around a service.

import { bootLevels } from "../../../initscript/openrc/boot-levels.ts";
import { type DependType, listOf } from "../../../initscript/openrc/deptree.ts";
import { type OpenrcOrder, openrcOrder } from "../../../initscript/openrc/level-orders.ts";
import { type OpenrcVisit, openrcSession } from "../../../initscript/openrc/walk.ts";
import { commandFor, hasWrapper } from "../../../initscript/openrc/wrapper.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import type { ScriptContext } from "../contract.ts";

/**
 * Whether the services that OpenRC itself brings are there, so that what is missing is missing: what is laid over a system
 * later has only its own.
 */
export function hasBase({ tree }: ScriptContext): boolean {
  return ["sysinit", "boot"].some((level) =>
    tree?.openrc?.runlevels.get(level)?.some(({ kind }) => kind === "service"),
  );
}

const known = new WeakMap<InitTree, OpenrcOrder>();

/** The dependencies of a whole system with runlevels; undefined where only the script is known. Computed once for a tree. */
export function systemOrder({ tree }: ScriptContext): OpenrcOrder | undefined {
  if (tree?.openrc === undefined) return undefined;
  const order = known.get(tree) ?? openrcOrder(tree);
  known.set(tree, order);
  return order;
}

/** Where a service is started on the way through the boot. */
interface StartPlace {
  /** The level that is being entered. */
  readonly level: string;
  readonly at: number;
}

/** What happens on a machine from its boot to its end. */
export interface SystemBoot {
  /** By service. One that is not there is not started, or fails. */
  readonly starts: ReadonlyMap<string, StartPlace>;
  /** The services that were not started since another one was not, each with that one. */
  readonly failed: ReadonlyMap<string, string>;
  /** The services that wait at shutdown for another one until OpenRC gives up. */
  readonly waiting: ReadonlySet<string>;
  /** The services that run on when the machine goes down, and those that were stopped before. */
  readonly left: ReadonlySet<string>;
  readonly stopped: ReadonlySet<string>;
  /** Whether stopping a service by hand on the booted machine has one wait so. */
  readonly waitsByHand: (service: string) => boolean;
}

const boots = new WeakMap<InitTree, SystemBoot>();

/** Boots the system of a script and takes it down again; undefined where only the script is known. Computed once for a tree. */
export function systemBoot({ tree }: ScriptContext): SystemBoot | undefined {
  if (tree?.openrc === undefined) return undefined;
  const boot = boots.get(tree) ?? bootOf(tree);
  boots.set(tree, boot);
  return boot;
}

function bootOf(tree: InitTree): SystemBoot {
  const { run } = openrcSession(tree);
  const starts = new Map<string, StartPlace>();
  const failed = new Map<string, string>();
  for (const each of levelsOfBoot(tree)) {
    const visit = run(commandFor(tree, each));
    const level = visit.present;
    for (const { service, command } of visit.calls)
      if (command === "start") starts.set(service, { level, at: starts.size });
    for (const line of visit.said) {
      const [, service, other] = /ERROR: cannot start (\S+) as (\S+) would not start$/.exec(line) ?? [];
      if (service !== undefined && other !== undefined) failed.set(service, other);
    }
  }
  const down = run(["openrc", "shutdown"]);
  const waiting = new Set(waitingIn(down));
  const left = new Set(down.started);
  const stopped = new Set(down.calls.flatMap(({ service, command }) => (command === "stop" ? service : [])));
  const byHand = new Map<string, boolean>();
  const waitsByHand = (service: string): boolean => {
    const answer = byHand.get(service) ?? stopWaits(tree, service);
    byHand.set(service, answer);
    return answer;
  };
  return { starts, failed, waiting, waitsByHand, left, stopped };
}

/** What is entered one after the other at boot: OpenRC's levels, or System V's where they are handed over. */
function levelsOfBoot(tree: InitTree): readonly string[] {
  return hasWrapper(tree) ? ["S", "2"] : bootLevels;
}

function stopWaits(tree: InitTree, service: string): boolean {
  const { run } = openrcSession(tree);
  for (const level of levelsOfBoot(tree)) run(commandFor(tree, level));
  return waitingIn(run(["rc-service", service, "stop"])).length > 0;
}

function waitingIn({ said }: OpenrcVisit): readonly string[] {
  return said.flatMap((line) => / (\S+): waiting for \S+ \(50 seconds\)$/.exec(line)?.[1] ?? []);
}

/** The services that stand for a name: it, or who provides it. */
export function servicesFor({ deptree }: OpenrcOrder, name: string): readonly string[] {
  const entry = deptree?.byName.get(name);
  const providers = listOf(entry, "providedby");
  return entry === undefined || providers.length > 0 ? providers : [name];
}

/** The names of the services that a need leads to: what it names, or who provides that. */
export function neededBy({ deptree }: OpenrcOrder, service: string): readonly (readonly [string, string])[] {
  const needs = deptree?.byName.get(service)?.lists.get("ineed") ?? [];
  return needs.flatMap((name) => {
    const providers = deptree?.byName.get(name)?.lists.get("providedby") ?? [];
    return (providers.length === 1 ? providers : providers.length === 0 ? [name] : []).map(
      (each) => [name, each] as const,
    );
  });
}

/** A step from a service to one that it names in a list. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly type: DependType;
}

/** The shortest way from one service to another along some lists; undefined where there is none. */
export function shortestWay(
  order: OpenrcOrder,
  from: string,
  to: string,
  types: readonly DependType[],
): readonly Step[] | undefined {
  const stepTo = new Map<string, Step | undefined>([[from, undefined]]);
  for (const service of stepTo.keys()) {
    if (service === to) {
      const way: Step[] = [];
      for (let step = stepTo.get(to); step !== undefined; step = stepTo.get(step.from)) way.unshift(step);
      return way;
    }
    for (const type of types)
      for (const name of listOf(order.deptree?.byName.get(service), type))
        for (const next of servicesFor(order, name))
          if (!stepTo.has(next)) stepTo.set(next, { from: service, to: next, type });
  }
  return undefined;
}

/** Whether depend() of a service of the tree says the same on every machine, as far as its text shows. */
export function dependsPlainly({ tree }: ScriptContext, service: string): boolean {
  const text = tree?.scripts.find(({ name }) => name === service)?.text ?? "";
  const body =
    /^[ \t]*(?:function[ \t]+)?depend[ \t]*\(\)\s*\{([\s\S]*?)(?:^|[\s;])\}/m.exec(text)?.[1] ?? "";
  return !/\b(?:if|case|for|while|until)\b|&&|\|\||[$`*]/.test(body.replace(/(?:^|\s)#.*/g, ""));
}
