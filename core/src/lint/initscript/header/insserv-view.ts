// What insserv makes of the scripts of a tree. It is called once for a tree, as if somebody enabled all of them.

import { type InsservHeader, insservList, readInsservHeader } from "../../../initscript/header/insserv.ts";
import { type Configuration, configure } from "../../../initscript/insserv/configuration.ts";
import type { ServiceEdge } from "../../../initscript/insserv/edges.ts";
import { readFileFilters } from "../../../initscript/insserv/file-names.ts";
import type { Direction } from "../../../initscript/insserv/graph.ts";
import { type InsservResult, insservSlices } from "../../../initscript/insserv/insserv.ts";
import type { InsservMessage } from "../../../initscript/insserv/messages.ts";
import type { InsservSystem } from "../../../initscript/insserv/run-state.ts";
import { readingCost, scriptObstacle } from "../../../initscript/insserv/scan-scripts.ts";
import { type LevelSet, readLevels } from "../../../initscript/levels.ts";
import { orderSliceLimit } from "../../../initscript/tree/limits.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import { usualConfiguration } from "../../../initscript/tree/order.ts";
import { insservSystems } from "../../../initscript/tree/systems.ts";
import { finish, type Slices, spend, type WorkMeter, within } from "../../../text/slices.ts";

/** What insserv makes of a tree. */
export interface InsservView {
  readonly system: InsservSystem;
  readonly configuration: Configuration;
  /** What it says when all scripts are named. */
  readonly messages: readonly InsservMessage[];
  /** For whom each script waits, by its name; scripts that end every call are left out. */
  readonly waits: Readonly<Record<Direction, ReadonlyMap<string, readonly ServiceEdge[]>>>;
  readonly loops: readonly InsservMessage[];
  /** The levels by script. */
  readonly levels: Readonly<Record<Direction, ReadonlyMap<string, LevelSet>>>;
  /** The scripts that provide a name, in the order of the folder; insserv passes over all others. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** The scripts that have a link of their name. */
  readonly enabled: ReadonlySet<string>;
  /** More than a few scripts that somebody works on: what no script provides is not there. */
  readonly complete: boolean;
  /** Working out the order would have taken too long: nothing is known of messages, edges, loops and numbers. */
  readonly isTangled: boolean;
}

const views = new WeakMap<InitTree, InsservView>();

/** What insserv makes of a tree; computed once for each tree. */
export function insservView(tree: InitTree): InsservView {
  return finish(makeInsservView(tree));
}

/** What the view of a tree says, if it has been asked for; undefined if not. */
export function knownInsservView(tree: InitTree): InsservView | undefined {
  return views.get(tree);
}

/** What insserv makes of a tree, in slices. */
export function* makeInsservView(tree: InitTree): Slices<InsservView> {
  const known = views.get(tree);
  if (known !== undefined) return known;
  const meter = { spent: 0 };
  const given = yield* insservSystems.slices(tree);
  const system: InsservSystem = { ...given, configuration: given.configuration ?? usualConfiguration() };
  const filters = readFileFilters(system.fileFilters);
  const read = system.scripts.filter((script) => scriptObstacle(script, filters) === undefined);
  const headers = new Map<string, InsservHeader>();
  for (const script of read) {
    headers.set(script.name, readInsservHeader(headerText(system, script.name, script.text)));
    if (spend(meter, readingCost(script))) yield;
  }
  const names = read.map(({ name }) => name);
  const nothing = { messages: [], edges: [], order: [] };
  const run = (among: InsservSystem, words: readonly string[]): Slices<InsservResult | undefined> =>
    within(orderSliceLimit, insservSlices(among, words));
  const result = yield* run(system, names);
  // A script that ends every call would hide what is to be said about the others.
  const harmless = read.filter(({ name }) => !endsCalls(headers.get(name)));
  const further =
    harmless.length === read.length
      ? result
      : yield* run(
          { ...system, scripts: harmless },
          harmless.map(({ name }) => name),
        );
  const { messages } = result ?? nothing;
  const ordered = further ?? nothing;
  const levels = { start: new Map<string, LevelSet>(), stop: new Map<string, LevelSet>() };
  for (const { script, startLevels, stopLevels } of ordered.order) {
    levels.start.set(script, levelSet(startLevels));
    levels.stop.set(script, levelSet(stopLevels));
    if (spend(meter, 10)) yield;
  }
  const view: InsservView = {
    system,
    configuration: configure(system),
    messages,
    waits: {
      start: yield* waitsIn(ordered.edges, "start", meter),
      stop: yield* waitsIn(ordered.edges, "stop", meter),
    },
    loops: ordered.messages.filter(({ kind }) => kind.startsWith("loop-")),
    levels,
    providers: yield* providersIn(headers, meter),
    enabled: new Set(
      [...system.links.values()].flatMap((links) => links.flatMap(({ script }) => script ?? [])),
    ),
    complete: isComplete(tree),
    isTangled: result === undefined || further === undefined,
  };
  views.set(tree, view);
  return view;
}

function endsCalls(header: InsservHeader | undefined): boolean {
  const levels = [header?.values["Default-Start"], header?.values["Default-Stop"]];
  return header?.state === "open" || levels.some((value) => readLevels(value?.text ?? "").wrong);
}

function* providersIn(
  headers: ReadonlyMap<string, InsservHeader>,
  meter: WorkMeter,
): Slices<ReadonlyMap<string, readonly string[]>> {
  const providers = new Map<string, string[]>();
  for (const [script, { values }] of headers) {
    const provided = insservList(values.Provides?.text ?? "").filter((name) => !/^(?:$|[$#])/.test(name));
    for (const name of provided.length === 0 ? [script] : provided) {
      const others = providers.get(name) ?? [];
      if (others.at(-1) !== script) others.push(script);
      providers.set(name, others);
    }
    if (spend(meter, 5 + provided.length)) yield;
  }
  return providers;
}

function* waitsIn(
  edges: readonly ServiceEdge[],
  direction: Direction,
  meter: WorkMeter,
): Slices<ReadonlyMap<string, readonly ServiceEdge[]>> {
  const waits = new Map<string, ServiceEdge[]>();
  for (const edge of edges) {
    if (spend(meter)) yield;
    if (edge.direction !== direction || edge.missing !== undefined) continue;
    const others = waits.get(edge.later) ?? [];
    waits.set(edge.later, others);
    others.push(edge);
  }
  return waits;
}

function headerText(system: InsservSystem, name: string, text: string): string {
  const overriding = system.overrides.flatMap((files) => files.get(name) ?? []);
  return overriding.find((each) => readInsservHeader(each).state === "complete") ?? text;
}

/** Whether a folder is that of a whole system, recognized by what every system has and no package does. */
function isComplete(tree: InitTree): boolean {
  const base = ["rc", "rcS", "functions", "halt", "README", "skeleton"];
  return (
    tree.folders.size > 0 ||
    tree.inittab !== undefined ||
    tree.configuration !== undefined ||
    tree.scripts.some(({ name }) => base.includes(name))
  );
}

/** A list of levels as `formatLevels` prints it, as a set again. */
function levelSet(levels: string | undefined): LevelSet {
  return levels === undefined ? 0 : readLevels(levels).levels;
}
