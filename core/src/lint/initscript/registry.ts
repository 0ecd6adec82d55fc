// Every rule about init scripts, in the order of their codes.

import { bodyRules } from "./body/rules.ts";
import { checkerRules } from "./checker/rules.ts";
import type { ScriptRule } from "./contract.ts";
import { embeddedRules } from "./embedded/rules.ts";
import { headerRules } from "./header/rules.ts";
import { linkRules } from "./links/rules.ts";
import { lockRules } from "./locks/rules.ts";
import { openrcRules } from "./openrc/rules.ts";
import { openwrtRules } from "./openwrt/rules.ts";
import { openwrtLinkRules } from "./openwrt-links/rules.ts";
import { packagingRules } from "./packaging/rules.ts";
import { rootRules } from "./root/rules.ts";
import { shellRules } from "./shell/rules.ts";

/** All rules about init scripts. */
export const scriptRules: readonly ScriptRule[] = [
  ...packagingRules,
  ...headerRules,
  ...lockRules,
  ...linkRules,
  ...bodyRules,
  ...openwrtRules,
  ...shellRules,
  ...openrcRules,
  ...checkerRules,
  ...rootRules,
  ...openwrtLinkRules,
  ...embeddedRules,
];
