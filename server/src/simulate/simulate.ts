// Runs of the simulated machine for any editor: plain JSON in, plain JSON out. The machines themselves are core's.

import {
  describePath,
  type ExportFormat,
  exportFormats,
  finish,
  jsonText,
  type Lane,
  type SimulationLane as LaneSaid,
  type LevelComparison,
  type LinePlace,
  type Localizer,
  listOf,
  type Message,
  nameOfRecord,
  type RcCall,
  type RcVisit,
  rcCalls,
  readScan,
  type ScenarioProblem,
  type SimulatedInit,
  type SimulatedPlay,
  type Slices,
  simulatedInit,
  simulationMarkdown,
  spend,
  storyWithScripts,
  timelineSvg,
  traceWithScripts,
  usualEnd,
  whyNotSimulated,
  wordVisit,
} from "@inittab/core";
import { isObject } from "../environment.ts";
import type { InittabDocument } from "../inittab/document.ts";
import { indexOfLine } from "../inittab/features/line-number.ts";
import { machineOf, programOf } from "../inittab/machine.ts";
import { message } from "../message.ts";
import type { LevelChoice, SimulationAnswer } from "../protocol.ts";
import { always, inTurns, type Wanted } from "../slices.ts";
import { followMoved } from "./moved-records.ts";
import { summaryOf } from "./summary.ts";
import { wordChoice, wordLane, wordLine, wordMoment, wordProblem } from "./worded.ts";

/** Beyond so many lines of a table a run would keep everybody waiting. */
const mostLines = 5000;

/** Answers questions about simulations; keeps the last run, so that its moments can be looked up. */
export interface Simulator {
  /** Answers `inittab.simulate`. Any question will do; what makes no sense becomes a problem. */
  readonly simulate: (document: InittabDocument, question: unknown) => SimulationAnswer;
  /** The same in slices. */
  readonly simulateSlices: (document: InittabDocument, question: unknown) => Slices<SimulationAnswer>;
}

/** Makes a simulator. */
export function createSimulator(localizerNow: () => Localizer): Simulator {
  let last: { readonly key: string; readonly play: SimulatedPlay } | undefined;
  function* simulateSlices(document: InittabDocument, question: unknown): Slices<SimulationAnswer> {
    const { scan } = document;
    const { dialect } = scan;
    const asked = isObject(question) ? question : {};
    const localizer = localizerNow();
    const { machine, opening } = openFor(document, asked);
    const problems = opening.problems.map((problem) => wordProblem(problem, localizer));
    yield;
    if (machine === undefined || opening.kind === "wrong") {
      const [wrong] = opening.problems.filter(({ severity }) => severity === "error");
      const summary = wrong === undefined ? "" : localizer.text(describeProblem(wrong));
      return { init: "", title: "", dialect, offers: null, problems, summary };
    }
    const { simulation } = opening;
    const { init } = simulation;
    const title = localizer.text(simulation.title);
    const { inittab, ...scenario } = simulation.scenario;
    const booted = isObject(asked["booted"]) ? inittab : "";
    const key = JSON.stringify([document.state, dialect, scenario, booted]);
    const known = last?.key === key ? last : { key, play: yield* simulation.playSlices() };
    last = known;
    const { play } = known;
    yield;
    const { at, only } = asked;
    const { timeline, trace, signals, story, said, moments } = play;
    const summary = localizer.text(summaryOf(play));
    const offers = simulation.offers();
    yield;
    const unworded = play.momentAt(typeof at === "number" ? at : timeline.until);
    yield;
    const moment = wordMoment(unworded, localizer);
    const answer = {
      ...{ init, title, dialect, scenario, offers },
      ...(simulation.assumption && { assumption: localizer.text(simulation.assumption) }),
      ...{ problems, summary, moment },
    };
    yield;
    // Edits that happen to the machine move its entries to other lines.
    const isMoved = booted !== "";
    if (only === "moment" && !isMoved) return answer;
    const lanes = yield* lanesOf(document, machine, play);
    if (only === "moment") {
      const { moment } = followMoved({ ...answer, timeline }, lanes);
      return moment === undefined ? answer : { ...answer, moment };
    }
    yield;
    const told = yield* eachOf(story, (line) => wordLine(line, localizer));
    yield;
    const whole: SimulationAnswer = {
      ...answer,
      run: trace,
      timeline,
      signals,
      story: told,
      said,
      moments,
      lanes: yield* eachOf(lanes, (lane) => wordLane(lane, localizer)),
      rcCalls: rcCalls(play, simulation.scenario),
    };
    return isMoved ? followMoved(whole, lanes) : whole;
  }
  return { simulate: (document, question) => finish(simulateSlices(document, question)), simulateSlices };
}

