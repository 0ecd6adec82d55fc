// Findings can be silenced by a comment, always by rule id:
//
//     # inittab-disable-next-line rule-id another-rule
//     # inittab-disable-file rule-id
//
// The first is about the next line that is neither blank nor comment. A silencer that silences nothing is a finding.

import type { TextRange } from "../inittab/line.ts";
import { type InittabScan, lineAt, lineTextAt, type TextEdit } from "../inittab/scan.ts";
import type { Finding, Report, Rule } from "./contract.ts";
import { unusedSilencer } from "./inittab/rules/unused-silencer.ts";

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

/** A silencer and the index of its line. */
export interface Placed {
  readonly index: number;
  readonly silencer: Silencer;
}

/** Takes away what is silenced. */
export function applySilencers(
  scan: InittabScan,
  findings: readonly Finding[],
  silencers: readonly Placed[],
): { readonly told: Finding[]; readonly isUsed: (index: number, rule: string) => boolean } {
  const ofFile = new Map<string, number[]>();
  const ofLine = new Map<string, number[]>();
  for (const { index, silencer } of silencers) {
    const target = silencer.reach === "file" ? undefined : nextLine(scan, index);
    for (const { id } of silencer.rules)
      if (target === undefined) add(ofFile, id, index);
      else add(ofLine, `${target} ${id}`, index);
  }
  const used = new Set<string>();
  const told = findings.filter(({ rule, range }) => {
    const silencing = (ofFile.get(rule) ?? []).concat(
      ofLine.size === 0 ? [] : (ofLine.get(`${lineAt(scan, range.start)} ${rule}`) ?? []),
    );
    for (const index of silencing) used.add(`${index} ${rule}`);
    return silencing.length === 0;
  });
  return { told, isUsed: (index, rule) => used.has(`${index} ${rule}`) };
}

/** What the unused silencers deserve. Rules that do not run can silence nothing, and nobody is blamed for that. */
export function judgeSilencers(
  scan: InittabScan,
  silencers: readonly Placed[],
  active: readonly Rule[],
  known: readonly Rule[],
  isUsed: (index: number, rule: string) => boolean,
): readonly Report[] {
  const idle = new Set(known.filter((rule) => !active.includes(rule)).map((rule) => rule.id));
  const names = new Set(known.map((rule) => rule.id));
  return silencers.flatMap(({ index, silencer }) =>
    unusedSilencer
      .judge(silencer, lineTextAt(scan, index), {
        isUsed: (id) => idle.has(id) || isUsed(index, id),
        isKnown: (id) => names.has(id),
      })
      .map((report) => shifted(report, scan.starts[index] ?? 0)),
  );
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

/** The edit that silences a rule for the line that begins at this offset. */
export function silenceLineEdit(lineStart: number, rule: string): TextEdit {
  return { start: lineStart, end: lineStart, text: `# inittab-disable-next-line ${rule}\n` };
}

/** The edit that silences a rule for the whole file; a script has its interpreter's line above the comment. */
export function silenceFileEdit(rule: string, at: number = 0): TextEdit {
  return { start: at, end: at, text: `# inittab-disable-file ${rule}\n` };
}

/** The index of the next line that is neither blank nor comment; behind the last line there is nothing to silence. */
function nextLine(scan: InittabScan, index: number): number {
  let next = index + 1;
  while (next < scan.lines.length && ["blank", "comment"].includes(scan.lines[next]?.kind ?? "record"))
    next++;
  return next;
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const indexes = map.get(key);
  if (indexes === undefined) map.set(key, [index]);
  else indexes.push(index);
}

function shift<T extends TextRange>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}
