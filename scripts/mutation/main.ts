// Changes core in many small ways, one at a time, and counts how many of them make a test fail.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changesOf } from "./changes.ts";
import { judge } from "./judge.ts";
import { type Mutant, titleOf } from "./mutant.ts";
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
  },
});

const root = process.cwd();
const folder = join(root, "out/mutation");
const report = join(folder, "survivors.json");
mkdirSync(folder, { recursive: true });

const all = mutantsOf(values.in);
const seed = Number(values.seed);
const drawn = sample(
  all,
  ({ path, original, mutated }) => `${path} ${original} ${mutated}`,
  Number(values.count),
  seed,
);
const lastTime: readonly string[] = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : [];
const mutants = values.survivors ? all.filter((mutant) => lastTime.includes(titleOf(mutant))) : drawn;
console.log(`${mutants.length} of ${all.length} mutants, seed ${seed}`);

const session = await openSession(root, folder, mutants);
const verdicts = await judge(session, mutants, (line) => console.log(line));
await session.close();

const survivors = mutants.filter(({ id }) => verdicts.get(id)?.kind !== "killed");
const late = mutants.filter(({ id }) => {
  const verdict = verdicts.get(id);
  return verdict?.kind === "killed" && verdict.late;
});
for (const mutant of survivors) {
  const isReached = verdicts.get(mutant.id)?.kind === "survived";
  console.log(`${isReached ? "survives" : "not reached"}: ${titleOf(mutant)}`);
}
const killed = mutants.length - survivors.length;
const score = ((100 * killed) / Math.max(mutants.length, 1)).toFixed(1);
console.log(
  `${killed} of ${mutants.length} mutants killed, ${late.length} of them by time: ${score} % (seed ${seed})`,
);
writeFileSync(report, JSON.stringify(survivors.map(titleOf), undefined, 1));
process.exitCode = 0;

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
