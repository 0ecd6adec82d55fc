// Every way that BusyBox init can go, for a search: its machine between two events. A process that gets TERM ends, and a
// program that asks something of init does so as soon as it is started.

import { terminalOf } from "../../inittab/terminal.ts";
import { defaultWayEvents, type WayEvent, type WayStep, type Ways, type WayView } from "../run/ways.ts";
import { toldApart } from "../run/ways-apart.ts";
import { terminalName } from "./keys.ts";
import {
  type BusyboxEffect,
  type BusyboxEvent,
  type BusyboxState,
  initialBusyboxState,
} from "./machine/state.ts";
import { busyboxWake, stepBusybox } from "./machine/step.ts";
import { readTable } from "./machine/table.ts";
import { type BusyboxChoice, usualBusybox } from "./options.ts";
import { type BusyboxMove, movesIn, standingMoves } from "./ways-moves.ts";
import { wayScenario } from "./ways-scenario.ts";
import { requestsDown, wordsOfSignal } from "./ways-signals.ts";
import {
  type BusyboxRoster,
  type BusyboxWay,
  newRoster,
  type StateBench,
  settled,
  type WayProcess,
  wayNow,
} from "./ways-state.ts";
import { type BusyboxLaunch, type BusyboxModel, entriesBusyboxModel } from "./world/model.ts";

/** What a search over a table of BusyBox starts from. */
export interface BusyboxWaysOptions extends BusyboxChoice {
  /** The events that are on. */
  readonly events?: ReadonlySet<WayEvent>;
  /** Texts that the table may be replaced with while init runs. */
  readonly replacements?: readonly string[];
  /** Texts of tables beside this one: what means something to them can happen as well. */
  readonly beside?: readonly string[];
  /**
   * Default true: records that stand for each other are not told apart; what only ends, and lets nobody in, is not ended;
   * and keys are left out that start nothing but what init waits for and that only ends.
   */
  readonly reduce?: boolean;
}

