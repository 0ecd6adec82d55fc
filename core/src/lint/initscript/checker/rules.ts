// The rules about the checker itself: IT9xx.

import type { ScriptRule } from "../contract.ts";
import { unusedSilencer } from "./unused-silencer.ts";

export const checkerRules: readonly ScriptRule[] = [unusedSilencer];
