// What the user has clicked together: a world, events, and the time that is looked at. Pure; the answers are the server's.

import {
  type Happening,
  type ProcessInterval,
  type ProcessSettings,
  usualSpan,
  type World,
} from "@inittab/core";
import type { BootedText, SimulationAnswer } from "@inittab/server/protocol";
import { isObject } from "../../is-object.ts";

/** The scenario so far, and the cursor. */
export interface SimulationModel {
  /** Everything but the table; `until` is set when more than the usual time is wanted. */
  readonly scenario: Partial<World>;
  /** Seconds since the boot; null: the end of what happens. */
  readonly cursor: number | null;
  /** What the machine was booted with, where edits of the file are something that happens to it. */
  readonly booted?: BootedText;
}

/** A way that a search has found, from its beginning; the table is that of the editor. */
export function modelOfWay(scenario: unknown): SimulationModel {
  const { inittab: _, ...world } = isObject(scenario) ? scenario : {};
  return { scenario: world, cursor: null };
}

/** A boot as the file wants it. */
export const emptyModel: SimulationModel = { scenario: {}, cursor: 0 };

/** Something happens at the cursor. It is put after what happens at the same time already. */
export function happen(model: SimulationModel, happening: Happening): SimulationModel {
  const at = model.cursor ?? 0;
  const events: readonly Happened[] = model.scenario.events ?? [];
  const event: Happened = { at, ...happening };
  const later = events.findIndex((other) => other.at > at);
  const all = later < 0 ? [...events, event] : events.toSpliced(later, 0, event);
  return withScenario(model, {
    events: all,
    ...(model.scenario.until === undefined ? {} : { until: Math.max(model.scenario.until, at + usualSpan) }),
  });
}

/** The event with this index has not happened. */
export function takeBack(model: SimulationModel, index: number): SimulationModel {
  const events: readonly Happened[] = model.scenario.events ?? [];
  return withScenario(model, { events: events.toSpliced(index, 1) });
}

/** Time passes: the cursor moves on, and the end with it. */
export function pass(model: SimulationModel, seconds: number, end: number): SimulationModel {
  const cursor = Math.max(0, (model.cursor ?? 0) + seconds);
  const moved = { ...model, cursor };
  return cursor <= end ? moved : withScenario(moved, { until: cursor + usualSpan });
}

/** After an answer: a machine that goes down earlier than was asked about takes the cursor along, unless it has moved on. */
export function settle(
  model: SimulationModel,
  asked: SimulationModel,
  { moment }: Pick<SimulationAnswer, "moment">,
): SimulationModel {
  return moment === undefined || model.cursor !== asked.cursor ? model : { ...model, cursor: moment.at };
}

/** Another way for the process with this key to behave; null: the usual one. */
export function behave(
  model: SimulationModel,
  id: string,
  settings: ProcessSettings | null,
): SimulationModel {
  const processes = Object.entries(model.scenario.processes ?? {}).filter(([other]) => other !== id);
  const all = settings === null ? processes : [...processes, [id, settings] as const];
  return withScenario(model, { processes: Object.fromEntries(all) });
}

/** Other arguments for init. */
export function bootWith(model: SimulationModel, words: readonly string[]): SimulationModel {
  return withScenario(model, { bootArgs: words });
}

/** Only the world is left, seen at the same time as before. */
export function withoutEvents(model: SimulationModel): SimulationModel {
  const { events: _, until: __, ...scenario } = model.scenario;
  return { ...model, scenario };
}

/** From now on edits are written into the file of the machine at the cursor; null: it boots with the file as it is. */
export function editsAreEvents(model: SimulationModel, text: string | null): SimulationModel {
  const { booted: _, ...rest } = model;
  return text === null ? rest : { ...rest, booted: { text, at: model.cursor ?? 0 } };
}

/** What a reload of the edited file does to a machine that was booted with the saved one, once its boot is over. */
export function reloadOf(
  saved: string,
  { moments = [], offers }: Pick<SimulationAnswer, "moments" | "offers">,
): SimulationModel | undefined {
  const all = (offers?.groups ?? []).flatMap((group) => group.offers);
  const reload =
    all.find(({ name, detail }) => name === "telinit" && detail === "q") ??
    all.find(({ name }) => name === "reload");
  if (reload === undefined) return undefined;
  const at = Math.ceil(moments.at(-1) ?? 0) + 1;
  const cursor = at + 1;
  return happen({ ...emptyModel, cursor, booted: { text: saved, at } }, reload.happening);
}

/** How many processes a moment stops, and how many it starts. */
export function changesAt(
  intervals: readonly Pick<ProcessInterval, "start" | "end">[],
  at: number,
): { readonly stops: number; readonly starts: number } {
  return {
    stops: intervals.filter(({ start, end }) => start < at && end !== null && end >= at).length,
    starts: intervals.filter(({ start }) => start >= at).length,
  };
}

/** Whether the user has clicked something together that another scenario must not take the place of. */
export function isUntouched({ scenario, booted }: SimulationModel): boolean {
  if (booted !== undefined) return false;
  return Object.entries(scenario).every(([name, value]) => name === "until" || isEmpty(value));
}

/** A model from whatever a window has kept; the server looks at the scenario itself. */
export function readModel(value: unknown): SimulationModel {
  const { scenario, cursor } = isObject(value) ? value : {};
  return {
    scenario: isObject(scenario) ? scenario : {},
    cursor: typeof cursor === "number" && Number.isFinite(cursor) ? cursor : 0,
  };
}

/** Something that has happened to a machine of any init. */
type Happened = Happening & { readonly at: number };

/** Parts of a scenario of any init. */
interface Parts {
  readonly events?: readonly Happened[];
  readonly processes?: Readonly<Record<string, ProcessSettings>>;
  readonly bootArgs?: readonly string[];
  readonly until?: number;
}

/** The scenario with these parts instead; an empty part is left out. */
function withScenario(model: SimulationModel, parts: Parts): SimulationModel {
  const scenario = { ...model.scenario, ...parts };
  const kept = Object.entries(scenario).filter(([, value]) => !isEmpty(value));
  return { ...model, scenario: Object.fromEntries(kept) };
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
