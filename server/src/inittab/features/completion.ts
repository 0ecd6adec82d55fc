// What could stand at the cursor: the proposals for the field in which it is.

import {
  type Action,
  type Dialect,
  dialectFacts,
  type FieldName,
  fieldTextAt,
  findRunlevel,
  findTopic,
  type InittabScan,
  listOf,
  type Message,
  systemVFamily,
  type TextRange,
  topicPart,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import {
  type Completion,
  type CompletionOptions,
  documented,
  goingOn,
  goingOnUnlessWhole,
  lineRange,
} from "../../features/completion-item.ts";
import { idProposals } from "./completion-ids.ts";
import { processCompletions } from "./completion-process.ts";
import { commentCompletions, recordCompletions } from "./completion-records.ts";
import { type FieldSpot, type Spot, spotAt } from "./field-at.ts";
import { knownActions } from "./known-actions.ts";

/** The proposals at an offset, the best first. */
export function completions(
  scan: InittabScan,
  offset: number,
  options: CompletionOptions,
): readonly Completion[] {
  const spot = spotAt(scan, offset);
  const line = lineRange(scan, offset);
  if (isEmptyLine(scan, spot, line)) return recordCompletions(scan, line, options);
  switch (spot.kind) {
    case "empty-line":
      return [];
    case "comment":
      return goingOnUnlessWhole(commentCompletions(scan, offset), scan.text, offset);
    case "field":
      if (spot.field === "process") return processOf(scan, offset, spot, options);
      return goingOn(fieldCompletions(scan, offset, spot, spot.field), scan.text, offset);
  }
}

/** Nothing if init never runs it; after its colon only on request, since a line may end there. */
function processOf(
  scan: InittabScan,
  offset: number,
  spot: FieldSpot,
  { trigger }: CompletionOptions,
): readonly Completion[] {
  if (actionOf(scan, spot)?.process === "ignored") return [];
  if (trigger === ":" && offset === spot.range.start) return [];
  return processCompletions(scan, offset, spot);
}

function fieldCompletions(
  scan: InittabScan,
  offset: number,
  spot: FieldSpot,
  field: Exclude<FieldName, "process">,
): readonly Completion[] {
  const range = onOneLine(scan, spot.range, offset);
  switch (field) {
    case "id":
      return idProposals(scan, spot.index).map(({ id, meaning }) => ({
        kind: "id",
        label: id === "" ? featureMessage("completion.empty") : id,
        detail: meaning,
        range,
        text: id,
      }));
    case "runlevels":
      return runlevelCompletions(scan, spot, range);
    case "action":
      return actionCompletions(scan.dialect, range);
  }
}

function actionOf(scan: InittabScan, spot: FieldSpot): Action | undefined {
  const word = fieldTextAt(scan, spot.index, "action").toLowerCase();
  return knownActions(scan.dialect).find(({ name }) => name === word);
}

/** The sets of levels that real files have most, by what the action makes of them. */
const ordinarySets = [
  "2345",
  "12345",
  "345",
  "23",
  "35",
  "2",
  "3",
  "4",
  "5",
  "0",
  "6",
  "1",
  "S",
  "06",
  "0123456",
];
const defaultLevels = ["2", "3", "4", "5", "1", "S"];
const marks = ["a", "b", "c"];

function runlevelCompletions(scan: InittabScan, spot: FieldSpot, range: TextRange): readonly Completion[] {
  const { dialect } = scan;
  const { levels, linuxLevels } = dialectFacts[dialect];
  const action = actionOf(scan, spot);
  if (ignoresRunlevels(action, dialect)) return [];
  // What the levels are for by habit is the habit of Linux.
  const isLinux = linuxLevels === true;
  return setsFor(action)
    .filter((set) => [...set].every((level) => levels.includes(level)))
    .map((set) => ({
      kind: "runlevels",
      label: set,
      detail: (isLinux ? findRunlevel(set)?.purpose : undefined) ?? levelsInWords(set),
      ...documented(
        isLinux && set.length === 1 ? findTopic(set, dialect) : findTopic("runlevels", dialect),
        dialect,
      ),
      range,
      text: set,
    }));
}

function levelsInWords(set: string): Message {
  if (/[abc]/.test(set)) return featureMessage("completion.on-demand", { mark: set });
  return featureMessage("completion.levels", { count: set.length, levels: listOf([...set], "and") });
}

/** Outside Linux an entry with boot or bootwait counts only if its level fits. Source: spec/dialects.md, section 2. */
function ignoresRunlevels(action: Action | undefined, dialect: Dialect): boolean {
  if (systemVFamily.includes(dialect)) return action?.name === "sysinit";
  return action?.runlevels === "ignored";
}

function setsFor(action: Action | undefined): readonly string[] {
  if (action?.name === "initdefault") return defaultLevels;
  if (action?.name === "ondemand") return marks;
  return action === undefined ? [...ordinarySets, ...marks] : ordinarySets;
}

function actionCompletions(dialect: Dialect, range: TextRange): readonly Completion[] {
  return knownActions(dialect).map(({ name }) => {
    const topic = findTopic(name, dialect);
    return {
      kind: "action",
      label: name,
      detail: topic === undefined ? "" : topicPart(topic, "summary"),
      ...documented(topic, dialect),
      range,
      text: name,
    };
  });
}

/** Whether nothing is written yet on the editor's line, even where init sees the CR of a CRLF file. */
function isEmptyLine(scan: InittabScan, spot: Spot, line: TextRange): boolean {
  const goesOn = spot.kind === "field" && (scan.starts[spot.index] ?? 0) < line.start;
  return (
    !goesOn && /^[ \t]*$/.test(scan.text.slice(line.start, Math.min(line.end, line.start + longestBlank)))
  );
}

/** Nobody writes that many blanks before a record. */
const longestBlank = 1000;

/** The part of a field that is on the editor's line of the cursor, without the CR of a CRLF file. */
function onOneLine(scan: InittabScan, field: TextRange, offset: number): TextRange {
  const line = lineRange(scan, offset);
  const start = Math.max(field.start, line.start);
  return { start, end: Math.max(offset, Math.min(field.end, line.end)) };
}
