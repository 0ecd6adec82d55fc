// The flags are V8's, which may change them: whether they are heard shows in what a process takes.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const young = `require("node:v8").getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space").space_size / 2 ** 20`;

/** Megabytes for young objects, after as many live ones as a long file has. */
async function youngAfter(statements: string): Promise<number> {
  const contents = `import { keepHeapSmall, whileYoungGrow } from "./heap.ts";
    const kept = [];
    const fill = () => {
      for (let count = 0; count < 1_000_000; count++) kept[count % 100_000] = { count, list: [count] };
    };
    keepHeapSmall();
    ${statements}
    console.log(kept.length === 100_000 && ${young});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, sourcefile: join(import.meta.dirname, "in.ts") },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
  });
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", outputFiles[0]?.text ?? ""], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return Number(stdout);
}

test("young objects have little room in a small heap, and more where a long text is kept", async () => {
  const small = await youngAfter("fill();");
  const grown = await youngAfter("whileYoungGrow(5_000_000, fill);");
  expect(small).toBeLessThan(4);
  expect(grown).toBeGreaterThan(2 * small);
  expect(await youngAfter("whileYoungGrow(5_000_000, () => {}); fill();")).toBe(small);
  expect(await youngAfter("whileYoungGrow(10_000, fill);")).toBe(small);
});

test("young objects get more room where some hundred lines are kept, until there is enough", async () => {
  const many = "whileYoungGrow(60_000, () => {});";
  const little = "for (let count = 0; count < 200_000; count++) kept[count % 20_000] = [count, {}];";
  const bounded = (rounds: string) => youngAfter(`kept.length = 100_000; ${rounds}`);
  const once = await bounded(`${many} ${little}`);
  expect(await bounded(`fill();`)).toBeLessThan(once);
  // The next such text finds that there is enough.
  expect(await bounded(`${many} ${little} ${many} fill();`)).toBe(once);
});
