// The rules about scripts against the root file system that they are in: IT930 to IT949.

import type { ScriptRule } from "../contract.ts";
import { daemonNotInRoot } from "./daemon-not-in-root.ts";
import { interpreterNotInRoot } from "./interpreter-not-in-root.ts";
import { sourcedNotInRoot } from "./sourced-not-in-root.ts";

export const rootRules: readonly ScriptRule[] = [interpreterNotInRoot, daemonNotInRoot, sourcedNotInRoot];
