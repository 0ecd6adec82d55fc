// The requests that set breakpoints, and what they may be set on.

import {
  type AlarmKind,
  alarmKinds,
  describeAlarm,
  inittabPath,
  type Message,
  type RecordMoment,
  recordMoments,
  type Trap,
  trapByName,
  type WatchedValue,
} from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Breakpoint, breakpointOf, type Place } from "./breakpoint.ts";
import { type Fields, fieldsOf, listOfFields, numberIn, textIn, textsIn } from "./fields.ts";
import type { DebugLane } from "./host.ts";
import { message } from "./message.ts";
import { positionOf } from "./run.ts";
import { armLines } from "./script-lines.ts";
import { nameIn, valuesBehind } from "./stack.ts";
import { breakpointsChanged, clientLine, lineOf, Refusal, runIn, type State, wordsIn } from "./state.ts";

/** What a breakpoint of a line asks for besides its place. */
function askedIn(args: Fields): { condition?: string; hits?: string; log?: string } {
  const condition = textIn(args["condition"]);
  const hits = textIn(args["hitCondition"]);
  const log = textIn(args["logMessage"]);
  return { ...(condition && { condition }), ...(hits && { hits }), ...(log && { log }) };
}

function made(state: State, place: Omit<Place, "id">, args: Fields): Breakpoint {
  state.lastBreakpoint++;
  const { text } = wordsIn(state);
  return breakpointOf({ ...place, id: state.lastBreakpoint }, askedIn(args), text);
}

/** Answers `setBreakpoints`: on records, and on branches of scripts. */
export async function setBreakpoints(
  state: State,
  args: Fields,
): Promise<DebugProtocol.SetBreakpointsResponse["body"]> {
  const path = textIn(fieldsOf(args["source"])["path"]) ?? "";
  const key = state.host.keyOf(path);
  const asked = listOfFields(args["breakpoints"]);
  const isTable = key === state.host.keyOf(runIn(state).boot.table);
  const places = isTable
    ? asked.map((each) => recordPlace(state, each))
    : await scriptPlaces(state, path, asked);
  const set = places.map((place, index) => made(state, place, asked[index] ?? {}));
  state.breakpoints.lines.set(key, set);
  breakpointsChanged(state);
  return { breakpoints: set.map(({ shown }) => shown) };
}

/** The record in a line, or the next one below it. */
function recordPlace(state: State, asked: Fields): Omit<Place, "id"> {
  const line = lineOf(state, numberIn(asked["line"]) ?? 0);
  const { lanes } = runIn(state).boot;
  const lane = laneAt(lanes, line) ?? laneBelow(lanes, line);
  const reason = "breakpoint";
  const nowhere = (why: Message) =>
    ({ reason, traps: [], why, shown: { line: clientLine(state, line) } }) as const;
  if (lane?.place == null) return nowhere(message("breakpoint.no-record"));
  if (lane.dropped !== null) return nowhere(message("breakpoint.dropped", { why: lane.dropped }));
  const moment = recordMoments.find((each) => each === asked["mode"]) ?? "starts";
  const traps = [recordTrap(lane, moment)];
  const { first, last } = lane.place;
  const ends = last > first ? { endLine: clientLine(state, last) } : {};
  return { reason, traps, shown: { line: clientLine(state, first), ...ends } };
}

function recordTrap({ record: { path, line } }: DebugLane, moment: RecordMoment): Trap {
  return { kind: "record", path: path ?? inittabPath, line, moment };
}

function laneAt(lanes: readonly DebugLane[], line: number): DebugLane | undefined {
  return lanes.find(({ place }) => place !== null && place.first <= line && line <= place.last);
}

function laneBelow(lanes: readonly DebugLane[], line: number): DebugLane | undefined {
  const below = lanes.filter(
    ({ place, dropped }) => place !== null && dropped === null && place.first > line,
  );
  return below.toSorted((one, other) => (one.place?.first ?? 0) - (other.place?.first ?? 0))[0];
}

async function scriptPlaces(
  state: State,
  path: string,
  asked: readonly Fields[],
): Promise<readonly Omit<Place, "id">[]> {
  const { boot, debuggee } = runIn(state);
  const key = state.host.keyOf(path);
  const steps = debuggee.visits.flatMap((visit) => visit?.steps ?? []);
  const uri = steps.find((step) => step.uri !== null && state.host.keyOf(step.uri) === key)?.uri;
  const script = uri == null ? undefined : await boot.scriptAt(uri);
  const arms = script === undefined ? [] : armLines(script);
  const known = new Set(arms.flatMap(({ names }) => names ?? []));
  return asked.map((each): Omit<Place, "id"> => {
    const line = lineOf(state, numberIn(each["line"]) ?? 0);
    const shown = { line: clientLine(state, line) };
    const reason = "breakpoint";
    if (uri == null) return { reason, traps: [], why: message("breakpoint.no-script"), shown };
    const arm = arms.find(({ first, last }) => first <= line && line <= last);
    // The first line stands for every call.
    if (arm === undefined && line > 0)
      return { reason, traps: [], why: message("breakpoint.no-branch"), shown };
    const others = steps.flatMap(({ argument }) =>
      argument === null || known.has(argument) ? [] : [argument],
    );
    const names = arm === undefined ? null : (arm.names ?? others);
    return { reason, traps: [{ kind: "script", uri, names }], shown };
  });
}

