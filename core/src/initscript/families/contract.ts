// What a family of init scripts is. A family is a folder beside this file, and families.ts lists them all.

import type { Message } from "../../text/message.ts";
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
  /** All that the functions file of its scripts has, where it has the path of another family's. */
  readonly functions?: FamilyFunctions;
  /** What else in a script speaks for the family. One mark is enough to belong to it; two leave no doubt. */
  readonly marks: readonly FamilyMark[];
  /** What in the tree of a system says that it is one of this family. */
  readonly treeMarks: readonly TreeMark[];
  /** What only this family's inittab says, tried on each line that is not a comment. */
  readonly tableMarks: readonly RegExp[];
  /** What makes the links, and so decides which header counts. */
  readonly linksBy: LinkMaker;
  /** The LSB headers of its scripts are read, as the rules about headers say, and the standard's word on actions counts. */
  readonly readsHeaders: boolean;
  /** Its rc knows by the lock files below /var/lock/subsys that a script is up. */
  readonly locks: boolean;
  /** There is a command `service`, which gives a script a clean environment. */
  readonly hasService: boolean;
  /** Who calls the scripts, and how. */
  readonly calls: FamilyCalls;
  /** What its policy says of actions beside start and stop: wanted, or encouraged. */
  readonly asksFor: Readonly<Record<string, "policy" | "encouraged">>;
  /** Files below /etc/default that come with the scripts that read them, so that they are always there. */
  readonly ownSettings: readonly string[];
  /** A whole script to begin with, for a service of this name; undefined where none is offered. */
  readonly skeleton: ((service: string) => Skeleton) | undefined;
  /** What /bin/sh may be on its systems; empty where it is a shell that is not known here. */
  readonly shells: readonly SystemShell[];
  /** Its images hold what somebody has chosen, and BusyBox for the rest: no bash, Perl or Python that nobody asked for. */
  readonly isMinimal: boolean;
  /** /run, which /var/run leads to, is empty after each boot; undefined where that differs between its releases. */
  readonly emptiesRun: boolean | undefined;
  /** Whose settings the BusyBox of its systems is built with, by the name of the preset; undefined where nobody knows. */
  readonly busyboxOf?: string;
  /** What is not looked at in its scripts and systems, to be said once; undefined where all that matters is. */
  readonly unseen: Message | undefined;
}

/** The shells that are known as /bin/sh. */
export type SystemShell = "dash" | "ash" | "bash";

/** What makes the links by which scripts are called, or what stands in for links. */
export type LinkMaker =
  | "insserv"
  | "chkconfig"
  /** SUSE's program, which knows more words than Debian's. */
  | "insserv-of-suse"
  /** OpenEmbedded's program of this name, which has nothing to do with Debian's. */
  | "update-rc.d"
  | "rc-update"
  /** `enable` of rc.common. */
  | "enable"
  /** People, with `ln`. */
  | "hand"
  /** There are no links: the name of the script says whether and when it is called. */
  | "name"
  /** There are no links: the executable bit says whether it is called. */
  | "executable-bit"
  /** There are no links: a text names what is called. */
  | "text";

/** How scripts are called at boot and at shutdown. */
export interface FamilyCalls {
  /** The program that calls them: `/etc/init.d/rcS`. */
  readonly by: string;
  /** What the order follows: names as text, the numbers in them, what scripts say they need, or the caller's text. */
  readonly order: "names" | "numbers" | "dependencies" | "text";
  /** The argument at boot and at shutdown; undefined where no script is called then. */
  readonly start: string | undefined;
  readonly stop: string | undefined;
  /** With dependency files of insserv, another program calls the scripts by their own names. */
  readonly namedWithDependencies?: true;
  /** The functions that their interpreter calls at boot, in this order, where the scripts do not look at the argument. */
  readonly startFunctions?: readonly string[];
  /** The names of scripts that are read by the caller's shell instead of being run. */
  readonly sourced: RegExp | undefined;
  /** What happens to a script without the executable bit: passed over, called in vain, or that is how it is switched off. */
  readonly withoutBit: "skipped" | "fails" | "switched-off";
}

/** A functions file: its path, and the names of all functions that it has. */
export interface FamilyFunctions {
  readonly path: string;
  readonly names: readonly string[];
}

/** A library of functions, and how a script shows that it reads it. */
export interface FamilyLibrary {
  readonly name: HelperLibrary;
  readonly mark: FamilyMark;
}

/** Something in a script, or about the place where it stands, that speaks for a family. */
export type FamilyMark = TextMark | PlaceMark;

interface AnyMark {
  /**
   * A `clear` mark outweighs all that are not; a `proof` (the interpreter, say) outweighs even what the rest of the
   * system says. Default: neither.
   */
  readonly weight?: "clear" | "proof";
  /** The scripts in which it says nothing; default none. */
  readonly except?: (script: MarkedScript) => boolean;
}

/** Words of the script. */
export interface TextMark extends AnyMark {
  /** A part of all that `pattern` matches: looking for it costs a hundredth of the time, and most scripts lack it. */
  readonly words: string;
  /** Matches the text outside comments, without the flags `g` and `y`. */
  readonly pattern: RegExp;
}

/** Where the script stands, and under which name. */
export interface PlaceMark extends AnyMark {
  /** Matches the path, which may be the name alone. */
  readonly place: RegExp;
}

/** What marks are looked for in. */
export interface MarkedScript {
  readonly text: string;
  /** The file's base name; empty for a text that is not a file yet. */
  readonly name: string;
  /** The path as far as it is known; the name at least. */
  readonly path: string;
}

/** What in a tree speaks for a family. */
export type TreeMark =
  /** A file is there, and says this. */
  | { readonly file: string; readonly says?: RegExp }
  /** The scripts' own folder has such names, and there is no folder of links. */
  | { readonly scripts: RegExp };
