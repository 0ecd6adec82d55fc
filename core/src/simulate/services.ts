// The services of a simulated machine at a moment, with what `service NAME status` would say of each, as plain data for
// views and exports.

import {
  type ServiceHistory,
  type ServiceNow,
  type ServicesAsked,
  servicesNow,
} from "../initscript/status/states.ts";
import type { RcVisit } from "../initscript/tree/visit.ts";
import { finish, type Slices } from "../text/slices.ts";
import type { AnyScenario } from "./machines.ts";
import { message } from "./message.ts";
import type { RcCall } from "./rc-calls.ts";
import type { Offer } from "./run/offers.ts";
import type { StoryLine } from "./run/story.ts";

/** A service at a moment. */
export interface ServiceState {
  readonly name: string;
  /** Whether its process is there. */
  readonly process: boolean;
  /** Whether its lock is there; null where no lock counts. */
  readonly lock: boolean | null;
  /** Whether there is a file with the number of its process, also of one that is gone. */
  readonly pidFile: boolean;
  /** What `service NAME status` prints, in one line; null where its script is not followed. */
  readonly output: string | null;
  /** What it returns; null as above. */
  readonly status: number | null;
  /** What can be done to it. */
  readonly offers: readonly Offer[];
}

/** A run as far as services are concerned. */
export interface ServiceRun {
  readonly calls: readonly Pick<RcCall, "start">[];
  /** One for each of the calls. */
  readonly visits: readonly (RcVisit | undefined)[];
  readonly events: AnyScenario["events"];
}

/** The services at a time in seconds, by name. */
export function* serviceStates(
  run: ServiceRun,
  at: number,
  asked: ServicesAsked,
): Slices<readonly ServiceState[]> {
  const services = yield* servicesNow(historyUntil(run, at), asked);
  return services.map(stateOf);
}

/** Walks and kills in the order of time. The times of moments are rounded to a hundredth of a second. */
function historyUntil({ calls, visits, events = [] }: ServiceRun, at: number): ServiceHistory {
  const walks = calls.flatMap(({ start }, index) => {
    const visit = visits[index];
    return visit === undefined ? [] : [{ at: start, done: { kind: "visit", visit } as const }];
  });
  const kills = killsIn(events).map((kill) => ({
    at: kill.at,
    done: { kind: "kill", name: kill.killService } as const,
  }));
  return [...walks, ...kills]
    .filter((each) => each.at <= at + 0.006)
    .toSorted((one, other) => one.at - other.at)
    .map(({ done }) => done);
}

/** The events that kill the process of a service. */
function killsIn(
  events: AnyScenario["events"],
): readonly { readonly at: number; readonly killService: string }[] {
  return (events ?? []).flatMap((event) => ("killService" in event ? [event] : []));
}

/** The story with what `service NAME status` says of these services after each walk of rc and each kill of a service. */
export function storyWithServices(
  story: readonly StoryLine[],
  run: ServiceRun,
  asked: ServicesAsked,
): readonly StoryLine[] {
  const times = momentsOf(run);
  return story.flatMap((line, index): readonly StoryLine[] => {
    const next = story[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    // The last line of a time: what else happens then has been told.
    const told = times.filter((at) => line.at >= at && next > at && (story[index]?.at ?? 0) - at < 0.006);
    return [
      line,
      ...told.flatMap((at) => finish(serviceStates(run, at, asked)).map((state) => statusLine(state, at))),
    ];
  });
}

/** The same as data: the services after each walk and each kill. */
export function serviceHistory(run: ServiceRun, asked: ServicesAsked): readonly object[] {
  return momentsOf(run).flatMap((at) =>
    finish(serviceStates(run, at, asked)).map(({ offers: _, ...state }) => ({
      t: Math.round(at * 100) / 100,
      ...state,
    })),
  );
}

function momentsOf({ calls, events }: ServiceRun): readonly number[] {
  const times = [...calls.map(({ start }) => start), ...killsIn(events).map(({ at }) => at)];
  return [...new Set(times)].toSorted((one, other) => one - other);
}

function statusLine({ name, output, status }: ServiceState, at: number): StoryLine {
  const said =
    output === null || status === null
      ? message("service-status.unknown", { name })
      : output === ""
        ? message("service-status.silent", { name, status })
        : message("service-status.says", { name, output, status });
  return { at, depth: 1, kind: "note", message: said };
}

function stateOf({ name, moment, answer }: ServiceNow): ServiceState {
  const { process, lock = null, pidFile } = moment;
  const said = answer?.kind === "answer" ? answer : undefined;
  const output = said === undefined ? null : inOneLine(said.output);
  const kill: Offer = { name: "service-kill", happening: { killService: name } };
  return {
    ...{ name, process, lock, pidFile, output },
    status: said?.status ?? null,
    offers: process ? [kill] : [],
  };
}

/** What was printed, without its line ends. */
export function inOneLine(output: string): string {
  return output
    .trimEnd()
    .split(/[\r\n]+/)
    .join(" / ");
}
