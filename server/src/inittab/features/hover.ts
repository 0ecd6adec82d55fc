// What a word means, and what its record does: topics of the manual, found by the field under the cursor.

import {
  argumentSentence,
  argumentsNamed,
  behaviourOf,
  commandWords,
  type DescribeContext,
  dialectFacts,
  type FieldName,
  fieldTextAt,
  findTopic,
  type InittabScan,
  isUnknown,
  type Message,
  programSentences,
  type Rejection,
  recordSentences,
  rejectionMessage,
  repeatableId,
  type TextRange,
  type Topic,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import type { Hover, HoverPart } from "../../features/hover.ts";
import { type FieldSpot, spotAt } from "./field-at.ts";
import { simulatedBoot } from "./simulated-boot.ts";

/** The words about an offset, or undefined where there is nothing to say. */
export function hoverAt(scan: InittabScan, offset: number): Hover | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field") return undefined;
  const { topic, range, told } = subjectAt(scan, offset, spot);
  const deed = deedOf(scan, spot);
  const when = whenOf(scan, spot);
  const program = programOf(scan, spot);
  const paragraphs = [deed, when === undefined ? [] : [when], program].filter(({ length }) => length > 0);
  const parts: readonly HoverPart[] = [
    ...(paragraphs.length === 0 ? [] : [{ kind: "paragraphs" as const, paragraphs }]),
    ...(told === undefined ? [] : [{ kind: "words" as const, words: told }]),
    ...(topic === undefined ? [] : [{ kind: "topic" as const, topic, dialect: scan.dialect }]),
  ];
  return parts.length === 0 ? undefined : { parts, range };
}

/** What is known of the program under the cursor's process, where the manual has no page about it. */
function programOf(scan: InittabScan, { field, index, line }: FieldSpot): readonly Message[] {
  if (field !== "process" || line.kind !== "record") return [];
  return programSentences(fieldTextAt(scan, index, "process").replace(/\r$/, ""), scan);
}

/** When the record would run in a boot to the default level; undefined where that is not known. */
function whenOf(scan: InittabScan, { index, line }: FieldSpot): Message | undefined {
  if (line.kind !== "record") return undefined;
  const boot = simulatedBoot(scan);
  const deed = boot?.deeds.get(initsCount(scan, index));
  if (boot === null || deed === undefined) return undefined;
  return boot.level === ""
    ? featureMessage("hover.in-boot", { deed })
    : featureMessage("hover.in-boot-to", { level: boot.level, deed });
}

/** What init does with the line, in sentences; none where that is not known. */
function deedOf(scan: InittabScan, { index, line }: FieldSpot): readonly Message[] {
  const { dialect, version } = scan;
  if (line.rejection !== undefined)
    return dropped(scan, index, line.rejection, fieldTextAt(scan, index, "action"));
  const mayBeTwin = dialectFacts[dialect].keeps === "unique-ids" && line.id !== repeatableId;
  if (mayBeTwin && earlier(scan, index, "id") >= 0) return dropped(scan, index, "duplicate-id", line.id);
  const initdefault = line.action === "initdefault" ? earlier(scan, index, "action") : -1;
  const fields = {
    id: line.id,
    runlevels: fieldTextAt(scan, index, "runlevels"),
    action: line.action,
    process: fieldTextAt(scan, index, "process"),
  };
  const context: DescribeContext = { dialect, version };
  return recordSentences(
    fields,
    initdefault < 0 ? context : { ...context, earlierInitdefault: initsCount(scan, initdefault) },
  );
}

/** The first record before this one that has the same in a field; -1 if there is none. */
function earlier({ lines }: InittabScan, index: number, field: "id" | "action"): number {
  const own = lines[index]?.[field];
  for (let at = 0; at < index; at++)
    if (lines[at]?.[field] === own && lines[at]?.kind === "record") return at;
  return -1;
}

function dropped(scan: InittabScan, index: number, reason: Rejection, detail: string): readonly Message[] {
  if (!dialectFacts[scan.dialect].tellsOfBadLines) return [];
  const logged = rejectionMessage(reason, initsCount(scan, index), detail, behaviourOf(scan.version));
  return [featureMessage("hover.dropped", { message: logged })];
}

/** The number that init has for a line: it counts joined lines one by one. */
function initsCount(scan: InittabScan, index: number): number {
  let count = 0;
  for (let at = 0; at <= index; at++) count += scan.lines[at]?.count ?? 0;
  return count;
}

