// What the formats of `check` have in common: each turns results into pieces of text, file by file, so that no report
// has to fit into one string.

import {
  type Dialect,
  type DialectGuess,
  type Encoding,
  type FamilyGuess,
  type Finding,
  type Localizer,
  listOf,
  type Message,
  type ScriptFamily,
  type Severity,
} from "@inittab/core";
import { message } from "../message.ts";
import type { Places } from "../text-place.ts";
import type { Unreadable } from "../unreadable.ts";

/** What was found in one file. */
export type CheckedFile = CheckedInittab | CheckedScript | CheckedRecipe;

interface CheckedText {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly places: Places;
}

/** What was found in an init script. */
export interface CheckedScript extends CheckedText {
  readonly kind: "script";
  /** Those whose rules judged it, beside the rules for all, and who says so. */
  readonly family: FamilyGuess<ScriptFamily>;
  /** The shell part could be parsed; otherwise the rules about what the script does report nothing. */
  readonly shellRead: boolean;
}

/** What was found in a recipe of OpenEmbedded, or in a part of one. */
export interface CheckedRecipe extends CheckedText {
  readonly kind: "recipe";
}

/** What was found in an inittab. */
export interface CheckedInittab extends CheckedText {
  readonly kind: "inittab";
  readonly dialect: Dialect;
  /** The release, where the dialect is sysvinit. */
  readonly initVersion: string | undefined;
  /** Who says that it is this dialect, and why. */
  readonly guess: DialectGuess;
  /** Whether any rule is about this dialect; rules that hold for every file do not count. */
  readonly hasRules: boolean;
}

/** What is known at the end. */
export interface CheckSummary {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly unreadable: readonly Unreadable[];
}

/** A report being written. The functions are called in this order, `file` for each file. */
export interface Format {
  readonly start: () => Iterable<string>;
  readonly file: (file: CheckedFile) => Iterable<string>;
  /** A file that stands among those that are judged, and why it is not; between calls of `file`. */
  readonly notJudged: (path: string, why: Message) => Iterable<string>;
  /** What could not be checked, and why; it was reported on standard error already. */
  readonly passedOver: (path: string, why: Message) => Iterable<string>;
  readonly end: (summary: CheckSummary) => Iterable<string>;
}

/** What a format may depend on. */
export interface FormatOptions {
  readonly color: boolean;
  /** In columns. */
  readonly width: number;
  /** Findings of severity error alone, and no summary. */
  readonly quiet: boolean;
  /** The release of Inittab. */
  readonly version: string;
  /** The folder that relative paths begin at, absolute. */
  readonly folder: string;
  /** Words for the findings. */
  readonly localizer: Localizer;
}

/** What the file was read as and why: `sysvinit 3.14, because entries have runlevels`. */
export function assumptionOf(file: CheckedFile): Message {
  if (file.kind === "script") return scriptAssumption(file);
  if (file.kind === "recipe") return message("check.recipe");
  const { dialect, initVersion, guess } = file;
  const init = initVersion === undefined ? dialect : `${dialect} ${initVersion}`;
  return guess.by === "request"
    ? message("check.inittab-asked", { init })
    : message("check.inittab", { init, because: guess.because });
}

function scriptAssumption({ family, shellRead }: CheckedScript): Message {
  const { families, by, because } = family;
  return message("check.script", {
    families: families.length,
    manners: listOf(
      families.map(({ title }) => message("check.manner", { family: title })),
      "and",
    ),
    by: families.length === 0 ? "nobody" : by,
    because: because ?? "",
    whole: shellRead,
  });
}

/** How a family came about, in the words of the formats for programs. */
export function familyMembers(
  { families, by, because }: FamilyGuess<ScriptFamily>,
  { words }: Localizer,
): object {
  return {
    families: families.map(({ name }) => name),
    familyFrom: by === "script" || by === "tree" ? "recognition" : by,
    ...(because === undefined ? {} : { because: words(because) }),
  };
}
