// The shape of the house's plan. The checks hold no path of their own: a new room is a line of the plan.

import type { Invariant } from "./finding.ts";

/** Which rooms there are, who may know whom, and where things have their home. Folders end in `/`. */
export interface Plan {
  /** The packages beside that of the root. A relative import of a test stays within its package. */
  readonly packages: readonly string[];
  /** The folders of what is shipped; tests in them do not count. */
  readonly product: readonly string[];
  readonly frame: Frame;
  readonly tenancies: readonly Tenancy[];
  readonly layers: Layers;
  readonly names: readonly NameTable[];
  readonly sentences: Sentences;
  readonly wire: Wire;
  /** The only file of core that other packages import. */
  readonly index: string;
  readonly exceptions: readonly Exception[];
}

/** The rooms that know no tenant, and the words that give one away. */
export interface Frame {
  /** A folder stands for all below it; with a star at its end, for the files in it alone. */
  readonly rooms: readonly string[];
  /** The files that list the tenants, which is their purpose. */
  readonly lists: readonly string[];
  /** Words in lower case. A name such as `readInittab` is taken apart at its capitals. */
  readonly words: readonly string[];
}

/** A folder whose sub-folders, the tenants, do not know each other. */
export interface Tenancy {
  readonly folder: string;
  /** The sub-folders that may be known to all tenants. */
  readonly shared: readonly string[];
}

/** The floors of a folder, from the ground. A room knows itself and the floors below it, and no neighbour. */
export interface Layers {
  readonly folder: string;
  readonly floors: readonly (readonly string[])[];
}

/** Names that are compared only where they are at home. */
export interface NameTable {
  /** What such a name is, for the message. */
  readonly of: string;
  /** The file that lists them, and the constant in it: an object that has them as keys, or an array of them. */
  readonly file: string;
  readonly constant: string;
  /** Where they may be compared besides: each name's own file. */
  readonly homes: readonly string[];
  /** Names that mean other things too, with what they are compared to where they mean this. */
  readonly vague: Readonly<Record<string, RegExp>>;
}

/** What a sentence is called in the code. */
export interface Sentences {
  /** Properties and variables that hold one; `line.text` is the property of something called `line`. */
  readonly names: readonly string[];
  /** Those that hold one only below some folders. */
  readonly namesIn: Readonly<Record<string, readonly string[]>>;
  /** The functions that make a sentence of a message. */
  readonly makers: readonly string[];
}

/** The names that the client and the server have in common. */
export interface Wire {
  /** The file where they are written. */
  readonly home: string;
  /** What a name on the wire looks like. */
  readonly names: RegExp;
  /** Which of them are requests. */
  readonly requests: RegExp;
}

/**
 * How an invariant is held. `error`: a breach fails the check. `report`: it counts, since work on the invariant goes on;
 * with places, only what is in them counts, and the rest fails.
 */
export type Mode = "error" | "report" | { readonly reportIn: readonly string[] };

/** A place where an invariant does not hold and need not. */
export interface Exception {
  readonly invariant: Invariant;
  readonly path: string;
  /** The subject of the findings, as the check prints it between backticks. */
  readonly subject: string;
  readonly reason: string;
}
