// Every way that sysvinit can go, for a search: its machine between two events. A process that gets TERM ends, and nothing
// else happens while init kills.

import { offersLogin } from "../../inittab/login.ts";
import { startsStaying } from "../../inittab/started.ts";
import {
  behaviourOf,
  defaultSysvinitVersion,
  respawnLimit,
  respawnPause,
  type SysvinitVersion,
} from "../../inittab/versions.ts";
import { defaultWayEvents, type WayEvent, type WayStep, type Ways } from "../run/ways.ts";
import { toldApart } from "../run/ways-apart.ts";
import type { InitEvent } from "./machine/events.ts";
import { initPaths } from "./machine/paths.ts";
import { type Entry, initialState } from "./machine/state.ts";
import { nextWake } from "./machine/step.ts";
import {
  movesIn,
  type SysvinitMove,
  standingMoves,
  wordsOfEnd,
  wordsOfRequest,
  wordsOfStorm,
} from "./ways-moves.ts";
import { type Bench, newBench, play } from "./ways-play.ts";
import { wayScenario } from "./ways-scenario.ts";
import {
  disabledAt,
  type EntryPool,
  entryPool,
  processOf,
  type SysvinitWay,
  settled,
  wayNow,
} from "./ways-state.ts";
import { essenceOf, newRoster, sysvinitLevels, viewOf } from "./ways-view.ts";
import { telinitRequest } from "./world/telinit.ts";

/** What a search over a table of sysvinit starts from. */
export interface SysvinitWaysOptions {
  readonly version?: SysvinitVersion;
  /** Where that names none. Default: the newest. */
  readonly usualVersion?: SysvinitVersion;
  /** The events that are on. */
  readonly events?: ReadonlySet<WayEvent>;
  /** The arguments of the boot. */
  readonly bootArguments?: readonly string[];
  /** Texts that the table may be replaced with while init runs. */
  readonly replacements?: readonly string[];
  /** Texts of tables beside this one: what means something to them can happen as well. */
  readonly beside?: readonly string[];
  /**
   * Default true: records that stand for each other are not told apart, and a key or a power event is left out if all that
   * it starts are processes that only end. They put off what init does next, and nothing else: init comes to rest in the
   * same states without them. Where it can get into a busy loop that is not so, for any process may be what lets it wait
   * and open its pipe; there all events count.
   */
  readonly reduce?: boolean;
}

/** Every way of a machine with this table. */
export function sysvinitWays(
  table: string,
  options: SysvinitWaysOptions = {},
): Ways<SysvinitWay, SysvinitMove> {
  return waysOf(table, options, options.reduce === false);
}

function waysOf(
  table: string,
  options: SysvinitWaysOptions,
  areAllEventsOn: boolean,
): Ways<SysvinitWay, SysvinitMove> {
  const {
    version = options.usualVersion ?? defaultSysvinitVersion,
    events = defaultWayEvents,
    replacements = [],
    beside = [],
    reduce = true,
  } = options;
  const tables = [table, ...replacements];
  const first: Omit<SysvinitWay, "key"> = {
    init: initialState(version),
    ends: [],
    others: [],
    dying: [],
    down: undefined,
    table: 0,
    file: 0,
  };
  const bootWith = (text: string): InitEvent => ({
    kind: "boot",
    at: wayNow,
    arguments: options.bootArguments ?? [],
    environment: ["HOME=/", "TERM=linux"],
    console: "/dev/console",
    files: { files: { [initPaths.inittab]: text }, hasInittabD: true },
  });
  const boot = bootWith(table);
  const none = newRoster([], version);
  // What is known of a list is known of one text, so that each is read on a bench of its own.
  const listOf = (text: string) => play(newBench(version, none), first, [bootWith(text)]).state.init.entries;
  const roster = newRoster(tables.map(listOf), version);
  const named = [...tables.slice(1), ...beside].flatMap(listOf);
  const apart = newBench(version, roster);
  const unfolded = play(apart, first, [boot]);
  const alike = reduce && tables.length === 1 ? alikeIn(unfolded.state.init.entries, apart.effectOf) : [];
  const bench = { ...apart, pool: entryPool(alike) };
  const start = play(bench, first, [boot]);
  const { entries, files } = start.state.init;
  const standing = standingMoves({
    entries: [...entries, ...named],
    on: events,
    tables: tables.length > 1 ? tables.length : 0,
    matters: (entry) =>
      areAllEventsOn ||
      bench.effectOf(entry) !== "only ends" ||
      startsStaying(entry.process, { dialect: "sysvinit", version }),
  });
  const choice = { standing, on: events, named, known: new Map() };
  const texts = tables.map((text, index) => (index === 0 ? files : { ...files, [initPaths.inittab]: text }));
  return {
    records: roster.records,
    list: essenceOf(entries, version),
    levels: sysvinitLevels,
    requestsDown: sysvinitLevels.final.map(wordsOfRequest),
    reload: wordsOfRequest("q"),
    start,
    moves: (state) => movesIn(state, choice),
    after: (state, move) => happen(bench, state, move, texts),
    key: (state) => state.key,
    view: (state) => viewOf(state, roster),
    instead: ({ init, dying }) =>
      areAllEventsOn || (init.phase.kind !== "spinning" && dying.length === 0)
        ? undefined
        : waysOf(table, options, true),
    played: (moves) => {
      const unpooled = { ...bench, pool: entryPool() };
      const concrete = toldApart(moves, {
        folded: start.state,
        apart: unfolded.state,
        afterFolded: (state, move) => happen(bench, state, move, texts).state,
        afterApart: (state, move) => happen(unpooled, state, move, texts).state,
        foldedKey: (state) => settled(state, bench.pool).key,
        twins: (move, apart) => twinsOf(move, apart, bench.pool),
      });
      return wayScenario(
        table,
        entries.map(({ id }) => id),
        concrete,
        tables,
      );
    },
  };
}

