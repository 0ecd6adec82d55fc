// The rules about how a script runs when it is called: IT875 to IT879.

import type { ScriptRule } from "../contract.ts";
import { namedAfterCall } from "./named-after-call.ts";
import { scriptBashisms } from "./script-bashisms.ts";
import { scriptFirstLine } from "./script-first-line.ts";
import { scriptInterpreter } from "./script-interpreter.ts";
import { startNeverReturns } from "./start-never-returns.ts";

export const shellRules: readonly ScriptRule[] = [
  scriptFirstLine,
  scriptInterpreter,
  scriptBashisms,
  namedAfterCall,
  startNeverReturns,
];
