// Which families a script belongs to, whatever families there are. Lock files mean something under some rcs only, so a
// wrong guess is a false alarm.

import type { FamilyFacts, FamilyMark, MarkedScript } from "./contract.ts";

/** The families that a script belongs to; there may be several, or none. */
export interface FamilyGuess<Name extends string = string> {
  /** In the order of the table. */
  readonly families: readonly FamilyFacts<Name>[];
  /** Those of them that the script belongs to without doubt: it has two marks, or the user says so. */
  readonly certain: readonly FamilyFacts<Name>[];
}

/**
 * Guesses by what the text mentions outside comments (spec: checks, conventions and B.5). A script that chooses between
 * the libraries of several families while it runs belongs to none whose rc looks at locks, since its lock files cannot
 * be judged.
 */
export function guessAmong<Name extends string>(
  table: readonly FamilyFacts<Name>[],
  script: MarkedScript,
): FamilyGuess<Name> {
  const readers = table.filter(({ library }) => library !== undefined && shows(script, library.mark));
  const isUndecided = readers.length > 1;
  const marked = table
    .filter(({ locks }) => !(isUndecided && locks))
    .map((family) => {
      const shown = family.marks.filter((mark) => shows(script, mark)).length;
      return { family, count: shown + (readers.includes(family) ? 1 : 0) };
    });
  const withMarks = (least: number): readonly FamilyFacts<Name>[] =>
    marked.filter(({ count }) => count >= least).map(({ family }) => family);
  return { families: withMarks(1), certain: withMarks(2) };
}

function shows(script: MarkedScript, { words, pattern, except }: FamilyMark): boolean {
  return script.text.includes(words) && pattern.test(script.text) && except?.(script) !== true;
}

/** The family that the user names. */
export function guessGiven<Name extends string>(family: FamilyFacts<Name>): FamilyGuess<Name> {
  return { families: [family], certain: [family] };
}

/** Whether a script belongs to one of these families. What is for `all` is for scripts without a family too. */
export function isFor(names: readonly string[] | "all", { families }: FamilyGuess): boolean {
  return names === "all" || families.some(({ name }) => names.includes(name));
}

/** Whether a script belongs to families whose links are all made by this program, so that no other reads its header. */
export function hasLinksOnlyBy({ families }: FamilyGuess, program: FamilyFacts["linksBy"]): boolean {
  return families.length > 0 && families.every(({ linksBy }) => linksBy === program);
}

/** The family that more scripts belong to than to any other; undefined where no family is ahead. */
export function familyOfMost<Name extends string>(
  guesses: readonly FamilyGuess<Name>[],
): FamilyFacts<Name> | undefined {
  const counts = new Map<FamilyFacts<Name>, number>();
  for (const family of guesses.flatMap(({ families }) => families))
    counts.set(family, (counts.get(family) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const [first, ...others] = [...counts].filter(([, count]) => count === most);
  return others.length === 0 ? first?.[0] : undefined;
}
