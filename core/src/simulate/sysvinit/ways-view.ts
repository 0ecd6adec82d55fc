// What questions see of sysvinit's entries and states.

import { findAction } from "../../inittab/actions.ts";
import { commandLine } from "../../inittab/command.ts";
import { offersLogin } from "../../inittab/login.ts";
import { startsStaying } from "../../inittab/started.ts";
import type { SysvinitVersion } from "../../inittab/versions.ts";
import type { WayLevels, WayRecord, WayView } from "../run/ways.ts";
import { catchAll } from "./level-records.ts";
import type { Entry } from "./machine/state.ts";
import { signsOf, wordsOfRequest } from "./ways-moves.ts";
import type { SysvinitWay } from "./ways-state.ts";

/** The levels of sysvinit. */
export const sysvinitLevels: WayLevels = {
  final: ["0", "6"],
  single: "S",
  multiUser: ["2", "3", "4", "5"],
  request: wordsOfRequest,
};

/** The records of a search: those of each text, in init's order. */
export interface SysvinitRoster {
  readonly records: readonly WayRecord[];
  /** The place of the record of an entry, by its place in a list that was read from a text. */
  readonly placeOf: (entries: readonly Entry[], index: number, table: number) => number;
}

/** A roster of the lists of several texts. */
export function newRoster(tables: readonly (readonly Entry[])[], version: SysvinitVersion): SysvinitRoster {
  const records: WayRecord[] = [];
  const places = new Map<string, number>();
  const nameOf = ({ id, path, line }: Entry, table: number) => `${table} ${line} ${path}\0${id}`;
  for (const [table, entries] of tables.entries())
    for (const entry of entries) {
      places.set(nameOf(entry, table), records.length);
      records.push(recordOf(entry, table, version));
    }
  return {
    records,
    placeOf: (entries, index, table) => {
      const entry = entries[index];
      return tables.length < 2 || entry === undefined ? index : (places.get(nameOf(entry, table)) ?? index);
    },
  };
}

/** What a list comes to: everything but ids and lines, and the processes of what is never run. */
export function essenceOf(entries: readonly Entry[], version: SysvinitVersion): string {
  return JSON.stringify(
    entries.map((entry) => {
      const { runlevels, action, process } = entry;
      return [runlevels, action, findAction(action)?.process === "run" ? behaviourOf(process, version) : ""];
    }),
  );
}

/** The words of a process, and whether init writes down its beginning and end. */
function behaviourOf(process: string, version: SysvinitVersion): string {
  const line = commandLine(process, { dialect: "sysvinit", version });
  return "argv" in line ? JSON.stringify([line.accounted, line.argv]) : process;
}

/** An entry as questions see it. */
function recordOf(
  { id, runlevels, action, process, line }: Entry,
  table: number,
  version: SysvinitVersion,
): WayRecord {
  const known = findAction(action);
  return {
    ...{ id, action, process, line, table },
    runlevels: runlevels.length >= catchAll ? "" : runlevels,
    terminal: /(?:^|\s|\/dev\/)((?:tty|vc\/|hvc|console)\w*)/.exec(process)?.[1],
    runs: known?.process === "run",
    login: offersLogin(process),
    stays: startsStaying(process, { dialect: "sysvinit", version }),
    signs: signsOf(action),
    behaves: behaviourOf(process, version),
    heir: id,
  };
}

/** A state as questions see it. */
export function viewOf({ init, down, others, dying, table }: SysvinitWay, roster: SysvinitRoster): WayView {
  const running: number[] = [];
  const disabled: number[] = [];
  let waits = false;
  for (const [index, entry] of init.entries.entries()) {
    const place = roster.placeOf(init.entries, index, table);
    if (entry.running && !dying.includes(index)) running.push(place);
    if (entry.failing) disabled.push(place);
    if (entry.waiting) waits = true;
  }
  const shared = {
    level: init.level,
    running,
    disabled,
    otherLogin: others.some(({ process }) => offersLogin(process)),
  };
  if (down !== undefined) return { ...shared, kind: "down", down };
  if (init.phase.kind === "asking") return { ...shared, kind: "asking" };
  if (init.phase.kind === "spinning" || dying.length > 0) return { ...shared, kind: "busy" };
  return { ...shared, kind: waits || init.phase.kind === "emergency" ? "waiting" : "resting" };
}
