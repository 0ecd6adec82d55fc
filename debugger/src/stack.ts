// Where the debugger stands, as threads, frames and sources: init, rc, and the script that rc calls; and a thread for each
// process that init has started.

import type { RecordKey, SeenValue } from "@inittab/core";
import { inittabPath, nameOfRecord, sceneOf, scopeNames, scopesAt } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Fields, fieldsOf, numberIn, textIn } from "./fields.ts";
import { message } from "./message.ts";
import { initThread, standAt } from "./moving.ts";
import { happenedAt } from "./names.ts";
import { positionOf, type Run } from "./run.ts";
import { armOf } from "./script-lines.ts";
import { shownValue, typeOf } from "./shown-value.ts";
import { clientLine, Refusal, runIn, type State, sourceAt, wordsIn } from "./state.ts";

/** A frame before it is numbered. */
interface Frame {
  readonly name: string;
  /** Where it began: there the debugger goes to restart it. */
  readonly begins: number;
  readonly record: RecordKey | null;
  readonly script: { readonly address: string; readonly argument: string | null } | undefined;
}

/** The frames of init, the innermost first. */
function framesOf(state: State): readonly Frame[] {
  const run = runIn(state);
  const { text, words } = wordsIn(state);
  const position = positionOf(run);
  const { occurrence, record } = position;
  const { positions, calls } = run.debuggee;
  const init: Frame = {
    name: text(message("frame.init", { what: position.message })),
    begins: lastWhere(positions.length, run.place, (at) => positions[at]?.depth === 0),
    record: record ?? nearbyRecord(run),
    script: undefined,
  };
  if (occurrence.kind !== "script") return [init];
  const call = calls[occurrence.call];
  const started = lastWhere(positions.length, run.place, (at) => positions[at]?.occurrence.kind === "starts");
  const { step } = occurrence;
  const address = step.uri ?? undefined;
  return [
    {
      name: words(position.message),
      begins: run.place,
      record: null,
      script: address === undefined ? undefined : { address, argument: step.argument },
    },
    { name: call?.process ?? "rc", begins: started, record, script: undefined },
    { ...init, name: text(message("frame.init", { what: sceneOf(run.debuggee, run.place).doing })), record },
  ];
}

/** The last place up to here with something; 0 if there is none. */
function lastWhere(count: number, from: number, is: (place: number) => boolean): number {
  for (let place = Math.min(from, count - 1); place > 0; place--) if (is(place)) return place;
  return 0;
}

/** Where a position without a record is shown: at the line that init drops, at the record that it waits for, or at the last one that something happened to. */
function nearbyRecord({ debuggee, place }: Run): RecordKey | null {
  const { occurrence } = debuggee.positions[place] ?? {};
  const said = occurrence?.kind === "says" ? occurrence.said : undefined;
  const { reasons } = sceneOf(debuggee, place);
  const about =
    reasons.find(({ reason }) => reason.kind === "dropped" && reason.message === said) ??
    reasons.find(({ reason }) => reason.kind === "running" && reason.waitedFor);
  if (about !== undefined) return about.record;
  for (let at = place; at >= 0; at--) {
    const { record } = debuggee.positions[at] ?? {};
    if (record != null) return record;
  }
  return null;
}

/** Answers `threads`. */
export function threads(state: State): DebugProtocol.ThreadsResponse["body"] {
  const { debuggee, place } = runIn(state);
  const running = sceneOf(debuggee, place).processes.filter(({ pid }) => pid !== initThread);
  return {
    threads: [
      { id: initThread, name: "init" },
      ...running.map(({ pid, record, command }) => ({ id: pid, name: `${record.id}: ${command.join(" ")}` })),
    ],
  };
}

/** Answers `stackTrace`. */
export async function stackTrace(
  state: State,
  args: Fields,
): Promise<DebugProtocol.StackTraceResponse["body"]> {
  const thread = numberIn(args["threadId"]) ?? initThread;
  const all = thread === initThread ? framesOf(state) : framesOfProcess(state, thread);
  const start = Math.max(0, numberIn(args["startFrame"]) ?? 0);
  const levels = numberIn(args["levels"]) ?? 0;
  const asked = levels > 0 ? all.slice(start, start + levels) : all.slice(start);
  const base = thread === initThread ? 1 : thread * frameRoom;
  const withLine = fieldsOf(args["format"])["line"] === true;
  const stackFrames = await Promise.all(
    asked.map(async (frame, index): Promise<DebugProtocol.StackFrame> => {
      const { source, line, endLine } = await placeOf(state, frame);
      const name = withLine && source !== undefined ? `${frame.name} (${line})` : frame.name;
      const canRestart = thread === initThread;
      const more = { ...(source && { source }), ...(endLine !== undefined && { endLine }), canRestart };
      return { id: base + start + index, name, line, column: state.client.firstColumn, ...more };
    }),
  );
  return { stackFrames, totalFrames: all.length };
}

/** Frames of processes have numbers of their own. */
const frameRoom = 1000;

function framesOfProcess(state: State, pid: number): readonly Frame[] {
  const { debuggee, place } = runIn(state);
  const process = sceneOf(debuggee, place).processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const { command, record } = process;
  return [{ name: command.join(" "), begins: place, record, script: undefined }];
}

