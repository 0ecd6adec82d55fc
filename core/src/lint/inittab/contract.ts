// What a rule about an inittab is. One rule is one file below rules/, with everything about it; registry.ts lists them.

import type { OpenrcFolders } from "../../initscript/tree/openrc-folders.ts";
import type { Action } from "../../inittab/actions.ts";
import type { CommandLine } from "../../inittab/command.ts";
import type { Dialect } from "../../inittab/dialect.ts";
import type { FieldName, InittabLine } from "../../inittab/line.ts";
import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { InittabScan } from "../../inittab/scan.ts";
import type { StartedProgram } from "../../inittab/started.ts";
import type { SysvinitBehaviour, SysvinitVersion } from "../../inittab/versions.ts";
import type { ShellReading } from "../../shell/reading.ts";
import type { Encoding } from "../../text/bytes.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import type { Example, ExampleFile, Report, RuleFacts } from "../contract.ts";
import type { Fault } from "./fault.ts";
import type { TableInRoot } from "./in-root.ts";
import type { Sign } from "./signs.ts";

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
  /** What the process of a record starts; undefined where the table of programs knows nothing of it. Ranges as in `command`. */
  started(): StartedProgram | undefined;
}

/** The whole file, as a file rule sees it. Everything is computed at most once for all rules. */
export interface FileContext {
  readonly scan: InittabScan;
  readonly behaviour: SysvinitBehaviour;
  /** The machine that the file is for, where somebody has said. */
  readonly machine: MachineSpec | undefined;
  /** The records against the root that the file is for; undefined where there is none, or only a part of one. */
  readonly inRoot: () => TableInRoot | undefined;
  /** OpenRC's runlevels in the system around the file, where they are known. */
  readonly openrc: OpenrcFolders | undefined;
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
  /** The index of the next record that may read a terminal, as far as a glance at its process tells; -1 if there is none. */
  readonly nextConsole: (from: number) => number;
  /** The index of the next record that may call a start script, as far as a glance tells; -1 if there is none. */
  readonly nextScript: (from: number) => number;
  /** The level that init enters after boot, or undefined where it asks or the file does not say. */
  readonly defaultLevel: string | undefined;
  /** The number of records that init keeps. */
  readonly recordCount: number;
  /** The index of the first line that is a record; -1 where there is none. */
  readonly firstRecord: number;
  /** The line's number as an editor counts, from 1. */
  readonly lineNumber: (index: number) => number;
  readonly field: (index: number, name: FieldName) => string;
  /** What the process of a record starts, with ranges that count from the beginning of the process. */
  readonly started: (index: number) => StartedProgram | undefined;
  /** The range of a field in the text; an empty range at the line's end where the line has none. */
  readonly range: (index: number, name: FieldName) => TextRange;
  /** The first of these ids that no record has. */
  readonly freeId: (wishes: readonly string[]) => string | undefined;
  /** The edit that adds a record below all lines. */
  readonly appended: (record: string) => TextEdit;
}

/** An inittab that a rule's page shows, and that the tests run: a wrong one triggers exactly its rule, a right one nothing. */
export interface InittabExample extends Example {
  /** Default `sysvinit`. */
  readonly dialect?: Dialect;
  readonly version?: SysvinitVersion;
  /** The machine that it is for. */
  readonly machine?: MachineSpec;
  /** The root file system around it. */
  readonly root?: readonly ExampleFile[];
  /** OpenRC's runlevels around it, and those that are stacked into each. */
  readonly stacked?: Readonly<Record<string, readonly string[]>>;
  /** The example shows bytes that a page cannot: it is printed with escapes. */
  readonly escaped?: true;
}

/** What every rule about an inittab has. */
export interface InittabRuleFacts extends RuleFacts<InittabExample> {
  /** Where the rule applies. */
  readonly dialects: readonly Dialect[];
  /** Judges what the file as a whole lacks, so it says nothing about a fragment. */
  readonly wholeFile?: true;
}

/** A rule about single lines: its reports, counted from the line's beginning, are kept as long as the line does not change. */
export interface LineRule extends InittabRuleFacts {
  readonly scope: "line";
  /** Which lines it is asked about: `records`, or `others`, which init drops or skips. */
  readonly lines: "records" | "others";
  /** The signs without which it is silent: it is asked about no line that lacks one of them. */
  readonly needs?: readonly Sign[];
  readonly check: (line: LineContext) => readonly Report[];
}

/** A rule about the file as a whole: it runs after each change, over lines that are read already. */
export interface FileRule extends InittabRuleFacts {
  readonly scope: "file";
  readonly check: (file: FileContext) => readonly Report[];
}

/** A rule about an inittab. */
export type InittabRule = LineRule | FileRule;
