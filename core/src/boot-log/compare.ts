// A boot as it really was beside the simulated one: where they part first, and how long things took.

import { serviceLevelOf } from "../initscript/tree/boot-call.ts";
import type { Lane, SimulatedPlay } from "../simulate/run/simulation.ts";
import type { Message } from "../text/message.ts";
import { message } from "./message.ts";
import type { BootLog, Seen, SeenName } from "./model.ts";

/** Where a boot parts from the simulated one. */
export interface Divergence {
  readonly message: Message;
  /** The line of the log, from 1, and its time; undefined: the log ends. */
  readonly line?: number;
  readonly at?: number;
  /** The entry that is the likely cause; undefined: none of the inittab. */
  readonly entry?: Lane;
}

/** How long the process of an entry ran. */
export interface Measured {
  readonly entry: Lane;
  /** Null: it still ran when the log ended. */
  readonly seconds: number | null;
  /** The log shows its end; otherwise init had to wait for it, and went on then. */
  readonly isShown: boolean;
}

/** A boot beside the simulated one. */
export interface BootComparison {
  /** How many things of the log the simulated boot does too, in the same order. */
  readonly agreed: number;
  readonly divergence?: Divergence;
  readonly measured: readonly Measured[];
  /** Entries whose process was started more than once. */
  readonly restarted: readonly { readonly entry: Lane; readonly times: number }[];
}

/** Something that the simulated boot does. */
type Expected =
  | { readonly kind: "level"; readonly level: string; readonly at: number }
  | { readonly kind: "start"; readonly entry: Lane; readonly at: number };

/** A start of the log, and the entry that it is of. */
interface Started {
  readonly entry: Lane;
  readonly seen: Seen;
}

/** The id of what BusyBox starts on the console. */
const console = "console";

/** Compares a log with a simulated boot of the inittab. */
export function compareBoot(
  log: BootLog,
  play: Pick<SimulatedPlay, "timeline" | "entries" | "said">,
): BootComparison {
  const down = log.seen.findIndex(({ kind }) => kind === "down");
  const seen = down < 0 ? log.seen : log.seen.slice(0, down);
  const expected = expectedOf(log, play);
  const known = new Set(expected.flatMap((each) => (each.kind === "start" ? each.entry : [])));
  const started: Started[] = [];
  const counts = new Map<Lane, number>();
  let agreed = 0;
  let next = 0;
  let divergence: Divergence | undefined;
  /** Of what the log may leave out, nothing follows. */
  const firstShown = (some: readonly Expected[]) =>
    some.find((one) => !(log.hidesTerminals && one.kind === "start" && one.entry.record.id !== console));
  const part = (found: Divergence) => {
    divergence ??= found;
  };
  for (const each of seen) {
    const place = { line: each.line, ...(each.at !== undefined && { at: each.at }) };
    if (each.kind === "level") {
      const at = expected.findIndex((one, index) => index >= next && isLevel(one, each.level));
      if (at < 0) part({ ...place, ...otherLevel(each.level, expected.slice(next), play.entries) });
      else {
        const missed = firstShown(expected.slice(next, at));
        if (missed?.kind === "start")
          part({ ...place, message: levelEarly(each.level, missed.entry), entry: missed.entry });
        else agreed++;
        next = at + 1;
      }
    } else if (each.kind === "disabled") {
      const entry = entryOf(each.who, play.entries, new Map());
      const isSaid = play.said.some(({ text }) => text.includes(`Id "${each.who.name}" respawning too fast`));
      if (isSaid) agreed++;
      else if (entry !== undefined)
        part({ ...place, message: message("boot-log.disabled", { name: nameOf(entry) }), entry });
    } else if (each.kind === "start") {
      const entry = entryOf(each.who, play.entries, counts);
      if (entry === undefined) {
        if (log.isOrdered)
          part({ ...place, message: message("boot-log.unknown", { name: { code: each.who.name } }) });
        continue;
      }
      started.push({ entry, seen: each });
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
      if (counts.get(entry) !== 1) continue;
      if (!known.has(entry)) {
        part({ ...place, message: message("boot-log.not-at-boot", { name: nameOf(entry) }), entry });
        continue;
      }
      const at = expected.findIndex(
        (one, index) => index >= next && one.kind === "start" && one.entry === entry,
      );
      const missed = firstShown(expected.slice(next, Math.max(next, at)));
      if (!log.isOrdered || (at >= next && missed === undefined)) agreed++;
      else if (missed !== undefined) part({ ...place, ...early(entry, missed) });
      if (log.isOrdered && at >= next) next = at + 1;
    }
  }
  if (down < 0) {
    const rest = log.isOrdered ? firstShown(expected.slice(next)) : undefined;
    const missing = log.isOrdered ? undefined : neverSeen(expected, counts);
    if (rest !== undefined) part(endOf(rest, waitingIn(started, seen)));
    if (missing !== undefined)
      part({ message: message("boot-log.never", { expected: nameOf(missing) }), entry: missing });
  }
  return {
    agreed,
    ...(divergence !== undefined && { divergence }),
    measured:
      log.shows === "levels"
        ? measuredBeforeLevel(seen, play)
        : measuredIn(started, { ...log, seen }, { isOver: down >= 0, divergence }),
    restarted: [...counts].flatMap(([entry, times]) => (times > 1 ? [{ entry, times }] : [])),
  };
}