/** To word something takes about as long as looking at so many things in a list. */
const wordingCost = 20;

function* eachOf<From, To>(list: readonly From[], word: (from: From) => To): Slices<readonly To[]> {
  const words: To[] = [];
  const meter = { spent: 0 };
  for (const each of list) {
    words.push(word(each));
    if (spend(meter, wordingCost)) yield;
  }
  return words;
}

/** Answers `inittab.listRunlevels`: the levels that the file knows, or its groups of entries, with their records. */
export function runlevelChoices(document: InittabDocument, localizer: Localizer): readonly LevelChoice[] {
  const machine = machineOf(document.scan);
  if (machine === undefined) return [];
  return machine.choices(readScan(document.scan)).map(({ records, ...choice }) => {
    const lanes = records.map((record) => placed(document, machine.lane(record)));
    return wordChoice({ ...choice, records: lanes }, localizer);
  });
}

/** Answers `inittab.compareLevels`, in slices; null where there is nothing to compare. */
export function* compareRunlevels(
  document: InittabDocument,
  question: unknown,
): Slices<LevelComparison | null> {
  const { from, to } = isObject(question) ? question : {};
  const { scan } = document;
  const able = machineFor(document);
  if (typeof from !== "string" || typeof to !== "string" || "obstacle" in able) return null;
  const work = able.machine.compareLevels?.(scan.text.toString(), { from, to });
  return work === undefined ? null : yield* work;
}

/** Follows rc through the calls of a run, one after the other; undefined where the file has no scripts around it. */
export type VisitsOf = (calls: readonly RcCall[]) => Promise<readonly (RcVisit | undefined)[] | undefined>;

/** What an export needs of the server around it. */
export interface ExportHost {
  readonly localizer: Localizer;
  readonly visitsOf?: VisitsOf;
  /** Lets others have their turn first. */
  readonly pause?: () => Promise<void>;
  readonly isWanted?: Wanted;
}

