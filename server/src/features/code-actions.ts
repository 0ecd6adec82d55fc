// What can be done about findings: their fixes, silencing the rule, and all safe fixes of a file at once.

import {
  type Finding,
  type Fix,
  type MessageValue,
  silenceFileEdit,
  silenceLineEdit,
  type TextEdit,
  type TextRange,
} from "@inittab/core";
import { message } from "../message.ts";

/** One offer. */
export interface Remedy {
  readonly kind: "fix" | "silence" | "fix-all" | "dialect" | "refactor" | "mode";
  readonly title: MessageValue;
  /** The finding that it answers; undefined where it answers none alone. */
  readonly finding: Finding | undefined;
  /**
   * It leaves everything that init does as it is. Core guarantees that: `applyFix` in core/src/testing/lint-check.ts,
   * through which every fix is tested, simulates the table before and after a safe fix and demands the same behaviour.
   */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** The kinds of offers that a client asks for. */
export interface Wants {
  readonly quickFix: boolean;
  readonly fixAll: boolean;
  readonly dialect: boolean;
  readonly refactor: boolean;
  /** The client names the kinds; otherwise it takes whatever there is. */
  readonly named: boolean;
}

/** How to silence rules in a document. */
export interface Silencing {
  /** Where the comment for a finding at this offset goes; undefined where no comment may stand. */
  readonly above: (offset: number) => number | undefined;
  /** Where the comment for the whole file goes. */
  readonly atTop: number;
}

/** The fixes of the findings that touch the range, and after them the ways to silence their rules. */
export function remediesAt(
  silencing: Silencing,
  findings: readonly Finding[],
  range: TextRange,
): readonly Remedy[] {
  const touched = findings.filter(
    (finding) => finding.range.start <= range.end && range.start <= finding.range.end,
  );
  const fixes = withoutRepeats(
    touched.flatMap((finding) => finding.fixes.map((fix) => fixRemedy(finding, fix))),
  );
  const silenced = new Set<string>();
  const silences = touched.flatMap((finding) => {
    const start = silencing.above(finding.range.start);
    const key = `${finding.rule} ${start}`;
    if (finding.rule === "unused-silencer" || silenced.has(key)) return [];
    silenced.add(key);
    return silenceRemedies(finding, start, silencing.atTop);
  });
  return [...fixes, ...silences];
}

/** All safe fixes of a file as one offer, or undefined if there are none. Of two that overlap the first is taken. */
export function fixAll(lineOf: (offset: number) => number, findings: readonly Finding[]): Remedy | undefined {
  const taken: TextEdit[] = [];
  const byLine = new Map<number, TextEdit[]>();
  for (const finding of findings) {
    const edits = finding.fixes.find((fix) => fix.kind === "safe")?.edits ?? [];
    const places = edits.flatMap((edit) => linesOf(lineOf, edit).map((line) => ({ line, edit })));
    if (places.some(({ line, edit }) => byLine.get(line)?.some((other) => overlaps(edit, other)))) continue;
    taken.push(...edits);
    for (const { line, edit } of places) byLine.set(line, [...(byLine.get(line) ?? []), edit]);
  }
  if (taken.length === 0) return undefined;
  const title = message("fix-all");
  return { kind: "fix-all", title, finding: undefined, safe: true, edits: taken };
}

/** Each change once, and what answers most findings first: several rules may offer the same. */
function withoutRepeats(remedies: readonly Remedy[]): readonly Remedy[] {
  const alike = new Map<string, Remedy[]>();
  for (const remedy of remedies) {
    const change = JSON.stringify(remedy.edits);
    alike.set(change, [...(alike.get(change) ?? []), remedy]);
  }
  const groups = [...alike.values()].toSorted((one, other) => other.length - one.length);
  return groups.flatMap((group) => group.find(({ safe }) => safe) ?? group.slice(0, 1));
}

function fixRemedy(finding: Finding, fix: Fix): Remedy {
  return { kind: "fix", title: fix.title, finding, safe: fix.kind === "safe", edits: fix.edits };
}

function silenceRemedies(finding: Finding, above: number | undefined, atTop: number): readonly Remedy[] {
  const { rule } = finding;
  const silence = { kind: "silence", finding, safe: false } as const;
  const forLine = { ...silence, title: message("silence.line", { rule }) };
  return [
    ...(above === undefined ? [] : [{ ...forLine, edits: [silenceLineEdit(above, rule)] }]),
    { ...silence, title: message("silence.file", { rule }), edits: [silenceFileEdit(rule, atTop)] },
  ];
}

function linesOf(lineOf: (offset: number) => number, edit: TextRange): readonly number[] {
  const first = lineOf(edit.start);
  const last = lineOf(edit.end);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Two insertions at one place count: they have no order that both would like. */
function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}
