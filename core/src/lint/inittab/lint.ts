// Runs the rules. Line rules run once for each line and their reports are kept while the line stays the same object;
// file rules run each time. Silencing comes last, so that an unused silencer can be reported.

import type { Dialect } from "../../inittab/dialect.ts";
import { keptLines } from "../../inittab/kept-lines.ts";
import type { InittabLine } from "../../inittab/line.ts";
import { type InittabScan, lineTextAt } from "../../inittab/scan.ts";
import { lineLimit } from "../../inittab/versions.ts";
import { type ProgramFinder, programFinder } from "../../programs/find.ts";
import { byteLength } from "../../text/bytes.ts";
import type { Finding, Report } from "../contract.ts";
import { byPlace, shifted, toFinding } from "../report.ts";
import { type PlacedSilencer, silence } from "../silence.ts";
import { parseSilencer, type Silencer } from "../silencer.ts";
import { type AskedRules, askedRules } from "./asked.ts";
import type { InittabRuleFacts, LineContext, LineRule } from "./contract.ts";
import { fileContext } from "./file-context.ts";
import { lineContext } from "./line-context.ts";
import { keptFacts, type LineFacts, lineFacts, spliced } from "./line-facts.ts";
import { continues } from "./long-lines.ts";
import type { InittabLintOptions } from "./options.ts";
import { inittabRules } from "./registry.ts";
import { Glance, type Signs, shows } from "./signs.ts";
import { silencedLines } from "./silence.ts";

/** The findings in the order of the text, and what the next run can use again. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** What the line rules said of each line; opaque to callers, who hand it back as `previous`. */
  readonly memory: LintMemory;
}

