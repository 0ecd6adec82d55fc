/** The WebAssembly files that ship with the programs. */
export type WasmName = "web-tree-sitter.wasm" | "tree-sitter-inittab.wasm" | "tree-sitter-bash.wasm";

/** Fetches the bytes of a shipped file; rejects where it is not to be had. */
export type WasmReader = (name: WasmName) => Promise<Uint8Array<ArrayBuffer>>;
