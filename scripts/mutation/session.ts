// Vitest, with the mutants of a run in the code of core.

import { setMaxListeners } from "node:events";
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { wholeLanguages } from "../languages/plugin.mjs";
import { type Entry, type Plan, planVariable } from "./journal.ts";
import type { Mutant } from "./mutant.ts";
import { withSwitches } from "./switches.ts";

/** Tests that can be run again and again. */
export interface Session {
  /** Runs a plan over files, in this order, and gives back what happened until the end or until it hung. */
  readonly run: (plan: PlanOf, files: readonly string[]) => Promise<readonly Entry[]>;
  /** The paths of all test files. */
  readonly files: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

type WithoutJournal<T> = T extends Plan ? Omit<T, "journal"> : never;

/** A plan; the session says where its journal is. */
export type PlanOf = WithoutJournal<Plan>;

/** A process that writes nothing for so many milliseconds hangs where no loop of core goes round. */
const silence = 120_000;

/** Starts vitest over the units of core and the recorded cases, without running any. */
export async function openSession(
  root: string,
  folder: string,
  mutants: readonly Mutant[],
): Promise<Session> {
  mkdirSync(folder, { recursive: true });
  // Vitest listens once for each file, and Node takes more than ten for a leak.
  setMaxListeners(0);
  const journal = join(folder, "journal.jsonl");
  const plan = join(folder, "plan.json");
  process.env[planVariable] = plan;
  let order: readonly string[] = [];
  class InOrder extends BaseSequencer {
    override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
      const place = ({ moduleId }: TestSpecification): number => order.indexOf(moduleId);
      return specifications.toSorted((one, other) => place(one) - place(other));
    }
  }
  const vitest = await createVitest(
    "test",
    {
      config: false,
      root,
      // The server's features and the command line are further doors to core; what starts a process of its own does not
      // see the mutants, so that the tests of the command line run it in theirs.
      include: [
        "{core,conformance,cli}/src/**/*.test.ts",
        "server/src/{documents,features,initscript,inittab,simulate}/**/*.test.ts",
      ],
      // What replays every case as a whole takes minutes, and `recorded.test.ts` looks at the same ones one by one.
      exclude: ["**/node_modules/**", "**/*.alone.test.ts", "conformance/src/{replay,live}/**"],
      watch: false,
      pool: "forks",
      isolate: false,
      maxWorkers: 1,
      testTimeout: 60_000,
      update: false,
      reporters: [{}],
      runner: join(root, "scripts/mutation/worker/runner.ts"),
      sequence: { sequencer: InOrder },
    },
    { logLevel: "silent", plugins: [wholeLanguages, mutating(root, mutants)] },
  );
  const known = new Map((await vitest.globTestSpecifications()).map((test) => [test.moduleId, test]));
  return {
    files: async () => [...known.keys()],
    run: async (planned, files) => {
      order = files;
      writeFileSync(journal, "");
      writeFileSync(plan, JSON.stringify({ ...planned, journal }));
      await watched(
        vitest,
        journal,
        files.flatMap((file) => known.get(file) ?? []),
      );
      return entriesOf(journal);
    },
    close: () => vitest.close(),
  };
}

function mutating(root: string, mutants: readonly Mutant[]) {
  const core = join(root, "core/src/");
  const shippedBeside = JSON.stringify(pathToFileURL(join(root, "cli/dist/inittab.js")).href);
  return {
    name: "mutants",
    enforce: "pre" as const,
    transform(text: string, id: string) {
      // The command line runs in this process, and what ships beside it lies where it is built.
      if (id === join(root, "host/src/shipped.ts")) return text.replaceAll("import.meta.url", shippedBeside);
      if (!id.startsWith(core) || !id.endsWith(".ts") || id.endsWith(".test.ts")) return undefined;
      const path = relative(root, id);
      return withSwitches(
        path,
        text,
        mutants.filter((mutant) => mutant.path === path),
      );
    },
  };
}

async function watched(vitest: Vitest, journal: string, tests: TestSpecification[]): Promise<void> {
  let size = 0;
  let since = Date.now();
  const watch = setInterval(() => {
    const now = statSync(journal).size;
    if (now !== size) [size, since] = [now, Date.now()];
    else if (Date.now() - since > silence) {
      const pid = entriesOf(journal).findLast((entry) => entry.kind === "process")?.pid;
      since = Date.now();
      try {
        if (pid !== undefined) process.kill(pid, "SIGKILL");
      } catch {
        appendFileSync(journal, "");
      }
    }
  }, 1000);
  try {
    await vitest.runTestSpecifications(tests);
  } finally {
    clearInterval(watch);
  }
}

function entriesOf(journal: string): Entry[] {
  if (!existsSync(journal)) return [];
  return readFileSync(journal, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
