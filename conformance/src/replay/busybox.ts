// Scenarios of BusyBox init: what is done to it, and the trace of what it does.

import type { JsonObject } from "@inittab/cli/json-text";
import {
  type BusyboxScenario,
  busyboxScenarioSchema,
  describePath,
  readBusyboxScenario,
  simulateBusybox,
} from "@inittab/core";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What BusyBox init does in a scenario. */
export const replayBusybox: ReplayKind = {
  about: "a scenario of BusyBox init, and the trace of what it does",
  accepts: (value) => "inittab" in value && "until" in value && /^busybox/.test(String(value["init"] ?? "")),
  run: (value) => ({ result: simulateBusybox(scenarioOf(value), { programs: "recorded" }) }),
};

/** Members that a scenario does not have are for others. */
function scenarioOf(value: JsonObject): BusyboxScenario {
  const known = busyboxScenarioSchema.properties ?? {};
  const scenario = Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(known, name)));
  const reading = readBusyboxScenario(scenario);
  if (reading.kind === "scenario") return reading.scenario;
  const [problem] = reading.problems;
  throw new CaseError(problem === undefined ? "" : `${describePath(problem.path)}: ${problem.message}`);
}
