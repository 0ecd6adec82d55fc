// Applies silencers to findings and judges which of them were of use, whatever kind of file they stand in.

import type { Finding, RuleFacts } from "./contract.ts";
import type { LintOptions } from "./options.ts";
import { shifted, toFinding } from "./report.ts";
import type { Silencer } from "./silencer.ts";
import { judgeSilencer, unusedSilencerId } from "./unused-silencer.ts";

/** Where the lines of a text are, as the reader of its kind of file sees them. */
export interface SilencedLines {
  /** The index of the line that holds this offset. */
  readonly indexAt: (offset: number) => number;
  /** The index of the line that a silencer in this line is about; where there is none, one behind the last line. */
  readonly targetOf: (index: number) => number;
  readonly startOf: (index: number) => number;
  /** The line with its newline, if it has one. */
  readonly textOf: (index: number) => string;
  /** Whether init certainly does the same without the comment in this line. */
  readonly isFree: (index: number) => boolean;
}

/** A silencer and the index of its line. */
export interface PlacedSilencer {
  readonly index: number;
  readonly silencer: Silencer;
}

/** What must be known to silence findings, and to tell which silencers were in vain. */
export interface Silencing<Rule extends RuleFacts> {
  readonly lines: SilencedLines;
  readonly silencers: readonly PlacedSilencer[];
  /** Every rule about such files. */
  readonly rules: readonly Rule[];
  /** Whether a rule was asked. One that was not can have nothing to silence, and no silencer is blamed for that. */
  readonly wasAsked: (rule: Rule) => boolean;
  readonly options: LintOptions;
}

/** The findings that are not silenced, and those about silencers that silence nothing; in no order. */
export function silence<Rule extends RuleFacts>(
  findings: readonly Finding[],
  silencing: Silencing<Rule>,
): readonly Finding[] {
  if (silencing.silencers.length === 0) return findings;
  const { told, isUsed } = applySilencers(findings, silencing);
  return [...told, ...unusedSilencers(silencing, isUsed)];
}

/** Tells whether the silencer in the line with this index silenced anything of a rule. */
type IsUsed = (index: number, rule: string) => boolean;

function applySilencers<Rule extends RuleFacts>(
  findings: readonly Finding[],
  { lines, silencers }: Silencing<Rule>,
): { readonly told: readonly Finding[]; readonly isUsed: IsUsed } {
  const ofFile = new Map<string, number[]>();
  const ofLine = new Map<string, number[]>();
  for (const { index, silencer } of silencers) {
    const target = silencer.reach === "file" ? undefined : lines.targetOf(index);
    for (const { id } of silencer.rules)
      if (target === undefined) add(ofFile, id, index);
      else add(ofLine, `${target} ${id}`, index);
  }
  const used = new Set<string>();
  const told = findings.filter(({ rule, range }) => {
    const silencing = (ofFile.get(rule) ?? []).concat(
      ofLine.size === 0 ? [] : (ofLine.get(`${lines.indexAt(range.start)} ${rule}`) ?? []),
    );
    for (const index of silencing) used.add(`${index} ${rule}`);
    return silencing.length === 0;
  });
  return { told, isUsed: (index, rule) => used.has(`${index} ${rule}`) };
}

function unusedSilencers<Rule extends RuleFacts>(
  { lines, silencers, rules, wasAsked, options }: Silencing<Rule>,
  isUsed: IsUsed,
): readonly Finding[] {
  const judging = rules.find(({ id }) => id === unusedSilencerId);
  if (judging === undefined || !wasAsked(judging)) return [];
  const idle = new Set(rules.filter((rule) => !wasAsked(rule)).map(({ id }) => id));
  const names = new Set(rules.map(({ id }) => id));
  return silencers.flatMap(({ index, silencer }) =>
    judgeSilencer(silencer, lines.textOf(index), {
      isUsed: (id) => idle.has(id) || isUsed(index, id),
      isKnown: (id) => names.has(id),
      isFree: lines.isFree(index),
    }).map((report) => toFinding(judging, shifted(report, lines.startOf(index)), options)),
  );
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const indexes = map.get(key);
  if (indexes === undefined) map.set(key, [index]);
  else indexes.push(index);
}
