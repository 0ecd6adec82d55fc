// Scenarios of System V init: what is done to it, and the trace of what it does.

import { readScenario, type SysvinitVersion, scenarioSchema, simulate } from "@inittab/core";
import { caseVersion } from "./case-version.ts";
import type { ReplayKind } from "./kind.ts";
import { scenarioIn } from "./scenario-in.ts";

/** The release that a recorded scenario is about if neither it nor the command line says so. */
const recordedVersion: SysvinitVersion = "3.06";

// The name of an init is taken care of here.
const { init: _, ...properties } = scenarioSchema.properties ?? {};
const reader = { schema: { properties }, read: readScenario };

/** What init does in a scenario. */
export const replayInit: ReplayKind = {
  about: "a scenario of System V init, and the trace of what it does",
  accepts: (value) => "inittab" in value && "until" in value,
  run: (value, options) => {
    const version = options.version ?? caseVersion(value["init"]) ?? recordedVersion;
    return { result: simulate(scenarioIn(value, reader), { version, programs: "recorded" }) };
  },
};