/** What a boot does in order: each entry once, and the levels, as far as such a log shows them. */
function expectedOf(
  { shows }: BootLog,
  { timeline, entries }: Pick<SimulatedPlay, "timeline" | "entries">,
): readonly Expected[] {
  if (shows === "scripts") return [];
  const first = new Set<Lane>();
  const starts = timeline.intervals.flatMap((interval): readonly Expected[] => {
    const entry = entries.find(
      ({ record }) => record.line === interval.record.line && record.id === interval.record.id,
    );
    if (entry === undefined || first.has(entry)) return [];
    first.add(entry);
    if (shows === "runlevels" && nameIn(entry, "runlevel") === "") return [];
    // Init keeps no account of these.
    if (shows === "both" && entry.process.startsWith("+")) return [];
    return [{ kind: "start", entry, at: interval.start }];
  });
  const levels =
    timeline.measure === "level"
      ? timeline.levels.flatMap(({ level, start }): readonly Expected[] =>
          /^[1-9]$/.test(level) ? [{ kind: "level", level, at: start }] : [],
        )
      : [];
  const showsLevels = shows === "levels" || shows === "both";
  return [...(showsLevels ? levels : []), ...(shows === "levels" ? [] : starts)].toSorted(
    (one, other) => one.at - other.at,
  );
}

function isLevel(expected: Expected, level: string): boolean {
  return expected.kind === "level" && expected.level === level;
}

