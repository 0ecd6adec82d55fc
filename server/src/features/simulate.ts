// Runs of the simulated machine for any editor: plain JSON in, plain JSON out. The machine itself is core's.

import {
  compareLevels,
  type Dialect,
  defaultRunlevelOf,
  describePath,
  describeSeconds,
  type ExportFormat,
  exportFormats,
  type InittabRecord,
  type InittabScan,
  type LevelChoice,
  type LevelComparison,
  type LinePlace,
  levelName,
  levelsOf,
  momentAt,
  type Playback,
  type ProcessInterval,
  playScenario,
  type RecordKey,
  readScan,
  type Scenario,
  type ScenarioProblem,
  type SimulationAnswer,
  type SimulationLane,
  type SimulationOptions,
  simulate,
  simulationMarkdown,
  timelineSvg,
  validateScenario,
} from "@inittab/core";
import type { InittabDocument } from "../documents.ts";
import { isObject } from "../environment.ts";

/**
 * The commands of `workspace/executeCommand`. Each takes one argument and answers with plain JSON. VS Code registers them
 * under these names, so that the commands of the extension must have others.
 */
export const simulationCommands = {
  simulate: "inittab.simulate",
  runlevels: "inittab.listRunlevels",
  compare: "inittab.compareLevels",
  export: "inittab.renderSimulation",
} as const;

/** How long a boot is watched if nobody says otherwise; seconds. */
const usualEnd = 60;

/** Beyond so many lines of a table a run would keep everybody waiting. */
const mostLines = 5000;

/** The init whose machine is simulated. A file that nobody can place is taken for one of it, as everywhere. */
export function isSimulated(dialect: Dialect): boolean {
  return dialect === "sysvinit" || dialect === "unknown";
}

/** Answers questions about simulations; keeps the last run, so that its moments can be looked up. */
export interface Simulator {
  /** Answers `inittab.simulate`. Any question will do; what makes no sense becomes a problem. */
  readonly simulate: (document: InittabDocument, question: unknown) => SimulationAnswer;
}

export function createSimulator(): Simulator {
  let last: { readonly key: string; readonly playback: Playback } | undefined;
  return {
    simulate: (document, question) => {
      const { scan } = document;
      const asked = isObject(question) ? question : {};
      const scenario = scenarioOf(scan, asked);
      const { inittab, ...rest } = scenario;
      const head = { init: `sysvinit-${scan.version}`, dialect: scan.dialect, scenario: rest };
      const problems = problemsOf(scan, scenario);
      const wrong = problems.find(({ severity }) => severity === "error");
      if (wrong !== undefined) return { ...head, problems, summary: describeProblem(wrong) };
      const key = `${document.state} ${JSON.stringify(rest)}`;
      if (last?.key !== key) last = { key, playback: playScenario(scenario, optionsOf(scan)) };
      const { playback } = last;
      const { at, only } = asked;
      const { timeline, trace, signals, story, moments } = playback;
      const moment = momentAt(playback, typeof at === "number" ? at : timeline.until);
      const answer = { ...head, problems, summary: summaryOf(playback), moment };
      if (only === "moment") return answer;
      const lanes = lanesOf(document, playback);
      return { ...answer, run: trace, timeline, signals, story, moments, lanes };
    },
  };
}

/** Answers `inittab.listRunlevels`: the levels that the file knows, with their records. */
export function runlevelChoices(document: InittabDocument): readonly LevelChoice[] {
  const { scan } = document;
  if (!isSimulated(scan.dialect)) return [];
  return levelsOf(readScan(scan)).map((level) => ({
    ...level,
    records: level.records.map((record) => laneOf(document, record)),
  }));
}

/** Answers `inittab.compareLevels`; null where there is nothing to compare. */
export function compareRunlevels(document: InittabDocument, question: unknown): LevelComparison | null {
  const { from, to } = isObject(question) ? question : {};
  const { scan } = document;
  if (typeof from !== "string" || typeof to !== "string" || problemOfTable(scan) !== undefined) return null;
  return compareLevels(scan.text.toString(), { from, to }, optionsOf(scan));
}

