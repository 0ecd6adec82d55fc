// The shell's parser for programs of Node that are no language server.

import { loadShellParser, type ShellParser } from "../shell/parser.ts";
import { nodeEnvironment } from "./environment.ts";

export type { ShellParser } from "../shell/parser.ts";

/** Loads the parser from the files that ship beside the program. */
export function loadShell(): Promise<ShellParser> {
  return loadShellParser((name) => nodeEnvironment.wasm(name, undefined));
}