/** The entry that a log means: of several alike the first that was not seen yet. */
function entryOf(
  who: SeenName,
  entries: readonly Lane[],
  counts: ReadonlyMap<Lane, number>,
): Lane | undefined {
  for (const name of [who.name, ...(who.others ?? [])]) {
    const fitting = entries.filter((entry) => entry.dropped === null && nameIn(entry, who.by) === name);
    const found = fitting.find((entry) => !counts.has(entry)) ?? fitting[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a log of this kind calls an entry. */
function nameIn({ record, process }: Lane, by: SeenName["by"]): string {
  switch (by) {
    case "key":
      return record.id;
    case "process":
      return process;
    case "command":
      return commandOf(process);
    case "runlevel":
      return serviceLevelOf(process) ?? "";
  }
}

function withoutFlag(process: string): string {
  return process.replace(/^[+@-]+/, "").trim();
}

/** What the kernel calls the process: the last part of the first word, cut after fifteen bytes. Source: proc(5), comm. */
function commandOf(process: string): string {
  const [word = ""] = withoutFlag(process).split(/[ \t]/);
  return word.slice(word.lastIndexOf("/") + 1).slice(0, 15);
}

function nameOf({ process }: Lane): { readonly code: string } {
  return { code: process };
}

function early(entry: Lane, missed: Expected): Pick<Divergence, "message" | "entry"> {
  return missed.kind === "start"
    ? {
        message: message("boot-log.early", { name: nameOf(entry), expected: nameOf(missed.entry) }),
        entry: missed.entry,
      }
    : { message: message("boot-log.early-level", { name: nameOf(entry), level: missed.level }), entry };
}

function levelEarly(level: string, entry: Lane): Message {
  return message("boot-log.level-early", { level, expected: nameOf(entry) });
}

function otherLevel(
  level: string,
  expected: readonly Expected[],
  entries: readonly Lane[],
): Pick<Divergence, "message" | "entry"> {
  const meant = expected.find((each) => each.kind === "level");
  if (meant?.kind !== "level") return { message: message("boot-log.no-level", { level }) };
  const entry = entries.find(({ action }) => action === "initdefault");
  return {
    message: message("boot-log.level", { level, expected: meant.level }),
    ...(entry !== undefined && { entry }),
  };
}

/** The entry that init still waits for: the last one that was started, if init waits for it and its end is not shown. */
function waitingIn(started: readonly Started[], seen: readonly Seen[]): Lane | undefined {
  const last = started.at(-1);
  if (last === undefined || last.entry.manner !== "waits" || endOfStart(last.seen, seen) !== undefined)
    return undefined;
  return seen.at(-1) === last.seen ||
    seen.slice(seen.indexOf(last.seen)).every(({ kind }) => kind !== "level")
    ? last.entry
    : undefined;
}

function endOf(rest: Expected, waiting: Lane | undefined): Divergence {
  if (waiting !== undefined)
    return {
      message: message("boot-log.waits", {
        name: nameOf(waiting),
        expected: rest.kind === "start" ? nameOf(rest.entry) : { code: rest.level },
      }),
      entry: waiting,
    };
  return rest.kind === "start"
    ? { message: message("boot-log.ends", { expected: nameOf(rest.entry) }), entry: rest.entry }
    : { message: message("boot-log.ends-level", { level: rest.level }) };
}

/** In samples, only what is kept running must be there. */
function neverSeen(expected: readonly Expected[], counts: ReadonlyMap<Lane, number>): Lane | undefined {
  for (const each of expected)
    if (each.kind === "start" && each.entry.manner === "respawns" && !counts.has(each.entry))
      return each.entry;
  return undefined;
}

/** The end of a start, by the number of its process. */
function endOfStart(start: Seen, seen: readonly Seen[]): Seen | undefined {
  if (start.kind !== "start") return undefined;
  const { pid, who } = start;
  return seen
    .slice(seen.indexOf(start) + 1)
    .find((each) =>
      each.kind !== "end"
        ? false
        : each.pid === undefined
          ? each.who.by === who.by && each.who.name === who.name
          : each.pid === pid,
    );
}

/** How long things took: what the log shows, and what follows from init's waiting. */
function measuredIn(
  started: readonly Started[],
  { seen, isOrdered }: BootLog,
  { isOver, divergence }: { readonly isOver: boolean; readonly divergence: Divergence | undefined },
): readonly Measured[] {
  const measured = new Map<Lane, Measured>();
  for (const { entry, seen: start } of started) {
    if (measured.has(entry) || start.at === undefined) continue;
    const end = endOfStart(start, seen);
    const after = seen
      .slice(seen.indexOf(start) + 1)
      .find(({ kind, at }) => (kind === "start" || kind === "level") && at !== undefined);
    if (end?.at !== undefined) measured.set(entry, { entry, seconds: span(start.at, end.at), isShown: true });
    else if (entry.manner !== "waits" || !isOrdered) continue;
    // Where init would have waited for something else in between, nobody knows whose time it was.
    else if (after !== undefined && after.line === divergence?.line && divergence.entry?.manner === "waits")
      continue;
    else if (after?.at !== undefined)
      measured.set(entry, { entry, seconds: span(start.at, after.at), isShown: false });
    else if (!isOver) measured.set(entry, { entry, seconds: null, isShown: false });
  }
  return [...measured.values()];
}

/** Where a log shows levels alone: the one entry that init waits for before it enters the first of them. */
function measuredBeforeLevel(
  seen: readonly Seen[],
  { timeline, entries }: Pick<SimulatedPlay, "timeline" | "entries">,
): readonly Measured[] {
  const boot = seen.find(({ kind }) => kind === "boot");
  const level = seen.find(({ kind }) => kind === "level");
  if (boot?.at === undefined || level?.at === undefined) return [];
  const entered = timeline.levels.find((each) => /^[1-9]$/.test(each.level))?.start ?? 0;
  const before = entries.filter(
    ({ record, manner }) =>
      manner === "waits" &&
      timeline.intervals.some(
        ({ record: own, start }) => own.line === record.line && own.id === record.id && start < entered,
      ),
  );
  const [entry, ...others] = before;
  if (entry === undefined || others.length > 0) return [];
  return [{ entry, seconds: span(boot.at, level.at), isShown: false }];
}

function span(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) * 1000) / 1000);
}

/** So often a process that init keeps running has ended before its first life is taken for the rule. */
const loop = 3;

/** The parts of a scenario that play the boot as it was measured. A login that ended once is no rule. */
export function measuredProcesses({
  measured,
  restarted,
}: BootComparison): Readonly<Record<string, { readonly runs: number | null }>> {
  const loops = new Set(restarted.flatMap(({ entry, times }) => (times > loop ? [entry] : [])));
  return Object.fromEntries(
    measured
      .filter(({ entry }) => entry.manner !== "respawns" || loops.has(entry))
      .map(({ entry, seconds }) => [entry.key, { runs: seconds }]),
  );
}
