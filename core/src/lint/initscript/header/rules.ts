// The rules about headers, alone and beside those of the folder: IT750 to IT799.

import type { ScriptRule } from "../contract.ts";
import { chkconfigComplement } from "./chkconfig-complement.ts";
import { chkconfigDepIgnored } from "./chkconfig-dep-ignored.ts";
import { chkconfigMalformed } from "./chkconfig-malformed.ts";
import { chkconfigNoDescription } from "./chkconfig-no-description.ts";
import { chkconfigNumbersVsDeps } from "./chkconfig-numbers-vs-deps.ts";
import { chkconfigStrayTag } from "./chkconfig-stray-tag.ts";
import { headersDisagreeLevels } from "./headers-disagree-levels.ts";
import { headersDisagreeStop } from "./headers-disagree-stop.ts";
import { lsbBackslashContinuation } from "./lsb-backslash-continuation.ts";
import { lsbDependsOnAll } from "./lsb-depends-on-all.ts";
import { lsbFacilityLoop } from "./lsb-facility-loop.ts";
import { lsbFacilityUndefined } from "./lsb-facility-undefined.ts";
import { lsbGapInList } from "./lsb-gap-in-list.ts";
import { lsbHiddenHop } from "./lsb-hidden-hop.ts";
import { lsbInteractiveValue } from "./lsb-interactive-value.ts";
import { lsbKeywordSpelling } from "./lsb-keyword-spelling.ts";
import { lsbLevelB } from "./lsb-level-b.ts";
import { lsbLevelGap } from "./lsb-level-gap.ts";
import { lsbLevelsJoined } from "./lsb-levels-joined.ts";
import { lsbLinksOverride } from "./lsb-links-override.ts";
import { lsbLoop } from "./lsb-loop.ts";
import { lsbMarkerNotExact } from "./lsb-marker-not-exact.ts";
import { lsbMissingService } from "./lsb-missing-service.ts";
import { lsbMissingStopService } from "./lsb-missing-stop-service.ts";
import { lsbOutsideHeader } from "./lsb-outside-header.ts";
import { lsbProvidesClash } from "./lsb-provides-clash.ts";
import { lsbProvidesUnusable } from "./lsb-provides-unusable.ts";
import { lsbRequiredWithoutStop } from "./lsb-required-without-stop.ts";
import { lsbTabOrNonasciiInValue } from "./lsb-tab-or-nonascii-in-value.ts";

export const headerRules: readonly ScriptRule[] = [
  lsbGapInList,
  lsbTabOrNonasciiInValue,
  lsbBackslashContinuation,
  lsbLevelB,
  lsbLevelsJoined,
  lsbMarkerNotExact,
  lsbKeywordSpelling,
  lsbProvidesClash,
  lsbLoop,
  lsbMissingService,
  lsbMissingStopService,
  lsbLevelGap,
  lsbHiddenHop,
  lsbDependsOnAll,
  lsbRequiredWithoutStop,
  lsbInteractiveValue,
  chkconfigMalformed,
  chkconfigNoDescription,
  chkconfigStrayTag,
  headersDisagreeLevels,
  headersDisagreeStop,
  chkconfigNumbersVsDeps,
  chkconfigDepIgnored,
  chkconfigComplement,
  lsbProvidesUnusable,
  lsbFacilityUndefined,
  lsbFacilityLoop,
  lsbLinksOverride,
  lsbOutsideHeader,
];
