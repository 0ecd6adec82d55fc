// The rules about the order in which procd calls the scripts of OpenWrt: IT950 to IT959.

import type { ScriptRule } from "../contract.ts";
import { openwrtFirewallLate } from "./openwrt-firewall-late.ts";
import { openwrtLinkMissing } from "./openwrt-link-missing.ts";
import { openwrtStartAfterDone } from "./openwrt-start-after-done.ts";
import { openwrtStopNotMirrored } from "./openwrt-stop-not-mirrored.ts";

export const openwrtLinkRules: readonly ScriptRule[] = [
  openwrtLinkMissing,
  openwrtStopNotMirrored,
  openwrtFirewallLate,
  openwrtStartAfterDone,
];
