import { loadShellParser, type ShellParser } from "../shell/parser.ts";
import { readInstalledWasm } from "./wasm.ts";

/** The shell's parser for tests, loaded once for all that share their modules. */
export const shellParser: ShellParser = await loadShellParser(readInstalledWasm);