interface LintMemory {
  readonly scan: InittabScan;
  readonly options: InittabLintOptions;
  readonly perLine: readonly LineResult[];
  /** 1 where `perLine` has something to report. */
  readonly speaking: Uint8Array;
  readonly facts: LineFacts;
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
export function lintInittab(
  scan: InittabScan,
  options: InittabLintOptions = {},
  previous?: LintResult,
): LintResult {
  const asked = askedRules(scan.dialect, options);
  const checked = checkLines(scan, options, asked, previous?.memory);
  const { perLine, speaking, facts } = checked;
  const { doubtful, alsoOf = [] } = scan.guess;
  const findingOf = (rule: InittabRuleFacts, report: Report) =>
    toFinding(rule, alsoOf.length === 0 ? report : asInformation(rule, report, alsoOf), options);
  const findings: Finding[] = [];
  const silencers: PlacedSilencer[] = [];
  for (let index = speaking.indexOf(1); index >= 0; index = speaking.indexOf(1, index + 1)) {
    const result = perLine[index];
    if (result === undefined) continue;
    if (result.silencer !== undefined) silencers.push({ index, silencer: result.silencer });
    const base = scan.starts[index] ?? 0;
    for (const report of result.reports) findings.push(findingOf(report.rule, shifted(report, base)));
  }
  const file = fileContext(scan, facts, options);
  for (const rule of asked.ofFile)
    for (const report of rule.check(file)) findings.push(findingOf(rule, report));
  const told = silence(findings, {
    lines: silencedLines(scan),
    silencers,
    rules: inittabRules,
    wasAsked: (rule) => asked.rules.has(rule),
    options,
  });
  return {
    findings: told.map((finding) => (doubtful ? unsure(finding) : finding)).toSorted(byPlace),
    memory: { scan, options, ...checked },
  };
}

function checkLines(
  scan: InittabScan,
  options: InittabLintOptions,
  asked: AskedRules,
  memory: LintMemory | undefined,
): Pick<LintMemory, "perLine" | "speaking" | "facts"> {
  const known = memory !== undefined && sameConditions(memory, scan, options) ? memory : undefined;
  const { lines } = scan;
  const { head, tail } = keptLines(known?.scan.lines ?? [], lines);
  const fresh: LineResult[] = [];
  const find = programFinder(options.programs);
  const glance = new Glance(scan, find);
  const freshConsoles = new Uint8Array(lines.length - tail - head);
  const freshScripts = new Uint8Array(lines.length - tail - head);
  const freshSpeaking = new Uint8Array(lines.length - tail - head);
  for (let index = head; index < lines.length - tail; index++) {
    const line = lines[index];
    if (line === undefined || line.kind === "blank" || continues(scan, index)) {
      fresh.push(nothing);
      continue;
    }
    const signs = glance.at(index, line);
    const result = checkLine(scan, index, { line, signs, asked, find });
    fresh.push(result);
    if (shows(signs, "console")) freshConsoles[index - head] = 1;
    if (shows(signs, "script")) freshScripts[index - head] = 1;
    if (result !== nothing) freshSpeaking[index - head] = 1;
  }
  const speaking = spliced(known?.speaking, freshSpeaking, head, tail);
  const consoles = spliced(known?.facts.consoles, freshConsoles, head, tail);
  const scripts = spliced(known?.facts.scripts, freshScripts, head, tail);
  const facts = { ...lineFacts(lines, head, tail, known?.facts), consoles, scripts };
  const kept = known?.perLine ?? [];
  const stays = speaking === known?.speaking && !freshSpeaking.includes(1);
  return {
    speaking,
    perLine: stays ? kept : kept.slice(0, head).concat(fresh, kept.slice(kept.length - tail)),
    facts: keptFacts(known?.facts, facts),
  };
}

function sameConditions(memory: LintMemory, scan: InittabScan, options: InittabLintOptions): boolean {
  const before = memory.scan;
  return (
    before.dialect === scan.dialect &&
    before.version === scan.version &&
    before.options.encoding === scan.options.encoding &&
    memory.options === options
  );
}

interface LineCheck {
  readonly line: InittabLine;
  readonly signs: Signs;
  readonly asked: AskedRules;
  readonly find: ProgramFinder;
}

function checkLine(scan: InittabScan, index: number, { line, signs, asked, find }: LineCheck): LineResult {
  const rules = line.kind === "record" ? asked.ofRecord(signs) : asked.ofOther(signs);
  const reports = rules.length === 0 ? [] : reportsOf(rules, lineContext(scan, index, line, find));
  const silencer = line.kind === "comment" ? parseSilencer(lineTextAt(scan, index)) : undefined;
  return reports.length === 0 && silencer === undefined ? nothing : { reports, silencer };
}

function reportsOf(rules: readonly LineRule[], context: LineContext): readonly LineReport[] {
  const reports: LineReport[] = [];
  for (const rule of rules)
    for (const report of rule.check(context))
      reports.push({ ...(isTight(context) ? withoutPromise(report) : report), rule });
  return reports;
}

/** A line that is nearly too long, or cut already: there a fix can move what init takes for the end of the line. */
function isTight({ text, encoding }: LineContext): boolean {
  return text.length * 3 > lineLimit - mostAdded && byteLength(text, encoding) > lineLimit - mostAdded;
}

/** The most bytes that a safe fix adds to a line. */
const mostAdded = 2;

/** What rests on a dialect that may be another one promises nothing. */
function unsure(finding: Finding): Finding {
  return { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, kind: "suggestion" })) };
}

/** A finding that holds for one init only is information where the file may belong to another. */
function asInformation(rule: InittabRuleFacts, report: Report, others: readonly Dialect[]): Report {
  const severity = report.severity ?? rule.severity;
  const isMild = severity !== "error" && severity !== "warning";
  if (isMild || others.every((other) => rule.dialects.includes(other))) return report;
  return { ...report, severity: "information" };
}

function withoutPromise(report: Report): Report {
  if (report.fixes === undefined) return report;
  return { ...report, fixes: report.fixes.map((fix) => ({ ...fix, kind: "suggestion" })) };
}
