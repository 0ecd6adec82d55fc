// The rules about the shell part: IT840 to IT879.

import type { ScriptRule } from "../contract.ts";

export const bodyRules: readonly ScriptRule[] = [];
