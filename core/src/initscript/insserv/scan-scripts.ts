// Reading the scripts of init.d: first the names of the command line, then every file of the folder.

import { type Slices, spend } from "../../text/slices.ts";
import { formatLevels, readLevels } from "../levels.ts";
import { mayBeEnabled, mayBeRemoved } from "./checks.ts";
import { nameObstacle, readFileFilters } from "./file-names.ts";
import {
  claimService,
  type Direction,
  joinServices,
  mainService,
  nodeOfScript,
  provideService,
  type Service,
} from "./graph.ts";
import { guessValues } from "./guess-values.ts";
import { require, requireByOthers } from "./requirements.ts";
import { giveUp, InsservEnd, type InsservRun, type InsservScript, providedNames, warn } from "./run-state.ts";
import { loadHeader, type ScriptHeader, type ScriptValues } from "./script-header.ts";

/** Marks the services of the scripts on the command line. */
export function* scanNamed(run: InsservRun): Slices<void> {
  for (const name of run.options.names) {
    const script = run.scripts.get(name);
    if (script === undefined) continue;
    if (spend(run.meter, readingCost(script))) yield;
    const header = loadHeader(run, script, name);
    if (header.state === "none") warn(run, { kind: "no-header", script: name });
    let first: Service | undefined;
    for (const provided of providedNames(run, name, header.values.Provides || name)) {
      const service = provideService(run.graph, provided);
      if (first === undefined) first = service;
      else joinServices(run.graph, first, service);
      service.marks.named = true;
    }
  }
}

/** Reads all scripts of the folder, the first one of the command line before the others. */
export function* scanFolder(run: InsservRun): Slices<void> {
  const { names } = run.options;
  const placeOf = (script: InsservScript): number => run.named.get(script.name) ?? -1;
  const scripts = run.system.scripts;
  const leading = names.length === 0 ? [] : scripts.filter((script) => placeOf(script) === 0);
  const others = names.length === 0 ? scripts : scripts.filter((script) => placeOf(script) !== 0);
  const filters = readFileFilters(run.system.fileFilters);
  for (const script of [...leading, ...others]) {
    const place = placeOf(script);
    const named = place >= 0;
    if (!usable(run, script, named, filters)) continue;
    if (spend(run.meter, readingCost(script))) yield;
    readScript(run, { script, named, extra: run.options.extras[place] });
  }
}

/** What reading a script takes, in units of work: a line about as much as looking at a few services. */
export function readingCost({ text }: InsservScript): number {
  return 10 + Math.ceil(text.length / 20);
}

function usable(run: InsservRun, script: InsservScript, named: boolean, filters: readonly string[]): boolean {
  const { name } = script;
  const link = script.linkTarget !== undefined;
  const obstacle = scriptObstacle(script, filters);
  switch (obstacle) {
    case undefined:
      return true;
    case "hidden":
      return false;
    case "link-to-script":
    case "name-not-valid":
      if (named) warn(run, { kind: obstacle, script: name });
      return false;
    case "not-executable":
      if (named) warn(run, { kind: obstacle, script: name, link });
      return false;
  }
}

/** Why insserv passes over a file of init.d; undefined when it reads it. */
export function scriptObstacle(
  script: InsservScript,
  filters: readonly string[] = [],
): "hidden" | "link-to-script" | "not-executable" | "name-not-valid" | undefined {
  const { name, linkTarget } = script;
  if (name.startsWith(".")) return "hidden";
  if (linkTarget !== undefined && name !== "reboot" && !linkTarget.includes("/")) return "link-to-script";
  if (!script.executable && !(linkTarget !== undefined && name === "reboot")) return "not-executable";
  return nameObstacle(name, filters) === undefined ? undefined : "name-not-valid";
}

interface ScriptOfRun {
  readonly script: InsservScript;
  readonly named: boolean;
  /** What stood after the name's comma on the command line. */
  readonly extra: string | undefined;
}

function readScript(run: InsservRun, subject: ScriptOfRun): void {
  const { script } = subject;
  const header = loadHeader(run, script, script.name);
  const { values } = header;
  if (header.state === "none") warn(run, { kind: "no-header", script: script.name });
  if (header.state === "openrc-run") {
    values["Required-Start"] = values["Required-Stop"] = "$remote_fs $syslog";
    values["Default-Start"] = "2 3 4 5";
    values["Default-Stop"] = "0 1 6";
  }
  if (values.Provides === undefined || values.Provides === "") guessValues(run, values, script.name);
  const provides = values.Provides ?? "";
  let first: Service | undefined;
  let last: Service | undefined;
  for (const name of providedNames(run, script.name, provides)) {
    last = provideService(run.graph, name);
    if (first === undefined) first = last;
    else joinServices(run.graph, first, last);
    if (claimService(run.graph, last, script.name)) readService(run, subject, header, last);
    else last = alreadyProvided(run, subject, last);
  }
  for (const direction of ["start", "stop"] as const) {
    const keyword = direction === "start" ? "Default-Start" : "Default-Stop";
    if (values[keyword] !== undefined) continue;
    warn(run, { kind: "levels-undefined", script: script.name, direction });
    values[keyword] = "";
  }
  const commanded = takeExtra(run, subject, values);
  if (last !== undefined) setLevels(run, mainService(last), values, commanded);
}

