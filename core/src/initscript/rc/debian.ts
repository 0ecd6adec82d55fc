// Debian's rc: the links alone decide, or startpar with insserv's dependency files. Spec 5.2.

import type { DebianRc } from "../facts/rc-flavors.ts";
import type { DependencyFiles } from "../insserv/dependency-files.ts";
import {
  beginWalk,
  callScript,
  endWalk,
  entriesOf,
  type RcEntry,
  type RcSystem,
  type RcWalk,
  type RunlevelChange,
  type Walking,
  written,
} from "./model.ts";
import { runStartpar } from "./startpar.ts";

/** Walks through the folder of a level as Debian's rc does; with dependency files startpar runs the scripts. */
export function walkDebian(
  rc: DebianRc,
  system: RcSystem,
  change: RunlevelChange,
  dependencies?: DependencyFiles,
): RcWalk {
  const [argument = ""] = change.args;
  const level = argument === "" ? change.runlevel : argument;
  const walk = beginWalk(system, change.previous === "" ? "N" : change.previous, level);
  if (level === "") {
    walk.stderr += "Usage: /etc/init.d/rc <runlevel>\n";
    walk.stdout += "error: '/etc/init.d/rc' exited outside the expected code flow.\n";
    return endWalk(walk, 1);
  }
  const action = level === "0" || level === "6" ? "stop" : "start";
  if (dependencies !== undefined)
    walk.stdout += `Using makefile-style concurrent boot in runlevel ${level}.\n`;
  if (!system.folders.has(level)) return endWalk(walk, 0);
  if (dependencies === undefined) {
    if (walk.previous !== "N") runGroups(rc, walk, "K", "stop");
    runGroups(rc, walk, "S", action);
  } else {
    if (action === "start" && walk.previous !== "N") runStartpar(walk, "stop", dependencies.stop);
    if (level === "S") runStartpar(walk, "boot", dependencies.boot);
    else runStartpar(walk, action, action === "stop" ? dependencies.stop : dependencies.start);
  }
  return endWalk(walk, 0);
}

function runGroups(rc: DebianRc, walk: Walking, letter: "S" | "K", action: "start" | "stop"): void {
  for (const group of debianOrder(entriesOf(walk.system, walk.runlevel, letter))) {
    const chosen = group.filter((entry) => wanted(rc, walk, entry, action));
    for (const entry of chosen) run(rc, walk, entry, action);
  }
}

/**
 * The groups in which Debian's rc runs entries of one letter, which are given in byte order. What counts as a number is
 * all up to the first letter, and a group is all names that begin with it: hence `S209p` runs with the group 20 and
 * again for itself.
 */
export function debianOrder<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  let current = "";
  for (const { name } of entries) {
    const number = name.slice(1).replace(/[a-zA-Z].*$/s, "");
    if (number === current) continue;
    current = number;
    groups.push(entries.filter((entry) => entry.name.slice(1).startsWith(number)));
  }
  return groups;
}

function wanted(rc: DebianRc, walk: Walking, entry: RcEntry, action: "start" | "stop"): boolean {
  if (entry.kind !== "regular") {
    walk.steps.push({ kind: "skip", entry: entry.name, reason: "not-a-file" });
    return false;
  }
  if (!rc.looksAtPreviousLevel || walk.previous === "N") return true;
  const [, suffix] = /^[SK]\d\d(.*)$/s.exec(entry.name) ?? [];
  if (suffix === undefined) return true;
  const has = (level: string, letter: "S" | "K"): boolean => hasOne(walk.system, level, letter, suffix);
  if (action === "start" && entry.name.startsWith("S")) {
    if (!has(walk.previous, "S") || has(walk.runlevel, "K")) return true;
    walk.steps.push({ kind: "skip", entry: entry.name, reason: "started-before" });
    return false;
  }
  if (!has(walk.previous, "K") || has(walk.previous, "S")) return true;
  walk.steps.push({ kind: "skip", entry: entry.name, reason: "stopped-before" });
  return false;
}

/** The shell's test fails when the pattern fits two names, as it does when it fits none. */
function hasOne(system: RcSystem, level: string, letter: "S" | "K", suffix: string): boolean {
  const fitting = (system.folders.get(level) ?? []).filter(
    ({ name }) => new RegExp(`^${letter}\\d\\d`).test(name) && name.slice(3) === suffix,
  );
  return fitting.length === 1 && fitting[0]?.kind === "regular";
}

function run(rc: DebianRc, walk: Walking, entry: RcEntry, action: "start" | "stop"): void {
  const path = `rc${walk.runlevel}.d/${entry.name}`;
  if (!entry.executable || entry.script === undefined) {
    walk.stderr += `/etc/init.d/rc: ${rc.shellLine}: /etc/${path}: Permission denied\n`;
    walk.steps.push({ kind: "failed-call", path, argument: action, exit: 126 });
    return;
  }
  walk.stdout += written(callScript(walk, entry.script, path, action), false);
}
