// Where the time goes, so that a test file that becomes slow is noticed.

import type { Reporter, TestModule, Vitest } from "vitest/node";

/** A reporter that ends a run of many files with the ones that took longest. */
export function slowestFiles(count: number): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: (modules) => {
      if (modules.length <= count) return;
      const slowest = modules.map(timed).toSorted((one, other) => other.seconds - one.seconds);
      const lines = slowest
        .slice(0, count)
        .map(({ seconds, name }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
      vitest?.logger.log(`\nThe ${count} slowest of ${modules.length} files:\n${lines.join("\n")}`);
    },
  };
}

/** The time of a file is that of its imports, its hooks and its tests. */
function timed(module: TestModule): { readonly seconds: number; readonly name: string } {
  const { environmentSetupDuration, prepareDuration, setupDuration, collectDuration, duration } =
    module.diagnostic();
  const milliseconds =
    environmentSetupDuration + prepareDuration + setupDuration + collectDuration + duration;
  return { seconds: milliseconds / 1000, name: module.relativeModuleId };
}
