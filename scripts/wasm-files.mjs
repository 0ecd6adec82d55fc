// What is shipped as it is: the parser, and the grammars of an inittab and of the shell. Paths from the root.

export const wasmFiles = [
  "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "grammar/tree-sitter-inittab.wasm",
  "node_modules/tree-sitter-bash/tree-sitter-bash.wasm",
];