/** Every way of a machine with this table, on which every terminal exists that the table names. */
export function busyboxWays(table: string, options: BusyboxWaysOptions = {}): Ways<BusyboxWay, BusyboxMove> {
  const { events = defaultWayEvents, replacements = [], beside = [], reduce = true } = options;
  const build = usualBusybox(options);
  const texts = [table, ...replacements];
  const listOf = (text: string) => readTable([], build.config.FEATURE_USE_INITTAB ? text : null).entries;
  const tables = texts.map(listOf);
  const roster = newRoster(tables);
  const model = entriesBusyboxModel();
  const alike = reduce && texts.length === 1 ? alikeIn(roster, model) : [];
  const launches = roster.records.map((record) => launchOf(model, record));
  const apart: Bench = { roster, model, launches, alike: [], queues: hasQueues(roster) };
  const bench: Bench = { ...apart, alike };
  const terminals = new Set(tables.flat().map(({ terminal }) => terminal.replace(/^\/dev\//, "")));
  const first: Omit<BusyboxWay, "key"> = {
    init: initialBusyboxState(build),
    processes: [],
    down: undefined,
    file: 0,
  };
  const boot: BusyboxEvent = {
    ...{ kind: "boot", at: wayNow, arguments: [], inittab: table, encoding: model.encoding },
    terminals: ["console", "null", ...[...terminals].filter((name) => name !== "")],
  };
  const start = play(bench, first, [boot]);
  const counted = [...roster.records, ...newRoster(beside.map(listOf)).records];
  const standing = standingMoves({
    on: events,
    has: (action) =>
      counted.some(
        (record) =>
          record.action === action &&
          (!reduce || action !== "ctrlaltdel" || record.stays || doesMore(model, record)),
      ),
    tables: texts.length > 1 ? texts.length : 0,
  });
  const choice = {
    on: events,
    roster,
    // Init starts what it keeps again in every state in which it waits for nothing else.
    matters: (place: number) =>
      !reduce || (texts.length > 1 && roster.recordAt(place).again) || roster.recordAt(place).login,
  };
  return {
    records: roster.records,
    list: JSON.stringify(tables[0]?.map(({ terminal, command, action }) => [terminal, command, action])),
    levels: undefined,
    requestsDown,
    reload: wordsOfSignal("HUP"),
    start,
    moves: (state) => movesIn(state, standing, choice),
    after: (state, move) => happen(bench, state, move, texts),
    key: ({ key }) => key,
    view: (state) => viewOf(state),
    played: (moves) => {
      const concrete = toldApart(moves, {
        folded: start.state,
        apart: play(apart, first, [boot]).state,
        afterFolded: (state, move) => happen(bench, state, move, texts).state,
        afterApart: (state, move) => happen(apart, state, move, texts).state,
        foldedKey: (state) => settled(state, bench).key,
        twins: (move) => twinsOf(move, bench),
      });
      const brings = new Set(
        roster.records.filter((record) => doesMore(model, record)).map(({ process }) => process),
      );
      return wayScenario({ table, texts, build, roster, brings }, concrete);
    },
  };
}

/** What all steps of a search share. */
interface Bench extends StateBench {
  readonly model: BusyboxModel;
  /** What the command of each record turns out to be. */
  readonly launches: readonly BusyboxLaunch[];
}

/** Several records ask for Enter on one terminal. */
function hasQueues({ records }: BusyboxRoster): boolean {
  const asking = records.filter(({ action }) => action === "askfirst").map(({ id }) => id);
  return new Set(asking).size < asking.length;
}

/** Records that init keeps on terminals of their own, and whose processes run on, stand for each other. */
function alikeIn({ records }: BusyboxRoster, model: BusyboxModel): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [place, record] of records.entries()) {
    const { id, action, login, again } = record;
    const shared = records.some((other) => other !== record && other.id === id);
    // The names of some devices stand for no terminal, and one of the greatest length may have been cut.
    const isPlain = (id === "console" || /\d$/.test(id)) && terminalOf(`${id}x`) !== terminalOf(id);
    if (!again || shared || !isPlain || launchOf(model, record).kind !== "program") continue;
    const name = `${action} ${login}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [place]);
    else group.push(place);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function launchOf(
  model: BusyboxModel,
  { action, process }: { action: string; process: string },
): BusyboxLaunch {
  return model.launch(process, known(action));
}

/** The model asks only whether init keeps a process, and whether process 1 becomes it. */
function known(action: string): "respawn" | "restart" | "once" {
  if (action === "respawn" || action === "askfirst") return "respawn";
  return action === "restart" ? "restart" : "once";
}

/** The process of a record asks something of init. */
function doesMore(model: BusyboxModel, record: { action: string; process: string }): boolean {
  const launch = launchOf(model, record);
  return launch.kind === "program" && launch.program.behaviour.sends !== undefined;
}

/** The move itself, and the same move of each record that is like its record. */
function twinsOf(move: BusyboxMove, { alike, roster }: Bench): readonly BusyboxMove[] {
  if (move.kind !== "end" && move.kind !== "enter") return [move];
  const { record, kind } = move;
  const group = alike.find((places) => places.includes(record)) ?? [];
  const others = group.filter((place) => place !== record);
  const wordsOf = (place: number) =>
    kind === "end" ? `kill ${roster.recordAt(place).process}` : `enter ${roster.recordAt(place).id}`;
  return [move, ...others.map((place) => ({ ...move, record: place, words: wordsOf(place) }))];
}

/** A scenario names a process by its command and its terminal, and reaches all that have both. */
function endTogether({ roster }: Bench, one: number, other: number): boolean {
  const [first, second] = [roster.recordAt(one), roster.recordAt(other)];
  return (
    one === other || (first.process === second.process && terminalName(first.id) === terminalName(second.id))
  );
}

function happen(
  bench: Bench,
  way: BusyboxWay,
  move: BusyboxMove,
  texts: readonly string[],
): WayStep<BusyboxWay> {
  const at = wayNow;
  switch (move.kind) {
    case "signal":
      return play(bench, way, [{ kind: "signal", at, signal: move.signal }]);
    case "end": {
      const ended = way.processes.filter(
        ({ record, asks }) => !asks && endTogether(bench, record, move.record),
      );
      return play(bench, way, [{ kind: "died", at, pids: ended.map(({ pid }) => pid) }]);
    }
    case "enter": {
      const first = way.processes.find(({ record, asks }) => record === move.record && asks);
      const processes = way.processes.map((each) => (each === first ? { ...each, asks: false } : each));
      return { state: settled({ ...way, processes }, bench), started: [] };
    }
    case "write": {
      const text = texts[move.table] ?? "";
      return play(bench, { ...way, file: move.table }, [{ kind: "file", at, text }]);
    }
  }
}

/** What is under way while init works off events until it waits for something new. */
interface Play {
  init: BusyboxState;
  readonly queue: BusyboxEvent[];
  processes: readonly WayProcess[];
  readonly started: number[];
  down: string | undefined;
}

/** So often init may wake up by itself before it is asked whether it goes round in a circle. */
const fewWakes = 4;

/** More steps than this follow from nothing that happens. */
const longestPlay = 2_000;

/** Lets things happen, and whatever follows from them by itself: time passes until init waits, or has been there before. */
function play(
  bench: Bench,
  way: Omit<BusyboxWay, "key">,
  events: readonly BusyboxEvent[],
): WayStep<BusyboxWay> {
  const { init: before, processes: live, down: end } = way;
  const run: Play = { init: before, processes: live, down: end, queue: [...events], started: [] };
  let seen: Set<string> | undefined;
  for (let steps = 0, wakes = 0; run.down === undefined && steps < longestPlay; steps++) {
    let event = run.queue.shift();
    if (event === undefined) {
      const at = busyboxWake(run.init);
      if (at === undefined) break;
      wakes++;
      if (wakes > fewWakes) {
        const { key } = settled({ ...run, file: way.file }, bench);
        if (seen?.has(key) === true) break;
        seen = (seen ?? new Set()).add(key);
      }
      event = { kind: "timer", at };
    }
    if (event.kind === "died") run.processes = without(run.processes, event.pids);
    const { state, effects } = stepBusybox(run.init, event);
    run.init = state;
    for (const effect of effects) carryOut(bench, run, effect);
  }
  const { init, processes, down, started } = run;
  return { state: settled({ init, processes, down, file: way.file }, bench), started };
}

function without(processes: readonly WayProcess[], pids: readonly number[]): readonly WayProcess[] {
  return processes.filter(({ pid }) => !pids.includes(pid));
}

function carryOut(bench: Bench, run: Play, effect: BusyboxEffect): void {
  const at = run.init.now;
  switch (effect.kind) {
    case "start":
      begin(bench, run, effect);
      return;
    case "signal":
      // Whatever gets TERM ends.
      if (run.processes.some(({ pid }) => pid === effect.pid))
        run.queue.push({ kind: "died", at, pids: [effect.pid] });
      return;
    case "signal-all":
      if (run.processes.length > 0)
        run.queue.push({ kind: "died", at, pids: run.processes.map(({ pid }) => pid) });
      return;
    case "become": {
      const { terminal, command } = effect;
      const record = bench.roster.records.findIndex(
        ({ action, heir }) => action === "restart" && heir === `${terminal}\0${command}`,
      );
      if (bench.model.launch(command, "restart").kind === "missing") run.queue.push({ kind: "failed", at });
      else {
        if (record >= 0) run.started.push(record);
        run.down = "restart";
      }
      return;
    }
    case "request":
      run.down = effect.how;
      return;
    default:
      return;
  }
}

function begin(bench: Bench, run: Play, start: Extract<BusyboxEffect, { kind: "start" }>): void {
  const at = run.init.now;
  const { pid, action, command, asks } = start;
  const record = bench.roster.placeOf(start);
  const launch = bench.launches[record] ?? bench.model.launch(command, action);
  run.started.push(record);
  if (asks) {
    run.processes = [...run.processes, { pid, record, asks: start.terminal !== "/dev/null" }];
    return;
  }
  if (launch.kind !== "program") {
    run.queue.push({ kind: "died", at, pids: [pid], how: { code: 255 } });
    return;
  }
  run.processes = [...run.processes, { pid, record, asks }];
  const { sends } = launch.program.behaviour;
  if (sends === undefined) return;
  run.queue.push({ kind: "signal", at, signal: sends }, { kind: "died", at, pids: [pid] });
}

/** A state as questions see it. */
function viewOf({ init, processes, down }: BusyboxWay): WayView {
  const running = [...new Set(processes.map(({ record }) => record))].toSorted((one, other) => one - other);
  const shared = { level: "", running, disabled: [], otherLogin: false };
  if (down !== undefined) return { ...shared, kind: "down", down };
  const [task] = init.tasks;
  if (task?.kind === "pause") return { ...shared, kind: "busy" };
  return { ...shared, kind: task?.kind === "await" ? "waiting" : "resting" };
}
