// What is to be known of a dialect. Each has a file beside this one; ../dialect.ts lists them.

import type { ActionDialect } from "../actions.ts";
import type { LineStyle } from "../line-style.ts";
import type { SysvinitVersion } from "../versions.ts";

/** A line that many real files have, and where it is usual. */
export interface UsualLine {
  readonly text: string;
  /** A phrase: `the start scripts, as Buildroot has them`. */
  readonly about: string;
}

/** Everything about a dialect that is data. */
export interface DialectFacts {
  /** Its name in a sentence: `BusyBox init`. */
  readonly title: string;
  /** What the program is called in a sentence about what it does; default `init`. */
  readonly program?: string;
  /** Its releases, where they are told apart. */
  readonly releases?: readonly SysvinitVersion[];
  /** How it takes a line. */
  readonly style: LineStyle;
  /** It reads through a buffer of fixed size, by sysvinit-line.ts; then `style` only tells its comments. */
  readonly buffered?: true;
  /**
   * What it makes of records that are alike. `unique-ids`: the first of an id is kept, power records are put in front,
   * and one for single-user mode is added; `no-twins`: a record replaces an earlier one of the same terminal and command;
   * `all`: every record is kept, as far as anybody knows.
   */
  readonly keeps: "unique-ids" | "no-twins" | "all";
  /** What it says of a bad line is known, even if it says nothing. */
  readonly tellsOfBadLines?: true;
  /** Whose actions it knows; undefined where nobody can say. */
  readonly actions: ActionDialect | undefined;
  /** Nobody has said that it knows no other actions. */
  readonly moreActions?: true;
  /** It knows its actions in any letter case. */
  readonly ignoresCase?: true;
  /** It starts a process again only so many times, and then disables its record for a while. */
  readonly givesUp?: true;
  /** The program that brings up services; where a table starts it, init ignores the level of initdefault. */
  readonly startsServicesBy?: string;
  /** The process of `askfirst` waits until somebody presses Enter. */
  readonly asksFirst?: true;
  /** How it runs a process: by rules of its own, or always by this shell with `exec` in front. */
  readonly runs: "sysvinit" | "busybox" | "procd" | { readonly shell: string };
  /** The actions whose process names no program: it does their work itself. */
  readonly doesItself?: readonly string[];
  /** Who builds it chooses how it behaves. */
  readonly hasPresets?: true;
  /** Its /bin/sh reads as the shell of BusyBox does. */
  readonly busyboxShell?: true;
  /**
   * How it is told what a record does. `levels`: by when init enters and leaves its runlevels; `terminal`: by the terminal
   * of its process; `manual`: by what the manual says of the action; `nothing`: it is not told.
   */
  readonly described: "levels" | "terminal" | "manual" | "nothing";
  /** What the id stands for: a name of the entry, or the terminal of its process. */
  readonly id: "name" | "terminal";
  /** The characters that mean something in the runlevels field; empty where the field is ignored. */
  readonly levels: string;
  /** Its levels are there for what they are there for on Linux. */
  readonly linuxLevels?: true;
  /** It is known that it enters the level of initdefault after boot, and what it does where there is none. */
  readonly entersDefault?: true;
  /** What completion offers for an empty line. */
  readonly usual: readonly UsualLine[];
  /** Completion offers the lines of the manual's examples instead. */
  readonly usualInManual?: true;
  /** The words of folder names that speak for it: its own name, and systems that mostly have it. */
  readonly folders?: { readonly program?: RegExp; readonly system?: RegExp };
}
