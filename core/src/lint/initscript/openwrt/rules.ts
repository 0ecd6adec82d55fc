// The rules about scripts of OpenWrt: IT860 to IT874.

import type { ScriptRule } from "../contract.ts";
import { openwrtBootWithoutStart } from "./openwrt-boot-without-start.ts";
import { openwrtDaemonizes } from "./openwrt-daemonizes.ts";
import { openwrtLinkClash } from "./openwrt-link-clash.ts";
import { openwrtLinkStale } from "./openwrt-link-stale.ts";
import { openwrtNamePrefix } from "./openwrt-name-prefix.ts";
import { openwrtNoRespawn } from "./openwrt-no-respawn.ts";
import { openwrtNoStart } from "./openwrt-no-start.ts";
import { openwrtNotRcCommon } from "./openwrt-not-rc-common.ts";
import { openwrtProcdForgotten } from "./openwrt-procd-forgotten.ts";
import { openwrtProcdStartOverridden } from "./openwrt-procd-start-overridden.ts";
import { openwrtRespawnValues } from "./openwrt-respawn-values.ts";
import { openwrtStartNotNumber } from "./openwrt-start-not-number.ts";
import { openwrtStartNotTopLevel } from "./openwrt-start-not-top-level.ts";
import { openwrtStartOneDigit } from "./openwrt-start-one-digit.ts";
import { openwrtStartThreeDigits } from "./openwrt-start-three-digits.ts";

export const openwrtRules: readonly ScriptRule[] = [
  openwrtStartThreeDigits,
  openwrtStartOneDigit,
  openwrtStartNotNumber,
  openwrtStartNotTopLevel,
  openwrtProcdForgotten,
  openwrtProcdStartOverridden,
  openwrtBootWithoutStart,
  openwrtNamePrefix,
  openwrtNotRcCommon,
  openwrtRespawnValues,
  openwrtLinkStale,
  openwrtNoStart,
  openwrtLinkClash,
  openwrtNoRespawn,
  openwrtDaemonizes,
];
