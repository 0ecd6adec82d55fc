// Small parts that many rules need, and the way from what a rule reports to a finding.

import type { Message } from "../text/message.ts";
import type { TextRange } from "../text/range.ts";
import type { Finding, Fix, Report, RuleFacts } from "./contract.ts";
import type { LintOptions } from "./options.ts";

/** What a rule reports that has nothing to say. */
export const nothing: readonly Report[] = [];

/** A fix that may change what init does. */
export function suggestion(title: Message, range: TextRange, text: string): Fix {
  return { title, kind: "suggestion", edits: [{ start: range.start, end: range.end, text }] };
}

/** A fix after which init does the same as before. */
export function safe(title: Message, range: TextRange, text: string): Fix {
  return { title, kind: "safe", edits: [{ start: range.start, end: range.end, text }] };
}

/** A report about a line, with its offsets counted from the beginning of the text. */
export function shifted<T extends Report>(report: T, by: number): T {
  return {
    ...report,
    range: shift(report.range, by),
    ...(report.related && {
      related: report.related.map((one) => ({ ...one, range: shift(one.range, by) })),
    }),
    ...(report.fixes && {
      fixes: report.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shift(edit, by)) })),
    }),
  };
}

function shift<T extends TextRange>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}

/** What the user is told of a report: what the user chose decides how loud, else the report, else the rule. */
export function toFinding(rule: RuleFacts, report: Report, { severities }: LintOptions): Finding {
  const chosen = severities?.[rule.id];
  return {
    rule: rule.id,
    code: rule.code,
    severity: chosen === undefined || chosen === "off" ? (report.severity ?? rule.severity) : chosen,
    message: report.message,
    range: report.range,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    unnecessary: report.unnecessary ?? false,
  };
}

/** Compares findings by the order in which they are told: that of the text, then that of the codes. */
export function byPlace(one: Finding, other: Finding): number {
  return one.range.start - other.range.start || one.range.end - other.range.end || byCode(one, other);
}

/** Compares rules or findings by their codes. */
export function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  if (one.code === other.code) return 0;
  return one.code < other.code ? -1 : 1;
}
