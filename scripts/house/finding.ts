// What a check says.

/** The invariants that are checked here, by the word that the plan and the exceptions use for them. */
export const invariants = [
  "frame",
  "tenants",
  "layers",
  "names",
  "sentences",
  "casts",
  "advance",
  "homes",
  "tests",
  "index",
] as const;

/** An invariant of the house. */
export type Invariant = (typeof invariants)[number];

/** A place where an invariant does not hold. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  /** What breaks it, as it stands in the text: an import, a word, a cast. Exceptions are granted by it. */
  readonly subject: string;
  readonly message: string;
}