async function placeOf(
  state: State,
  { record, script }: Frame,
): Promise<{ source?: DebugProtocol.Source; line: number; endLine?: number }> {
  const { boot } = runIn(state);
  if (script !== undefined) {
    const arm = armOf(await boot.scriptAt(script.address), script.argument);
    return { source: sourceAt(script.address), line: clientLine(state, arm?.first ?? 0) };
  }
  if (record === null) return { line: 0 };
  if (record.path !== null && record.path !== inittabPath) {
    const reference = filesOf(runIn(state)).findIndex(([path]) => path === record.path) + 1;
    const source = { ...sourceAt(record.path), sourceReference: reference };
    return reference > 0 ? { source, line: clientLine(state, record.line - 1) } : { line: 0 };
  }
  const lane = boot.lanes.find((each) => nameOfRecord(each.record) === nameOfRecord(record));
  if (lane?.place == null) return { line: 0 };
  const { first, last } = lane.place;
  const endLine = last > first ? { endLine: clientLine(state, last) } : {};
  return { source: sourceAt(boot.table), line: clientLine(state, first), ...endLine };
}

/** The files that init reads at this position, but for the table. */
function filesOf({ debuggee, place }: Run): readonly (readonly [string, string])[] {
  return Object.entries(sceneOf(debuggee, place).files).filter(([path]) => path !== inittabPath);
}

/** Answers `loadedSources`: the table, what else init reads, and the scripts that rc calls in this run. */
export function loadedSources(state: State): DebugProtocol.LoadedSourcesResponse["body"] {
  const run = runIn(state);
  const scripts = run.debuggee.visits.flatMap((visit) => visit?.steps.flatMap(({ uri }) => uri ?? []) ?? []);
  return {
    sources: [
      sourceAt(run.boot.table),
      ...filesOf(run).map(([path], index) => ({ ...sourceAt(path), sourceReference: index + 1 })),
      ...[...new Set(scripts)].map(sourceAt),
    ],
  };
}

/** Answers `source`: a file that only init of this run can read. */
export function source(state: State, args: Fields): DebugProtocol.SourceResponse["body"] {
  const reference =
    numberIn(args["sourceReference"]) ?? numberIn(fieldsOf(args["source"])["sourceReference"]);
  const [, content] = filesOf(runIn(state))[(reference ?? 0) - 1] ?? [];
  if (content === undefined) throw new Refusal(message("debug.no-source"));
  return { content, mimeType: "text/plain" };
}

/** Answers `restartFrame`: goes back to where the frame began. */
export function restartFrame(state: State, args: Fields): undefined {
  const frame = framesOf(state)[(numberIn(args["frameId"]) ?? 0) - 1];
  if (frame === undefined) throw new Refusal(message("debug.no-frame"));
  standAt(state, frame.begins, { reason: "restart", met: [] });
}

/** Answers `scopes`: all that can be seen, whatever the frame; what has just happened comes first. */
export function scopes(state: State): DebugProtocol.ScopesResponse["body"] {
  const run = runIn(state);
  const values = scopesAt(run.debuggee, run.place, run.means);
  const scope = (name: string, parts: readonly SeenValue[]): DebugProtocol.Scope => ({
    name,
    variablesReference: handleOf(state, () => parts),
    namedVariables: parts.length,
    expensive: false,
    ...(name === "init" && { presentationHint: "locals" }),
  });
  return {
    scopes: [
      scope("event", happenedAt(run.debuggee, run.place)),
      ...scopeNames.map((name) => scope(name, values[name])),
    ],
  };
}

/** A number by which a client asks for the parts of a value while the debugger stands here. */
function handleOf(state: State, parts: () => readonly SeenValue[]): number {
  state.handles.push(parts);
  return state.handles.length;
}

/** The number for the parts of a value; 0: it has none. */
export function referenceOf(state: State, { parts }: SeenValue): number {
  return parts === undefined || parts.length === 0 ? 0 : handleOf(state, () => parts);
}

/** The values that belong to a number sent to the client. */
export function valuesBehind(state: State, args: Fields): readonly SeenValue[] {
  return state.handles[(numberIn(args["variablesReference"]) ?? 0) - 1]?.() ?? [];
}

/** Answers `variables`. */
export function variables(state: State, args: Fields): DebugProtocol.VariablesResponse["body"] {
  const all = valuesBehind(state, args);
  const start = Math.max(0, numberIn(args["start"]) ?? 0);
  const count = numberIn(args["count"]) ?? 0;
  const asked = count > 0 ? all.slice(start, start + count) : all.slice(start);
  const hex = fieldsOf(args["format"])["hex"] === true;
  return {
    variables: asked.map(
      (value): DebugProtocol.Variable => ({
        name: value.name,
        value: shownValue(state, value, { hex }),
        type: typeOf(value),
        variablesReference: referenceOf(state, value),
        ...(value.parts !== undefined && { namedVariables: value.parts.length }),
        ...(value.becomes === undefined && { presentationHint: { attributes: ["readOnly"] } }),
      }),
    ),
  };
}

/** Answers `stepInTargets`: the scripts that rc calls next. */
export function stepInTargets(state: State): DebugProtocol.StepInTargetsResponse["body"] {
  const { debuggee, place } = runIn(state);
  const { words } = wordsIn(state);
  const targets: DebugProtocol.StepInTarget[] = [];
  for (let at = place + 1; debuggee.positions[at]?.occurrence.kind === "script"; at++) {
    const what = debuggee.positions[at]?.message;
    if (what !== undefined) targets.push({ id: at, label: words(what) });
  }
  return { targets };
}

/** The name of a value that is asked for. */
export function nameIn(args: Fields): string {
  return textIn(args["name"]) ?? "";
}
