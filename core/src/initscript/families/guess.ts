// Which families a script belongs to, whatever families there are. Lock files mean something under some rcs only, so a
// wrong guess is a false alarm.

import type { Message } from "../../text/message.ts";
import { message } from "../message.ts";
import type { FamilyFacts, FamilyMark, MarkedScript } from "./contract.ts";

/** The families that a script belongs to; there may be several, or none. */
export interface FamilyGuess<Name extends string = string> {
  /** In the order of the table. */
  readonly families: readonly FamilyFacts<Name>[];
  /** Those of them that the script belongs to without doubt: it has two marks or a clear one, or the user says so. */
  readonly certain: readonly FamilyFacts<Name>[];
  /** Who says so. */
  readonly by: "script" | "tree" | "request" | "comment";
  /** The heaviest mark that counted; undefined without families. */
  readonly weight: "proof" | "clear" | "usual" | undefined;
  /** The evidence, to be read after "because"; undefined where there is none, and where the user says so. */
  readonly because: Message | undefined;
}

/**
 * Guesses by what the text mentions outside comments and by where it stands (spec: checks, conventions and B.5). A script
 * that chooses between the libraries of several families while it runs belongs to none whose rc looks at locks, since its
 * lock files cannot be judged.
 */
export function guessAmong<Name extends string>(
  table: readonly FamilyFacts<Name>[],
  script: MarkedScript,
): FamilyGuess<Name> {
  const found = table
    .map((family): Marked<Name> => {
      const { library } = family;
      const reads = library !== undefined && shows(script, library.mark);
      const marks = family.marks.filter((mark) => shows(script, mark));
      return { family, reads, marks: reads ? [library.mark, ...marks] : marks };
    })
    .filter(({ marks }) => marks.length > 0);
  for (const weight of ["proof", "clear"] as const) {
    const heavy = found.filter(({ marks }) => marks.some((mark) => mark.weight === weight));
    if (heavy.length > 0)
      return guessOf(
        heavy,
        heavy.map(({ family }) => family),
        weight,
        script,
      );
  }
  const isUndecided = found.filter(({ reads }) => reads).length > 1;
  const counted = found.filter(({ family }) => !(isUndecided && family.locks));
  const twice = counted.flatMap(({ family, marks }) => (marks.length > 1 ? family : []));
  return guessOf(counted, twice, "usual", script);
}

interface Marked<Name extends string> {
  readonly family: FamilyFacts<Name>;
  readonly reads: boolean;
  readonly marks: readonly FamilyMark[];
}

function guessOf<Name extends string>(
  marked: readonly Marked<Name>[],
  certain: readonly FamilyFacts<Name>[],
  weight: "proof" | "clear" | "usual",
  script: MarkedScript,
): FamilyGuess<Name> {
  const heaviest = marked
    .flatMap(({ marks }) => marks)
    .toSorted((one, other) => rank(other) - rank(one))
    .at(0);
  return {
    families: marked.map(({ family }) => family),
    certain,
    by: "script",
    weight: heaviest === undefined ? undefined : weight,
    because: heaviest === undefined ? undefined : evidence(heaviest, script),
  };
}

function rank({ weight }: FamilyMark): number {
  return weight === "proof" ? 2 : weight === "clear" ? 1 : 0;
}

function evidence(mark: FamilyMark, { path }: MarkedScript): Message {
  return "place" in mark
    ? message("family.place", { path: mark.place.exec(path)?.[0] ?? path })
    : message("family.says", { words: mark.words });
}

function shows(script: MarkedScript, mark: FamilyMark): boolean {
  const marked =
    "place" in mark
      ? mark.place.test(script.path)
      : script.text.includes(mark.words) && mark.pattern.test(script.text);
  return marked && mark.except?.(script) !== true;
}

/** The family that the user names, by an option, a setting or a comment in the file. */
export function guessGiven<Name extends string>(
  family: FamilyFacts<Name>,
  by: "request" | "comment" = "request",
): FamilyGuess<Name> {
  return { families: [family], certain: [family], by, weight: "proof", because: undefined };
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
