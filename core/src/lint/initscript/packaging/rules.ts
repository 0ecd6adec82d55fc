// The rules about what lintian and rpmlint say about a single script: IT700 to IT749.

import type { ScriptRule } from "../contract.ts";
import { chkconfigDefaultLevels } from "./chkconfig-default-levels.ts";
import { chkconfigLineMissing } from "./chkconfig-line-missing.ts";
import { lockWords } from "./lock-words.ts";
import { lsbFacilityUnknown } from "./lsb-facility-unknown.ts";
import { lsbKeywordMissing } from "./lsb-keyword-missing.ts";
import { lsbKeywordRepeated } from "./lsb-keyword-repeated.ts";
import { lsbKeywordUnknown } from "./lsb-keyword-unknown.ts";
import { lsbLevelsConflict } from "./lsb-levels-conflict.ts";
import { lsbLineMalformed } from "./lsb-line-malformed.ts";
import { lsbLocalFsMissing } from "./lsb-local-fs-missing.ts";
import { lsbNeedsAll } from "./lsb-needs-all.ts";
import { lsbProvidesFacility } from "./lsb-provides-facility.ts";
import { lsbProvidesOtherName } from "./lsb-provides-other-name.ts";
import { lsbRunlevelUnknown } from "./lsb-runlevel-unknown.ts";
import { lsbScriptForFacility } from "./lsb-script-for-facility.ts";
import { lsbSectionDuplicate } from "./lsb-section-duplicate.ts";
import { lsbSectionMissing } from "./lsb-section-missing.ts";
import { lsbSectionUnterminated } from "./lsb-section-unterminated.ts";
import { lsbShortDescriptionMissing } from "./lsb-short-description-missing.ts";
import { lsbStartInStopLevel } from "./lsb-start-in-stop-level.ts";
import { lsbStartLevelsIncomplete } from "./lsb-start-levels-incomplete.ts";
import { lsbStopInBootLevel } from "./lsb-stop-in-boot-level.ts";
import { lsbStopLevelsIncomplete } from "./lsb-stop-levels-incomplete.ts";
import { scriptActionWords } from "./script-action-words.ts";
import { scriptDefaultUnguarded } from "./script-default-unguarded.ts";
import { scriptLibraryMissing } from "./script-library-missing.ts";
import { scriptMode } from "./script-mode.ts";
import { scriptNameDot } from "./script-name-dot.ts";
import { scriptTemplateText } from "./script-template-text.ts";
import { scriptUsrInterpreter } from "./script-usr-interpreter.ts";

export const packagingRules: readonly ScriptRule[] = [
  lsbSectionMissing,
  lsbSectionDuplicate,
  lsbSectionUnterminated,
  lsbLineMalformed,
  lsbKeywordRepeated,
  lsbKeywordUnknown,
  lsbKeywordMissing,
  lsbShortDescriptionMissing,
  lsbRunlevelUnknown,
  lsbStartInStopLevel,
  lsbStartLevelsIncomplete,
  lsbStopInBootLevel,
  lsbLevelsConflict,
  lsbStopLevelsIncomplete,
  lsbProvidesFacility,
  lsbProvidesOtherName,
  lsbLocalFsMissing,
  lsbFacilityUnknown,
  lsbNeedsAll,
  lsbScriptForFacility,
  scriptActionWords,
  scriptDefaultUnguarded,
  scriptUsrInterpreter,
  scriptTemplateText,
  scriptLibraryMissing,
  scriptMode,
  scriptNameDot,
  chkconfigLineMissing,
  chkconfigDefaultLevels,
  lockWords,
];
