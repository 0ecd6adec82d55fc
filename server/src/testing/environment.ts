import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Environment } from "../environment.ts";

/** The server's surroundings in a test: the files from where they are installed, and no file system. */
export const testEnvironment: Environment = {
  wasm: async (name) => new Uint8Array(await readFile(wasmPaths[name])),
  isFile: () => Promise.resolve(false),
  look: () => Promise.resolve(undefined),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

const { resolve } = createRequire(import.meta.url);

const wasmPaths = {
  "web-tree-sitter.wasm": resolve("web-tree-sitter/web-tree-sitter.wasm"),
  "tree-sitter-bash.wasm": resolve("tree-sitter-bash/tree-sitter-bash.wasm"),
  "tree-sitter-inittab.wasm": fileURLToPath(
    new URL("../../../grammar/tree-sitter-inittab.wasm", import.meta.url),
  ),
};