/** Answers `inittab.renderSimulation`: the run as a picture, a trace or a report; null for another format, and once nobody wants it. */
export async function exportSimulation(
  document: InittabDocument,
  question: unknown,
  { localizer, visitsOf = async () => undefined, pause = async () => {}, isWanted = always }: ExportHost,
): Promise<string | null> {
  const asked = isObject(question) ? question : {};
  const { format } = asked;
  const { opening } = openFor(document, asked);
  if (!isFormat(format) || opening.kind === "wrong") return null;
  const { simulation } = opening;
  const name = document.uri.replace(/^.*\//, "") || "inittab";
  const title = localizer.words(listOf([name, simulation.title], "comma"));
  const done = await inTurns(simulation.runSlices(), pause, isWanted);
  if (done === undefined) return null;
  const run = done.value;
  if (format === "svg") return timelineSvg(run.timeline, { title, localizer });
  const calls = rcCalls(run, simulation.scenario);
  const visits = calls.length === 0 ? undefined : await visitsOf(calls);
  if (format === "json") {
    const worded = visits?.map((visit) => visit && wordVisit(visit, localizer));
    return `${jsonText(traceWithScripts(run.trace, calls, worded), 1)}\n`;
  }
  const story = visits === undefined ? run.story : storyWithScripts(run.story, calls, visits);
  return simulationMarkdown({ ...run, story }, { title, localizer });
}

function isFormat(value: unknown): value is ExportFormat {
  return exportFormats.some((format) => format === value);
}

/** The machine of a file, and what comes of the question's scenario with the file's table. */
export function openFor(
  document: InittabDocument,
  question: Readonly<Record<string, unknown>>,
): { readonly machine: SimulatedInit | undefined; readonly opening: ReturnType<SimulatedInit["open"]> } {
  const wrong = (member: string, what: Message) => {
    const problem: ScenarioProblem = { path: [member], message: what, severity: "error" };
    return { machine: undefined, opening: { kind: "wrong", problems: [problem] } as const };
  };
  const { scan } = document;
  const able = machineFor(document);
  if ("obstacle" in able) return wrong("inittab", able.obstacle);
  const { machine } = able;
  if (typeof question["level"] === "string" && !machine.hasRunlevels)
    return wrong("level", message("simulate.no-runlevels", { dialect: scan.dialect }));
  return { machine, opening: machine.open(scenarioOf(document, question)) };
}

/** The question's scenario with the document's table, as a value that may be one. */
function scenarioOf(
  { scan, settings }: InittabDocument,
  { scenario, level, booted }: Readonly<Record<string, unknown>>,
): unknown {
  const own: Readonly<Record<string, unknown>> = isObject(scenario) ? scenario : {};
  const { bootArgs, events, until } = own;
  const words: readonly unknown[] = Array.isArray(bootArgs) ? bootArgs : [];
  return {
    // A scenario that says itself which terminals there are is left alone.
    ...(settings.lint.machine !== undefined && !("ttys" in own) && { machine: settings.lint.machine }),
    ...own,
    ...(typeof level === "string" ? { bootArgs: [...words, level] } : {}),
    until: until ?? usualEnd(events),
    ...tableOf(scan.text.toString(), booted, events),
  };
}

/** The document's text is the table of the boot, or what somebody writes into the file later. */
function tableOf(
  now: string,
  booted: unknown,
  events: unknown,
): { readonly inittab: string; readonly events?: readonly unknown[] } {
  const { text, at } = isObject(booted) ? booted : {};
  if (typeof text !== "string" || typeof at !== "number" || text === now) return { inittab: now };
  const given: readonly unknown[] = Array.isArray(events) ? events : [];
  const isLater = (event: unknown) => isObject(event) && typeof event["at"] === "number" && event["at"] >= at;
  const first = given.findIndex(isLater);
  const place = first < 0 ? given.length : first;
  return { inittab: text, events: given.toSpliced(place, 0, { at, write: now }) };
}

/** The machine that can run a file, or why none can. */
function machineFor(
  document: InittabDocument,
): { readonly machine: SimulatedInit } | { readonly obstacle: Message } {
  const { dialect, guess, lines } = document.scan;
  const machine = simulatedInit(dialect, programOf(document));
  if (machine === undefined) return { obstacle: whyNotSimulated(dialect, guess.because) };
  return lines.length > mostLines
    ? { obstacle: message("simulate.too-long", { count: lines.length, most: mostLines }) }
    : { machine };
}

function describeProblem({ path, message: problem }: ScenarioProblem): Message {
  return path.length === 0 ? problem : message("simulate.problem", { path: describePath(path), problem });
}

/** A lane for each record and each dropped line in the order of the file, and after them those of no file. */
function* lanesOf(
  document: InittabDocument,
  machine: SimulatedInit,
  { timeline, entries }: SimulatedPlay,
): Slices<readonly LaneSaid[]> {
  const reading = readScan(document.scan);
  yield;
  const lanes: LaneSaid[] = [];
  const meter = { spent: 0 };
  for (const record of reading.records) {
    lanes.push(placed(document, machine.lane(record)));
    if (spend(meter, laneCost)) yield;
  }
  for (const lane of machine.otherLanes(reading)) lanes.push(placed(document, lane));
  yield;
  const known = new Set(lanes.map(({ record }) => nameOfRecord(record)));
  const later: LaneSaid[] = [];
  const add = (lane: Lane) => {
    const key = nameOfRecord(lane.record);
    if (!known.has(key)) later.push({ ...lane, place: null, boots: null });
    known.add(key);
  };
  // A file that is written while init runs brings others along, and so does init itself.
  for (const entry of entries) add(entry);
  yield;
  for (const { record, process } of timeline.intervals) {
    add({ ...machine.lane({ ...record, path: undefined, runlevels: "", action: "", process }), record });
    if (spend(meter, laneCost)) yield;
  }
  const isInFile = (lane: LaneSaid) => lane.place !== null;
  const inFile = lanes.filter(isInFile).toSorted((one, other) => one.record.line - other.record.line);
  return [...inFile, ...lanes.filter((lane) => !isInFile(lane)), ...later];
}

/** To make a lane takes about as long as looking at so many things in a list. */
const laneCost = 8;

function placed(document: InittabDocument, lane: Lane): LaneSaid {
  return { ...lane, place: placeOf(document, lane.record) };
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
