import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Outcome } from "./area.ts";
import { watch } from "./watch.ts";

/** What is made of a child that does this with its task. */
async function watched(body: string, path?: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "watch-"));
  try {
    const program = join(folder, "child.mjs");
    const head =
      'import { writeFileSync } from "node:fs";\nconst task = JSON.parse(process.argv[3]);\nconst note = (index) => writeFileSync(task.progress, String(index).padEnd(12));\n';
    writeFileSync(program, head + body);
    const task = { area: "toy", seed: 1, milliseconds: 1000, ...(path !== undefined && { path }) };
    return await watch(program, task, 2000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a child that ends well has its own word", async () => {
  expect(await watched("note(2); writeFileSync(task.result, JSON.stringify({ runs: 3 }));")).toEqual({
    runs: 3,
  });
});

test("a child that makes no progress is ended, and its input is the failure", async () => {
  expect(await watched("note(7); while (true);")).toMatchObject({
    runs: 8,
    failure: { path: "7", error: "it takes longer than 2 s\n" },
  });
});

test("a child that goes on is not ended", async () => {
  const slow =
    "for (let index = 0; index < 6; index++) { note(index); await new Promise((next) => setTimeout(next, 600)); }";
  expect(await watched(`${slow} writeFileSync(task.result, JSON.stringify({ runs: 6 }));`)).toEqual({
    runs: 6,
  });
});

test("a child that dies is a failure with its last words", async () => {
  const { runs, failure } = await watched('note(0); throw new Error("oh");');
  expect(runs).toBe(1);
  expect(failure?.path).toBe("0");
  expect(failure?.error).toMatch(/^the process ends with 1\n(.|\n)*Error: oh/);
  expect((await watched("process.exit(3);", "5:1"))?.failure).toEqual({
    path: "5:1",
    input: "",
    error: "the process ends with 3\n",
  });
});
