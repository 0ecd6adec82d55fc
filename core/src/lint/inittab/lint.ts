// Runs the rules. Line rules run once for each line and their reports are kept while the line stays the same object;
// file rules run each time. Silencing comes last, so that an unused silencer can be told.

import type { InittabScan } from "../../inittab/scan.ts";
import { lineLimit } from "../../inittab/versions.ts";
import { type ProgramFinder, programFinder } from "../../programs/find.ts";
import { byteLength } from "../../text/bytes.ts";
import type { Finding, Report } from "../contract.ts";
import { severityOf } from "../options.ts";
import { byPlace, shifted, toFinding } from "../report.ts";
import { type PlacedSilencer, silence } from "../silence.ts";
import { parseSilencer, type Silencer } from "../silencer.ts";
import { mayType } from "./consoles.ts";
import type { InittabRule, LineContext, LineRule } from "./contract.ts";
import { fileContext } from "./file-context.ts";
import { lineContext } from "./line-context.ts";
import { type LineFacts, lineFacts, spliced } from "./line-facts.ts";
import { continues } from "./long-lines.ts";
import type { InittabLintOptions } from "./options.ts";
import { inittabRules } from "./registry.ts";
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
  /** 1 where `perLine` has something to tell. */
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
  const active = inittabRules.filter((rule) => isActive(rule, scan, options));
  const checked = checkLines(scan, options, active, previous?.memory);
  const { perLine, speaking, facts } = checked;
  const findings: Finding[] = [];
  const silencers: PlacedSilencer[] = [];
  for (let index = speaking.indexOf(1); index >= 0; index = speaking.indexOf(1, index + 1)) {
    const result = perLine[index];
    if (result === undefined) continue;
    if (result.silencer !== undefined) silencers.push({ index, silencer: result.silencer });
    const base = scan.starts[index] ?? 0;
    for (const report of result.reports)
      findings.push(toFinding(report.rule, shifted(report, base), options));
  }
  const file = fileContext(scan, facts, options);
  for (const rule of active)
    if (rule.scope === "file")
      for (const report of rule.check(file)) findings.push(toFinding(rule, report, options));
  const told = silence(findings, {
    lines: silencedLines(scan),
    silencers,
    rules: inittabRules,
    wasAsked: (rule) => active.includes(rule),
    options,
  });
  const { doubtful } = scan.guess;
  return {
    findings: told.map((finding) => (doubtful ? unsure(finding) : finding)).toSorted(byPlace),
    memory: { scan, options, ...checked },
  };
}

function isActive(rule: InittabRule, scan: InittabScan, options: InittabLintOptions): boolean {
  if (options.fragment === true && rule.wholeFile === true) return false;
  return rule.dialects.includes(scan.dialect) && severityOf(rule, options) !== "off";
}

function checkLines(
  scan: InittabScan,
  options: InittabLintOptions,
  active: readonly InittabRule[],
  memory: LintMemory | undefined,
): Pick<LintMemory, "perLine" | "speaking" | "facts"> {
  const lineRules = active.filter((rule) => rule.scope === "line");
  const forRecords = lineRules.filter((rule) => rule.lines === "records");
  const forOthers = lineRules.filter((rule) => rule.lines === "others");
  const known = memory !== undefined && sameConditions(memory, scan, options) ? memory : undefined;
  const old = known?.scan.lines ?? [];
  const { lines } = scan;
  // An edit leaves the lines before and behind it as the very same objects.
  const most = Math.min(old.length, lines.length);
  let head = 0;
  while (head < most && old[head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
  const fresh: LineResult[] = [];
  const find = programFinder(options.programs);
  const consoles = spliced(known?.facts.consoles, new Uint8Array(lines.length), head, tail);
  const speaking = spliced(known?.speaking, new Uint8Array(lines.length), head, tail);
  for (let index = head; index < lines.length - tail; index++) {
    const result = checkLine(scan, index, { forRecords, forOthers, find, consoles });
    fresh.push(result);
    speaking[index] = result === nothing ? 0 : 1;
  }
  const kept = known?.perLine ?? [];
  return {
    speaking,
    perLine: kept.slice(0, head).concat(fresh, kept.slice(kept.length - tail)),
    facts: { ...lineFacts(lines, head, tail, known?.facts), consoles },
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
  readonly forRecords: readonly LineRule[];
  readonly forOthers: readonly LineRule[];
  readonly find: ProgramFinder;
  /** Where it is noted whether the record of a line may read a terminal. */
  readonly consoles: Uint8Array;
}

function checkLine(
  scan: InittabScan,
  index: number,
  { forRecords, forOthers, find, consoles }: LineCheck,
): LineResult {
  const line = scan.lines[index];
  if (line === undefined || line.kind === "blank" || continues(scan, index)) return nothing;
  const context = lineContext(scan, index, line, find);
  let reports: LineReport[] | undefined;
  for (const rule of line.kind === "record" ? forRecords : forOthers) {
    const found = rule.check(context);
    if (found.length === 0) continue;
    reports ??= [];
    for (const report of found)
      reports.push({ ...(isTight(context) ? withoutPromise(report) : report), rule });
  }
  if (mayType(context)) consoles[index] = 1;
  const silencer = line.kind === "comment" ? parseSilencer(context.text) : undefined;
  return reports === undefined && silencer === undefined ? nothing : { reports: reports ?? [], silencer };
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

function withoutPromise(report: Report): Report {
  if (report.fixes === undefined) return report;
  return { ...report, fixes: report.fixes.map((fix) => ({ ...fix, kind: "suggestion" })) };
}
