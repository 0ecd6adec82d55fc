// The package `@inittab/core`: a library with types.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { blocks, installed, root, testWhatAllHave } from "./packed.ts";

const core = installed("@inittab/core");
const { folder, own, env } = core;

test("the example of its README runs", () => {
  const [example = ""] = blocks(core, "js");
  writeFileSync(join(folder, "example.mjs"), example);
  const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8", env });
  expect(printed).toMatchInlineSnapshot(`
    "id initdefault, 1 respawn, ~~ wait
    /etc/inittab[3]: duplicate ID field "1"
    error duplicate-id: \`1\` repeats the id of line 2; init ignores this entry
    "
  `);
});

test("it imports nothing, and knows nothing of where it runs", () => {
  const code = readFileSync(join(own, "index.js"), "utf8");
  const { module } = parseSync("index.js", code);
  expect(module.staticImports).toEqual([]);
  expect(module.dynamicImports).toEqual([]);
  expect(module.staticExports.flatMap(({ entries }) => entries.filter((each) => each.moduleRequest))).toEqual(
    [],
  );
  expect(code.match(/\b(?:fetch|XMLHttpRequest|WebSocket|eval|Function)\(/)?.[0]).toBeUndefined();
});

describe("its types", () => {
  const compilers = {
    "TypeScript 7": join(root, "node_modules/typescript/bin/tsc"),
    "TypeScript 6": join(root, "core/node_modules/typescript/bin/tsc"),
  };
  const resolutions = [
    { module: "nodenext", moduleResolution: "nodenext" },
    { module: "node16", moduleResolution: "node16" },
    { module: "esnext", moduleResolution: "bundler" },
  ];

  /** What a compiler says of a module, with all files of the package checked as well. */
  function compiled(compiler: string, options: object, text: string): string {
    writeFileSync(join(folder, "example.mts"), text);
    writeFileSync(join(folder, "print.d.ts"), "declare function print(text: string): void;\n");
    const usual = { strict: true, noEmit: true, skipLibCheck: false, types: [], lib: ["ES2023"] };
    const files = ["example.mts", "print.d.ts"];
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...usual, ...options }, files }),
    );
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", "."], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return `${stdout}${status}`;
  }

  describe.for(Object.entries(compilers))("with %s", ([, compiler]) => {
    test.for(resolutions)("resolve under $moduleResolution", (options) => {
      const [example = ""] = blocks(core, "js");
      expect(compiled(compiler, options, example.replaceAll("console.log", "print"))).toBe("0");
    });

    test("refuse what is wrong", () => {
      const [options = {}] = resolutions;
      expect(
        compiled(compiler, options, 'import { readInittab } from "@inittab/core";\nreadInittab(7);\n'),
      ).toContain("'number'");
    });
  });
});

testWhatAllHave("@inittab/core", core);