/** The move itself, and the same move of each record that is like its record. */
function twinsOf(move: SysvinitMove, { init }: SysvinitWay, pool: EntryPool): readonly SysvinitMove[] {
  if (move.kind !== "end" && move.kind !== "storm") return [move];
  const { record } = move;
  const group = pool.alike.find((places) => places.includes(record)) ?? [];
  const others = group.filter((place) => place !== record);
  const words = (place: number): string =>
    move.kind === "storm" ? wordsOfStorm(init.entries[place]) : wordsOfEnd(init.entries[place]);
  return [move, ...others.map((place) => ({ ...move, record: place, words: words(place) }))];
}

function happen(
  bench: Bench,
  way: SysvinitWay,
  move: SysvinitMove,
  texts: readonly Readonly<Record<string, string>>[],
): WayStep<SysvinitWay> {
  const { init } = way;
  const at = wayNow;
  switch (move.kind) {
    case "telinit":
      return play(bench, way, requestsOf(bench, [move.letter]));
    case "signal": {
      const signal = { kind: "signal", at, signal: move.signal } as const;
      if (move.power === undefined) return play(bench, way, [signal]);
      const status = { kind: "file", at, path: initPaths.powerstatus, text: move.power } as const;
      // Init reads the status when the signal comes and never again; files that stay the same are read once.
      return play(bench, way, [status, signal], init.files);
    }
    case "end": {
      const then = way.ends.find(({ place }) => place === move.record)?.brings;
      if (then?.kind === "end")
        return { state: settled({ ...way, down: then.how }, bench.pool), started: [] };
      const calls = then === undefined ? [] : requestsOf(bench, then.arguments);
      return play(bench, way, [{ kind: "died", at, pid: processOf(move.record) }, ...calls]);
    }
    case "other-ends":
      return play(bench, way, [{ kind: "died", at, pid: move.pid }]);
    case "storm": {
      const counted = { count: respawnLimit, windowStart: disabledAt };
      const entries = withEntry(init.entries, move.record, counted);
      const before = { ...way, init: { ...init, entries } };
      return play(bench, before, [{ kind: "died", at, pid: processOf(move.record) }]);
    }
    case "release": {
      const entries = init.entries.map((entry) =>
        entry.failing ? { ...entry, windowStart: disabledAt - respawnPause - 1 } : entry,
      );
      const before = { ...init, entries };
      return play(bench, { ...way, init: before }, [{ kind: "timer", at: nextWake(before) ?? at }]);
    }
    case "answer":
      return play(bench, way, [{ kind: "console", at, text: `${move.letter}\n` }]);
    case "write": {
      const files = texts[move.table] ?? init.files;
      return play(bench, { ...way, init: { ...init, files }, file: move.table }, []);
    }
  }
}

function withEntry(entries: readonly Entry[], place: number, change: Partial<Entry>): readonly Entry[] {
  return entries.map((entry, index) => (index === place ? { ...entry, ...change } : entry));
}

function requestsOf({ version }: Bench, words: readonly string[]): readonly InitEvent[] {
  const request = telinitRequest(words, behaviourOf(version));
  return request === undefined ? [] : [{ kind: "request", at: wayNow, request }];
}

/** Neighbours that are respawned in the same levels and whose end brings nothing about stand for each other. */
function alikeIn(entries: readonly Entry[], effectOf: Bench["effectOf"]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [place, entry] of entries.entries()) {
    const last = groups.at(-1);
    const neighbour = entries[place - 1];
    const joins =
      last?.at(-1) === place - 1 &&
      neighbour !== undefined &&
      areAlike(neighbour, entry) &&
      effectOf(entry) === "runs on" &&
      effectOf(neighbour) === "runs on";
    if (joins) last.push(place);
    else groups.push([place]);
  }
  return groups.filter(({ length }) => length > 1);
}

function areAlike(one: Entry, other: Entry): boolean {
  return (
    one.action === "respawn" &&
    other.action === "respawn" &&
    one.runlevels === other.runlevels &&
    offersLogin(one.process) === offersLogin(other.process)
  );
}
