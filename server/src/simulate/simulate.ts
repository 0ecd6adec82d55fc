// Runs of the simulated machine for any editor: plain JSON in, plain JSON out. The machines themselves are core's.

import {
  type AnyScenario,
  compareLevels,
  describePath,
  describeSeconds,
  type ExportFormat,
  exportFormats,
  type InittabScan,
  type LevelChoice,
  type LevelComparison,
  type LinePlace,
  type Localizer,
  levelName,
  type Message,
  type PlainLane,
  type RcCall,
  rcCalls,
  rcLevelOf,
  readScan,
  type ScenarioProblem,
  type SimulatedInit,
  type SimulatedPlay,
  type SimulationLane,
  simulationMarkdown,
  storyWithScripts,
  timelineSvg,
  traceWithScripts,
  type WordedVisit,
  whyNotSimulated,
} from "@inittab/core";
import { isObject } from "../environment.ts";
import type { InittabDocument } from "../inittab/document.ts";
import { indexOfLine } from "../inittab/features/line-number.ts";
import { machineOf, nameOfRecord, usualEnd } from "../inittab/machine.ts";
import { message } from "../message.ts";
import type { SimulationAnswer } from "../protocol.ts";

/** Beyond so many lines of a table a run would keep everybody waiting. */
const mostLines = 5000;

/** Answers questions about simulations; keeps the last run, so that its moments can be looked up. */
export interface Simulator {
  /** Answers `inittab.simulate`. Any question will do; what makes no sense becomes a problem. */
  readonly simulate: (document: InittabDocument, question: unknown) => SimulationAnswer;
}

/** Makes a simulator. */
export function createSimulator(localizer: () => Localizer): Simulator {
  let last: { readonly key: string; readonly play: SimulatedPlay } | undefined;
  return {
    simulate: (document, question) => {
      const { scan } = document;
      const asked = isObject(question) ? question : {};
      const machine = machineOf(scan);
      const given = scenarioOf(scan, asked);
      const problems = problemsOf(scan, machine, given, { ...asked, localizer: localizer() });
      const wrong = problems.find(({ severity }) => severity === "error");
      if (machine === undefined || wrong !== undefined) {
        const head = { init: "", title: "", dialect: scan.dialect, offers: null };
        const { inittab: _, ...rest } = given;
        return {
          ...head,
          scenario: rest,
          problems,
          summary: wrong === undefined ? "" : describeProblem(wrong),
        };
      }
      const scenario = machine.complete(given);
      const { inittab: _, ...rest } = scenario;
      const key = `${document.state} ${scan.dialect} ${JSON.stringify(rest)}`;
      if (last?.key !== key) last = { key, play: machine.play(scenario) };
      const { play } = last;
      const { at, only } = asked;
      const { timeline, trace, signals, story, said, moments } = play;
      const answer = {
        ...{ init: machine.nameOf(scenario), title: machine.titleOf(scenario), dialect: scan.dialect },
        ...{ scenario: rest, offers: machine.offers(scenario), problems, summary: summaryOf(play) },
        moment: play.momentAt(typeof at === "number" ? at : timeline.until),
      };
      if (only === "moment") return answer;
      const lanes = lanesOf(document, machine, play);
      return {
        ...answer,
        run: trace,
        timeline,
        signals,
        story,
        said,
        moments,
        lanes,
        rcCalls: rcCalls(play),
      };
    },
  };
}

/** Answers `inittab.listRunlevels`: the levels that the file knows, or its groups of entries, with their records. */
export function runlevelChoices(document: InittabDocument): readonly LevelChoice[] {
  const machine = machineOf(document.scan);
  if (machine === undefined) return [];
  return machine.choices(readScan(document.scan)).map((choice) => ({
    ...choice,
    records: choice.records.map((record) => placed(document, machine.lane(record))),
  }));
}

/** Answers `inittab.compareLevels`; null where there is nothing to compare. */
export function compareRunlevels(document: InittabDocument, question: unknown): LevelComparison | null {
  const { from, to } = isObject(question) ? question : {};
  const { scan } = document;
  if (typeof from !== "string" || typeof to !== "string") return null;
  if (scan.dialect !== "sysvinit" || obstacleIn(scan) !== undefined) return null;
  return compareLevels(scan.text.toString(), { from, to }, { version: scan.version });
}

/** Follows rc through the calls of a run, one after the other; undefined where the file has no scripts around it. */
export type VisitsOf = (calls: readonly RcCall[]) => Promise<readonly WordedVisit[] | undefined>;

