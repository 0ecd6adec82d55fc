// Changes core in many small ways, one at a time, and counts how many of them make a test fail.

import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changesOf } from "./changes.ts";
import { refusedByCompiler } from "./compiler.ts";
import { judge } from "./judge.ts";
import { type Mutant, titleOf } from "./mutant.ts";
import { nameOfRun, openProgress } from "./progress.ts";
import { sample } from "./sample.ts";
import { openSession } from "./session.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "400" },
    /** Only mutants in paths that begin so, all of them unless `count` says otherwise. */
    in: { type: "string", default: "core/src/" },
    /** Only those that survived the last time. */
    survivors: { type: "boolean", default: false },
    /** Stops after so many minutes; the next run with the same choice goes on there. */
    minutes: { type: "string" },
    /** Without the test files that took long the last time: finds too many survivors, but soon. */
    quick: { type: "boolean", default: false },
  },
});

/** A test file that takes no longer, in milliseconds, is run by a quick run. */
const quickTime = 15_000;

const root = process.cwd();
const folder = join(root, "out/mutation");
const report = join(folder, "survivors.json");
mkdirSync(folder, { recursive: true });

const all = mutantsOf(values.in);
const seed = Number(values.seed);
const lastTime: readonly string[] = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : [];
const count = Number(values.count);
const chosen = values.survivors
  ? all.filter((mutant) => lastTime.includes(titleOf(mutant)))
  : accepted(all, count);
console.log(`${chosen.length} of ${all.length} mutants, seed ${seed}`);

const session = await openSession(root, folder, chosen);
const times = join(folder, "times.json");
const timesBefore: Readonly<Record<string, number>> = existsSync(times)
  ? JSON.parse(readFileSync(times, "utf8"))
  : {};
const files = await session.files();
const asked = files.filter((file) => !values.quick || (timesBefore[file] ?? 0) < quickTime);
const began = Date.now();
const most = values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes) * 60_000;
const choice = { seed, count, titles: chosen.map(titleOf), asked };
const progress = openProgress(join(folder, "progress.jsonl"), nameOfRun(choice, sources()));
const judgement = await judge(session, asked, chosen, {
  tell: (line) => console.log(line),
  progress,
  goesOn: () => Date.now() - began < most,
});
if (judgement === undefined) {
  console.log("time is up; the same command goes on from here");
  await session.close();
  process.exit();
}
const { verdicts, timeOf } = judgement;
const timesNow = Object.fromEntries(files.map((file) => [file, timeOf(file) || (timesBefore[file] ?? 0)]));
writeFileSync(times, JSON.stringify(timesNow, undefined, 1));
await session.close();

const survivors = chosen.filter(({ id }) => verdicts.get(id)?.kind !== "killed");
const late = chosen.filter(({ id }) => {
  const verdict = verdicts.get(id);
  return verdict?.kind === "killed" && verdict.late;
});
for (const mutant of survivors) {
  const isReached = verdicts.get(mutant.id)?.kind === "survived";
  console.log(`${isReached ? "survives" : "not reached"}: ${titleOf(mutant)}`);
}
const killed = chosen.length - survivors.length;
const score = ((100 * killed) / Math.max(chosen.length, 1)).toFixed(1);
console.log(
  `${killed} of ${chosen.length} mutants killed, ${late.length} of them by time: ${score} % (seed ${seed})`,
);
writeFileSync(report, JSON.stringify(survivors.map(titleOf), undefined, 1));
process.exitCode = 0;

/** So many mutants of the sample that the compiler accepts; it refuses about one in three. */
function accepted(mutants: readonly Mutant[], wanted: number): readonly Mutant[] {
  const keyOf = ({ path, original, mutated }: Mutant): string => `${path} ${original} ${mutated}`;
  const drawn = sample(mutants, keyOf, 2 * wanted, seed);
  const refused = refusedByCompiler(root, folder, drawn);
  console.log(`the compiler refuses ${refused.size} of ${drawn.length}`);
  return sample(
    drawn.filter(({ id }) => !refused.has(id)),
    keyOf,
    wanted,
    seed,
  );
}

/** All that a run depends on; a change of any of them may change what came out before. */
function sources(): readonly string[] {
  const folders = ["core/src", "conformance/src", "server/src", "cli/src", "host/src", "scripts/mutation"];
  const paths = execFileSync("git", ["ls-files", ...folders, "test-fixtures"], { encoding: "utf8" });
  // Fixtures have links, too.
  return paths
    .split("\n")
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && path !== "");
}

function mutantsOf(beginning: string): readonly Mutant[] {
  const paths = execFileSync("git", ["ls-files", "core/src/*.ts"], { encoding: "utf8" })
    .split("\n")
    .filter((path) => path.startsWith(beginning) && !/\.test\.ts$|\/testing\//.test(path));
  let id = 0;
  return paths.toSorted().flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return changesOf(path, text).map((change) => {
      const { start, end } = change.span;
      const line = text.slice(0, start).split("\n").length;
      const column = start - text.lastIndexOf("\n", start - 1);
      return { ...change, id: ++id, path, line, column, original: text.slice(start, end) };
    });
  });
}
