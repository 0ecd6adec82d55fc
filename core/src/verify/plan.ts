// What a new table does to a machine that runs with the old one: at once, when init reads it again, and later, when the
// machine boots, goes down, or somebody presses a key.

import { withWays } from "../simulate/machines.ts";
import { type Move, type WayRecord, type Ways, wayEvents } from "../simulate/run/ways.ts";
import { type CompareOptions, type Comparison, compareTables } from "./compare.ts";
import { runsIn } from "./logins.ts";
import { verify, type WayFinding } from "./verify.ts";

/** What a change of the table amounts to. */
export interface Plan {
  readonly comparison: Comparison;
  /** What happens when init reads the new table, in each level in which the machine can rest. */
  readonly reloads: readonly ReloadPlan[];
  /** What is started otherwise by the boot, by requests to go down, by keys and by power events. */
  readonly occasions: readonly OccasionPlan[];
  /** What only the new table can do to somebody who wants to log in or to bring the machine down. */
  readonly warnings: readonly WayFinding[];
}

/** What init does to a machine at rest when it reads the new table. */
export interface ReloadPlan {
  /** Empty where init knows no levels. */
  readonly level: string;
  /** The request, in its words. */
  readonly request: string;
  readonly stops: readonly PlannedProcess[];
  readonly restarts: readonly PlannedProcess[];
  readonly starts: readonly PlannedProcess[];
  /** How many processes run on. */
  readonly keeps: number;
  /** Processes that run on although no record of the new table has them in this level. */
  readonly strays: readonly PlannedProcess[];
  /** Processes that run on until they end, though their records now name others. */
  readonly outdated: readonly PlannedProcess[];
  /** What the same request does when it comes once more. */
  readonly again: Pick<ReloadPlan, "stops" | "restarts" | "starts">;
}

/** A process that a plan speaks of. */
export interface PlannedProcess {
  readonly process: string;
  readonly terminal: string | undefined;
  /** In the old table, or the new one if `isNew`. */
  readonly line: number | undefined;
  readonly isNew: boolean;
  readonly login: boolean;
}

/** What changes on an occasion. */
export interface OccasionPlan {
  /** `boot`, or the event in words, such as `signal INT`. */
  readonly occasion: string;
  readonly gone: readonly PlannedProcess[];
  readonly added: readonly PlannedProcess[];
  /** The same processes start in another order. */
  readonly order: boolean;
  /** How the machine goes down, where that differs; empty: it stays up. */
  readonly down?: { readonly one: string; readonly other: string };
}

/** What somebody may not want: processes end for good, or for a moment; a new lock-out; what brought the machine down no longer does. */
export const planHarms = ["stops", "restarts", "lock-out", "stays-up"] as const;

/** One of these. */
export type PlanHarm = (typeof planHarms)[number];

/** The harms that a plan does, in their order. */
export function harmsOf({ comparison, reloads, occasions, warnings }: Plan): readonly PlanHarm[] {
  // What the old table does by itself is no harm of the new one.
  if (comparison.kind === "same-list") return [];
  const does: Readonly<Record<PlanHarm, boolean>> = {
    stops: reloads.some(({ stops, again }) => stops.length + again.stops.length > 0),
    restarts: reloads.some(({ restarts, again }) => restarts.length + again.restarts.length > 0),
    "lock-out": warnings.length > 0,
    "stays-up": occasions.some(({ down }) => down !== undefined && down.other === ""),
  };
  return planHarms.filter((harm) => does[harm]);
}

/** How many states are looked at for new lock-outs unless somebody wants more. */
const usualStates = 20_000;

