// Numbers that follow the dependencies, for scripts with an LSB header. Spec 2.3.

import { type Slices, spend } from "../../text/slices.ts";
import {
  type ChkconfigRun,
  type ChkconfigService,
  chkconfigLevels,
  isConfigured,
  isOn,
  type RcFolders,
  type ServiceFacts,
  serviceOf,
  unsaid,
} from "./system.ts";

/** The number of a script with an LSB header and no `chkconfig:` line, in both directions. */
export const usualNumber = 50;

/** Adjusts the numbers of all LSB scripts, corrects their links, and gives the target a link in every level. */
export function* orderByDependencies(run: ChkconfigRun, target: ChkconfigService): Slices<void> {
  const neighbours = yield* neighboursIn(run);
  const services = run.services().map((facts) => serviceOf(run, facts));
  if (spend(run.meter, 3 * services.length)) yield;
  for (const service of services)
    if (service.name === target.name) service.currentLevels = target.currentLevels;
  const firstNumbers = new Map<ChkconfigService, FirstNumbers>();
  // What is not stale has nothing to follow, so that adjusting it would change nothing.
  const stale = services.map(({ lsb }) => lsb);
  // Every round that changes something moves a number towards its end, 99 or 0, so the rounds come to an end.
  for (let changed = true; changed; ) {
    changed = false;
    for (let place = 0; place < services.length; place++) {
      const service = services[place];
      const its = neighbours.all[place];
      if (stale[place] !== true || service === undefined || its === undefined) continue;
      stale[place] = false;
      if (spend(run.meter, 2 * costOf(its))) yield;
      if (!adjust(service, services, its)) continue;
      changed = true;
      const { startNumber, stopNumber } = service;
      if (!firstNumbers.has(service)) firstNumbers.set(service, { startNumber, stopNumber });
      for (const follower of neighbours.followers[place] ?? [])
        stale[follower] = services[follower]?.lsb === true;
    }
  }
  for (const [service, first] of firstNumbers) correctLinks(run.folders, service, first);
  adjust(target, services, neighbours.of(target));
  completeLinks(run.folders, target);
}

/** Whom a service follows, by their places in the list. */
interface Neighbours {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

interface AllNeighbours {
  /** Of each service. */
  readonly all: readonly Neighbours[];
  readonly of: (service: ServiceFacts) => Neighbours;
  /** Who follows each service. */
  readonly followers: readonly (readonly number[])[];
}

const known = new WeakMap<readonly ServiceFacts[], AllNeighbours>();

/** Who names whom, found once for all calls of the program on the same scripts. */
function* neighboursIn(run: ChkconfigRun): Slices<AllNeighbours> {
  const services = run.services();
  const found = known.get(services) ?? (yield* findNeighbours(run));
  known.set(services, found);
  return found;
}

function* findNeighbours(run: ChkconfigRun): Slices<AllNeighbours> {
  const services = run.services();
  const places = new Map<string, number[]>();
  for (const [place, { name, provides }] of services.entries())
    for (const each of new Set([name, ...provides])) {
      const same = places.get(each) ?? [];
      places.set(each, same);
      same.push(place);
    }
  const placesOf = (names: readonly string[]): readonly number[] =>
    [...new Set(names.flatMap((name) => places.get(name) ?? []))].toSorted((one, other) => one - other);
  const of = ({ startsAfter, stopsBefore }: ServiceFacts): Neighbours => ({
    before: placesOf(startsAfter),
    after: placesOf(stopsBefore),
  });
  const all: Neighbours[] = [];
  const followers = services.map((): number[] => []);
  for (const [place, service] of services.entries()) {
    const its = of(service);
    all.push(its);
    for (const other of new Set([...its.before, ...its.after])) followers[other]?.push(place);
    if (spend(run.meter, costOf(its))) yield;
  }
  return { all, of, followers };
}

function costOf({ before, after }: Neighbours): number {
  return 1 + before.length + after.length;
}

/** Moves the numbers of a service; true when one changed. */
function adjust(
  service: ChkconfigService,
  services: readonly ChkconfigService[],
  { before, after }: Neighbours,
): boolean {
  const { startNumber, stopNumber, currentLevels } = service;
  if (service.startNumber === unsaid.start) service.startNumber = usualNumber;
  if (service.stopNumber > 99) service.stopNumber = usualNumber;
  // A dependency counts only if the other one is on wherever this one is to be on.
  const counts = (other: ChkconfigService): boolean =>
    (currentLevels & other.currentLevels) === currentLevels;
  for (const place of before) {
    const other = services[place];
    if (other !== undefined && counts(other) && service.startNumber <= other.startNumber)
      service.startNumber = Math.min(other.startNumber + 1, 99);
  }
  for (const place of after) {
    const other = services[place];
    if (other !== undefined && counts(other) && service.stopNumber >= other.stopNumber)
      service.stopNumber = Math.max(other.stopNumber - 1, 0);
  }
  return service.startNumber !== startNumber || service.stopNumber !== stopNumber;
}

/** The numbers of a service when they had changed once; each further change makes the one larger, the other smaller. */
type FirstNumbers = Pick<ChkconfigService, "startNumber" | "stopNumber">;

/**
 * Gives the links of a service the last of its numbers. The program renames them at each change, which takes away all
 * others that the service has in the folder.
 */
function correctLinks(folders: RcFolders, service: ChkconfigService, first: FirstNumbers): void {
  for (const level of chkconfigLevels) {
    const [link, ...others] = folders.linksOf(service.name, level);
    if (link === undefined) continue;
    const on = isOn(folders, service.name, level);
    const key = on ? "startNumber" : "stopNumber";
    const present = Number(link.slice(1, 3));
    if (service[key] !== present || (others.length > 0 && first[key] !== present))
      folders.setLink(service, level, on);
  }
}

/** Gives a service its links in all levels. */
function completeLinks(folders: RcFolders, service: ChkconfigService): void {
  for (const level of chkconfigLevels) {
    if (isConfigured(folders, service.name, level)) {
      const on = isOn(folders, service.name, level);
      const number = on ? service.startNumber : service.stopNumber;
      const present = Number(folders.linksOf(service.name, level)[0]?.slice(1, 3));
      if (number !== present) folders.setLink(service, level, on);
    } else folders.setLink(service, level, (service.levels & (1 << level)) !== 0);
  }
}
