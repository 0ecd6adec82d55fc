// What could stand at the cursor: the proposals for the field in which it is.

import {
  type Action,
  type ActionDialect,
  actionsOf,
  commandWords,
  type Dialect,
  fieldTextAt,
  findRunlevel,
  findTopic,
  type InittabScan,
  isLevel,
  lookUpSysvinitAction,
  rules,
  type TextRange,
  type Topic,
  topicMarkdown,
} from "@inittab/core";
import { idProposals, namesTerminal } from "./completion-ids.ts";
import { type Spot, spotAt } from "./field-at.ts";
import { type ManualLine, manualLines } from "./manual-lines.ts";

/** What a proposal is. */
export type CompletionKind = "id" | "runlevels" | "action" | "command" | "argument" | "record" | "rule";

/** One proposal. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What it replaces; a part of one line of the editor, with the cursor in it. */
  readonly range: TextRange;
  readonly text: string;
  /** The text has places to fill in, in the notation of the protocol. */
  readonly snippet?: true;
}

/** What the client can show. */
export interface CompletionOptions {
  readonly snippets: boolean;
}

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
      return ruleCompletions(scan, offset);
    case "field":
      return fieldCompletions(scan, offset, spot);
  }
}

type FieldSpot = Extract<Spot, { readonly kind: "field" }>;

function fieldCompletions(scan: InittabScan, offset: number, spot: FieldSpot): readonly Completion[] {
  const range = onOneLine(scan, spot.range, offset);
  switch (spot.field) {
    case "id":
      return idProposals(scan, spot.index).map(({ id, meaning }) => ({
        kind: "id",
        label: id === "" ? "(empty)" : id,
        detail: meaning,
        range,
        text: id,
      }));
    case "runlevels":
      return runlevelCompletions(scan, spot, range);
    case "action":
      return actionCompletions(scan.dialect, range);
    case "process":
      return processCompletions(scan, offset, spot);
  }
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
  // To BusyBox and its relatives the field means nothing.
  if (namesTerminal(scan.dialect)) return [];
  const action = lookUpSysvinitAction(fieldTextAt(scan, spot.index, "action"));
  if (action?.runlevels === "ignored") return [];
  return setsFor(action).map((set) => ({
    kind: "runlevels",
    label: set,
    detail: meaningOfLevels(set),
    ...documented(findTopic(set.length === 1 ? set : "runlevels", scan.dialect), scan.dialect),
    range,
    text: set,
  }));
}

function setsFor(action: Action | undefined): readonly string[] {
  if (action?.name === "initdefault") return defaultLevels;
  if (action?.name === "ondemand") return marks;
  return action === undefined ? [...ordinarySets, ...marks] : ordinarySets;
}

/** What a set of levels stands for, in the words of the table of runlevels. */
export function meaningOfLevels(set: string): string {
  const only = set.length === 1 ? findRunlevel(set) : undefined;
  if (only !== undefined) return only.purpose;
  const levels = [...set].filter(isLevel);
  return `the levels ${levels.slice(0, -1).join(", ")} and ${levels.at(-1) ?? ""}`;
}

const actionDialects: Readonly<Record<Dialect, ActionDialect>> = {
  sysvinit: "sysvinit",
  busybox: "busybox",
  toybox: "busybox",
  procd: "procd",
  aix: "system-v",
  solaris: "system-v",
  "hp-ux": "system-v",
  irix: "system-v",
  "system-v": "system-v",
  unknown: "sysvinit",
};

function actionCompletions(dialect: Dialect, range: TextRange): readonly Completion[] {
  return actionsOf(actionDialects[dialect]).map(({ name }) => {
    const topic = findTopic(name, dialect);
    return {
      kind: "action",
      label: name,
      detail: topic?.summary ?? "",
      ...documented(topic, dialect),
      range,
      text: name,
    };
  });
}

function processCompletions(scan: InittabScan, offset: number, spot: FieldSpot): readonly Completion[] {
  const { dialect, version } = scan;
  const before = scan.text.slice(spot.range.start, offset);
  const flags = /^[+@-]*/.exec(before)?.[0].length ?? 0;
  const words = commandWords(before, { dialect, version });
  const [program] = words;
  const typed = /\S*$/.exec(before)?.[0] ?? "";
  const range = { start: offset - typed.length, end: offset };
  if (program === undefined || program.end === before.length)
    return commandCompletions(scan, spot, { start: spot.range.start + flags, end: offset });
  const topic = findTopic(program.text, dialect);
  return topic?.kind === "command" ? argumentCompletions(topic, range) : [];
}

function commandCompletions(scan: InittabScan, spot: FieldSpot, range: TextRange): readonly Completion[] {
  const id = fieldTextAt(scan, spot.index, "id");
  const action = fieldTextAt(scan, spot.index, "action").toLowerCase();
  const lines = manualLines(scan.dialect).filter(({ process }) => process !== "");
  const fitting = lines.filter((line) => line.action === action);
  const known = lines.filter(({ topic }) => topic.kind === "command");
  const commands = new Map<string, ManualLine>();
  // What the manual shows with this action comes first.
  for (const line of [...fitting, ...known]) {
    const text = forTerminal(line.process.replace(/^[+@-]+/, ""), id);
    if (!commands.has(text)) commands.set(text, line);
  }
  const terminal = terminalOf(id);
  const named = terminal === undefined ? /$^/ : new RegExp(`\\b${terminal}\\b`);
  const inOrder = [...commands].sort(([one], [other]) => Number(named.test(other)) - Number(named.test(one)));
  return inOrder.map(([text, { topic }]) => ({
    kind: "command",
    label: text,
    detail: topic.summary,
    ...documented(topic, scan.dialect),
    range,
    text,
  }));
}

