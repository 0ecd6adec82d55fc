// Jumps to another time: every position can be gone to, since nothing is lost on the way.

import { nameOfRecord, type Position } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Fields, fieldsOf, numberIn, textIn } from "./fields.ts";
import { message } from "./message.ts";
import { standAt } from "./moving.ts";
import { armLines } from "./script-lines.ts";
import { lineOf, Refusal, runIn, type State, wordsIn } from "./state.ts";

/** So many are offered; more nobody would read. */
const mostTargets = 50;

/** Answers `gotoTargets`: when something happens to the record in a line, or the script in it is called. */
export async function gotoTargets(
  state: State,
  args: Fields,
): Promise<DebugProtocol.GotoTargetsResponse["body"]> {
  const { boot, debuggee } = runIn(state);
  const path = textIn(fieldsOf(args["source"])["path"]) ?? "";
  const line = lineOf(state, numberIn(args["line"]) ?? 0);
  const key = state.host.keyOf(path);
  const isTable = key === state.host.keyOf(boot.table);
  const lane = boot.lanes.find(({ place }) => place !== null && place.first <= line && line <= place.last);
  const script = isTable ? undefined : await boot.scriptAt(path);
  const arm = script && armLines(script).find(({ first, last }) => first <= line && line <= last);
  const isTarget = ({ occurrence, record }: Position) => {
    if (isTable)
      return (
        occurrence.kind !== "script" &&
        record !== null &&
        lane !== undefined &&
        nameOfRecord(record) === nameOfRecord(lane.record)
      );
    if (occurrence.kind !== "script" || occurrence.step.uri === null) return false;
    if (state.host.keyOf(occurrence.step.uri) !== key) return false;
    return arm?.names == null || arm.names.includes(occurrence.step.argument ?? "");
  };
  const { text } = wordsIn(state);
  const targets = debuggee.positions.flatMap((position, id): DebugProtocol.GotoTarget[] => {
    if (!isTarget(position)) return [];
    const label = text(message("target.time", { time: position.at.toFixed(2), what: position.message }));
    return [{ id, label, line: line + state.client.firstLine }];
  });
  return { targets: targets.slice(0, mostTargets) };
}

/** Answers `goto`, and a step into one of several scripts: stands there. */
export function goTo(state: State, target: unknown, reason: "goto" | "step"): undefined {
  const place = numberIn(target) ?? -1;
  if (runIn(state).debuggee.positions[place] === undefined) throw new Refusal(message("debug.no-target"));
  standAt(state, place, { reason, met: [] });
}
