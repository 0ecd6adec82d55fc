// What is to be known of a dialect. Each has a file beside this one; ../dialect.ts lists them.

import type { ActionDialect } from "../actions.ts";
import type { LineStyle } from "../line-style.ts";

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
  /** How it takes a line. sysvinit has a reader of its own, and its style only tells its comments. */
  readonly style: LineStyle;
  /** Whose actions it knows; undefined where nobody can say. */
  readonly actions: ActionDialect | undefined;
  /** Nobody has said that it knows no other actions. */
  readonly moreActions?: true;
  /** How it runs a process: by rules of its own, or always by this shell with `exec` in front. */
  readonly runs: "sysvinit" | "busybox" | "procd" | { readonly shell: string };
  /** What the id stands for: a name of the entry, or the terminal of its process. */
  readonly id: "name" | "terminal";
  /** The characters that mean something in the runlevels field; empty where the field is ignored. */
  readonly levels: string;
  /** What completion offers for an empty line. sysvinit's lines are those of the manual's examples. */
  readonly usual: readonly UsualLine[];
  /** The words of folder names that speak for it: its own name, and systems that mostly have it. */
  readonly folders?: { readonly program?: RegExp; readonly system?: RegExp };
}