/** Answers `breakpointLocations`: the lines of records, or of a script's branches. */
export async function breakpointLocations(
  state: State,
  args: Fields,
): Promise<DebugProtocol.BreakpointLocationsResponse["body"]> {
  const { boot } = runIn(state);
  const path = textIn(fieldsOf(args["source"])["path"]) ?? "";
  const from = lineOf(state, numberIn(args["line"]) ?? 0);
  const to = lineOf(state, numberIn(args["endLine"]) ?? numberIn(args["line"]) ?? 0);
  const isTable = state.host.keyOf(path) === state.host.keyOf(boot.table);
  const script = isTable ? undefined : await boot.scriptAt(path);
  const lines = isTable
    ? boot.lanes.flatMap(({ place, dropped }) => (place === null || dropped !== null ? [] : [place.first]))
    : script === undefined
      ? []
      : armLines(script).map(({ first }) => first);
  const inside = lines.filter((line) => from <= line && line <= to).toSorted((one, other) => one - other);
  return { breakpoints: inside.map((line) => ({ line: clientLine(state, line) })) };
}

/** Answers `setFunctionBreakpoints`: on actions, and on words that are said. */
export function setFunctionBreakpoints(
  state: State,
  args: Fields,
): DebugProtocol.SetFunctionBreakpointsResponse["body"] {
  const set = listOfFields(args["breakpoints"]).map((each) => {
    const name = (textIn(each["name"]) ?? "").trim();
    const reason = "function breakpoint";
    return name === ""
      ? made(state, { reason, traps: [], why: message("breakpoint.no-name") }, each)
      : made(state, { reason, traps: [trapByName(name)] }, each);
  });
  state.breakpoints.functions = set;
  breakpointsChanged(state);
  return { breakpoints: set.map(({ shown }) => shown) };
}

/** Answers `dataBreakpointInfo`: what the changes of a value are called. */
export function dataBreakpointInfo(
  state: State,
  args: Fields,
): DebugProtocol.DataBreakpointInfoResponse["body"] {
  const name = nameIn(args);
  const { text } = wordsIn(state);
  const found = valuesBehind(state, args).find((value) => value.name === name);
  const dataId = dataIdOf(state, name, found?.record?.id);
  if (dataId === undefined)
    return { dataId: null, description: text(message("breakpoint.no-data", { name })) };
  return {
    dataId,
    description: text(message("breakpoint.data", { name })),
    accessTypes: ["write"],
    canPersist: true,
  };
}

/** `level`, `locks`, `lock:NAME` or `record:ID`; undefined for a value that never changes on its own. */
function dataIdOf(state: State, name: string, record: string | undefined): string | undefined {
  if (name === "level" || name === "locks") return name;
  if (record !== undefined) return `record:${record}`;
  if (runIn(state).boot.lanes.some((lane) => lane.record.id === name)) return `record:${name}`;
  return positionOf(runIn(state)).locks.includes(name) ? `lock:${name}` : undefined;
}

function watchedBy(dataId: string): WatchedValue | undefined {
  if (dataId === "level") return { kind: "level" };
  if (dataId === "locks") return { kind: "lock", name: null };
  const [, kind, name] = /^(record|lock):(.*)$/s.exec(dataId) ?? [];
  if (name === undefined) return undefined;
  return kind === "record" ? { kind: "record", id: name } : { kind: "lock", name };
}

/** Answers `setDataBreakpoints`. */
export function setDataBreakpoints(
  state: State,
  args: Fields,
): DebugProtocol.SetDataBreakpointsResponse["body"] {
  const set = listOfFields(args["breakpoints"]).map((each) => {
    const name = textIn(each["dataId"]) ?? "";
    const of = watchedBy(name);
    const reason = "data breakpoint";
    return of === undefined
      ? made(state, { reason, traps: [], why: message("breakpoint.no-data", { name }) }, each)
      : made(state, { reason, traps: [{ kind: "change", of }] }, each);
  });
  state.breakpoints.data = set;
  breakpointsChanged(state);
  return { breakpoints: set.map(({ shown }) => shown) };
}

/** What the filters of exceptions are called. */
export const filterLabels: Readonly<Record<AlarmKind, Message>> = {
  "too-fast": message("filter.too-fast"),
  dropped: message("filter.dropped"),
  "no-login": message("filter.no-login"),
  down: message("filter.down"),
  skipped: message("filter.skipped"),
};

/** Answers `setExceptionBreakpoints`: filters, each with a condition if need be. */
export function setExceptionBreakpoints(
  state: State,
  args: Fields,
): DebugProtocol.SetExceptionBreakpointsResponse["body"] {
  const options = listOfFields(args["filterOptions"]).map((each) => ({
    filter: textIn(each["filterId"]),
    asked: each,
  }));
  const plain = textsIn(args["filters"]).map((filter) => ({ filter, asked: {} }));
  const set = [...plain, ...options].map(({ filter, asked }) => {
    const alarm = alarmKinds.find((kind) => kind === filter);
    const traps: readonly Trap[] = alarm === undefined ? [] : [{ kind: "alarm", alarm }];
    return made(state, { reason: "exception", traps }, asked);
  });
  state.breakpoints.exceptions = set;
  breakpointsChanged(state);
  return { breakpoints: set.map(({ shown }) => shown) };
}

/** Answers `exceptionInfo`: why the debugger has stopped at an exception. */
export function exceptionInfo(state: State): DebugProtocol.ExceptionInfoResponse["body"] {
  const position = positionOf(runIn(state));
  const [met] = state.halt.met.filter(({ reason }) => reason === "exception");
  const caught = met?.traps.flatMap((trap) => (trap.kind === "alarm" ? [trap.alarm] : [])) ?? [];
  const alarm = caught.find((kind) => position.alarms.includes(kind));
  if (alarm === undefined) throw new Refusal(message("debug.no-exception"));
  const { text } = wordsIn(state);
  const description = text(describeAlarm(alarm, position));
  return {
    exceptionId: alarm,
    description,
    breakMode: "always",
    details: { message: description, typeName: text(filterLabels[alarm]) },
  };
}
