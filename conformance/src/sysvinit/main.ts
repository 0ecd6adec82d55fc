// `npm run conformance`: random scenarios side by side in the real init and in the core.
//   --count N     how many (60)          --seed N      from which (the clock)
//   --jobs N      how many at a time (2) --init PATH --version V   another program than Debian's

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findSysvinitVersion, simulate, type Trace, type TraceEvent } from "@inittab/core";
import { compareScenarios } from "../live/compare-scenarios.ts";
import { whyNoProcessNamespaces } from "../live/namespaces.ts";
import { unpackPackages } from "../live/packages.ts";
import { randomSource } from "../live/random.ts";
import { skipComparison } from "../live/skip.ts";
import type { TraceDifference } from "../trace-difference.ts";
import { compareTraces } from "./compare.ts";
import { type RealInit, recordTrace } from "./jail.ts";
import type { TestScenario } from "./sketch.ts";
import { smallerScenarios, tidied } from "./smaller.ts";
import { generateScenario, isSteady } from "./steady.ts";

/** How late, in seconds, a busy machine may be after all attempts. */
const lateness = 1;

/** A scenario with a name to print. */
type NamedScenario = TestScenario & { readonly name: string };

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "60" },
      seed: { type: "string" },
      jobs: { type: "string", default: "2" },
      init: { type: "string" },
      version: { type: "string", default: "3.06" },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const version = findSysvinitVersion(values.version);
  if (version === undefined) throw new Error(`sysvinit ${values.version} is not known`);
  const hindrance = whyNoProcessNamespaces();
  if (hindrance !== undefined) skipComparison("the real init", hindrance);
  const init =
    values.init ?? join(unpackPackages("the real init", ["sysvinit-core"]), "sysvinit-core/sbin/init");
  if (spawnSync(init, ["--version"]).error !== undefined) throw new Error(`${init} cannot be run`);

  console.log(`real init ${version} beside the core: ${values.count} scenarios, seed ${seed}`);
  const scenarios = Array.from({ length: Number(values.count) }, (_, index) => ({
    name: `${seed}-${index}`,
    ...generateScenario(randomSource(seed * 1000 + index), version),
  }));
  return compareScenarios<NamedScenario>({
    command: "conformance",
    seed,
    scenarios,
    jobs: Number(values.jobs),
    differences: (scenario, attempts) => differencesOf(scenario, { init, version }, attempts),
    smaller: function* (scenario) {
      for (const candidate of smallerScenarios(scenario))
        if (isSteady(candidate, version)) yield { ...candidate, name: scenario.name };
    },
    isSameMistake: (found, before) =>
      found.some(({ where }) => before.some((other) => other.where === where)),
    patience: 60,
    shown: tidied,
  });
}

/** The differences of the last attempt; none as soon as one attempt agrees. */
async function differencesOf(
  scenario: NamedScenario,
  real: RealInit,
  attempts: number,
): Promise<readonly TraceDifference[]> {
  let differences: readonly TraceDifference[] = [];
  const ours = simulate(scenario, { version: real.version, programs: "recorded" });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const recorded = await recordTrace(scenario, real);
    differences = compareTraces(recorded, ours);
    if (differences.length === 0) return [];
    if (scenario.tty === true && compareTraces(flushed(recorded), flushed(ours)).length === 0) {
      console.log(`${scenario.name}: agrees, but the terminal was flushed before it was read`);
      return [];
    }
    // A machine with too much to do is late by tenths of a second; what the core gets wrong is not late by chance.
    if (attempt < attempts - 1 || compareTraces(patient(recorded), ours).length > 0) continue;
    console.log(`${scenario.name}: agrees, but the machine was late`);
    return [];
  }
  return differences;
}

/**
 * Init flushes the terminal when it sets its modes, and with it what nobody has read yet; syslog has it all the same.
 * Whether a message is read in time is luck, so the terminal's own are left out.
 */
function flushed(trace: Trace): Trace {
  const events = trace.events.flatMap((event): readonly TraceEvent[] => {
    if (event.event !== "log" || event.to === "syslog") return [event];
    return event.to === "both" ? [{ ...event, to: "syslog" }] : [];
  });
  return { ...trace, events };
}

function patient(trace: Trace): Trace {
  return { ...trace, events: trace.events.map((event) => ({ ...event, tol: lateness })) };
}
