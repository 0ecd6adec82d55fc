// Findings can be silenced by a comment, always by rule id:
//
//     # inittab-disable-next-line rule-id another-rule
//     # inittab-disable-file rule-id
//
// The first is about the next line that is neither blank nor comment. A silencer that silences nothing is a finding.

import type { TextRange } from "../inittab/line.ts";
import type { InittabScan, TextEdit } from "../inittab/scan.ts";
import type { Finding } from "./contract.ts";
import { type LintOptions, severityOf } from "./options.ts";
import { unusedSilencer } from "./rules/unused-silencer.ts";

/** A silencing comment; offsets from the beginning of its line. */
export interface Silencer {
  readonly reach: "next-line" | "file";
  readonly rules: readonly { readonly id: string; readonly range: TextRange }[];
  readonly range: TextRange;
}

const pattern = /^[ \t]*#[ \t]*(inittab-disable-(next-line|file))(?![-\w])[ \t]*([^\r\n]*)/;

/** The silencer in a comment line, or undefined. */
export function parseSilencer(text: string): Silencer | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [whole, word = "", reach, names = ""] = match;
  const from = whole.length - names.length;
  return {
    reach: reach === "file" ? "file" : "next-line",
    range: { start: whole.indexOf(word), end: whole.trimEnd().length },
    rules: [...names.matchAll(/[^\s,]+/g)].map((name) => ({
      id: name[0],
      range: { start: from + name.index, end: from + name.index + name[0].length },
    })),
  };
}

interface Placed {
  readonly index: number;
  readonly silencer: Silencer;
}

/** Takes away what is silenced, and adds what the unused silencers deserve. */
export function applySilencers(
  scan: InittabScan,
  findings: readonly Finding[],
  silencers: readonly Placed[],
  options: LintOptions,
): Finding[] {
  const used = new Set<string>();
  const reaches = silencers.map(({ index, silencer }) => ({
    index,
    silencer,
    range: reachOf(scan, index, silencer),
  }));
  const told = findings.filter((finding) => {
    let silenced = false;
    for (const { index, silencer, range } of reaches)
      for (const { id } of silencer.rules)
        if (id === finding.rule && range.start <= finding.range.start && finding.range.start <= range.end) {
          used.add(`${index} ${id}`);
          silenced = true;
        }
    return !silenced;
  });
  const severity = severityOf(unusedSilencer, options);
  if (severity === "off" || !unusedSilencer.dialects.includes(scan.dialect)) return told;
  for (const { index, silencer } of silencers)
    for (const report of unusedSilencer.judge(silencer, (id) => used.has(`${index} ${id}`)))
      told.push({
        rule: unusedSilencer.id,
        code: unusedSilencer.code,
        severity,
        message: report.message,
        range: shift(report.range, scan.starts[index] ?? 0),
        related: [],
        fixes: [],
        unnecessary: true,
      });
  return told;
}

/** The edit that silences a rule for the line that begins at this offset. */
export function silenceLineEdit(lineStart: number, rule: string): TextEdit {
  return { start: lineStart, end: lineStart, text: `# inittab-disable-next-line ${rule}\n` };
}

/** The edit that silences a rule for the whole file. */
export function silenceFileEdit(rule: string): TextEdit {
  return { start: 0, end: 0, text: `# inittab-disable-file ${rule}\n` };
}

function reachOf(scan: InittabScan, index: number, silencer: Silencer): TextRange {
  if (silencer.reach === "file") return { start: 0, end: scan.text.length };
  let next = index + 1;
  while (next < scan.lines.length && ["blank", "comment"].includes(scan.lines[next]?.kind ?? "record"))
    next++;
  const start = scan.starts[next];
  const line = scan.lines[next];
  // Behind the last line there is nothing to silence.
  if (start === undefined || line === undefined) return { start: Number.POSITIVE_INFINITY, end: -1 };
  return { start, end: start + line.end };
}

function shift(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by };
}
