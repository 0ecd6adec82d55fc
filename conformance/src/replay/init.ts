// Scenarios of System V init: what is done to it, and the trace of what it does.

import type { JsonObject } from "@inittab/cli/json-text";
import {
  describePath,
  readScenario,
  type Scenario,
  type SysvinitVersion,
  scenarioSchema,
  simulate,
} from "@inittab/core";
import { CaseError } from "./case-error.ts";
import { caseVersion } from "./case-version.ts";
import type { ReplayKind } from "./kind.ts";

/** The release that a recorded scenario is about if neither it nor the command line says so. */
const recordedVersion: SysvinitVersion = "3.06";

/** What init does in a scenario. */
export const replayInit: ReplayKind = {
  about: "a scenario of System V init, and the trace of what it does",
  accepts: (value) => "inittab" in value && "until" in value,
  run: (value, options) => {
    const version = options.version ?? caseVersion(value["init"]) ?? recordedVersion;
    return { result: simulate(scenarioOf(value), { version, programs: "recorded" }) };
  },
};

/** Members that a scenario does not have, such as the name of an init, are for others. */
function scenarioOf(value: JsonObject): Scenario {
  const known = scenarioSchema.properties ?? {};
  const scenario = Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(known, name)));
  const reading = readScenario(scenario);
  if (reading.kind === "scenario") return reading.scenario;
  const [problem] = reading.problems;
  throw new CaseError(problem === undefined ? "" : `${describePath(problem.path)}: ${problem.message}`);
}
