// The rules about headers, alone and beside those of the folder: IT750 to IT799.

import type { ScriptRule } from "../contract.ts";

export const headerRules: readonly ScriptRule[] = [];
