// The links that the tools make for all scripts of a tree.

import { type Slices, spend, type WorkMeter, within } from "../../text/slices.ts";
import { callChkconfig } from "../chkconfig/chkconfig.ts";
import { type ChkconfigRun, headerOf, newChkconfigRun, readingCost } from "../chkconfig/system.ts";
import { facilityFacts, interactiveServices } from "../facts/facilities.ts";
import type { ChkconfigHeader } from "../header/chkconfig.ts";
import type { DependencyFiles } from "../insserv/dependency-files.ts";
import type { ServiceEdge } from "../insserv/edges.ts";
import { nameObstacle, readFileFilters } from "../insserv/file-names.ts";
import { type InsservResult, insservSlices } from "../insserv/insserv.ts";
import { byBytes } from "../rc/model.ts";
import { folderNames } from "../rc-name.ts";
import { orderSliceLimit } from "./limits.ts";
import type { InitTree } from "./model.ts";
import { chkconfigSystem, insservSystems } from "./systems.ts";

/** What to begin with. */
export interface OrderOptions {
  /** The links that are there already, as the tools do it, instead of none. */
  readonly keepLinks: boolean;
  /** insserv's -f: it goes on although something required is missing. */
  readonly force?: boolean;
  /** How many slices of work may be spent on one run of the tool; as a rule the limit for all. */
  readonly mostSlices?: number;
}

/** One call of a tool. */
export interface ToolRun {
  readonly args: readonly string[];
  readonly exit: number;
  readonly stderr: readonly string[];
  readonly stdout: readonly string[];
}

/** The outcome of a tool. */
export interface ScriptOrder {
  readonly runs: readonly ToolRun[];
  /** The names of the links by level, in byte order; levels without any are absent. */
  readonly rcd: Readonly<Record<string, readonly string[]>>;
  /** What insserv writes for startpar; absent if it wrote nothing, and for chkconfig. */
  readonly depend: DependencyFiles | undefined;
  readonly edges: readonly ServiceEdge[];
  /** Scripts that the tool was not asked about, since it takes no file like this for a service. */
  readonly passedOver: readonly string[];
  /** The opposite order of the names, in the folder or on the command line, gives other links or another status. */
  readonly dependsOnOrder: boolean;
  /** The tree has no insserv.conf; Debian 12's was taken. */
  readonly configurationAssumed: boolean;
}

/** insserv.conf as Debian 12 has it. */
export function usualConfiguration(): string {
  const facilities = facilityFacts.filter(({ members }) => members.length > 0);
  const lines = facilities.map(({ name, members }) => `${name} ${members.join(" ")}\n`);
  return `${lines.join("")}<interactive> ${interactiveServices.join(" ")}\n`;
}

/** Calls insserv with the names of all scripts; undefined if that takes more work than is spent on it. */
export function* insservOrder(
  tree: InitTree,
  { keepLinks, force = false, mostSlices = orderSliceLimit }: OrderOptions,
): Slices<ScriptOrder | undefined> {
  const given = yield* insservSystems.slices(tree);
  const configurationAssumed = given.configuration === undefined;
  const system = {
    ...given,
    ...(keepLinks ? {} : { links: new Map() }),
    configuration: given.configuration ?? usualConfiguration(),
  };
  const filters = readFileFilters(given.fileFilters);
  const named = tree.scripts.map(({ name }) => name);
  const services = named.filter((name) => nameObstacle(name, filters) === undefined);
  const called = (names: readonly string[]): readonly string[] => (force ? ["-f", ...names] : names);
  const args = called(services);
  const result = yield* within(mostSlices, insservSlices(system, args));
  if (result === undefined) return undefined;
  const rcd = namesOf(result);
  const reversed = { ...system, scripts: system.scripts.toReversed() };
  const others: InsservResult[] = [];
  for (const [folder, words] of [
    [reversed, args],
    [system, called(services.toReversed())],
    [reversed, called(services.toReversed())],
  ] as const) {
    const other = yield* within(mostSlices, insservSlices(folder, words));
    if (other === undefined) return undefined;
    others.push(other);
  }
  return {
    runs: [{ args, exit: result.exit, stderr: result.stderr, stdout: result.stdout }],
    rcd,
    depend: result.dependencyFiles,
    edges: result.edges,
    passedOver: named.filter((name) => nameObstacle(name, filters) !== undefined),
    dependsOnOrder: others.some(
      (other) => other.exit !== result.exit || JSON.stringify(namesOf(other)) !== JSON.stringify(rcd),
    ),
    configurationAssumed,
  };
}