/** Another script has the name: the service to go on with. */
function alreadyProvided(run: InsservRun, { script, named }: ScriptOfRun, service: Service): Service {
  const { remove, force } = run.options;
  if (!remove || !named) warn(run, { kind: "already-provided", script: script.name, service: service.name });
  if (!remove && !force && named) run.failed = true;
  if (!remove || (!force && !named)) return service;
  const own = mainService(provideService(run.graph, script.name));
  own.marks.taken = true;
  claimService(run.graph, own, script.name);
  return own;
}

function readService(
  run: InsservRun,
  { script, named, extra }: ScriptOfRun,
  header: ScriptHeader,
  service: Service,
): void {
  const { values } = header;
  if (!service.marks.known) {
    service.marks.known = true;
    require(run, service, { direction: "start", must: true }, values["Required-Start"] ?? "");
    require(run, service, { direction: "start", must: false }, values["Should-Start"] ?? "");
    require(run, service, { direction: "stop", must: true }, values["Required-Stop"] ?? "");
    require(run, service, { direction: "stop", must: false }, values["Should-Stop"] ?? "");
    if (values["X-Interactive"] === "true") service.marks.interactive = true;
  }
  requireByOthers(run, service, "start", values["X-Start-Before"] ?? "");
  requireByOthers(run, service, "stop", values["X-Stop-After"] ?? "");
  const start = values["Default-Start"] ?? "";
  const stop = values["Default-Stop"] ?? "";
  if ([...start].some((character) => character !== " " && stop.includes(character)))
    warn(run, { kind: "levels-overlap", script: script.name, start, stop });
  if (named) {
    const allowed = run.options.remove ? mayBeRemoved(run, service) : mayBeEnabled(run, service);
    if (!allowed && !run.options.force) run.failed = true;
  }
  const tellOverride = named && extra === undefined && !run.options.remove;
  compareLevels(run, service, values, { direction: "start", script: script.name, tellOverride });
  compareLevels(run, service, values, { direction: "stop", script: script.name, tellOverride });
}

interface LevelComparison {
  readonly direction: Direction;
  readonly script: string;
  readonly tellOverride: boolean;
}

/** Links that are there win over the header, and insserv says so; otherwise the header's levels are taken. */
function compareLevels(run: InsservRun, service: Service, values: ScriptValues, what: LevelComparison): void {
  const { direction, script, tellOverride } = what;
  const keyword = direction === "start" ? "Default-Start" : "Default-Stop";
  const value = values[keyword];
  if (value === undefined) return;
  const levels = value === "" ? 0 : levelsOf(run, value);
  const side = service.node[direction];
  if (!service.marks.enabled) {
    if (value !== "") side.levels = levels;
    return;
  }
  if (run.options.defaults || levels === side.levels) return;
  if (tellOverride) {
    const current = formatLevels(side.levels) ?? "empty";
    // printf shows the missing text for a list without any level this way.
    const header = value === "" ? "empty" : (formatLevels(levels) ?? "(null)");
    warn(run, { kind: "links-override-levels", script, direction, current, header });
  }
  if (value === "") values[keyword] = formatLevels(side.levels) ?? "";
}

function levelsOf(run: InsservRun, value: string): number {
  const reading = readLevels(value);
  if (reading.wrong) giveUp(run, { kind: "wrong-level-key", key: "B" });
  return reading.levels;
}

/** Levels from the command line (`name,start=2,3,stop=0`). True when there was something after the comma. */
function takeExtra(run: InsservRun, { script, named, extra }: ScriptOfRun, values: ScriptValues): boolean {
  const { defaults, remove, force } = run.options;
  if (!named || defaults || remove || extra === undefined) return false;
  const start = extra.indexOf("start=");
  const stop = extra.indexOf("stop=");
  for (const [direction, keyword, at, other] of [
    ["start", "Default-Start", start, stop],
    ["stop", "Default-Stop", stop, start],
  ] as const) {
    if (at < 0) continue;
    if (force) {
      const provided = nodeOfScript(run.graph, script.name)?.name;
      const service = run.graph.byName.get(provided ?? "");
      // With -f a script all of whose names another has gets here, and the program crashes.
      if (service === undefined) throw new InsservEnd(139);
      service.node[direction].levels = 0;
    }
    values[keyword] = extra
      .slice(at + direction.length + 1, other > at ? other : undefined)
      .replace(/,$/, "");
  }
  return true;
}

function setLevels(run: InsservRun, service: Service, values: ScriptValues, commanded: boolean): void {
  if (service.marks.enabled && !commanded && (run.options.remove || !run.options.defaults)) return;
  service.node.start.levels |= levelsOf(run, values["Default-Start"] ?? "");
  service.node.stop.levels |= levelsOf(run, values["Default-Stop"] ?? "");
}
