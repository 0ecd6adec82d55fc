// The rules about services of OpenRC: IT880 to IT899.

import type { ScriptRule } from "../contract.ts";
import { openrcBeforeContradiction } from "./openrc-before-contradiction.ts";
import { openrcCircle } from "./openrc-circle.ts";
import { openrcCircleStall } from "./openrc-circle-stall.ts";
import { openrcConfdOverruled } from "./openrc-confd-overruled.ts";
import { openrcCrossLevelOrder } from "./openrc-cross-level-order.ts";
import { openrcEnvShebang } from "./openrc-env-shebang.ts";
import { openrcKeywordUnknown } from "./openrc-keyword-unknown.ts";
import { openrcNeedCircle } from "./openrc-need-circle.ts";
import { openrcNeedMissing } from "./openrc-need-missing.ts";
import { openrcNeedOwnProvide } from "./openrc-need-own-provide.ts";
import { openrcNeedUpwards } from "./openrc-need-upwards.ts";
import { openrcNostopNeeds } from "./openrc-nostop-needs.ts";
import { openrcNotInTree } from "./openrc-not-in-tree.ts";
import { openrcPidfileMissing } from "./openrc-pidfile-missing.ts";
import { openrcProviderByName } from "./openrc-provider-by-name.ts";
import { openrcRunscript } from "./openrc-runscript.ts";
import { openrcSettingMisplaced } from "./openrc-setting-misplaced.ts";
import { openrcSeveralProviders } from "./openrc-several-providers.ts";
import { openrcUnknownWord } from "./openrc-unknown-word.ts";
import { openrcVirtualAndReal } from "./openrc-virtual-and-real.ts";

export const openrcRules: readonly ScriptRule[] = [
  openrcUnknownWord,
  openrcEnvShebang,
  openrcRunscript,
  openrcKeywordUnknown,
  openrcBeforeContradiction,
  openrcPidfileMissing,
  openrcNeedMissing,
  openrcNeedCircle,
  openrcNotInTree,
  openrcCircle,
  openrcCircleStall,
  openrcCrossLevelOrder,
  openrcNeedOwnProvide,
  openrcConfdOverruled,
  openrcSettingMisplaced,
  openrcProviderByName,
  openrcNeedUpwards,
  openrcVirtualAndReal,
  openrcSeveralProviders,
  openrcNostopNeeds,
];
