// What `service NAME status` says at a moment of a run: the scripts around the inittab are asked.

import {
  finishInTurns,
  type RcVisit,
  rcCalls,
  reportsIn,
  type ServiceState,
  serviceStates,
} from "@inittab/core";
import type { ScriptService } from "../initscript/service.ts";
import type { InittabDocument } from "../inittab/document.ts";
import { openFor } from "./simulate.ts";

/** What is asked of the scripts around an inittab. */
export type ServiceHost = Pick<ScriptService, "rcVisits" | "systemOfInittab" | "parser">;

/** Lets others have their turn. */
type Pause = (() => Promise<void>) | undefined;

/** The services at the question's moment; null where there is no system of init scripts, or nothing is simulated. */
export async function servicesAt(
  document: InittabDocument,
  question: Readonly<Record<string, unknown>>,
  scripts: ServiceHost,
  pause: Pause,
): Promise<readonly ServiceState[] | null> {
  const { opening } = openFor(document, question);
  const system = await scripts.systemOfInittab(document.uri);
  if (opening.kind === "wrong" || system === undefined) return null;
  const { simulation } = opening;
  const run = await finishInTurns(simulation.runSlices(), pause);
  const calls = rcCalls(run, simulation.scenario);
  const visits = await scripts.rcVisits(document.uri, calls, document.settings.scripts.openrc);
  if (visits === undefined) return null;
  const { at } = question;
  const parse = await scripts.parser();
  const states = serviceStates(
    { calls, visits, events: simulation.scenario.events },
    typeof at === "number" ? at : run.timeline.until,
    { reportOf: reportsIn(system.tree, parse) },
  );
  return finishInTurns(states, pause);
}

/** The services that rc has called on its way, at the end of it; none where there is no system around the file. */
export async function servicesAfter(
  uri: string,
  visit: RcVisit,
  scripts: ServiceHost,
  pause: Pause,
): Promise<readonly ServiceState[]> {
  const system = await scripts.systemOfInittab(uri);
  if (system === undefined) return [];
  const run = { calls: [{ start: 0 }], visits: [visit], events: [] };
  const reportOf = reportsIn(system.tree, await scripts.parser());
  return finishInTurns(serviceStates(run, 0, { reportOf }), pause);
}
