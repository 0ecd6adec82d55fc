// The rules about lock files and status: IT800 to IT819.

import type { ScriptRule } from "../contract.ts";

export const lockRules: readonly ScriptRule[] = [];
