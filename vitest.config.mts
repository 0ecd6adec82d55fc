import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { slowestFiles } from "./test/support/slowest-files.mts";

const usual = {
  exclude: ["**/node_modules/**", "**/dist/**", "**/out/**"],
  testTimeout: 30_000,
};
const alone = "**/*.alone.test.ts";

// Files are taken project by project, by the projects' names, and in each the slowest first.
export default defineConfig({
  test: {
    reporters: [slowestFiles(10), "default"],
    // One more than there are cores: some tests wait for a browser or a program that they have started.
    maxWorkers: Math.max(availableParallelism(), 2) + 1,
    projects: [
      // In real editors. What takes longest comes first, so that the others are done beside it.
      {
        test: {
          ...usual,
          name: "editors",
          include: ["test/**/*.test.ts"],
          exclude: [...usual.exclude, alone],
        },
      },
      // The files of a worker share their modules: to import core for each would take longer than to test it.
      {
        test: {
          ...usual,
          name: "units",
          include: ["{core,host,server,cli,client,conformance,grammar,scripts,syntaxes}/**/*.test.ts"],
          exclude: [...usual.exclude, alone],
          isolate: false,
        },
      },
      // What judges times, or needs a process of its own: one file after another, when all others are done.
      {
        test: {
          ...usual,
          name: "quiet",
          include: [alone],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
