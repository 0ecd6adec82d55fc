// The one door through which rule tests reach the checker.

import { expect } from "vitest";
import { commandLine } from "../inittab/command.ts";
import type { Dialect } from "../inittab/dialect.ts";
import { readInittab } from "../inittab/read.ts";
import { defaultLevelOf, findRunlevel } from "../inittab/runlevels.ts";
import { type ReadOptions, scanInittab } from "../inittab/scan.ts";
import { findAnyRule } from "../lint/all-rules.ts";
import type { Finding } from "../lint/contract.ts";
import { lintInittab } from "../lint/inittab/lint.ts";
import type { InittabLintOptions } from "../lint/inittab/options.ts";
import { simulateBusybox } from "../simulate/busybox/simulate.ts";
import { simulate } from "../simulate/sysvinit/simulate.ts";
import type { TextEdit } from "../text/range.ts";
import { type WordedFinding, worded } from "./english.ts";

/** How a text is read and checked. */
export interface CheckOptions extends ReadOptions, InittabLintOptions {}

/**
 * Expects the findings that the marker lines in the text announce, and no others. A marker line stands below the line it
 * is about: `#   ^^^^ rule-id` or `#   ^^^^ rule-id: the message`. A caret in the first column is written `#<`, and an
 * empty range `#   | rule-id`. Marker lines are taken out before the text is read.
 */
export function checkMarked(marked: string, options: CheckOptions = {}): void {
  const { text, expected } = parseMarkers(marked);
  const found = findings(text, options).map((finding) => `${place(text, finding)} ${finding.rule}`);
  expect(found).toEqual(expected.map((marker) => `${marker.place} ${marker.rule}`));
  const messages = findings(text, options).map((finding) => finding.message);
  for (const [index, marker] of expected.entries())
    if (marker.message !== undefined) expect(messages[index]).toBe(marker.message);
}

/** The findings, checked as a fragment unless the options say otherwise. */
export function findings(text: string, options: CheckOptions = {}): readonly WordedFinding[] {
  const scan = scanInittab(text, { dialect: "sysvinit", ...options });
  return lintInittab(scan, { fragment: true, ...options }).findings.map(worded);
}

/** The ids of the rules that have something to say, in the order of the text. */
export function firing(text: string, options: CheckOptions = {}): readonly string[] {
  return findings(text, options).map((finding) => finding.rule);
}

/**
 * The text after the first fix of the rule's first finding, or the fix with this title. A fix that calls itself safe is
 * put to the proof: init must read the same from both texts, and do the same through a boot, keys, power and levels.
 */
export function applyFix(text: string, rule: string, options: CheckOptions = {}, title?: string): string {
  expect(findAnyRule(rule)?.id).toBe(rule);
  const finding = findings(text, options).find((candidate) => candidate.rule === rule);
  const fix = finding?.fixes.find((candidate) => title === undefined || candidate.title === title);
  expect(fix, `a fix of ${rule}`).toBeDefined();
  const fixed = applyEdits(text, fix?.edits ?? []);
  if (fix?.kind === "safe") {
    expect(essence(fixed, options)).toEqual(essence(text, options));
    const { dialect } = scanInittab(text, { dialect: "sysvinit", ...options });
    if (dialect === "sysvinit") expect(behaviour(fixed, options)).toEqual(behaviour(text, options));
    if (dialect === "busybox") expect(busyboxBehaviour(fixed)).toEqual(busyboxBehaviour(text));
  }
  return fixed;
}

/**
 * What decides init's behaviour in a table: who may run when, in init's order. Left out is what it never looks at: the
 * process of a record that is not run, any initdefault but the first one, characters that are no levels.
 */
export function essence(text: string, options: CheckOptions = {}): readonly string[] {
  const { records, scan } = readInittab(text, { dialect: "sysvinit", ...options });
  const first = records.find((record) => record.action === "initdefault");
  return records
    .filter((record) => record.action !== "initdefault" || record === first)
    .map((record) => {
      const { id, action, runlevels, process } = record;
      if (action === "initdefault") return `${id}:${defaultLevelOf(runlevels)}:${action}:`;
      const levels = levelsThatCount(runlevels, scan.dialect);
      if (action === "off") return `${id}:${levels}:${action}:`;
      const command = commandLine(process, { dialect: scan.dialect, version: scan.version });
      return `${id}:${levels}:${action}:${"argv" in command ? command.argv.join(" ") : ""}`;
    });
}

/** What is seen of a machine with this table, but for what init says of lines that it drops. */
function behaviour(inittab: string, options: CheckOptions): readonly unknown[] {
  const { events } = simulate(
    {
      inittab,
      until: 400,
      events: [
        { at: 20, telinit: "a" },
        { at: 40, signal: "INT" },
        { at: 60, signal: "PWR", powerstatus: "F" },
        { at: 80, signal: "WINCH" },
        { at: 100, telinit: "3" },
        { at: 150, telinit: "S" },
        { at: 200, telinit: "2" },
        { at: 250, telinit: "b" },
      ],
    },
    options.version === undefined ? {} : { version: options.version },
  );
  return events.filter((event) => event.event !== "log" || !/inittab(?:\[| at line)/.test(event.text));
}

/** BusyBox and procd look at no runlevels. */
function levelsThatCount(runlevels: string, dialect: Dialect): string {
  if (dialect === "sysvinit") return significant(runlevels);
  return ["busybox", "toybox", "procd"].includes(dialect) ? "" : runlevels;
}

/** What is seen of a BusyBox machine with this table, but for what init says of lines that it drops. */
function busyboxBehaviour(inittab: string): readonly unknown[] {
  const { events } = simulateBusybox({
    inittab,
    until: 60,
    events: [
      { at: 10, signal: "INT" },
      { at: 15, console: "\n" },
      { at: 20, signal: "HUP" },
      { at: 30, signal: "QUIT" },
      { at: 40, signal: "USR1" },
    ],
  });
  return events.filter((event) => event.event !== "log" || !/^Bad inittab entry/.test(event.text));
}

/** A field of exactly `S` is special to init; otherwise only the levels count. */
function significant(runlevels: string): string {
  const levels = [...runlevels].filter((character) => findRunlevel(character) !== undefined).join("");
  return levels === "S" && runlevels !== "S" ? "S and more" : levels;
}

/** The text with all edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((one, other) => other.start - one.start);
  return inOrder.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}

interface Marker {
  readonly place: string;
  readonly rule: string;
  readonly message: string | undefined;
}

function parseMarkers(marked: string): { readonly text: string; readonly expected: readonly Marker[] } {
  const kept: string[] = [];
  const expected: Marker[] = [];
  for (const line of marked.split("\n")) {
    const match = /^#(?:(<+)|( *)(?=[\^|]))(\^*|\|) ([a-z-]+)(?:: (.*))?$/.exec(line);
    if (match === null) {
      kept.push(line);
      continue;
    }
    const [, left = "", indent = "", carets = "", rule = "", message] = match;
    const start = left === "" ? 1 + indent.length : 0;
    const end = left === "" ? start + (carets === "|" ? 0 : carets.length) : left.length + carets.length;
    expected.push({ place: `${kept.length}:${start}-${end}`, rule, message });
  }
  return { text: kept.join("\n"), expected };
}

function place(text: string, finding: Pick<Finding, "range">): string {
  const lineStart = text.lastIndexOf("\n", finding.range.start - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return `${line}:${finding.range.start - lineStart}-${finding.range.end - lineStart}`;
}
