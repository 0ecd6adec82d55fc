// `npm run conformance`: random scenarios side by side in the real init and in the core.
//   --count N     how many (60)          --seed N      from which (the clock)
//   --jobs N      how many at a time (2) --init PATH --version V   another program than Debian's

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadCore, randomSource, unpackPackages } from "./common.mjs";
import { generateScenario, isSteady } from "./generate.mjs";
import { namespacesForbidden, recordTrace } from "./jail.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "60" },
    seed: { type: "string" },
    jobs: { type: "string", default: "2" },
    init: { type: "string" },
    version: { type: "string", default: "3.06" },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const count = Number(values.count);
const { version } = values;

/** A busy machine delays things at random; what is wrong in the core is wrong every time. */
const attempts = 3;

/** How late, in seconds, a busy machine may be after all attempts. */
const lateness = 1;

/** How many runs the search for a smaller scenario may take. */
const patience = 60;

const forbidden = namespacesForbidden();
if (forbidden !== undefined) {
  const inCi = process.env.CI === "true";
  console[inCi ? "error" : "log"](`skipped: the comparison with the real init, because ${forbidden}`);
  process.exit(inCi ? 1 : 0);
}

const core = await loadCore();
const init =
  values.init ?? join(unpackPackages("the real init", ["sysvinit-core"]), "sysvinit-core/sbin/init");
if (spawnSync(init, ["--version"]).error !== undefined) throw new Error(`${init} cannot be run`);

console.log(`real init ${version} beside the core: ${count} scenarios, seed ${seed}`);
const scenarios = Array.from({ length: count }, (_, index) => {
  const name = `${seed}-${index}`;
  return { name, ...generateScenario(randomSource(seed * 1000 + index), core, version) };
});
const failures = [];
const queue = scenarios.slice();
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
if (failures.length === 0) {
  console.log(`no difference (seed ${seed})`);
  process.exit(0);
}
const { scenario } = failures[0];
console.error(
  `${failures.length} of ${count} scenarios differ: ${failures.map((each) => each.scenario.name).join(", ")}`,
);
const least = await minimise(scenario);
console.error(`the smallest form of ${scenario.name} that differs:`);
console.error(JSON.stringify(tidied(least.scenario), null, 1));
for (const difference of least.differences) console.error(core.describeDifference(difference));
console.error(`again: npm run conformance -- --seed ${seed} --count ${count}`);
process.exit(1);

async function work() {
  for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
    const differences = await differencesOf(scenario, attempts);
    if (differences.length === 0) continue;
    failures.push({ scenario, differences });
    console.error(`${scenario.name}: ${differences.map(core.describeDifference).join("; ")}`);
  }
}

/** The differences of the last attempt; none as soon as one attempt agrees. */
async function differencesOf(scenario, tries) {
  let differences = [];
  const ours = core.simulate(scenario, { version, programs: "recorded" });
  for (let attempt = 0; attempt < tries; attempt++) {
    const real = await recordTrace(scenario, { init, version });
    differences = core.compareTraces(real, ours);
    if (differences.length === 0) return [];
    if (scenario.tty && core.compareTraces(flushed(real), flushed(ours)).length === 0) {
      console.log(`${scenario.name}: agrees, but the terminal was flushed before it was read`);
      return [];
    }
    // A machine with too much to do is late by tenths of a second; what the core gets wrong is not late by chance.
    if (attempt < tries - 1 || core.compareTraces(patient(real), ours).length > 0) continue;
    console.log(`${scenario.name}: agrees, but the machine was late`);
    return [];
  }
  return differences;
}

/**
 * Init flushes the terminal when it sets its modes, and with it what nobody has read yet; syslog has it all the same.
 * Whether a message is read in time is luck, so the terminal's own are left out.
 */
function flushed(trace) {
  const events = trace.events.map((event) => (event.to === "both" ? { ...event, to: "syslog" } : event));
  return { ...trace, events: events.filter((event) => event.to !== "console") };
}

function patient(trace) {
  return { ...trace, events: trace.events.map((event) => ({ ...event, tol: lateness })) };
}

async function minimise(from) {
  let scenario = from;
  let left = patience;
  let differences = await differencesOf(scenario, 1);
  for (let again = true; again && left > 0; ) {
    again = false;
    for (const candidate of smaller(scenario)) {
      if (left <= 0) break;
      if (!isSteady(candidate, core, version)) continue;
      left--;
      const found = await differencesOf(candidate, 2);
      if (!found.some(({ where }) => differences.some((other) => other.where === where))) continue;
      scenario = candidate;
      differences = found;
      again = true;
      break;
    }
  }
  return { scenario, differences };
}

/** One event less, or one line of all tables less. */
function* smaller(scenario) {
  for (let index = scenario.events.length - 1; index >= 0; index--)
    yield shortened({ ...scenario, events: scenario.events.toSpliced(index, 1) });
  const tables = [
    scenario.inittab,
    ...scenario.events.flatMap((event) => ("write" in event ? [event.write] : [])),
  ];
  const lines = new Set(tables.flatMap((table) => table.split("\n")).filter((line) => line !== ""));
  for (const line of lines) {
    if (line.includes(":initdefault:")) continue;
    const without = (table) =>
      table
        .split("\n")
        .filter((other) => other !== line)
        .join("\n");
    yield {
      ...scenario,
      inittab: without(scenario.inittab),
      events: scenario.events.map((event) =>
        "write" in event ? { ...event, write: without(event.write) } : event,
      ),
    };
  }
}

/** Without the processes that no longer occur. */
function tidied(scenario) {
  const text = JSON.stringify({ ...scenario, processes: {} });
  const processes = Object.entries(scenario.processes).filter(([id]) => text.includes(id));
  return { ...scenario, processes: Object.fromEntries(processes) };
}

/** Nothing happens long after the last event. */
function shortened(scenario) {
  const last = Math.max(0, ...scenario.events.map((event) => event.at));
  return { ...scenario, until: Math.min(scenario.until, last + 4) };
}
