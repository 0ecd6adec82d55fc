// In a process of its own: the runtime starts once in each, and here is seen how.

import { expect, test } from "vitest";
import { loadParser } from "./grammar.ts";
import { readInstalledWasm } from "./testing/wasm.ts";
import type { WasmReader } from "./wasm.ts";

test("a runtime that was not to be had is asked for again", async () => {
  const unavailable: WasmReader = (name) =>
    name === "web-tree-sitter.wasm" ? Promise.reject(new Error("not yet")) : readInstalledWasm(name);
  await expect(loadParser(unavailable, "tree-sitter-bash.wasm")).rejects.toThrow("not yet");
});

test("parsers that are loaded at the same time do not disturb each other", async () => {
  const asked: string[] = [];
  const wasm: WasmReader = (name) => {
    asked.push(name);
    return readInstalledWasm(name);
  };
  const grammars = ["tree-sitter-inittab.wasm", "tree-sitter-bash.wasm"] as const;
  const [inittab, bash] = await Promise.all(grammars.map((name) => loadParser(wasm, name)));
  for (let round = 0; round < 3; round++) {
    expect(inittab?.parse("id:2:initdefault:\n")?.rootNode.toString()).toMatchInlineSnapshot(
      `"(source_file (record id: (id) runlevels: (runlevels) action: (action)))"`,
    );
    expect(bash?.parse("exit 0\n")?.rootNode.toString()).toMatchInlineSnapshot(
      `"(program (command name: (command_name (word)) argument: (number)))"`,
    );
  }
  expect(asked.toSorted()).toEqual([...grammars, "web-tree-sitter.wasm"].toSorted());
});