interface Subject {
  readonly topic: Topic | undefined;
  readonly range: TextRange;
  /** What the option under the cursor does; the page of its command stands below. */
  readonly told?: Message;
}

function subjectAt(scan: InittabScan, offset: number, spot: FieldSpot): Subject {
  const { field, range } = spot;
  const ofField = { topic: fieldTopic(scan, field), range };
  switch (field) {
    case "id":
      return fieldTextAt(scan, spot.index, "id") === repeatableId
        ? { topic: ownTopic(repeatableId, scan) ?? ofField.topic, range }
        : ofField;
    case "runlevels":
      return levelAt(scan, offset, range) ?? ofField;
    case "action": {
      const topic = ownTopic(fieldTextAt(scan, spot.index, "action"), scan);
      return topic?.kind === "action" ? { topic, range } : ofField;
    }
    case "process":
      return wordAt(scan, offset, range) ?? ofField;
  }
}

function fieldTopic(scan: InittabScan, field: FieldName): Topic | undefined {
  return findTopic(field, scan.dialect);
}

/** A word's topic, unless only other inits know it. A file of unknown dialect is explained as one of sysvinit. */
function ownTopic(word: string, { dialect }: InittabScan): Topic | undefined {
  const topic = findTopic(word, dialect);
  return isUnknown(dialect) || topic?.dialects.includes(dialect) === true ? topic : undefined;
}

/** The level under the cursor: the character right of it, or the last one. */
function levelAt(scan: InittabScan, offset: number, field: TextRange): Subject | undefined {
  const start = Math.min(offset, field.end - 1);
  if (start < field.start) return undefined;
  const topic = ownTopic(scan.text.slice(start, start + 1), scan);
  return topic?.kind === "runlevel" ? { topic, range: { start, end: start + 1 } } : undefined;
}

/** The flag, the program or another known file under the cursor; for anything else its command. */
function wordAt(scan: InittabScan, offset: number, field: TextRange): Subject | undefined {
  const { dialect, version } = scan;
  const process = scan.text.slice(field.start, field.end);
  const words = commandWords(process, { dialect, version });
  const at = offset - field.start;
  const [program] = words;
  if (at < (program?.start ?? 0)) {
    const topic = findTopic(process.charAt(at), dialect);
    if (topic?.kind === "flag") return { topic, range: { start: offset, end: offset + 1 } };
  }
  const word = words.find(({ start, end }) => start <= at && at <= end);
  if (word === undefined || program === undefined) return undefined;
  const own = word === program || word.text.startsWith("/") ? ownTopic(word.text, scan) : undefined;
  const known = own?.kind === "command" || own?.kind === "file" ? own : undefined;
  const under = { start: field.start + word.start, end: field.start + word.end };
  const variable = variableAt(process, at, scan);
  if (variable !== undefined)
    return {
      topic: variable.topic,
      range: { start: field.start + variable.start, end: field.start + variable.end },
    };
  const level = word === program ? undefined : levelOperand(program.text, word.text, scan);
  const topic = known ?? level ?? commandTopic(program.text, scan);
  if (topic === undefined) return undefined;
  const [argument] = word === program || topic.kind !== "command" ? [] : argumentsNamed(topic, word.text);
  return {
    topic,
    range: under,
    ...(argument === undefined ? {} : { told: argumentSentence(topic, argument) }),
  };
}

/** A variable that init sets, where a shell would fill it in. */
function variableAt(
  process: string,
  at: number,
  { dialect }: InittabScan,
): { readonly topic: Topic; readonly start: number; readonly end: number } | undefined {
  for (const match of process.matchAll(/\$\{?(\w+)\}?/g)) {
    const [whole] = match;
    const topic =
      match.index <= at && at <= match.index + whole.length
        ? findTopic(whole, dialect, ["environment"])
        : undefined;
    if (topic?.dialects.includes(dialect) === true)
      return { topic, start: match.index, end: match.index + whole.length };
  }
  return undefined;
}

/** The level that `telinit 3`, `init 6` or `rc 2` names. */
function levelOperand(program: string, word: string, scan: InittabScan): Topic | undefined {
  const takesLevel = ["telinit", "init", "rc"].includes(program.replace(/^.*\//, ""));
  const topic = takesLevel && word.length === 1 ? ownTopic(word, scan) : undefined;
  return topic?.kind === "runlevel" ? topic : undefined;
}

function commandTopic(program: string, scan: InittabScan): Topic | undefined {
  const topic = ownTopic(program, scan);
  return topic?.kind === "command" ? topic : undefined;
}
