// `npm run conformance:busybox`: random scenarios side by side in the real BusyBox init and in the core.
//   --count N     how many (32)          --seed N      from which (the clock)
//   --claims N    and so many of what `verify` claims of random tables (8)
//   --jobs N      how many at a time (4) --busybox PATH another program than Debian's
//   --cases PATH  recorded scenarios instead of random ones

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BusyboxScenario, simulateBusybox } from "@inittab/core";
import { compareScenarios } from "../live/compare-scenarios.ts";
import { whyNoProcessNamespaces } from "../live/namespaces.ts";
import { unpackPackages } from "../live/packages.ts";
import { randomSource } from "../live/random.ts";
import { skipComparison } from "../live/skip.ts";
import type { TraceDifference } from "../trace-difference.ts";
import { differences } from "./agreement.ts";
import { asInJail, debianBuild } from "./build.ts";
import { pickCounterExamples } from "./counter-examples.ts";
import { buildJail, type RealBusybox, recordTrace } from "./jail.ts";
import { leftBehind } from "./left-behind.ts";
import type { TestScenario } from "./sketch.ts";
import { smallerScenarios } from "./smaller.ts";
import { generateScenario, isSteady } from "./steady.ts";

/** A scenario with a name to print. */
type NamedScenario = TestScenario & { readonly name: string };

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "32" },
      claims: { type: "string", default: "8" },
      seed: { type: "string" },
      only: { type: "string" },
      jobs: { type: "string", default: "4" },
      busybox: { type: "string" },
      cases: { type: "string" },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const folder = mkdtempSync(join(tmpdir(), "inittab-jail-build-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const hindrance = whyNoProcessNamespaces() ?? buildJail(folder);
  if (hindrance !== undefined) skipComparison("the real BusyBox", hindrance);
  const busybox =
    values.busybox ??
    join(unpackPackages("the real BusyBox", ["busybox-static"]), "busybox-static/bin/busybox");

  const scenarios =
    values.cases === undefined
      ? [
          ...leftBehind,
          ...randomScenarios(seed, Number(values.count)),
          ...claims(seed, Number(values.claims)),
        ]
      : recordedScenarios(values.cases);
  console.log(`real BusyBox beside the core: ${scenarios.length} scenarios, seed ${seed}`);
  return compareScenarios<NamedScenario>({
    command: "conformance:busybox",
    seed,
    scenarios,
    only: values.only,
    jobs: Number(values.jobs),
    differences: (scenario, attempts) => differencesOf(scenario, { folder, busybox }, attempts),
    smaller: function* (scenario) {
      for (const candidate of smallerScenarios(scenario))
        if (isSteady(candidate)) yield { ...candidate, name: scenario.name };
    },
    isSameMistake: (found) => found.length > 0,
    patience: 25,
    shown: (scenario) => scenario,
  });
}

function randomScenarios(seed: number, count: number): readonly NamedScenario[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${seed}-${index}`,
    ...generateScenario(randomSource(seed * 1000 + index)),
  }));
}

/** How many random tables are searched for what is claimed of them. */
const searchedTables = 60;

/** Counter-examples of a search through random tables. */
function claims(seed: number, count: number): readonly NamedScenario[] {
  const { picked, found } = pickCounterExamples(randomSource(seed), { tables: searchedTables, count });
  console.log(`${picked.length} of ${found} counter-examples of ${searchedTables} random tables`);
  return picked.map((scenario, index) => ({ name: `${seed}-claim-${index}`, ...scenario }));
}

/** Debian's build is the only one at hand. */
function recordedScenarios(path: string): readonly NamedScenario[] {
  return readdirSync(path)
    .filter((name) => name.endsWith(".scenario.json"))
    .map((name): BusyboxScenario => JSON.parse(readFileSync(join(path, name), "utf8")))
    .filter(({ init }) => init === debianBuild.init)
    .map((scenario) => ({ name: "", processes: {}, events: [], ...scenario }));
}

/** The differences of the last attempt; none as soon as one attempt agrees. */
async function differencesOf(
  scenario: NamedScenario,
  real: RealBusybox,
  attempts: number,
): Promise<readonly TraceDifference[]> {
  const ours = simulateBusybox(scenario, asInJail);
  let found: readonly TraceDifference[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    found = differences(await recordTrace(scenario, real), ours);
    if (found.length === 0) return [];
  }
  return found;
}