function namesOf({ links }: InsservResult): Readonly<Record<string, readonly string[]>> {
  return folderNames(new Map([...links].toSorted(([one], [other]) => byBytes(one, other))));
}

/**
 * Calls chkconfig with `--add` for one script after the other; helper files without any header are passed over.
 * Undefined if that takes more work than is spent on it.
 */
export function* chkconfigOrder(
  tree: InitTree,
  { keepLinks, mostSlices = orderSliceLimit }: OrderOptions,
): Slices<ScriptOrder | undefined> {
  const given = chkconfigSystem(tree);
  const called = newChkconfigRun(keepLinks ? given : { ...given, links: new Map() });
  const headers = new Map<string, ChkconfigHeader>();
  for (const script of tree.scripts) {
    headers.set(script.name, headerOf(script));
    if (spend(called.meter, readingCost(script))) yield;
  }
  const services = [...headers].flatMap(([name, { lines }]) => (lines.length === 0 ? [] : name));
  const passedOver = [...headers].flatMap(([name, { lines }]) => (lines.length === 0 ? name : []));
  const runs = yield* within(mostSlices, addAll(called, services));
  if (runs === undefined) return undefined;
  const added = runs.flatMap(({ args, exit }) => (exit === 0 ? (args[1] ?? []) : []));
  const edges = yield* chkconfigEdges(added, headers, called.meter);
  return {
    runs,
    rcd: yield* sortedFolders(called),
    depend: undefined,
    edges,
    passedOver,
    dependsOnOrder: false,
    configurationAssumed: false,
  };
}

function* addAll(run: ChkconfigRun, names: readonly string[]): Slices<readonly ToolRun[]> {
  const runs: ToolRun[] = [];
  for (const name of names) {
    const args = ["--add", name];
    const { exit, stderr = [], stdout = [] } = yield* callChkconfig(run, args);
    runs.push({ args, exit, stderr, stdout });
  }
  return runs;
}

/** The names in each folder that is not empty. */
function* sortedFolders({ folders, meter }: ChkconfigRun): Slices<ScriptOrder["rcd"]> {
  const sorted: Record<string, readonly string[]> = {};
  for (const [level, names] of [...folders.all()].toSorted(([one], [other]) => byBytes(one, other))) {
    if (names.length > 0) sorted[level] = names.toSorted();
    if (spend(meter, sortingCost * names.length)) yield;
  }
  return sorted;
}

/** Finding the place of a name among thousands takes about as long as looking at so many. */
const sortingCost = 3;

/** Who waits for whom among the scripts that were added; of several that provide a name, the first is meant. */
function* chkconfigEdges(
  added: readonly string[],
  headers: ReadonlyMap<string, ChkconfigHeader>,
  meter: WorkMeter,
): Slices<readonly ServiceEdge[]> {
  const provider = new Map<string, string>();
  for (const name of added)
    for (const provided of [name, ...(headers.get(name)?.provides ?? []).map(({ text }) => text)])
      if (!provider.has(provided)) provider.set(provided, name);
  const edges: ServiceEdge[] = [];
  for (const later of added) {
    const header = headers.get(later);
    if (header === undefined || !header.lsb) continue;
    const lists = [
      ["start", true, header.requiredStart],
      ["start", false, header.shouldStart],
      ["stop", true, header.requiredStop],
      ["stop", false, header.shouldStop],
    ] as const;
    for (const [direction, must, words] of lists)
      for (const { text } of words) {
        const other = provider.get(text);
        if (spend(meter)) yield;
        if (other === undefined || other === later) continue;
        const [first, second] = direction === "start" ? [other, later] : [later, other];
        edges.push({ direction, earlier: first, later: second, must, missing: undefined });
      }
  }
  return edges;
}
