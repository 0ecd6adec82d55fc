// The shipped files in a test: from where they are installed or committed.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { WasmReader } from "../wasm.ts";

/** Reads a shipped file from the checkout. */
export const readInstalledWasm: WasmReader = async (name) => new Uint8Array(await readFile(wasmPaths[name]));

const { resolve } = createRequire(import.meta.url);

const wasmPaths = {
  "web-tree-sitter.wasm": resolve("web-tree-sitter/web-tree-sitter.wasm"),
  "tree-sitter-bash.wasm": resolve("tree-sitter-bash/tree-sitter-bash.wasm"),
  "tree-sitter-inittab.wasm": fileURLToPath(
    new URL("../../../grammar/tree-sitter-inittab.wasm", import.meta.url),
  ),
};
