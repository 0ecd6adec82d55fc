// Scenarios of BusyBox init: what is done to it, and the trace of what it does.

import { busyboxScenarioSchema, readBusyboxScenario, simulateBusybox } from "@inittab/core";
import type { ReplayKind } from "./kind.ts";
import { scenarioIn } from "./scenario-in.ts";

const reader = { schema: busyboxScenarioSchema, read: readBusyboxScenario };

/** What BusyBox init does in a scenario. */
export const replayBusybox: ReplayKind = {
  about: "a scenario of BusyBox init, and the trace of what it does",
  accepts: (value) => "inittab" in value && "until" in value && /^busybox/.test(String(value["init"] ?? "")),
  run: (value) => ({ result: simulateBusybox(scenarioIn(value, reader), { programs: "recorded" }) }),
};
