import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { wholeLanguages } from "./scripts/languages/plugin.mjs";
import { slowestFiles } from "./test/support/slowest-files.mts";

const packages = "{core,host,debugger,server,cli,client,conformance,grammar,scripts,site,syntaxes}";
const alone = "**/*.alone.test.ts";
const notOurs = ["**/node_modules/**", "**/dist/**", "**/out/**"];
const usual = { testTimeout: 30_000, exclude: [...notOurs, alone] };

// What judges times, or needs a process of its own: one file after another, when all others are done.
const last = { ...usual, maxWorkers: 1, sequence: { groupOrder: 1 } };

/** What imports our sources has the languages, as what is built has. */
const ours = { plugins: [wholeLanguages] };

/** A busy machine may take longer than the second that vitest waits for a condition. */
const browser = { globalSetup: "test/e2e/prepare.ts", expect: { poll: { timeout: 30_000 } } };

// Files are taken project by project, by the projects' names, and in each the slowest first.
export default defineConfig({
  test: {
    reporters: [slowestFiles(10), "default"],
    // One more than there are cores: some tests wait for a browser or a program that they have started.
    maxWorkers: Math.max(availableParallelism(), 2) + 1,
    projects: [
      // What takes longest comes first, so that the others are done beside it.
      { test: { ...usual, ...browser, name: "browsers", include: ["test/{e2e,site}/**/*.test.ts"] } },
      { test: { ...usual, name: "editors", include: ["test/editors/**/*.test.ts"] } },
      { test: { ...usual, name: "packages", include: ["test/{packages,integrations}/**/*.test.ts"] } },
      // The files of a worker share their modules: to import core for each would take longer than to test it.
      {
        ...ours,
        test: {
          ...usual,
          name: "units",
          include: [`${packages}/**/*.test.ts`],
          isolate: false,
        },
      },
      { ...ours, test: { ...last, name: "alone", include: [`${packages}/${alone}`], exclude: notOurs } },
      {
        test: {
          ...last,
          ...browser,
          name: "alone-browsers",
          include: [`test/{e2e,site}/${alone}`],
          exclude: notOurs,
        },
      },
    ],
  },
});
