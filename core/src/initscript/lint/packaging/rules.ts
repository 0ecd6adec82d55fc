// The rules about what lintian and rpmlint say about a single script: IT700 to IT749.

import type { ScriptRule } from "../contract.ts";

export const packagingRules: readonly ScriptRule[] = [];
