// Rewriting the header of a script: what it needs and what it would only like to follow, and the order in which it stops.

import {
  type LsbField,
  type LsbKeyword,
  type LsbSection,
  readLsbSections,
  type TextEdit,
  type TextRange,
} from "@inittab/core";
import type { Remedy } from "../../features/code-actions.ts";
import { message } from "../../message.ts";
import { valueColumn } from "../header-spot.ts";

/** The line with which a name of this one can be in the other. */
const partners: Readonly<Partial<Record<LsbKeyword, LsbKeyword>>> = {
  "Required-Start": "Should-Start",
  "Should-Start": "Required-Start",
  "Required-Stop": "Should-Stop",
  "Should-Stop": "Required-Stop",
};

/** A script mostly stops before what it has started after. */
const reverses: Readonly<Partial<Record<LsbKeyword, LsbKeyword>>> = {
  "Required-Start": "Required-Stop",
  "Should-Start": "Should-Stop",
};

/** What is offered at a place of a header. */
export function scriptRefactorings(text: string, range: TextRange): readonly Remedy[] {
  // Of several sections all readers but one take the first.
  const [section] = readLsbSections(text);
  const field = section?.fields.find(({ line }) => line.start <= range.start && range.end <= line.end);
  if (section === undefined || field?.fact === undefined) return [];
  const { keyword } = field.fact;
  return [...moves(section, field, range, partners[keyword]), ...copies(section, field, reverses[keyword])];
}

function moves(
  section: LsbSection,
  field: LsbField,
  range: TextRange,
  to: LsbKeyword | undefined,
): readonly Remedy[] {
  const word = field.words.find(({ start, end }) => start <= range.start && range.end <= end);
  const added = to && word && addition(section, field, to, [word.text]);
  if (word === undefined || to === undefined || added === undefined) return [];
  const isLast = field.words.at(-1) === word;
  const index = field.words.indexOf(word);
  const before = field.words[index - 1];
  const next = field.words[index + 1];
  const start = isLast ? (before?.end ?? afterColon(field)) : word.start;
  const removal = { start, end: isLast ? word.end : (next?.start ?? word.end), text: "" };
  const edits = [removal, ...added].toSorted((one, other) => one.start - other.start);
  return [refactoring(message("refactor.move-name", { name: word.text, keyword: to }), edits)];
}

function copies(section: LsbSection, field: LsbField, to: LsbKeyword | undefined): readonly Remedy[] {
  if (to === undefined) return [];
  const known = new Set(fieldOf(section, to)?.words.map((word) => word.text));
  const missing = field.words.map((word) => word.text).filter((name) => !known.has(name));
  const added = missing.length === 0 ? undefined : addition(section, field, to, missing);
  const from = field.fact?.keyword ?? "";
  return added === undefined
    ? []
    : [refactoring(message("refactor.copy-names", { from, keyword: to }), added)];
}

/** Names at the end of a line, which is made after the given one if there is none; undefined: they are there already. */
function addition(
  section: LsbSection,
  after: LsbField,
  keyword: LsbKeyword,
  names: readonly string[],
): readonly TextEdit[] | undefined {
  const field = fieldOf(section, keyword);
  if (field === undefined) {
    const isDos = after.line.text.endsWith("\r");
    const at = after.line.end - (isDos ? 1 : 0);
    const line = `${`# ${keyword}:`.padEnd(valueColumn)}${names.join(" ")}`;
    return [{ start: at, end: at, text: `${isDos ? "\r\n" : "\n"}${line}` }];
  }
  if (names.every((name) => field.words.some((word) => word.text === name))) return undefined;
  const last = field.words.at(-1);
  if (last !== undefined) return [{ start: last.end, end: last.end, text: ` ${names.join(" ")}` }];
  const { line } = field;
  const behind = afterColon(field);
  const gap = " ".repeat(Math.max(1, valueColumn - (behind - line.start)));
  return [{ start: behind, end: field.value.start, text: `${gap}${names.join(" ")}` }];
}

function afterColon({ line, keyword }: LsbField): number {
  return line.start + line.text.indexOf(":", keyword.end - line.start) + 1;
}

function fieldOf({ fields }: LsbSection, keyword: LsbKeyword): LsbField | undefined {
  return fields.find(({ fact }) => fact?.keyword === keyword);
}

function refactoring(title: Remedy["title"], edits: readonly TextEdit[]): Remedy {
  return { kind: "refactor", title, finding: undefined, safe: false, edits };
}
