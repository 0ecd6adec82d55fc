// Random cases, each put before the real program and before core, and the smallest case in which they differ.

import { type RandomSource, randomSource } from "./random.ts";

/** How many random cases, and which. */
export interface CaseNumbers {
  readonly seed: number;
  readonly count: number;
}

/** The numbers on the command line: `--seed N` (else from the clock) and `--count N`. */
export function caseNumbers(args: readonly string[], usualCount: number): CaseNumbers {
  const value = (name: string): number | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : Number(args[at + 1]);
  };
  return { seed: value("--seed") ?? Date.now() % 1_000_000, count: value("--count") ?? usualCount };
}

/** A kind of random cases, and how they are compared. */
export interface Comparison<Case> extends CaseNumbers {
  /** The program that core is compared with. */
  readonly what: string;
  readonly make: (random: RandomSource) => Case;
  /** What differs, for people; undefined: nothing. */
  readonly differs: (subject: Case) => object | undefined;
  /** The case with one thing less, in every way. */
  readonly smaller: (subject: Case) => Iterable<Case>;
}

/** Compares and prints the seed and, for the first difference, the smallest case that shows it. Says whether all agree. */
export function compareCases<Case>({ what, count, seed, make, differs, smaller }: Comparison<Case>): boolean {
  console.log(`${what}: ${count} random cases, seed ${seed}`);
  for (let number = 0; number < count; number++) {
    const subject = make(seededSource(seed, number));
    if (differs(subject) === undefined) continue;
    const least = shrink(subject, smaller, (each) => differs(each) !== undefined);
    console.error(`${what}: case ${number} of seed ${seed} differs; smallest form:`);
    console.error(JSON.stringify(least, null, 1));
    console.error(JSON.stringify(differs(least), null, 1));
    return false;
  }
  console.log(`${what}: no difference`);
  return true;
}

/** The source that the case of this number is made from. */
export function seededSource(seed: number, number: number): RandomSource {
  return randomSource(seed * 100_003 + number);
}

/** Takes parts of a failing case away as long as it still fails. */
function shrink<Case>(
  subject: Case,
  smaller: (subject: Case) => Iterable<Case>,
  fails: (subject: Case) => boolean,
): Case {
  for (const candidate of smaller(subject)) if (fails(candidate)) return shrink(candidate, smaller, fails);
  return subject;
}

/** The members in which two values differ; undefined: in none. */
export function difference(real: object, ours: object): object | undefined {
  const [one, other] = [new Map(Object.entries(real)), new Map(Object.entries(ours))];
  const parts = [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)),
  );
  if (parts.length === 0) return undefined;
  return Object.fromEntries(parts.map((key) => [key, { real: one.get(key), ours: other.get(key) }]));
}
