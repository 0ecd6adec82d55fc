// Scenarios of BusyBox init: what is done to it, and the trace of what it does.

import { busyboxBuild, busyboxScenarioSchema, readBusyboxScenario, simulateBusybox } from "@inittab/core";
import type { ReplayKind } from "./kind.ts";
import { scenarioIn } from "./scenario-in.ts";

const reader = { schema: busyboxScenarioSchema, read: readBusyboxScenario };

/** What was recorded first, without saying so in every case. */
const recordedBuild = busyboxBuild({ release: "1.35.0", preset: "debian" });

/** What BusyBox init does in a scenario. */
export const replayBusybox: ReplayKind = {
  about: "a scenario of BusyBox init, and the trace of what it does",
  accepts: (value) => "inittab" in value && "until" in value && /^busybox/.test(String(value["init"] ?? "")),
  run: (value, { build }) => {
    // Without a name a case is one of the oldest ones.
    const options = { usualBuild: recordedBuild, ...(build !== undefined && { build }) };
    const scenario = scenarioIn(value, reader);
    return { result: simulateBusybox(scenario, { ...options, programs: "recorded" }) };
  },
};
