// `npm run conformance:busybox`: random scenarios side by side in the real BusyBox init and in the core.
//   --count N     how many (40)          --seed N      from which (the clock)
//   --jobs N      how many at a time (4) --busybox PATH another program than Debian's
//   --cases PATH  recorded scenarios instead of random ones

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { differences, generateScenario, isSteady } from "./busybox/generate.mjs";
import { buildJail, recordTrace } from "./busybox/record.mjs";
import { loadCore, randomSource, unpackPackages } from "./common.mjs";
import { namespacesForbidden } from "./jail.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "40" },
    seed: { type: "string" },
    jobs: { type: "string", default: "4" },
    busybox: { type: "string" },
    cases: { type: "string" },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);

/** A busy machine delays things at random; what is wrong in the core is wrong every time. */
const attempts = 3;

/** How many runs the search for a smaller scenario may take. */
const patience = 25;

const folder = mkdtempSync(join(tmpdir(), "inittab-jail-build-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const hindrance = namespacesForbidden() ?? buildJail(folder);
if (hindrance !== undefined) {
  const inCi = process.env.CI === "true";
  console[inCi ? "error" : "log"](`skipped: the comparison with the real BusyBox, because ${hindrance}`);
  process.exit(inCi ? 1 : 0);
}

const core = await loadCore();
const busybox =
  values.busybox ??
  join(unpackPackages("the real BusyBox", ["busybox-static"]), "busybox-static/bin/busybox");
const scenarios =
  values.cases === undefined ? randomScenarios(Number(values.count)) : recordedScenarios(values.cases);
console.log(`real BusyBox beside the core: ${scenarios.length} scenarios, seed ${seed}`);

const failures = [];
const queue = scenarios.slice();
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
if (failures.length === 0) {
  console.log(`no difference (seed ${seed})`);
  process.exit(0);
}
const names = failures.map(({ scenario }) => scenario.name).join(", ");
console.error(`${failures.length} of ${scenarios.length} scenarios differ: ${names}`);
const least = await minimise(failures[0].scenario);
console.error(`the smallest form of ${failures[0].scenario.name} that differs:`);
console.error(JSON.stringify(least.scenario, null, 1));
for (const difference of least.found) console.error(inWords(difference));
console.error(`again: npm run conformance:busybox -- --seed ${seed} --count ${scenarios.length}`);
process.exit(1);

function randomScenarios(count) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${seed}-${index}`,
    ...generateScenario(randomSource(seed * 1000 + index), core),
  }));
}

/** Debian's build is the only one at hand. */
function recordedScenarios(path) {
  return readdirSync(path)
    .filter((name) => name.endsWith(".scenario.json"))
    .map((name) => JSON.parse(readFileSync(join(path, name), "utf8")))
    .filter(({ init }) => init === core.busyboxBuilds.debian.init);
}

async function work() {
  for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
    const found = await differencesOf(scenario, attempts);
    if (found.length === 0) continue;
    failures.push({ scenario, found });
    console.error(`${scenario.name}: ${found.map(inWords).join("; ")}`);
  }
}

/** The differences of the last attempt; none as soon as one attempt agrees. */
async function differencesOf(scenario, tries) {
  let found = [];
  for (let attempt = 0; attempt < tries; attempt++) {
    const real = await recordTrace(scenario, { folder, busybox });
    found = differences(real, core.simulateBusybox(scenario, { programs: "recorded" }));
    if (found.length === 0) return [];
  }
  return found;
}

function inWords({ where, index, expected, actual }) {
  return `${where}${index === undefined ? "" : `[${index}]`}: expected ${expected ?? "nothing"}, got ${actual ?? "nothing"}`;
}

async function minimise(from) {
  let scenario = from;
  let left = patience;
  let found = await differencesOf(scenario, 1);
  for (let again = true; again && left > 0; ) {
    again = false;
    for (const candidate of smaller(scenario)) {
      if (left <= 0) break;
      if (!isSteady(candidate, core)) continue;
      left--;
      const differing = await differencesOf(candidate, 2);
      if (differing.length === 0) continue;
      scenario = candidate;
      found = differing;
      again = true;
      break;
    }
  }
  return { scenario, found };
}

/** One event less, or one line of all tables less. */
function* smaller(scenario) {
  for (let index = scenario.events.length - 1; index >= 0; index--)
    yield { ...scenario, events: scenario.events.toSpliced(index, 1) };
  const tables = [scenario.inittab, ...scenario.events.map((event) => event.write)].filter(
    (table) => typeof table === "string",
  );
  for (const line of new Set(tables.flatMap((table) => table.split("\n")))) {
    if (line === "") continue;
    const without = (table) =>
      table
        ?.split("\n")
        .filter((other) => other !== line)
        .join("\n") ?? null;
    yield {
      ...scenario,
      inittab: without(scenario.inittab),
      events: scenario.events.map((event) =>
        "write" in event ? { ...event, write: without(event.write) } : event,
      ),
    };
  }
}
