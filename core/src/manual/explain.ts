// A whole line in plain words, for `inittab explain 'LINE'`.

import { type CommandOptions, commandWords } from "../inittab/command.ts";
import {
  type Dialect,
  dialectFacts,
  dialects,
  isUnknown,
  likelyDialect,
  lookUpAction,
} from "../inittab/dialect.ts";
import { type FieldName, fieldNames } from "../inittab/line.ts";
import { readScan } from "../inittab/read.ts";
import {
  fieldRangeAt,
  fieldTextAt,
  type InittabScan,
  type ReadOptions,
  scanInittab,
} from "../inittab/scan.ts";
import type { Localizer } from "../text/localizer.ts";
import type { Message } from "../text/message.ts";
import { escapeMarkdown, markdownBlock, markdownCode } from "../text/safe-text.ts";
import { recordSentences, storedRunlevels } from "./describe.ts";
import { findTopic } from "./find.ts";
import { message } from "./message.ts";
import type { DescribeContext } from "./record-context.ts";
import { describeRunlevels } from "./runlevel-words.ts";
import { type Topic, topicPart } from "./topic.ts";

/** One field of an explained line. */
export interface FieldExplanation {
  readonly field: FieldName;
  /** As written. */
  readonly text: string;
  /** What these characters mean here, if more can be said than the topics say; plain text. */
  readonly meaning: Message | undefined;
  /** The field's own topic first, then what its words are. */
  readonly topics: readonly Topic[];
}

/** A line in plain words. */
export interface LineExplanation {
  readonly dialect: Dialect;
  readonly version: InittabScan["version"];
  /** The line without its newline. */
  readonly text: string;
  /** `dropped`: init logs a message, or skips the line silently. */
  readonly kind: "record" | "dropped" | "comment" | "blank";
  /** What init does with the line, in plain sentences. */
  readonly sentences: readonly Message[];
  /** What init logs about the line, word for word; it takes the line for the first of the file. */
  readonly messages: readonly string[];
  /** The fields that the line has. */
  readonly fields: readonly FieldExplanation[];
}

/** How to explain a line. The defaults are those of `readInittab`; a line of unknown dialect is taken for sysvinit's. */
export type ExplainOptions = ReadOptions & Pick<DescribeContext, "initscript">;

/** Whether a text is a line of an inittab: its third field is an action of some dialect, or it is lines of which one is. */
export function isKnownLine(text: string): boolean {
  return text.split("\n").some((line) => {
    const [, runlevels = "", action, ...process] = line.split(":");
    return (
      action !== undefined &&
      process.length > 0 &&
      !/\s/.test(runlevels) &&
      dialects.some((dialect) => lookUpAction(action, dialect) !== undefined)
    );
  });
}

/** Explains a line as init would read it if it were the whole file. Never fails. */
export function explainLine(line: string, options: ExplainOptions = {}): LineExplanation {
  const { initscript, ...how } = options;
  const text = line.endsWith("\n") ? line : `${line}\n`;
  const asked = scanInittab(text, how);
  const scan =
    isUnknown(asked.dialect) && asked.guess.by !== "request"
      ? scanInittab(text, { ...how, dialect: likelyDialect(asked.dialect) })
      : asked;
  const { dialect, version } = scan;
  const { records, dropped } = readScan(scan);
  const own = records.filter((record) => record.path !== undefined);
  const context: DescribeContext = { dialect, version, ...(initscript === undefined ? {} : { initscript }) };
  const [first] = scan.lines;
  const skipped = first?.kind === "comment" ? "comment" : "blank";
  const silent = scan.lines.some(({ kind }) => kind === "rejected") && dropped.length === 0;
  return {
    dialect,
    version,
    text: text.slice(0, -1),
    kind: own.length > 0 ? "record" : dropped.length > 0 || silent ? "dropped" : skipped,
    sentences: [
      ...piecesSentence(scan),
      ...own.flatMap((record) => recordSentences(record, context)),
      ...dropped.map((line) => message("record.dropped", { message: line.message })),
      ...(silent ? silentSentences(scan, context) : []),
      ...(own.length + dropped.length === 0 && !silent
        ? [message(skipped === "comment" ? "record.comment" : "record.blank")]
        : []),
    ],
    messages: dropped.map((line) => line.message),
    fields: own.length > 0 || dropped.length > 0 || silent ? explainFields(scan, context) : [],
  };
}

