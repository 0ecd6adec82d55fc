// insserv 1.24.0 as a function: folders and a command line in, links, dependency files and messages out.

import { finish, type Slices, spend } from "../../text/slices.ts";
import { formatLevels } from "../levels.ts";
import { parseInsservArguments } from "./arguments.ts";
import { checkLevels } from "./checks.ts";
import { configure } from "./configuration.ts";
import { type DependencyFiles, makeDependencyFiles } from "./dependency-files.ts";
import { type ServiceEdge, serviceEdges } from "./edges.ts";
import { dropAliases, mainService, provideService } from "./graph.ts";
import { type LinkFolders, linkFolders, writeLinks } from "./links.ts";
import { formatInsservMessage, type InsservMessage } from "./messages.ts";
import { hasLoop, isolateInteractive, largestNumber, numberAll, placeAll } from "./numbers.ts";
import {
  giveUp,
  InsservEnd,
  type InsservRun,
  type InsservSystem,
  newRun,
  type RcLink,
  tell,
  warn,
} from "./run-state.ts";
import { scanLinks } from "./scan-links.ts";
import { scanFolder, scanNamed } from "./scan-scripts.ts";

/** The numbers and levels that insserv worked out for one script. */
export interface ServiceOrder {
  readonly script: string;
  /** The name under which the script is ordered: the first that it provides. */
  readonly name: string;
  readonly startNumber: number;
  readonly stopNumber: number;
  /** As `2 3 4 5`; undefined for none. */
  readonly startLevels: string | undefined;
  readonly stopLevels: string | undefined;
}

/** The outcome of a call. */
export interface InsservResult {
  /** 139 as a shell sees it: the program crashed. */
  readonly exit: 0 | 1 | 139;
  readonly messages: readonly InsservMessage[];
  readonly stderr: readonly string[];
  readonly stdout: readonly string[];
  /** The rc folders afterwards, by level. */
  readonly links: ReadonlyMap<string, readonly RcLink[]>;
  /** Undefined when the call wrote none. */
  readonly dependencyFiles: DependencyFiles | undefined;
  /** What was worked out, also when the call was refused afterwards. */
  readonly order: readonly ServiceOrder[];
  /** Who waits for whom, as far as the graph got; also when the call was refused. */
  readonly edges: readonly ServiceEdge[];
  /**
   * Two scripts on the command line provide one name and others besides: the real program then works with memory that
   * it has freed, so what it does (this answer or a crash) is chance. Observed: insserv 1.24.0.
   */
  readonly unpredictable: boolean;
}

/** Runs insserv with the words of a command line. Never fails: what the program refuses is part of the result. */
export function runInsserv(system: InsservSystem, words: readonly string[]): InsservResult {
  return finish(insservSlices(system, words));
}

/** Runs insserv in slices: thousands of scripts that wait for each other take long. */
export function* insservSlices(system: InsservSystem, words: readonly string[]): Slices<InsservResult> {
  const { options, problems } = parseInsservArguments(words);
  const run = newRun(system, options);
  if (spend(run.meter, sizeOf(run))) yield;
  const folders = yield* linkFolders(run);
  if (spend(run.meter, sizeOf(run))) yield;
  const stdout: string[] = [];
  let dependencyFiles: DependencyFiles | undefined;
  let exit: InsservResult["exit"] = 0;
  try {
    for (const problem of problems) run.messages.push(problem);
    if (problems.length > 0) giveUp(run, { kind: "verbose", text: "For help use: insserv -h" });
    dependencyFiles = yield* orderServices(run, folders, stdout);
  } catch (error) {
    if (!(error instanceof InsservEnd)) throw error;
    exit = error.exit;
  }
  const stderr: string[] = [];
  for (const each of run.messages) {
    stderr.push(formatInsservMessage(each));
    if (spend(run.meter)) yield;
  }
  const links = folders.all();
  if (spend(run.meter, sizeOf(run))) yield;
  const order = serviceOrder(run);
  if (spend(run.meter, sizeOf(run))) yield;
  const edges = yield* serviceEdges(run.graph, run.meter);
  const unpredictable = run.graph.tangled;
  return {
    exit,
    messages: run.messages,
    stderr,
    stdout,
    links,
    dependencyFiles,
    order,
    edges,
    unpredictable,
  };
}

/** What something takes that is done once for all scripts, in units of work. */
function sizeOf({ system }: InsservRun): number {
  return 2 * system.scripts.length;
}

function* orderServices(
  run: InsservRun,
  folders: LinkFolders,
  stdout: string[],
): Slices<DependencyFiles | undefined> {
  const { options } = run;
  checkNames(run);
  if (spend(run.meter, sizeOf(run))) yield;
  setUpFacilities(run);
  yield* scanLinks(run, folders);
  dropAliases(run.graph);
  if (spend(run.meter, sizeOf(run))) yield;
  yield* scanNamed(run);
  yield* scanFolder(run);
  dropAliases(run.graph);
  if (spend(run.meter, sizeOf(run))) yield;
  yield* placeAll(run);
  yield* numberAll(run);
  if (hasLoop(run) && !options.force) giveUp(run, { kind: "exiting", why: "loop" });
  yield* isolateInteractive(run);
  if (!options.remove && !options.force) checkLevels(run);
  if (run.failed) giveUp(run, { kind: "exiting", why: "error" });
  if (options.showAll) stdout.push(...table(run));
  yield* writeLinks(run, folders);
  return yield* makeDependencyFiles(run);
}

function checkNames(run: InsservRun): void {
  const { names, remove } = run.options;
  if (names.length === 0 && remove) giveUp(run, { kind: "usage" });
  const exists = (name: string): boolean => run.scripts.has(name);
  // The program looks at the first name before it goes through all of them from the last.
  const [first, ...others] = names;
  const missing = [first, ...others.toReversed()].find((name) => name !== undefined && !exists(name));
  if (missing !== undefined) giveUp(run, { kind: "no-such-file", name: missing });
}

function setUpFacilities(run: InsservRun): void {
  const configuration = configure(run.system);
  for (const file of configuration.read) tell(run, 2, `Loading ${file}`);
  for (const name of configuration.interactive)
    mainService(provideService(run.graph, name)).marks.interactive = true;
  for (const message of configuration.messages) {
    if (message.kind === "facility-loop") giveUp(run, message);
    warn(run, message);
  }
  run.facilities = configuration.facilities;
}

function table(run: InsservRun): string[] {
  const rows: string[] = [];
  for (const direction of ["stop", "start"] as const) {
    if (run.largest[direction] === 0) continue;
    for (const node of run.graph.nodes) {
      const levels = formatLevels(node[direction].levels);
      const { script } = node.service;
      if (script === undefined || levels === undefined) continue;
      const number = String(node[direction].number).padStart(2, "0");
      rows.push(`${direction === "stop" ? "K" : "S"}:${number}:${levels}:${script}`);
    }
  }
  return rows;
}

function serviceOrder(run: InsservRun): ServiceOrder[] {
  return [...run.graph.nodes].flatMap((node) =>
    node.script === undefined
      ? []
      : {
          script: node.script,
          name: node.name,
          startNumber: Math.min(node.start.number, largestNumber),
          stopNumber: Math.min(node.stop.number, largestNumber),
          startLevels: formatLevels(node.start.levels),
          stopLevels: formatLevels(node.stop.levels),
        },
  );
}
