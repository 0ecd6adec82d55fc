// Who waits for whom among the services of a system, by their places in its list.

import { type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import type { ServiceFacts } from "./system.ts";

/** The two numbers of a service. */
export type Side = "start" | "stop";

/** Lists of places. Who asks for the same name has the same list, so that all together they are no longer than the headers. */
export type Places = readonly (readonly number[])[];

/** For whom a service waits when it starts, and whom it has to stop before. */
export type ItsWaits = Readonly<Record<Side, Places>>;

/** Who waits for whom. */
export interface Waits {
  /** Of each service. */
  readonly of: readonly ItsWaits[];
  /** Of a service that asks for other names than the one in the list. */
  readonly ofNames: (service: ServiceFacts) => ItsWaits;
  /** Who waits for each service. */
  readonly for: readonly ItsWaits[];
}

const known = new WeakMap<readonly ServiceFacts[], Waits>();

/** Finds once for all calls of the program on the same scripts who waits for whom. */
export function* waitsAmong(services: readonly ServiceFacts[], meter: WorkMeter): Slices<Waits> {
  const found = known.get(services) ?? (yield* findWaits(services, meter));
  known.set(services, found);
  return found;
}

function* findWaits(services: readonly ServiceFacts[], meter: WorkMeter): Slices<Waits> {
  const providers = new Map<string, number[]>();
  const waiters = { start: new Map<string, number[]>(), stop: new Map<string, number[]>() };
  for (const [place, service] of services.entries()) {
    const provided = new Set([service.name, ...service.provides]);
    const startsAfter = new Set(service.startsAfter);
    const stopsBefore = new Set(service.stopsBefore);
    for (const name of provided) listAt(providers, name).push(place);
    for (const name of startsAfter) listAt(waiters.start, name).push(place);
    for (const name of stopsBefore) listAt(waiters.stop, name).push(place);
    if (spend(meter, 1 + provided.size + startsAfter.size + stopsBefore.size)) yield;
  }
  const ofNames = ({ startsAfter, stopsBefore }: ServiceFacts): ItsWaits => ({
    start: listsOf(providers, startsAfter),
    stop: listsOf(providers, stopsBefore),
  });
  const forNames = ({ name, provides }: ServiceFacts): ItsWaits => ({
    start: listsOf(waiters.start, [name, ...provides]),
    stop: listsOf(waiters.stop, [name, ...provides]),
  });
  const its: ItsWaits[] = [];
  const forIt: ItsWaits[] = [];
  for (const service of services) {
    its.push(ofNames(service));
    forIt.push(forNames(service));
    if (spend(meter, 2)) yield;
  }
  return { of: its, ofNames, for: forIt };
}

function listAt(lists: Map<string, number[]>, name: string): number[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function listsOf(lists: ReadonlyMap<string, readonly number[]>, names: readonly string[]): Places {
  return [...new Set(names)].flatMap((name) => {
    const list = lists.get(name);
    return list === undefined ? [] : [list];
  });
}
