// What a family of init scripts is. A family is a folder beside this file, and families.ts lists them all.

import type { HelperLibrary } from "../facts/helper-functions.ts";
import type { Skeleton } from "../script/skeleton.ts";

/** All that is to be known of a family. */
export interface FamilyFacts<Name extends string = string> {
  /** Its name in settings and rules. */
  readonly name: Name;
  /** Its name in a sentence. */
  readonly title: string;
  /** The library of functions that its scripts read. To read it is a mark of the family; undefined for families without one. */
  readonly library: FamilyLibrary | undefined;
  /** What else in a script speaks for the family. One mark is enough to belong to it; two leave no doubt. */
  readonly marks: readonly FamilyMark[];
  /** The program that makes the links, and so the one that decides which header counts. */
  readonly linksBy: "chkconfig" | "insserv";
  /** Its rc knows by the lock files below /var/lock/subsys that a script is up. */
  readonly locks: boolean;
  /** A whole script to begin with, for a service of this name. */
  readonly skeleton: (service: string) => Skeleton;
}

/** A library of functions, and how a script shows that it reads it. */
export interface FamilyLibrary {
  readonly name: HelperLibrary;
  readonly mark: FamilyMark;
}

/** Something in a script that speaks for a family. */
export interface FamilyMark {
  /** A part of all that `pattern` matches: looking for it costs a hundredth of the time, and most scripts lack it. */
  readonly words: string;
  /** Matches the text outside comments, without the flags `g` and `y`. */
  readonly pattern: RegExp;
  /** The scripts in which it says nothing; default none. */
  readonly except?: (script: MarkedScript) => boolean;
}

/** What marks are looked for in. */
export interface MarkedScript {
  readonly text: string;
  /** The file's base name; empty for a text that is no file yet. */
  readonly name: string;
}