/** Answers `inittab.renderSimulation`: the run as a picture, a trace or a report; null for another format. */
export function exportSimulation(document: InittabDocument, question: unknown): string | null {
  const asked = isObject(question) ? question : {};
  const { format } = asked;
  const { scan } = document;
  const scenario = scenarioOf(scan, asked);
  if (!isFormat(format) || problemsOf(scan, scenario).some(({ severity }) => severity === "error"))
    return null;
  const options = optionsOf(scan);
  const title = `${document.uri.replace(/^.*\//, "") || "inittab"}, sysvinit ${scan.version}`;
  switch (format) {
    case "svg":
      return timelineSvg(playScenario(scenario, options).timeline, { title });
    case "json":
      return `${JSON.stringify(simulate(scenario, options), null, 1)}\n`;
    case "md":
      return simulationMarkdown(scenario, options, { title });
  }
}

function isFormat(value: unknown): value is ExportFormat {
  return exportFormats.some((format) => format === value);
}

function optionsOf(scan: InittabScan): SimulationOptions {
  return { version: scan.version };
}

/** The question's scenario with the document's table; what is wrong with it is left in for the validation to find. */
function scenarioOf(scan: InittabScan, question: Readonly<Record<string, unknown>>): Scenario {
  const { scenario, level } = question;
  const own: Readonly<Record<string, unknown>> = isObject(scenario) ? scenario : {};
  const { bootArgs, events, until } = own;
  const words: readonly unknown[] = Array.isArray(bootArgs) ? bootArgs : [];
  const last = (Array.isArray(events) ? events : []).reduce(
    (latest: number, event: unknown) =>
      isObject(event) && typeof event["at"] === "number" ? Math.max(latest, event["at"]) : latest,
    0,
  );
  const value = {
    ...own,
    ...(typeof level === "string" ? { bootArgs: [...words, level] } : {}),
    until: until ?? Math.max(usualEnd, last + usualEnd / 2),
    inittab: scan.text.toString(),
  };
  // It need not be a scenario; `problemsOf` says so before anybody takes it for one.
  return value as unknown as Scenario;
}

function problemsOf(scan: InittabScan, scenario: Scenario): readonly ScenarioProblem[] {
  const problem = problemOfTable(scan);
  return problem === undefined ? validateScenario(scenario) : [problem];
}

/** Why this file is not simulated at all. */
function problemOfTable({ dialect, guess, lines }: InittabScan): ScenarioProblem | undefined {
  const wrong = (message: string) => ({ path: ["inittab"], message, severity: "error" }) as const;
  if (!isSimulated(dialect)) {
    const because = guess === undefined ? "" : ` (because ${guess.because})`;
    return wrong(`is read as one of ${dialect}${because}; only System V init of Linux is simulated here`);
  }
  if (lines.length > mostLines)
    return wrong(`has ${lines.length} lines; tables of up to ${mostLines} lines are simulated`);
  return undefined;
}

function describeProblem({ path, message }: ScenarioProblem): string {
  return path.length === 0 ? message : `${describePath(path)}: ${message}`;
}

/** The run in a sentence. */
function summaryOf({ trace, timeline }: Playback): string {
  const { ended, stopped } = trace;
  const entered = timeline.levels.map(
    ({ level, start }) => `${levelName(level)} at ${describeSeconds(start)}`,
  );
  const way = `goes through ${entered.slice(0, 8).join(", ")}${entered.length > 8 ? ", …" : ""}`;
  if (ended !== undefined) return `init ${way}; ${ended.how} at ${describeSeconds(ended.t)}`;
  const running = timeline.intervals.filter(({ end }) => end === null).length;
  const end = `${running === 1 ? "one process runs" : `${running} processes run`} at ${describeSeconds(timeline.until)}`;
  return `init ${way}; ${end}${stopped === undefined ? "" : ` (broken off: ${stopped.why})`}`;
}