/** What the new table does to a machine of this name that runs with the old one; undefined: no such machine is searched. */
export function planChange(
  old: string,
  fresh: string,
  machine: string,
  options: CompareOptions,
): Plan | undefined {
  const { limits = { states: usualStates } } = options;
  const comparison = compareTables(old, fresh, machine, { ...options, limits });
  if (comparison === undefined) return undefined;
  const program = { ...options, events: new Set(wayEvents), reduce: false };
  const reloads = withWays(machine, old, { ...program, replacements: [fresh] }, reloadsOf) ?? [];
  const before = withWays(machine, old, { ...program, beside: [fresh] }, occasionsOf);
  const after = withWays(machine, fresh, { ...program, beside: [old] }, occasionsOf);
  const same = comparison.kind === "same-list";
  const warningsOf = (text: string) =>
    (verify(text, machine, { ...options, limits })?.findings ?? []).filter(
      ({ severity }) => severity === "warning",
    );
  const known = same ? new Set<string>() : new Set(warningsOf(old).map(nameOf));
  return {
    comparison,
    reloads,
    occasions: before === undefined || after === undefined ? [] : changedOccasions(before, after),
    warnings: same ? [] : warningsOf(fresh).filter((finding) => !known.has(nameOf(finding))),
  };
}

/** Only what happens when init reads the new table, in each level in which the machine can rest; undefined: it never does. */
export function planReloads(
  old: string,
  fresh: string,
  machine: string,
  options: Omit<CompareOptions, "events">,
): readonly ReloadPlan[] | undefined {
  const program = { ...options, events: new Set(wayEvents), reduce: false };
  if (reloadRequest(machine) === undefined) return undefined;
  return withWays(machine, old, { ...program, replacements: [fresh] }, reloadsOf);
}

/** The request by which this machine reads its table again, in its words; undefined: it never does, or is not searched. */
export function reloadRequest(machine: string): string | undefined {
  return withWays(machine, "", { events: new Set() }, ({ reload }) => reload);
}

/** A finding by what it says, not by where. */
function nameOf({ question, message: { id, values = {} } }: WayFinding): string {
  const { one: _, other: __, ...rest } = values;
  return JSON.stringify([question, id, rest]);
}

/** So many moves lead to a rest, or none does. */
const longestWay = 200;

/** Lets all end that init waits for; what was started on the way comes with it. */
function atRest<State, Way extends Move>(
  ways: Ways<State, Way>,
  from: { readonly state: State; readonly started: readonly number[] },
): { readonly state: State; readonly started: readonly number[] } {
  let { state } = from;
  const started = [...from.started];
  for (let count = 0; count < longestWay; count++) {
    const move = ways.moves(state).find(({ awaited }) => awaited === true);
    if (move === undefined) break;
    const step = ways.after(state, move);
    state = step.state;
    started.push(...step.started);
  }
  return { state, started };
}

function doMove<State, Way extends Move>(
  ways: Ways<State, Way>,
  state: State,
  words: string,
): { readonly state: State; readonly started: readonly number[] } | undefined {
  const move = ways.moves(state).find((each) => each.words === words);
  return move === undefined ? undefined : atRest(ways, ways.after(state, move));
}

/** In each level in which the machine can come to rest. */
function reloadsOf<State, Way extends Move>(ways: Ways<State, Way>): readonly ReloadPlan[] {
  const { levels, view, reload } = ways;
  if (reload === undefined) return [];
  const boot = atRest(ways, ways.start).state;
  const places = [boot];
  for (const level of [...(levels?.multiUser ?? []), ...(levels === undefined ? [] : ["1", levels.single])]) {
    const next = levels === undefined ? undefined : doMove(ways, boot, levels.request(level))?.state;
    if (next !== undefined) places.push(next);
  }
  const seen = new Set<string>();
  return places.flatMap((state) => {
    const { level, kind } = view(state);
    if (kind === "down" || kind === "asking" || levels?.final.includes(level) || seen.has(level)) return [];
    seen.add(level);
    const written = ways.moves(state).find(({ words }) => words === "write 1");
    const ready = written === undefined ? undefined : ways.after(state, written).state;
    const once = ready === undefined ? undefined : doMove(ways, ready, reload);
    if (ready === undefined || once === undefined) return [];
    const twice = doMove(ways, once.state, reload) ?? { state: once.state, started: [] };
    const first = stepOf(ways, ready, once);
    const { stops, restarts, starts } = stepOf(ways, once.state, twice);
    return [{ level, request: reload, ...first, again: { stops, restarts, starts } }];
  });
}

