// Scenarios, each played by a real init and by core, some at a time, and the smallest one in which they differ.

import { describeDifference, type TraceDifference } from "../trace-difference.ts";

/** Scenarios, and how they are compared. */
export interface ScenarioComparison<Scenario extends { readonly name: string }> {
  /** The program's name on the command line. */
  readonly command: string;
  readonly seed: number;
  readonly scenarios: readonly Scenario[];
  /** The names of those that are played, with commas between them; all by default. */
  readonly only?: string | undefined;
  /** How many are played at a time. */
  readonly jobs: number;
  /** The differences of the last of so many attempts; none as soon as one attempt agrees. */
  readonly differences: (scenario: Scenario, attempts: number) => Promise<readonly TraceDifference[]>;
  /** The scenario with one thing less, in every way in which the result is still no luck. */
  readonly smaller: (scenario: Scenario) => Iterable<Scenario>;
  /** Whether a smaller scenario shows the same mistake as the one before. */
  readonly isSameMistake: (found: readonly TraceDifference[], before: readonly TraceDifference[]) => boolean;
  /** How many runs the search for a smaller scenario may take. */
  readonly patience: number;
  /** The scenario as it is printed. */
  readonly shown: (scenario: Scenario) => object;
}

/** A busy machine delays things at random; what is wrong in the core is wrong every time, and when nothing else is played. */
const attempts = 3;

/** Plays all scenarios and prints what differs; answers with the exit code. */
export async function compareScenarios<Scenario extends { readonly name: string }>(
  comparison: ScenarioComparison<Scenario>,
): Promise<number> {
  const { command, seed, jobs, differences } = comparison;
  const scenarios = chosen(comparison);
  const doubtful: Scenario[] = [];
  const queue = scenarios.slice();
  const work = async (): Promise<void> => {
    for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift())
      if ((await differences(scenario, attempts)).length > 0) doubtful.push(scenario);
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const failures: Scenario[] = [];
  for (const scenario of doubtful) {
    const found = await differences(scenario, attempts);
    if (found.length === 0) console.log(`${scenario.name}: agrees when it is played alone`);
    else {
      failures.push(scenario);
      console.error(`${scenario.name}: ${found.map(describeDifference).join("; ")}`);
    }
  }
  const [first] = failures;
  if (first === undefined) {
    console.log(`no difference (seed ${seed})`);
    return 0;
  }
  const names = failures.map(({ name }) => name).join(", ");
  console.error(`${failures.length} of ${scenarios.length} scenarios differ: ${names}`);
  const least = await minimise(first, comparison);
  console.error(`the smallest form of ${first.name} that differs:`);
  console.error(JSON.stringify(comparison.shown(least.scenario), null, 1));
  for (const difference of least.found) console.error(describeDifference(difference));
  const only = failures.map(({ name }) => name).join(",");
  console.error(
    `again: npm run ${command} -- --seed ${seed} --count ${comparison.scenarios.length} --only ${only}`,
  );
  return 1;
}

function chosen<Scenario extends { readonly name: string }>({
  scenarios,
  only,
}: ScenarioComparison<Scenario>): readonly Scenario[] {
  if (only === undefined) return scenarios;
  return only.split(",").map((name) => {
    const found = scenarios.find((scenario) => scenario.name === name);
    if (found === undefined) throw new Error(`no scenario has the name ${name}`);
    return found;
  });
}

async function minimise<Scenario extends { readonly name: string }>(
  from: Scenario,
  { differences, smaller, isSameMistake, patience }: ScenarioComparison<Scenario>,
): Promise<{ readonly scenario: Scenario; readonly found: readonly TraceDifference[] }> {
  let scenario = from;
  let left = patience;
  let found = await differences(scenario, 1);
  for (let again = true; again && left > 0; ) {
    again = false;
    for (const candidate of smaller(scenario)) {
      if (left <= 0) break;
      left--;
      const differing = await differences(candidate, 2);
      if (!isSameMistake(differing, found)) continue;
      scenario = candidate;
      found = differing;
      again = true;
      break;
    }
  }
  return { scenario, found };
}
