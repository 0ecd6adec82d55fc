// What a word means, and what its record does: topics of the manual, found by the field under the cursor.

import {
  commandWords,
  type FieldName,
  fieldTextAt,
  findTopic,
  type InittabScan,
  type TextRange,
  type Topic,
  topicMarkdown,
} from "@inittab/core";
import { type Spot, spotAt } from "./field-at.ts";

/** What is shown about a part of the text. */
export interface Hover {
  readonly markdown: string;
  readonly range: TextRange;
}

/** The words about an offset, or undefined where there is nothing to say. */
export function hoverAt(scan: InittabScan, offset: number): Hover | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field") return undefined;
  const { topic, range } = subjectAt(scan, offset, spot);
  const parts = [topic && topicMarkdown(topic, scan.dialect)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { markdown: parts.join("\n\n---\n\n"), range };
}

interface Subject {
  readonly topic: Topic | undefined;
  readonly range: TextRange;
}

type FieldSpot = Extract<Spot, { readonly kind: "field" }>;

function subjectAt(scan: InittabScan, offset: number, spot: FieldSpot): Subject {
  const { field, range } = spot;
  const ofField = { topic: fieldTopic(scan, field), range };
  switch (field) {
    case "id":
      return ofField;
    case "runlevels":
      return levelAt(scan, offset, range) ?? ofField;
    case "action": {
      const topic = findTopic(fieldTextAt(scan, spot.index, "action"), scan.dialect);
      return topic?.kind === "action" ? { topic, range } : ofField;
    }
    case "process":
      return wordAt(scan, offset, range) ?? ofField;
  }
}

function fieldTopic(scan: InittabScan, field: FieldName): Topic | undefined {
  return findTopic(field, scan.dialect);
}

/** The level under the cursor: the character right of it, or the last one. */
function levelAt(scan: InittabScan, offset: number, field: TextRange): Subject | undefined {
  const start = Math.min(offset, field.end - 1);
  if (start < field.start) return undefined;
  const topic = findTopic(scan.text.charAt(start), scan.dialect);
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
  const own = word === program || word.text.startsWith("/") ? findTopic(word.text, dialect) : undefined;
  const known = own?.kind === "command" || own?.kind === "file" ? own : undefined;
  const topic = known ?? commandTopic(program.text, scan);
  return topic && { topic, range: { start: field.start + word.start, end: field.start + word.end } };
}

function commandTopic(program: string, scan: InittabScan): Topic | undefined {
  const topic = findTopic(program, scan.dialect);
  return topic?.kind === "command" ? topic : undefined;
}
