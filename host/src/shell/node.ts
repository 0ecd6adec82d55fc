// The shell's parser for programs of Node that are no language server.

import { compileWasmOnce } from "../compilers.ts";
import { readShipped } from "../shipped.ts";
import { loadShellParser, type ShellParser } from "./parser.ts";

/** Loads the parser from the files that ship beside the program. */
export function loadShell(): Promise<ShellParser> {
  compileWasmOnce();
  return loadShellParser(readShipped);
}
