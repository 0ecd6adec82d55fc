// The rules about what the shell that runs a script can read: IT890 to IT899.

import type { ScriptRule } from "../contract.ts";
import { namedAfterCall } from "./named-after-call.ts";
import { scriptBashisms } from "./script-bashisms.ts";
import { scriptFirstLine } from "./script-first-line.ts";
import { scriptInterpreter } from "./script-interpreter.ts";

export const shellRules: readonly ScriptRule[] = [
  scriptFirstLine,
  scriptInterpreter,
  scriptBashisms,
  namedAfterCall,
];