/** A lane for each record and each dropped line in the order of the file, and behind them those of no file. */
function lanesOf(document: InittabDocument, { timeline, steps }: Playback): readonly SimulationLane[] {
  const reading = readScan(document.scan);
  const dropped = reading.dropped.map(
    ({ path, line, text, message }): SimulationLane => ({
      record: { id: text.trim().split(":", 1)[0] ?? "", path, line },
      runlevels: "",
      action: "",
      process: text.trim(),
      dropped: message,
      place: placeOf(document, { path, line }),
    }),
  );
  const lanes = [...reading.records.map((record) => laneOf(document, record)), ...dropped];
  const known = new Set(lanes.map(({ record }) => laneKey(record)));
  const later: SimulationLane[] = [];
  const add = (lane: SimulationLane) => {
    const key = laneKey(lane.record);
    if (!known.has(key)) later.push(lane);
    known.add(key);
  };
  // A file that is written while init runs brings others along.
  for (const { id, path, line, runlevels, action, process } of steps.at(-1)?.state.entries ?? [])
    add({ record: { id, path, line }, runlevels, action, process, dropped: null, place: null });
  for (const { record, process } of timeline.intervals)
    add({ record, runlevels: "", action: "", process, dropped: null, place: null });
  const isInFile = (lane: SimulationLane) => lane.place !== null;
  const inFile = lanes.filter(isInFile).toSorted((one, other) => one.record.line - other.record.line);
  return [...inFile, ...lanes.filter((lane) => !isInFile(lane)), ...later];
}

function laneKey({ id, path, line }: RecordKey): string {
  return `${path} ${line} ${id}`;
}

function laneOf(document: InittabDocument, record: InittabRecord): SimulationLane {
  const { id, line, runlevels, action, process } = record;
  const path = record.path ?? null;
  return {
    record: { id, path, line },
    runlevels,
    action,
    process,
    dropped: null,
    place: placeOf(document, { path, line }),
  };
}

/** The lines of the editor that hold a line of init's. Init counts joined lines one by one, but not in the editor. */
function placeOf(
  document: InittabDocument,
  { path, line }: { readonly path: string | null; readonly line: number },
): LinePlace | null {
  const { scan } = document;
  if (path !== "/etc/inittab") return null;
  const at = scan.lines[line - 1];
  const start = scan.starts[line - 1];
  if (at === undefined || start === undefined) return null;
  const first = document.placeAt(start + at.start).line;
  return { first, last: Math.max(first, document.placeAt(start + at.end).line) };
}

/** When a record runs in a boot to the default level; each scan is booted once. */
export interface SimulatedBoot {
  readonly level: string;
  /** By init's count of lines: what a hover says. */
  readonly deeds: ReadonlyMap<number, string>;
}

const boots = new WeakMap<InittabScan, SimulatedBoot | null>();

/** Beyond so many lines a hover would be late. */
const mostLinesOfHover = 200;

/** The boot of the default level, or null where there is none or where it would take too long. */
export function simulatedBoot(scan: InittabScan): SimulatedBoot | null {
  const known = boots.get(scan);
  if (known !== undefined) return known;
  const boot = scan.dialect === "sysvinit" && scan.lines.length <= mostLinesOfHover ? bootOf(scan) : null;
  boots.set(scan, boot);
  return boot;
}

function bootOf(scan: InittabScan): SimulatedBoot | null {
  const level = defaultRunlevelOf(readScan(scan));
  if (level === null) return null;
  const scenario = { inittab: scan.text.toString(), until: usualEnd };
  const playback = playScenario(scenario, { ...optionsOf(scan), limits: { events: 2000, steps: 2000 } });
  const lives = new Map<string, ProcessInterval[]>();
  for (const interval of playback.timeline.intervals) {
    const key = laneKey(interval.record);
    lives.set(key, [...(lives.get(key) ?? []), interval]);
  }
  const deeds = momentAt(playback, usualEnd).reasons.flatMap(
    ({ record, reason, text }): [number, string][] => {
      const own = lives.get(laneKey(record));
      const [first] = own ?? [];
      if (record.path === null || reason.kind === "never" || reason.kind === "dropped") return [];
      if (own === undefined || first === undefined) return [[record.line, `is not started: ${text}`]];
      const begin = `starts at ${describeSeconds(first.start)}`;
      if (own.length > 1)
        return [[record.line, `${begin}, and ${own.length - 1} times again within a minute`]];
      if (first.end === null) return [[record.line, `${begin} and runs on`]];
      return [[record.line, `${begin} and ends at ${describeSeconds(first.end)}`]];
    },
  );
  return { level, deeds: new Map(deeds) };
}
