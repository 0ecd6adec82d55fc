// The working copy of one step, and what most of init's work needs of it.

import { type InitLine, lineAsWritten } from "./messages.ts";
import type { BusyboxEffect, BusyboxEntry, BusyboxState, BusyboxTask, LogPlace } from "./state.ts";

/** A step under construction. */
export interface Draft {
  readonly state: BusyboxState;
  readonly effects: BusyboxEffect[];
  /** The lists of the state that were made in this step: nobody else knows them, so that they may grow in their place. */
  readonly own: {
    children: number[] | undefined;
    entries: BusyboxEntry[] | undefined;
    /** The names of the terminals that can be opened. */
    terminals: ReadonlySet<string> | undefined;
  };
}

/** A step under construction, in which nothing has happened yet. */
export function newDraft(state: BusyboxState): Draft {
  return { state, effects: [], own: { children: undefined, entries: undefined, terminals: undefined } };
}

/** Changes the state, which is a copy of the step's own. */
export function change({ state }: Draft, changes: Partial<BusyboxState>): void {
  Object.assign(state, changes);
}

/** Init has one more child. A copy for each would make a step over thousands of entries slow. */
export function addChild(draft: Draft, pid: number): void {
  const { own, state } = draft;
  if (own.children === undefined || own.children !== state.children) own.children = [...state.children];
  own.children.push(pid);
  change(draft, { children: own.children, lastPid: pid });
}

/** An entry has another process. */
export function setPid(draft: Draft, index: number, pid: number): void {
  const { own, state } = draft;
  if (own.entries === undefined || own.entries !== state.entries) own.entries = [...state.entries];
  const entry = own.entries[index];
  if (entry !== undefined) own.entries[index] = { ...entry, pid };
  change(draft, { entries: own.entries });
}

/** Puts tasks in front of what init still has to do. */
export function first(draft: Draft, ...tasks: readonly BusyboxTask[]): void {
  change(draft, { tasks: [...tasks, ...draft.state.tasks] });
}

/** The file, as far as this init looks at it. Source: spec/embedded.md, 5.2. */
export function tableOf({ build, inittab }: BusyboxState): string | null {
  return build.config.FEATURE_USE_INITTAB ? inittab : null;
}

/** Where the log of init is: without a syslog the console, or tty5 of a virtual one. Source: spec/embedded.md, 5.2. */
export function placeOfLog({ build, virtualConsole }: BusyboxState): LogPlace {
  if (build.config.FEATURE_INIT_SYSLOG) return "syslog";
  return virtualConsole ? "tty5" : "console";
}

/** Says something in its places; without a syslog all of it stands on the console, once. Observed: 1.38.0-oe. */
export function say(draft: Draft, line: InitLine, ...to: readonly ("console" | "syslog")[]): void {
  const text = lineAsWritten(line, draft.state.encoding);
  const log = placeOfLog(draft.state);
  const places = new Set(to.map((place) => (place === "syslog" ? log : place)));
  for (const [index, place] of [...places].entries())
    draft.effects.push({ kind: "say", text, to: place, ...(index > 0 && { echo: true }) });
}
