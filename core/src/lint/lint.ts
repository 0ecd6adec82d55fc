// Runs the rules. Line rules run once for each line and their reports are kept while the line stays the same object;
// file rules run each time. Silencing comes last, so that an unused silencer can be told.

import { fieldRange, type InittabLine, type TextRange } from "../inittab/line.ts";
import { unfold } from "../inittab/other-line.ts";
import { type InittabScan, lineTextAt } from "../inittab/scan.ts";
import { behaviourOf } from "../inittab/versions.ts";
import type { Finding, LineContext, LineRule, Report, Rule } from "./contract.ts";
import { fileContext } from "./file-context.ts";
import { type LintOptions, severityOf } from "./options.ts";
import { rules } from "./registry.ts";
import { applySilencers, parseSilencer, type Silencer } from "./silence.ts";

/** The findings in the order of the text, and what the next run can use again. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** What the line rules said of each line; opaque to callers, who hand it back as `previous`. */
  readonly memory: LintMemory;
}

interface LintMemory {
  readonly scan: InittabScan;
  readonly options: LintOptions;
  readonly perLine: readonly LineResult[];
}

interface LineReport extends Report {
  readonly rule: LineRule;
}

interface LineResult {
  readonly reports: readonly LineReport[];
  readonly silencer: Silencer | undefined;
}

const nothing: LineResult = { reports: [], silencer: undefined };

/**
 * Checks a file. With the result of an earlier run, lines that have not changed are not checked again; the findings are
 * the same either way. Never fails.
 */
export function lintInittab(scan: InittabScan, options: LintOptions = {}, previous?: LintResult): LintResult {
  const active = rules.filter((rule) => isActive(rule, scan, options));
  const perLine = checkLines(scan, options, active, previous?.memory);
  const findings: Finding[] = [];
  const silencers: { readonly index: number; readonly silencer: Silencer }[] = [];
  for (let index = 0; index < perLine.length; index++) {
    const result = perLine[index];
    if (result === undefined || result === nothing) continue;
    if (result.silencer !== undefined) silencers.push({ index, silencer: result.silencer });
    const base = scan.starts[index] ?? 0;
    for (const report of result.reports)
      findings.push(shifted(toFinding(report.rule, report, options), base));
  }
  const file = fileContext(scan);
  for (const rule of active)
    if (rule.scope === "file")
      for (const report of rule.check(file)) findings.push(toFinding(rule, report, options));
  const told = silencers.length === 0 ? findings : applySilencers(scan, findings, silencers, options);
  return { findings: told.sort(byPlace), memory: { scan, options, perLine } };
}

function isActive(rule: Rule, scan: InittabScan, options: LintOptions): boolean {
  if (options.fragment === true && rule.wholeFile === true) return false;
  return rule.dialects.includes(scan.dialect) && severityOf(rule, options) !== "off";
}

function checkLines(
  scan: InittabScan,
  options: LintOptions,
  active: readonly Rule[],
  memory: LintMemory | undefined,
): readonly LineResult[] {
  const lineRules = active.filter((rule) => rule.scope === "line");
  const known = memory !== undefined && sameConditions(memory, scan, options) ? memory : undefined;
  const old = known?.scan.lines ?? [];
  const { lines } = scan;
  // An edit leaves the lines before and behind it as the very same objects.
  let head = 0;
  while (head < old.length && head < lines.length && old[head] === lines[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < lines.length - head && old.at(-1 - tail) === lines.at(-1 - tail))
    tail++;
  const fresh: LineResult[] = [];
  for (let index = head; index < lines.length - tail; index++) fresh.push(checkLine(scan, index, lineRules));
  const kept = known?.perLine ?? [];
  return kept.slice(0, head).concat(fresh, kept.slice(kept.length - tail));
}

function sameConditions(memory: LintMemory, scan: InittabScan, options: LintOptions): boolean {
  return (
    memory.scan.dialect === scan.dialect && memory.scan.version === scan.version && memory.options === options
  );
}

function checkLine(scan: InittabScan, index: number, lineRules: readonly LineRule[]): LineResult {
  const line = scan.lines[index];
  if (line === undefined || line.kind === "blank") return nothing;
  const context = lineContext(scan, line, lineTextAt(scan, index));
  const reports: LineReport[] = [];
  for (const rule of lineRules) for (const report of rule.check(context)) reports.push({ ...report, rule });
  const silencer = line.kind === "comment" ? parseSilencer(context.text) : undefined;
  return reports.length === 0 && silencer === undefined ? nothing : { reports, silencer };
}

function lineContext(scan: InittabScan, line: InittabLine, text: string): LineContext {
  const none: TextRange = { start: line.end, end: line.end };
  return {
    dialect: scan.dialect,
    behaviour: behaviourOf(scan.version),
    line,
    text,
    field: (name) => {
      const range = fieldRange(line, name) ?? none;
      return unfold(text.slice(range.start, range.end));
    },
    range: (name) => fieldRange(line, name) ?? none,
  };
}

function toFinding(rule: Rule, report: Report, options: LintOptions): Finding {
  const severity = severityOf(rule, options);
  return {
    rule: rule.id,
    code: rule.code,
    severity: severity === "off" ? rule.severity : severity,
    message: report.message,
    range: report.range,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    unnecessary: report.unnecessary ?? false,
  };
}

function shifted(finding: Finding, by: number): Finding {
  const move = <T extends TextRange>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  return {
    ...finding,
    range: move(finding.range),
    related: finding.related.map((related) => ({ ...related, range: move(related.range) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })),
  };
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.range.start - other.range.start ||
    one.range.end - other.range.end ||
    one.code.localeCompare(other.code, "en")
  );
}