/** The explanation as Markdown. */
export function explanationMarkdown(explanation: LineExplanation, localizer: Localizer): string {
  const { text, sentences, fields } = explanation;
  const worded = (given: Message) => escapeMarkdown(localizer.text(given));
  const parts = [markdownBlock(text, "inittab"), sentences.map(worded).join("\n")];
  for (const { field, text: written, meaning, topics } of fields) {
    const said = [
      ...(meaning === undefined ? [] : [worded(meaning)]),
      ...topics.map((topic) => localizer.prose(topicPart(topic, "summary"))),
    ];
    parts.push(
      `**${field}** ${written === "" ? localizer.text(message("line.empty")) : markdownCode(written)}\n\n${said.map((it) => `- ${it}`).join("\n")}`,
    );
  }
  return `${parts.join("\n\n")}\n`;
}

/** Releases before 3.14 read a long line in pieces. Observed: line-300, comment-long-with-entry-tail. */
function piecesSentence(scan: InittabScan): readonly Message[] {
  return scan.lines.length > 1 && scan.lines[0]?.terminated === false
    ? [message("record.pieces", { count: scan.lines.length })]
    : [];
}

/** A bad line of a dialect whose messages are not known. */
function silentSentences(scan: InittabScan, context: DescribeContext): readonly Message[] {
  const index = scan.lines.findIndex(({ kind }) => kind === "rejected");
  const [id = "", runlevels = "", action = "", process = ""] = fieldNames.map((field) =>
    fieldTextAt(scan, index, field),
  );
  return process === ""
    ? [message("record.skipped")]
    : recordSentences({ id, runlevels, action, process }, context);
}

function explainFields(scan: InittabScan, context: DescribeContext): readonly FieldExplanation[] {
  const index = Math.max(
    scan.lines.findIndex(({ kind }) => kind === "record" || kind === "rejected"),
    0,
  );
  return fieldNames.flatMap((field) => {
    if (fieldRangeAt(scan, index, field) === undefined) return [];
    const text = fieldTextAt(scan, index, field);
    const topic = findTopic(field, context.dialect, ["field"]);
    const more = topicsIn(field, text, context);
    const action = fieldTextAt(scan, index, "action");
    return [
      {
        field,
        text,
        meaning: field === "runlevels" ? runlevelsMeaning(text, action, context) : undefined,
        topics: [...(topic === undefined ? [] : [topic]), ...more],
      },
    ];
  });
}

function topicsIn(field: FieldName, text: string, context: DescribeContext): readonly Topic[] {
  const { dialect } = context;
  const own = (topic: Topic | undefined): readonly Topic[] =>
    topic?.dialects.includes(dialect) === true ? [topic] : [];
  switch (field) {
    case "id":
      return text === "~~" ? own(findTopic("implied-sulogin", dialect)) : [];
    case "runlevels":
      return text.length === 1 || text.includes("s")
        ? own(findTopic(text.includes("s") ? "s" : text, dialect, ["runlevel"]))
        : [];
    case "action":
      return own(findTopic(text, dialect, ["action"]));
    case "process": {
      const [program] = commandWords(text, commandOptions(context));
      const flags = /^(\+?@?|-)/.exec(text)?.[0] ?? "";
      return [
        ...[...flags].flatMap((flag) => own(findTopic(flag, dialect, ["flag"]))),
        ...(program === undefined
          ? []
          : own(findTopic(program.text.replace(/^-/, ""), dialect, ["command"]))),
      ];
    }
  }
}

function commandOptions({ dialect, version }: DescribeContext): CommandOptions {
  return { dialect, ...(version === undefined ? {} : { version }) };
}

/** Nothing where the runlevels mean nothing. */
function runlevelsMeaning(text: string, word: string, { dialect }: DescribeContext): Message | undefined {
  if (dialectFacts[dialect].described !== "levels") return undefined;
  const action = lookUpAction(word, dialect);
  if (action?.runlevels !== "used" || text.length === 1) return undefined;
  const levels = describeRunlevels(storedRunlevels({ runlevels: text }, action));
  return message("line.meaning", { levels });
}
