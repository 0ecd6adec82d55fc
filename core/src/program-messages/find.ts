// From a text to the message that it is.

import type { Dialect } from "../inittab/dialect.ts";
import { idOf, type KnownMessage } from "./contract.ts";
import { type StrippedLine, stripLine } from "./log-line.ts";
import {
  type ComparedText,
  compared,
  type HoleValues,
  matchInside,
  matchWhole,
  type Pattern,
  patternOf,
} from "./pattern.ts";
import { speakingPrograms } from "./programs.ts";

/** A message that was recognised. */
export interface FoundMessage extends KnownMessage {
  /** The text without what a console or a log puts in front. */
  readonly text: string;
  /** What stands for the holes of its template. */
  readonly values: HoleValues;
  /** Other programs that say the same, the likelier first. */
  readonly others: readonly KnownMessage[];
}

/** What is known of the place that a message comes from. */
export interface MessageHints {
  /** The init, where it is known: of two that say the same its message is preferred. */
  readonly dialect?: Dialect | undefined;
  /** The text may contain nothing but a message: prose that contains its words is not one. */
  readonly whole?: boolean | undefined;
}

interface Candidate extends KnownMessage {
  readonly pattern: Pattern;
}

const candidates: readonly Candidate[] = speakingPrograms.flatMap((program) =>
  program.messages.flatMap((said) =>
    said.templates.map((template) => ({ program, said, pattern: patternOf(template) })),
  ),
);

/** Those that begin alike, so that a line is compared with few. */
const byBeginning: ReadonlyMap<string, readonly Candidate[]> = beginnings();
const openBeginning = candidates.filter(({ pattern }) => (pattern.literals[0] ?? "").length < 2);

const tagsOf: ReadonlySet<string> = new Set(speakingPrograms.flatMap(({ tags }) => tags));

/** Below this weight a message with holes is believed only if its program stands in front of it. */
const surely = 7;

interface Hit {
  readonly candidate: Candidate;
  readonly values: HoleValues;
  readonly text: string;
  readonly rating: number;
}

/**
 * The message that a text is, whatever the console, the kernel or a log has put in front of it; undefined if no program
 * is known to say it. The more of its own words a template has, the rather it is taken.
 */
export function findMessage(text: string, hints: MessageHints = {}): FoundMessage | undefined {
  const line = stripLine(text, (name) => tagsOf.has(name));
  const hits = wholeHits(line, hints);
  return chosen(hits.length > 0 || hints.whole === true ? hits : insideHits(line, hints));
}

/** Whether a line begins with the name of a program whose messages are known. */
export function isOfProgram(text: string): boolean {
  return stripLine(text, (name) => tagsOf.has(name)).tags.length > 0;
}

/** The messages in whose wording these words stand: for two words or more that are a part of one; the nearest first. */
export function messagesWith(words: string): readonly KnownMessage[] {
  const { folded } = compared(words);
  if (!folded.includes(" ") || folded.replace(/\W/g, "").length < 6) return [];
  const found = candidates.filter(({ pattern }) =>
    pattern.literals.some((literal) => standsIn(folded, literal)),
  );
  const order = found.toSorted((one, other) => one.pattern.weight - other.pattern.weight);
  return withoutTwins(order);
}

function standsIn(words: string, literal: string): boolean {
  const at = literal.indexOf(words);
  if (at < 0) return false;
  const [before, after] = [literal.charAt(at - 1), literal.charAt(at + words.length)];
  return !/\w/.test(before) && !/\w/.test(after);
}

function wholeHits({ candidates: texts, tags }: StrippedLine, hints: MessageHints): readonly Hit[] {
  return texts.flatMap((text) => {
    const one = compared(text);
    const near = [...(byBeginning.get(one.folded.slice(0, 2)) ?? []), ...openBeginning];
    return hitsOf({ near, one, tags, hints, match: matchWhole });
  });
}

function insideHits({ candidates: texts, tags }: StrippedLine, hints: MessageHints): readonly Hit[] {
  const one = compared(texts.at(-1) ?? "");
  const long = candidates.filter(({ pattern }) => pattern.weight >= 14);
  return hitsOf({ near: long, one, tags, hints, match: matchInside });
}

interface Comparison {
  readonly near: readonly Candidate[];
  readonly one: ComparedText;
  readonly tags: readonly string[];
  readonly hints: MessageHints;
  readonly match: (pattern: Pattern, text: ComparedText) => HoleValues | undefined;
}

function hitsOf({ near, one, tags, hints, match }: Comparison): readonly Hit[] {
  return near.flatMap((candidate) => {
    const { program, pattern } = candidate;
    const isTagged = tags.some((name) => program.tags.includes(name));
    if (!isTagged && pattern.ownWeight < surely && pattern.holes.length > 0) return [];
    const values = match(pattern, one);
    if (values === undefined) return [];
    const isOwn = hints.dialect !== undefined && program.dialects?.includes(hints.dialect) === true;
    const rating = pattern.ownWeight + (isTagged ? 6 : 0) + (isOwn ? 4 : 0);
    return [{ candidate, values, text: one.shown, rating }];
  });
}

function chosen(hits: readonly Hit[]): FoundMessage | undefined {
  const order = hits.toSorted((one, other) => other.rating - one.rating);
  const [best] = order;
  if (best === undefined) return undefined;
  const { program, said } = best.candidate;
  const others = withoutTwins(order.map(({ candidate }) => candidate)).filter(
    (other) =>
      other.program !== program &&
      order.some(({ candidate, text }) => candidate.program === other.program && text === best.text),
  );
  return { program, said, text: best.text, values: best.values, others };
}

function withoutTwins(list: readonly Candidate[]): readonly KnownMessage[] {
  const seen = new Set<string>();
  return list.flatMap(({ program, said }) => {
    const id = idOf({ program, said });
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ program, said }];
  });
}

function beginnings(): ReadonlyMap<string, readonly Candidate[]> {
  const map = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = (candidate.pattern.literals[0] ?? "").slice(0, 2);
    if (key.length < 2) continue;
    const known = map.get(key);
    if (known === undefined) map.set(key, [candidate]);
    else known.push(candidate);
  }
  return map;
}
