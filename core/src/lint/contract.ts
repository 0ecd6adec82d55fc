// What a lint rule is. One rule is one file below rules/, with everything about it; registry.ts lists them.

import type { Action } from "../inittab/actions.ts";
import type { CommandLine } from "../inittab/command.ts";
import type { Dialect } from "../inittab/dialect.ts";
import type { FieldName, InittabLine, TextRange } from "../inittab/line.ts";
import type { InittabScan, TextEdit } from "../inittab/scan.ts";
import type { SysvinitBehaviour, SysvinitVersion } from "../inittab/versions.ts";
import type { ShellReading } from "../shell/reading.ts";
import type { Encoding } from "../text/bytes.ts";
import type { Fault } from "./inittab/fault.ts";

/** How loud a finding is. Only `error` makes a check fail by itself. */
export const severities = ["error", "warning", "information", "hint"] as const;

export type Severity = (typeof severities)[number];

/**
 * `error`: init will not do this; `suspicious`: it does, but it is hardly meant; `portability`: differs between releases
 * or programs; `style`: works, reads badly; `nursery`: new, off by default.
 */
export type RuleGroup = "error" | "suspicious" | "portability" | "style" | "nursery";

/** A change that answers a finding. Offsets as in the finding. */
export interface Fix {
  readonly title: string;
  /** `safe`: init does the same before and after; `suggestion`: it is a guess at what was meant. */
  readonly kind: "safe" | "suggestion";
  readonly edits: readonly TextEdit[];
}

/** Another place that explains a finding. */
export interface Related {
  readonly range: TextRange;
  readonly message: string;
}

/** What a rule reports. Line rules count offsets from the beginning of the line, file rules from that of the text. */
export interface Report {
  readonly range: TextRange;
  /** Names the thing and the consequence; begins in lower case, no full stop. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The text has no effect and may be shown faded. */
  readonly unnecessary?: boolean;
}

/**
 * One line, as a line rule sees it: independent of where it stands and of all other lines. Where a release cuts a long
 * line into pieces, line rules see the first piece only.
 */
export interface LineContext {
  readonly dialect: Dialect;
  readonly version: SysvinitVersion;
  readonly behaviour: SysvinitBehaviour;
  readonly encoding: Encoding;
  readonly line: InittabLine;
  /** The line with its newline, if it has one, and with whatever else init swallows with it. */
  readonly text: string;
  /** The rule that tells why init drops the line; undefined where it does not. */
  readonly fault: Fault | undefined;
  /** The action of a record. */
  readonly action: Action | undefined;
  /** The runlevels of a record as written, where they decide when init runs its process; empty otherwise. */
  readonly runlevels: string;
  /** The process of a record without the CR of a CRLF file. */
  readonly process: string;
  /** The text of a field as written; empty where the line has none. */
  field(name: FieldName): string;
  /** The range of a field in the line; an empty range at the line's end where the line has none. */
  range(name: FieldName): TextRange;
  /** How init runs the process of a record; its ranges count from the beginning of the process. */
  command(): CommandLine;
  /** What a shell makes of the process; undefined where init calls none. Ranges as in `command`. */
  shell(): ShellReading | undefined;
}

/** The whole file, as a file rule sees it. Everything is computed at most once for all rules. */
export interface FileContext {
  readonly scan: InittabScan;
  readonly behaviour: SysvinitBehaviour;
  /** The indexes of the lines whose records init keeps with this action, in the order of the file. */
  readonly linesOf: (action: string) => readonly number[];
  /** The index of the next line, from this one on, whose record init keeps with this action; -1 where there is none. */
  readonly nextOf: (action: string, from: number) => number;
  /** The lines that init drops because an earlier record has the id: index of the line, index of the earlier one. */
  readonly duplicates: readonly (readonly [number, number])[];
  /** The indexes of the lines that init's reader rejects one by one. */
  readonly rejected: () => readonly number[];
  /** The index of the next record, from this one on, whose stored runlevels have an `S`; -1 where there is none. */
  readonly nextSingleUser: (from: number) => number;
  /** The level that init enters after boot, or undefined where it asks or the file does not say. */
  readonly defaultLevel: string | undefined;
  /** The number of records that init keeps. */
  readonly recordCount: number;
  /** The index of the first line that is a record; -1 where there is none. */
  readonly firstRecord: number;
  /** The line's number as an editor counts, from 1. */
  readonly lineNumber: (index: number) => number;
  readonly field: (index: number, name: FieldName) => string;
  /** The range of a field in the text; an empty range at the line's end where the line has none. */
  readonly range: (index: number, name: FieldName) => TextRange;
  /** The first of these ids that no record has. */
  readonly freeId: (wishes: readonly string[]) => string | undefined;
  /** The edit that adds a record below all lines. */
  readonly appended: (record: string) => TextEdit;
}

/** A text that a rule's page shows, and that the tests run. */
export interface Example {
  readonly text: string;
  readonly dialect?: Dialect;
  readonly version?: InittabScan["version"];
  /** For a wrong example: the text after the rule's first fix. */
  readonly fixed?: string;
  /** The example shows bytes that a page cannot: it is printed with escapes. */
  readonly escaped?: true;
}

/** A rule's page. Plain Markdown, one sentence per line. */
export interface RuleDocs {
  /** What the rule finds, in one sentence. */
  readonly what: string;
  /** Why it matters on a real machine. */
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
  /** Each triggers exactly this rule. */
  readonly wrong: readonly Example[];
  /** Each triggers nothing: the nearest correct text. */
  readonly right: readonly Example[];
}

/** What every rule has, whatever it is about. */
export interface RuleFacts {
  /** Kebab-case, the file's name; never reused or renamed. */
  readonly id: string;
  /** `IT` and three digits; never reused. 1xx: init drops it; 2xx: suspicious; 3xx: lock-out and security; 4xx: portability; 5xx: style; 6xx: BusyBox; 7xx: headers of init scripts; 8xx: the rest of init scripts; 9xx: about the checker itself. */
  readonly code: `IT${number}`;
  readonly severity: Severity;
  readonly group: RuleGroup;
  /** The release of Inittab that brought the rule. */
  readonly since: string;
  /** The manual sections, recorded cases or measurements that prove it. */
  readonly sources: readonly string[];
}

interface InittabRuleFacts extends RuleFacts {
  /** Where the rule applies. */
  readonly dialects: readonly Dialect[];
  readonly docs: RuleDocs;
  /** Judges what the file as a whole lacks, so it says nothing about a fragment. */
  readonly wholeFile?: true;
}

/** A rule about single lines: its reports are kept as long as the line does not change. */
export interface LineRule extends InittabRuleFacts {
  readonly scope: "line";
  /** Which lines it is asked about: `records`, or `others`, which init drops or skips. */
  readonly lines: "records" | "others";
  readonly check: (line: LineContext) => readonly Report[];
}

/** A rule about the file as a whole: it runs after each change, over lines that are read already. */
export interface FileRule extends InittabRuleFacts {
  readonly scope: "file";
  readonly check: (file: FileContext) => readonly Report[];
}

/** A rule about an inittab; those about init scripts are in initscript/lint. */
export type Rule = LineRule | FileRule;

/** What the checker tells. Offsets are UTF-16 units of the whole text. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly unnecessary: boolean;
}