/** Answers `inittab.renderSimulation`: the run as a picture, a trace or a report; null for another format. */
export async function exportSimulation(
  document: InittabDocument,
  question: unknown,
  localizer: Localizer,
  visitsOf: VisitsOf = async () => undefined,
): Promise<string | null> {
  const asked = isObject(question) ? question : {};
  const { format } = asked;
  const { scan } = document;
  const machine = machineOf(scan);
  const scenario = scenarioOf(scan, asked);
  const problems = problemsOf(scan, machine, scenario, { ...asked, localizer });
  if (!isFormat(format) || machine === undefined) return null;
  if (problems.some(({ severity }) => severity === "error")) return null;
  const title = `${document.uri.replace(/^.*\//, "") || "inittab"}, ${machine.titleOf(scenario)}`;
  const run = machine.run(scenario);
  if (format === "svg") return timelineSvg(run.timeline, { title });
  const calls = rcCalls(run);
  const visits = calls.length === 0 ? undefined : await visitsOf(calls);
  if (format === "json") return `${JSON.stringify(traceWithScripts(run.trace, calls, visits), null, 1)}\n`;
  const story = visits === undefined ? run.story : storyWithScripts(run.story, calls, visits);
  return simulationMarkdown({ ...run, story }, { title });
}

function isFormat(value: unknown): value is ExportFormat {
  return exportFormats.some((format) => format === value);
}

/** The question's scenario with the document's table; what is wrong with it is left in for the validation to find. */
function scenarioOf(scan: InittabScan, question: Readonly<Record<string, unknown>>): AnyScenario {
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
  return value as unknown as AnyScenario;
}

function problemsOf(
  scan: InittabScan,
  machine: SimulatedInit | undefined,
  scenario: AnyScenario,
  { level, localizer }: { readonly level?: unknown; readonly localizer: Localizer },
): readonly ScenarioProblem[] {
  const wrong = (member: string, what: Message): readonly ScenarioProblem[] => [
    { path: [member], message: localizer.text(what), severity: "error" },
  ];
  const obstacle = obstacleIn(scan);
  if (obstacle !== undefined) return wrong("inittab", obstacle);
  if (machine === undefined) return [];
  if (typeof level === "string" && !machine.offers(scenario).hasRunlevels)
    return wrong("level", message("simulate.no-runlevels", { dialect: scan.dialect }));
  return machine.validate(scenario);
}

/** Why this file is not simulated at all. */
function obstacleIn(scan: InittabScan): Message | undefined {
  const { dialect, guess, lines } = scan;
  if (machineOf(scan) === undefined) return whyNotSimulated(dialect, guess?.because);
  if (lines.length > mostLines) return message("simulate.too-long", { count: lines.length, most: mostLines });
  return undefined;
}

function describeProblem({ path, message }: ScenarioProblem): string {
  return path.length === 0 ? message : `${describePath(path)}: ${message}`;
}

/** The run in a sentence. */
function summaryOf({ trace, timeline, ended }: SimulatedPlay): string {
  const { stopped } = trace;
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
function lanesOf(
  document: InittabDocument,
  machine: SimulatedInit,
  { timeline, entries }: SimulatedPlay,
): readonly SimulationLane[] {
  const reading = readScan(document.scan);
  const lanes = [
    ...reading.records.map((record) => machine.lane(record)),
    ...machine.otherLanes(reading),
  ].map((lane) => placed(document, lane));
  const known = new Set(lanes.map(({ record }) => nameOfRecord(record)));
  const later: SimulationLane[] = [];
  const add = (lane: PlainLane) => {
    const key = nameOfRecord(lane.record);
    if (!known.has(key)) later.push({ ...lane, place: null, rcLevel: null });
    known.add(key);
  };
  // A file that is written while init runs brings others along, and so does init itself.
  for (const entry of entries) add(entry);
  for (const { record, process } of timeline.intervals)
    add({ ...machine.lane({ ...record, path: undefined, runlevels: "", action: "", process }), record });
  const isInFile = (lane: SimulationLane) => lane.place !== null;
  const inFile = lanes.filter(isInFile).toSorted((one, other) => one.record.line - other.record.line);
  return [...inFile, ...lanes.filter((lane) => !isInFile(lane)), ...later];
}

function placed(document: InittabDocument, lane: PlainLane): SimulationLane {
  const { dialect } = document.scan;
  const rcLevel = dialect === "sysvinit" ? (rcLevelOf(lane.process) ?? null) : null;
  return { ...lane, rcLevel, place: placeOf(document, lane.record) };
}

/** The lines of the editor that hold a line of init's. Init counts joined lines one by one, but not in the editor. */
function placeOf(
  document: InittabDocument,
  { path, line }: { readonly path: string | null; readonly line: number },
): LinePlace | null {
  const { scan } = document;
  if (path !== "/etc/inittab") return null;
  const index = indexOfLine(scan, line) ?? -1;
  const at = scan.lines[index];
  const start = scan.starts[index];
  if (at === undefined || start === undefined) return null;
  const first = document.placeAt(start + at.start).line;
  return { first, last: Math.max(first, document.placeAt(start + at.end).line) };
}
