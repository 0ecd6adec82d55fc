// The shell's parser for programs of Node that are no language server.

import { setFlagsFromString } from "node:v8";
import { readShipped } from "../shipped.ts";
import { loadShellParser, type ShellParser } from "./parser.ts";

/**
 * Loads the parser from the files that ship beside the program. The grammar has a function of 160 KB: V8 compiles it a
 * second time to make it fast, which takes most of a second and is not worth it in a program that soon ends.
 */
export function loadShell(): Promise<ShellParser> {
  setFlagsFromString("--liftoff-only");
  return loadShellParser(readShipped);
}
