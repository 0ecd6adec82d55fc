// `npm run conformance`: random scenarios side by side in the real init and in the core.
//   --count N     how many (60)          --seed N      from which (the clock)
//   --verify N    instead, what `verify` claims of N random tables
//   --jobs N      how many at a time (2) --init PATH --version V   another program than Debian's

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findSysvinitVersion, type SysvinitVersion } from "@inittab/core";
import { compareScenarios } from "../live/compare-scenarios.ts";
import { whyNoProcessNamespaces } from "../live/namespaces.ts";
import { unpackPackages } from "../live/packages.ts";
import { randomSource } from "../live/random.ts";
import { skipComparison } from "../live/skip.ts";
import { pickCounterExamples } from "./counter-examples.ts";
import { differencesOf, type NamedScenario } from "./differences.ts";
import { leftBehind } from "./left-behind.ts";
import { smallerScenarios, tidied } from "./smaller.ts";
import { generateScenario, isSteady } from "./steady.ts";

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "60" },
      seed: { type: "string" },
      only: { type: "string" },
      jobs: { type: "string", default: "2" },
      init: { type: "string" },
      version: { type: "string", default: "3.06" },
      verify: { type: "string" },
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

  const scenarios =
    values.verify === undefined
      ? randomScenarios(seed, Number(values.count), version)
      : claims(seed, { tables: Number(values.verify), count: Number(values.count) }, version);
  return compareScenarios<NamedScenario>({
    command: values.verify === undefined ? "conformance" : "conformance:verify",
    seed,
    scenarios,
    only: values.only,
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

function randomScenarios(seed: number, count: number, version: SysvinitVersion): readonly NamedScenario[] {
  console.log(`real init ${version} beside the core: ${count} scenarios, seed ${seed}`);
  const random = Array.from({ length: count }, (_, index) => ({
    name: `${seed}-${index}`,
    ...generateScenario(randomSource(seed * 1000 + index), version),
  }));
  return [...leftBehind, ...random];
}

/** Counter-examples of a search through random tables. */
function claims(
  seed: number,
  sample: { readonly tables: number; readonly count: number },
  version: SysvinitVersion,
): readonly NamedScenario[] {
  const { picked, found } = pickCounterExamples(randomSource(seed), sample, version);
  console.log(
    `real init ${version} beside the core: ${picked.length} of ${found} counter-examples, seed ${seed}`,
  );
  return picked.map((scenario, index) => ({ ...scenario, name: `${seed}-${index}` }));
}
