// Numbers that follow the dependencies, for scripts with an LSB header. Spec 2.3.

import { type Slices, spend } from "../../text/slices.ts";
import {
  type Ladder,
  newLadder,
  numberAfter,
  numberAt,
  saidBy,
  settle,
  turned,
  waitersOf,
} from "./ladder.ts";
import {
  type ChkconfigRun,
  type ChkconfigService,
  chkconfigLevels,
  isConfigured,
  isOn,
  type RcFolders,
  type ServiceFacts,
} from "./system.ts";
import { type Side, waitsAmong } from "./waits.ts";

/** Adjusts the numbers of all LSB scripts, corrects their links, and gives the target a link in every level. */
export function* orderByDependencies(run: ChkconfigRun, target: ChkconfigService): Slices<void> {
  const ordering = yield* orderingOf(run);
  yield* follow(run, ordering, target);
  yield* correct(run, ordering);
  const its = ordering.ladders.start.waits.ofNames(target);
  const after = (side: Side): number =>
    numberAfter(ordering.ladders[side], {
      number: saidBy(side, target),
      levels: target.currentLevels,
      waits: its[side],
    });
  target.startNumber = after("start");
  target.stopNumber = turned(after("stop"));
  completeLinks(run.folders, target);
}

/**
 * What is known of the numbers from one call to the next. A call changes the levels of its target and nobody else's, so
 * that most numbers stay as they are.
 */
interface Ordering {
  readonly services: readonly ServiceFacts[];
  readonly places: ReadonlyMap<string, number>;
  readonly ladders: Readonly<Record<Side, Ladder>>;
  /** The levels in which each service is on during the call. */
  readonly levels: number[];
  /** The services that still have several links in one folder. */
  crowded: ReadonlySet<number>;
  /** The target of the call before, whose levels were those that it was to have. */
  target: string | undefined;
}

const orderings = new WeakMap<ChkconfigRun, Ordering>();

function* orderingOf(run: ChkconfigRun): Slices<Ordering> {
  const known = orderings.get(run);
  if (known !== undefined) return known;
  const services = yield* run.services(run.meter);
  const waits = yield* waitsAmong(services, run.meter);
  const levels: number[] = [];
  for (const { name } of services) {
    levels.push(run.folders.levelsOf(name));
    if (spend(run.meter, chkconfigLevels.length)) yield;
  }
  run.folders.touched.clear();
  const all = new Set(services.keys());
  const ladders = {
    start: newLadder("start", services, { waits, levels }),
    stop: newLadder("stop", services, { waits, levels }),
  };
  for (const ladder of Object.values(ladders)) yield* settle(ladder, all, run.meter);
  const places = new Map(services.map(({ name }, place) => [name, place]));
  const ordering = { services, places, ladders, levels, crowded: all, target: undefined };
  orderings.set(run, ordering);
  return ordering;
}

/** Brings the numbers up to the links as they are now, and to the levels that the target is to have. */
function* follow(run: ChkconfigRun, ordering: Ordering, target: ChkconfigService): Slices<void> {
  const { folders, meter } = run;
  const { places, ladders, levels } = ordering;
  const touched = new Set([...folders.touched, ordering.target ?? target.name, target.name]);
  folders.touched.clear();
  ordering.target = target.name;
  for (const name of touched) {
    const place = places.get(name);
    if (place === undefined) continue;
    for (const { changed } of Object.values(ladders)) changed.add(place);
    const present = name === target.name ? target.currentLevels : folders.levelsOf(name);
    if (levels[place] === present) continue;
    levels[place] = present;
    for (const ladder of Object.values(ladders))
      yield* settle(ladder, [place, ...(yield* waitersOf(ladder, place, meter))], meter);
  }
}

/** Renaming a link takes about as long as looking at so many services. */
const renamingCost = 5;

/** Gives links their numbers wherever these may have changed. */
function* correct(run: ChkconfigRun, ordering: Ordering): Slices<void> {
  const { ladders, crowded } = ordering;
  const { start, stop } = ladders;
  const looked = new Set([...start.changed, ...stop.changed, ...crowded]);
  start.changed.clear();
  stop.changed.clear();
  const still = new Set<number>();
  let first: readonly (Numbers | undefined)[] | undefined;
  for (const place of looked) {
    if (spend(run.meter, chkconfigLevels.length)) yield;
    const name = ordering.services[place]?.name ?? "";
    // What has the numbers of its script was not moved, so the program leaves its links as they are.
    const isMoved = Object.values(ladders).some(({ numbers, said }) => numbers[place] !== said[place]);
    const numbers = { start: start.numbers[place] ?? 0, stop: turned(stop.numbers[place] ?? 0) };
    for (const level of chkconfigLevels) {
      const [link, ...others] = run.folders.linksOf(name, level);
      if (link === undefined) continue;
      if (others.length > 0) still.add(place);
      if (!isMoved) continue;
      const on = isOn(run.folders, name, level);
      const side = on ? "start" : "stop";
      const present = Number(link.slice(1, 3));
      if (numbers[side] === present && others.length > 0) first ??= yield* firstNumbers(run, ordering);
      // The program renames links at each change, which takes away all others that the service has in the folder.
      const isRenamed =
        numbers[side] !== present || (others.length > 0 && first?.[place]?.[side] !== present);
      if (isRenamed && spend(run.meter, renamingCost)) yield;
      if (isRenamed)
        run.folders.setLink({ name, startNumber: numbers.start, stopNumber: numbers.stop }, level, on);
    }
  }
  ordering.crowded = still;
}

type Numbers = Readonly<Record<Side, number>>;

/**
 * The numbers of each service when they had changed once, which depends on the way to the last ones: the program goes
 * through all services again and again until nothing changes. Undefined for a service that keeps what its script says.
 */
function* firstNumbers(
  run: ChkconfigRun,
  { services, ladders }: Ordering,
): Slices<readonly (Numbers | undefined)[]> {
  const start = { ...ladders.start, numbers: [...ladders.start.said] };
  const stop = { ...ladders.stop, numbers: [...ladders.stop.said] };
  const first = services.map((): Numbers | undefined => undefined);
  for (let changed = true; changed; ) {
    changed = false;
    for (let place = 0; place < services.length; place++) {
      const next = { start: numberAt(start, place), stop: numberAt(stop, place) };
      const waits = start.waits.of[place];
      for (const list of [...(waits?.start ?? []), ...(waits?.stop ?? [])])
        if (spend(run.meter, list.length)) yield;
      if (spend(run.meter)) yield;
      if (next.start === start.numbers[place] && next.stop === stop.numbers[place]) continue;
      changed = true;
      start.numbers[place] = next.start;
      stop.numbers[place] = next.stop;
      first[place] ??= { start: next.start, stop: turned(next.stop) };
    }
  }
  return first;
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
