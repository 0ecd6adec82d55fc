// The shell's parser for programs of Node that are no language server.

import { compileWasmOnce } from "../compilers.ts";
import { loadOnce } from "../load-once.ts";
import { readShipped } from "../shipped.ts";
import { loadShellParser, type ShellParser } from "./parser.ts";

/**
 * Loads the parser from the files that ship beside the program: one for the process, since a grammar takes room among
 * the functions of WebAssembly that is never given back.
 */
export const loadShell: () => Promise<ShellParser> = loadOnce(() => {
  compileWasmOnce();
  return loadShellParser(readShipped);
});
