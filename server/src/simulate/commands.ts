// The commands that run the simulated machine, and follow rc where it is called. Whatever a question with the right types
// says will do; what makes no sense becomes a problem in the answer, or no answer.

import {
  defaultRunlevelOf,
  findOpenrcVersion,
  type Localizer,
  readScan,
  serviceOfLink,
  wordVisit,
} from "@inittab/core";
import { readProgram, readRcChanges } from "../initscript/features/rc.ts";
import type { ScriptService } from "../initscript/service.ts";
import type { InittabCommands } from "../inittab/commands.ts";
import type { InittabDocument } from "../inittab/document.ts";
import { type CommandName, commands } from "../protocol.ts";
import { inTurns } from "../slices.ts";
import { type ServiceHost, servicesAfter, servicesAt } from "./services.ts";
import { compareRunlevels, createSimulator, exportSimulation, runlevelChoices } from "./simulate.ts";

/** What the commands need of the server around them. */
export interface SimulationHost {
  readonly scripts: () => Promise<Pick<ScriptService, "rc"> & ServiceHost>;
  readonly localizer: () => Localizer;
  /** Lets others have their turn first. */
  readonly pause: () => Promise<void>;
  /** Shows a text to the user. */
  readonly show: (text: string) => Promise<void>;
}

/** The commands of the simulation. */
export function simulationCommands({
  scripts,
  localizer,
  show,
  pause,
}: SimulationHost): InittabCommands<
  Exclude<
    CommandName,
    | typeof commands.writeDialect
    | typeof commands.explainMessage
    | typeof commands.explainTopic
    | typeof commands.makeExecutable
    | typeof commands.runTests
  >
> {
  const simulator = createSimulator(localizer);
  return {
    [commands.simulate]: async (document, question, isWanted) => {
      const done = await inTurns(simulator.simulateSlices(document, question), pause, isWanted);
      if (done !== undefined && question["show"] === true) await show(done.value.summary);
      return done?.value ?? null;
    },
    [commands.listRunlevels]: (document) => runlevelChoices(document, localizer()),
    [commands.compareLevels]: async (document, question, isWanted) =>
      (await inTurns(compareRunlevels(document, question), pause, isWanted))?.value ?? null,
    [commands.renderSimulation]: (document, question, isWanted) =>
      exportSimulation(document, question, {
        localizer: localizer(),
        visitsOf: async (calls) =>
          (await scripts()).rcVisits(document.uri, calls, document.settings.scripts.openrc),
        pause,
        isWanted,
      }),
    [commands.serviceStates]: async (document, question) =>
      servicesAt(document, question, await scripts(), pause),
    [commands.followRc]: async (document, { program, level, previous, openrc, before, status }) => {
      const from = typeof previous === "string" ? previous : usualPrevious(document, level);
      const changes = readRcChanges(before);
      const call = { program: readProgram(program), level: String(level), previous: from };
      const named = typeof openrc === "string" ? findOpenrcVersion(openrc) : undefined;
      const way = { ...call, ...(named && { openrc: named }), ...(changes && { before: changes }) };
      const around = await scripts();
      const visit = await around.rc(document.uri, way, document.settings.scripts.openrc);
      if (visit === undefined) return null;
      await pause?.();
      const worded = wordVisit(visit, localizer());
      if (status !== true) return worded;
      await pause?.();
      const services = await servicesAfter(document.uri, visit, around, pause);
      const byName = new Map(services.map((service) => [service.name, service]));
      return {
        ...worded,
        steps: worded.steps.map((step) => {
          const service = byName.get(serviceOfLink(step.name));
          return service === undefined ? step : { ...step, service };
        }),
      };
    },
  };
}

/** The level from which a machine usually comes. */
function usualPrevious({ scan }: InittabDocument, level: unknown): string {
  const byDefault = defaultRunlevelOf(readScan(scan)) ?? "N";
  return level === "S" || level === byDefault ? "N" : byDefault;
}
