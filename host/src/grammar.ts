// The parsers of web-tree-sitter, all in the one module of WebAssembly that holds its runtime.

import type { Parser } from "web-tree-sitter";
import type { WasmName, WasmReader } from "./wasm.ts";

/** The file of a grammar. */
export type GrammarName = Exclude<WasmName, "web-tree-sitter.wasm">;

type Runtime = typeof import("web-tree-sitter");

let runtime: Promise<Runtime> | undefined;

/**
 * Loads the parser of a grammar; rejects where a file is not to be had. Several may be loaded at the same time. Each
 * call makes a parser that lives as long as the program.
 */
export async function loadParser(wasm: WasmReader, grammar: GrammarName): Promise<Parser> {
  return (await loadParsers(wasm, grammar))();
}

/**
 * Loads a grammar; each call of what comes back makes a parser of its own, for texts that are parsed in parallel.
 * The caller deletes it.
 */
export async function loadParsers(wasm: WasmReader, grammar: GrammarName): Promise<() => Parser> {
  const [{ Language, Parser }, bytes] = await Promise.all([startRuntime(wasm), wasm(grammar)]);
  const language = await Language.load(bytes);
  return () => new Parser().setLanguage(language);
}

/** Calls of `Parser.init` that overlap start a module each, and mix up what lies in their memories. */
function startRuntime(wasm: WasmReader): Promise<Runtime> {
  runtime ??= start(wasm).catch((error: unknown) => {
    // The file may be there when the next one asks for it.
    runtime = undefined;
    throw error;
  });
  return runtime;
}

async function start(wasm: WasmReader): Promise<Runtime> {
  const [library, wasmBinary] = await Promise.all([import("web-tree-sitter"), wasm("web-tree-sitter.wasm")]);
  await library.Parser.init({ wasmBinary });
  return library;
}
