// Tries the product with inputs at random: npm run fuzz -- --help.

import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Area, Failure } from "./area.ts";
import { areas } from "./areas.ts";
import { runTask } from "./child.ts";
import { watch } from "./watch.ts";

const help = `npm run fuzz -- [--seed N] [--seconds N] [AREA...]
npm run fuzz -- --seed N --path PATH AREA

Tries the product with inputs at random, and prints the seed, which gives the
same inputs again. Without --seed it is FUZZ_SEED of the environment, or another
one each time. An input that fails is tried once more: what fails again is a
fault (exit code 1), and is written to out/fuzz; what does not is only told.

`;

const options = {
  seed: { type: "string" },
  seconds: { type: "string" },
  path: { type: "string" },
  task: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** What is asked of this run. */
interface Plan {
  readonly program: string;
  readonly seed: number;
  readonly path: string | undefined;
  /** For an area of weight 1. */
  readonly milliseconds: number;
}

/** Runs the fuzzer, which finds itself at `program`; the exit code. */
export async function main(args: readonly string[], program: string): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const width = Math.max(...areas.map(({ name }) => name.length));
  if (values.help === true) {
    const list = areas.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}\n`);
    process.stdout.write(`${help}${list.join("")}`);
    return 0;
  }
  if (values.task !== undefined) {
    await runTask(areas, JSON.parse(values.task));
    return 0;
  }
  const unknown = positionals.find((name) => areas.every((area) => area.name !== name));
  if (unknown !== undefined) {
    console.error(`there is no area ${unknown}`);
    return 2;
  }
  const chosen = areas.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const seed = Number(values.seed ?? process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`fuzz: seed ${seed}`);

  const able = chosen.filter(isAble);
  const jobs = Math.min(Math.max(availableParallelism(), 1), most, able.length);
  const weight = able.reduce((sum, area) => sum + area.weight, 0);
  const seconds = Number(values.seconds ?? usualSeconds);
  const plan = { program, seed, path: values.path, milliseconds: (seconds * 1000 * jobs) / weight };
  const waiting = able.toSorted((one, other) => other.weight - one.weight);
  let faults = chosen.length - able.length > 0 && process.env["CI"] === "true" ? 1 : 0;
  const work = async () => {
    for (let area = waiting.shift(); area !== undefined; area = waiting.shift())
      if (!(await holds(area, plan))) faults++;
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return faults > 0 ? 1 : 0;
}

/** So many areas are tried beside each other. */
const most = 2;

const usualSeconds = 60;

/** So much of a failure is printed, in characters. */
const mostPrinted = 2000;

function isAble({ name, missing }: Area): boolean {
  const why = missing();
  if (why !== undefined) console.log(`skipped: ${name}, because ${why}`);
  return why === undefined;
}

/** Tries an area; false where it has a fault. */
async function holds(area: Area, { program, seed, path, milliseconds }: Plan): Promise<boolean> {
  const { name } = area;
  const began = Date.now();
  const task = { area: name, seed, milliseconds: milliseconds * area.weight };
  const { runs, failure } = await watch(program, { ...task, ...(path !== undefined && { path }) });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  if (failure === undefined) {
    console.log(`${name}: ${runs} inputs in ${seconds} s`);
    return true;
  }
  const again = await confirm(program, { ...task, failure, runs });
  const said = `${failure.error}\n${failure.input}`.slice(0, mostPrinted);
  if (again === undefined) {
    console.log(`${name}: this failed once, and not when it was tried again:\n${said}`);
    return true;
  }
  const command = `npm run fuzz -- --seed ${seed} --path ${failure.path} ${name}`;
  mkdirSync("out/fuzz", { recursive: true });
  const file = `out/fuzz/${name}-${seed}.txt`;
  const input = again.input === "" ? failure.input : again.input;
  writeFileSync(file, `${command}\n\n${input}\n\n${again.error}\n`);
  console.log(`${name}: a fault after ${runs} inputs; ${file} has the input\n${command}\n${said}`);
  return false;
}

/** Tries the input again in a new process: by itself, or else with all before it, which it may need. */
async function confirm(
  program: string,
  {
    area,
    seed,
    failure,
    runs,
    milliseconds,
  }: {
    readonly area: string;
    readonly seed: number;
    readonly failure: Failure;
    readonly runs: number;
    readonly milliseconds: number;
  },
): Promise<Failure | undefined> {
  const task = { area, seed, milliseconds: 2 * milliseconds };
  const alone = await watch(program, { ...task, path: failure.path });
  if (alone.failure !== undefined) return alone.failure;
  return (await watch(program, { ...task, most: runs })).failure;
}

// A child is this program, too.
if (process.argv[2] === "--task") await main(process.argv.slice(2), "");
