// The rules about rc links and file names: IT820 to IT839.

import type { ScriptRule } from "../contract.ts";

export const linkRules: readonly ScriptRule[] = [];
