// The rules about rc links and names of scripts: IT820 to IT839.

import type { ScriptRule } from "../contract.ts";
import { nameForRcs } from "./name-for-rcs.ts";
import { nameNotRunByInsserv } from "./name-not-run-by-insserv.ts";
import { nameWithUnitSuffix } from "./name-with-unit-suffix.ts";
import { rcAfterHalt } from "./rc-after-halt.ts";
import { rcBackupRuns } from "./rc-backup-runs.ts";
import { rcBothLinks } from "./rc-both-links.ts";
import { rcDigitAfterNumber } from "./rc-digit-after-number.ts";
import { rcEntryNoLink } from "./rc-entry-no-link.ts";
import { rcLinkNameDiffers } from "./rc-link-name-differs.ts";
import { rcNameCut } from "./rc-name-cut.ts";
import { rcNeverStopped } from "./rc-never-stopped.ts";
import { rc0StartMeansStop } from "./rc0-start-means-stop.ts";

export const linkRules: readonly ScriptRule[] = [
  rcLinkNameDiffers,
  rcNameCut,
  rcBackupRuns,
  rcDigitAfterNumber,
  rcNeverStopped,
  rcBothLinks,
  rcAfterHalt,
  rc0StartMeansStop,
  nameNotRunByInsserv,
  nameWithUnitSuffix,
  rcEntryNoLink,
  nameForRcs,
];
