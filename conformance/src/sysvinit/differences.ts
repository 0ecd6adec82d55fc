// What a scenario shows in the real init and not in the core, where a busy machine may be late.

import { simulate, type Trace, type TraceEvent } from "@inittab/core";
import type { TraceDifference } from "../trace-difference.ts";
import { compareTraces } from "./compare.ts";
import { type RealInit, recordTrace } from "./jail.ts";
import type { TestScenario } from "./sketch.ts";

/** How late, in seconds, a busy machine may be after all attempts. */
const lateness = 1;

/** A scenario with a name to print. */
export type NamedScenario = TestScenario & { readonly name: string };

/** The differences of the last attempt; none as soon as one attempt agrees. */
export async function differencesOf(
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