/** A getty line for the terminal that the id names. */
function forTerminal(process: string, id: string): string {
  const terminal = terminalOf(id);
  if (terminal === undefined) return process;
  return process.replace(terminal.startsWith("ttyS") ? /\bttyS\d+\b/g : /\btty\d+\b/g, terminal);
}

/** The terminal that an id means by habit, be it its tail or its whole name. */
function terminalOf(id: string): string | undefined {
  const tail = /^(?:tty)?(S?\d{1,2})$/.exec(id)?.[1];
  return tail && `tty${tail}`;
}

function argumentCompletions(topic: Topic, range: TextRange): readonly Completion[] {
  return (topic.arguments ?? []).flatMap(({ name, meaning }) =>
    [...name.matchAll(/(?<![\w-])--?[A-Za-z0-9][\w-]*/g)].map(([option]) => ({
      kind: "argument" as const,
      label: option,
      detail: name,
      documentation: meaning,
      range,
      text: option,
    })),
  );
}

function recordCompletions(
  scan: InittabScan,
  range: TextRange,
  options: CompletionOptions,
): readonly Completion[] {
  const { dialect } = scan;
  const free = new Set(idProposals(scan, undefined).map(({ id }) => id));
  const ready = manualLines(dialect).flatMap((line) => {
    const text = free.has(line.id) ? line.text : withFreeId(line, free);
    return text === undefined ? [] : [{ line, text }];
  });
  const records = ready.map(
    ({ line, text }): Completion => ({
      kind: "record",
      label: text,
      detail: line.topic.summary,
      ...documented(line.topic, dialect),
      range,
      text,
    }),
  );
  return options.snippets ? [recordSnippet(dialect, [...free], range), ...records] : records;
}

/** A login on the next terminal where the manual's own one is taken; undefined for lines of which there is one. */
function withFreeId(line: ManualLine, free: ReadonlySet<string>): string | undefined {
  const prefix = /^(S?)\d$/.exec(line.id)?.[1];
  if (prefix === undefined || !/\btty/.test(line.process)) return undefined;
  const id = [...free].find((candidate) => new RegExp(`^${prefix}\\d$`).test(candidate));
  return id && [id, line.runlevels, line.action, forTerminal(line.process, id)].join(":");
}

function recordSnippet(dialect: Dialect, ids: readonly string[], range: TextRange): Completion {
  const actions = actionsOf(actionDialects[dialect]).map(({ name }) => name);
  const gap = (place: number, proposal: string) => `\${${place}:${proposal}}`;
  const choice = (place: number, values: readonly string[]) => `\${${place}|${values.join(",")}|}`;
  const fields = namesTerminal(dialect)
    ? [gap(1, ""), "", choice(2, actions), gap(3, "process")]
    : [gap(1, ids[0] ?? "id"), gap(2, "2345"), choice(3, actions), gap(4, "process")];
  return {
    kind: "record",
    label: namesTerminal(dialect) ? "id::action:process" : "id:runlevels:action:process",
    detail: "a new record, field by field",
    range,
    text: fields.join(":"),
    snippet: true,
  };
}

/** In a silencing comment: the rules that could speak here. */
function ruleCompletions(scan: InittabScan, offset: number): readonly Completion[] {
  const range = lineRange(scan, offset);
  const before = scan.text.slice(range.start, offset);
  const typed = /^[ \t]*#[ \t]*inittab-disable-(?:next-line|file)[ \t](?:.*[\s,])?([^\s,]*)$/.exec(
    before,
  )?.[1];
  if (typed === undefined) return [];
  return rules
    .filter((rule) => rule.dialects.includes(scan.dialect))
    .map(({ id, docs }) => ({
      kind: "rule",
      label: id,
      detail: docs.what,
      range: { start: offset - typed.length, end: offset },
      text: id,
    }));
}

function documented(topic: Topic | undefined, dialect: Dialect): { readonly documentation?: string } {
  return topic === undefined ? {} : { documentation: topicMarkdown(topic, dialect) };
}

/** Whether nothing is written yet on the editor's line, even where init sees the CR of a CRLF file. */
function isEmptyLine(scan: InittabScan, spot: Spot, line: TextRange): boolean {
  const goesOn = spot.kind === "field" && (scan.starts[spot.index] ?? 0) < line.start;
  return (
    !goesOn && /^[ \t]*$/.test(scan.text.slice(line.start, Math.min(line.end, line.start + longestBlank)))
  );
}

/** Nobody writes that many blanks to begin a record behind them. */
const longestBlank = 1000;

/** The part of a field that is on the editor's line of the cursor, without the CR of a CRLF file. */
function onOneLine(scan: InittabScan, field: TextRange, offset: number): TextRange {
  const line = lineRange(scan, offset);
  const start = Math.max(field.start, line.start);
  return { start, end: Math.max(offset, Math.min(field.end, line.end)) };
}

/** The line of the editor at an offset, without its end. */
function lineRange(scan: InittabScan, offset: number): TextRange {
  const { text } = scan;
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