function stepOf<State, Way extends Move>(
  ways: Ways<State, Way>,
  before: State,
  after: { readonly state: State; readonly started: readonly number[] },
): Omit<ReloadPlan, "level" | "request" | "again"> {
  const recordsOf = (places: readonly number[]) =>
    places.flatMap((place) => {
      const record = ways.records[place];
      return record === undefined ? [] : [record];
    });
  const ran = recordsOf(ways.view(before).running);
  const runs = recordsOf(ways.view(after.state).running);
  const started = recordsOf(after.started);
  const { level } = ways.view(after.state);
  // A process goes on as that of its heir, unless that was started anew.
  const kept = ran.flatMap((record) => {
    const heir = runs.find((each) => each.heir === record.heir && !started.includes(each));
    return heir === undefined ? [] : [{ record, heir }];
  });
  const ended = ran.filter((record) => !kept.some((each) => each.record === record));
  const strays = kept.filter(({ heir }) => heir.table === 0 || !runsIn(heir, level) || !heir.runs);
  const outdated = kept.filter(({ record, heir }) => record.behaves !== heir.behaves);
  return {
    stops: without(ended, started).map(planned),
    restarts: without(started, without(started, ended)).map(planned),
    starts: without(started, ended).map(planned),
    keeps: kept.length,
    strays: strays.map(({ record }) => planned(record)),
    outdated: outdated.map(({ record }) => planned(record)),
  };
}

/** The records of a list that have no partner in another one: whose processes look alike. */
function without(list: readonly WayRecord[], partners: readonly WayRecord[]): readonly WayRecord[] {
  const open = partners.map(({ behaves }) => behaves);
  return list.filter(({ behaves }) => {
    const at = open.indexOf(behaves);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
}

function planned({ process, terminal, line, table, login }: WayRecord): PlannedProcess {
  return { process, terminal, line, isNew: table !== 0, login };
}

/** What is started on an occasion, and how the machine goes down by it. */
interface Outcome {
  readonly started: readonly WayRecord[];
  readonly down: string;
}

/** The boot, and what each request to go down, key and power event does to the machine at rest after it. */
function occasionsOf<State, Way extends Move>(ways: Ways<State, Way>): ReadonlyMap<string, Outcome> {
  const outcome = ({
    state,
    started,
  }: {
    readonly state: State;
    readonly started: readonly number[];
  }): Outcome => ({
    started: started.flatMap((place) => {
      const record = ways.records[place];
      return record === undefined ? [] : [record];
    }),
    down: ways.view(state).down ?? "",
  });
  const boot = atRest(ways, ways.start);
  const occasions = new Map([["boot", outcome(boot)]]);
  for (const { event, words } of ways.moves(boot.state)) {
    if (!ways.requestsDown.includes(words) && event !== "key" && event !== "power") continue;
    const after = doMove(ways, boot.state, words);
    if (after !== undefined) occasions.set(words, outcome(after));
  }
  return occasions;
}

function changedOccasions(
  before: ReadonlyMap<string, Outcome>,
  after: ReadonlyMap<string, Outcome>,
): readonly OccasionPlan[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((occasion) => {
    const one = before.get(occasion) ?? { started: [], down: "" };
    const other = after.get(occasion) ?? { started: [], down: "" };
    const gone = without(one.started, other.started).map(planned);
    const added = without(other.started, one.started).map((record) => ({ ...planned(record), isNew: true }));
    const order =
      gone.length + added.length === 0 &&
      one.started.some(({ behaves }, index) => behaves !== other.started[index]?.behaves);
    const isSame = gone.length + added.length === 0 && !order && one.down === other.down;
    if (isSame) return [];
    const down = one.down === other.down ? {} : { down: { one: one.down, other: other.down } };
    return [{ occasion, gone, added, order, ...down }];
  });
}
