// The rules about lock files and status: IT800 to IT819.

import type { ScriptRule } from "../contract.ts";
import { condrestartWithoutLock } from "./condrestart-without-lock.ts";
import { lockBeforeStart } from "./lock-before-start.ts";
import { lockDirWrong } from "./lock-dir-wrong.ts";
import { lockInStatusOnly } from "./lock-in-status-only.ts";
import { lockIsDirectory } from "./lock-is-directory.ts";
import { lockMissing } from "./lock-missing.ts";
import { lockNameMismatch } from "./lock-name-mismatch.ts";
import { lockNamedAfterCall } from "./lock-named-after-call.ts";
import { lockNotRemoved } from "./lock-not-removed.ts";
import { lockNotTouched } from "./lock-not-touched.ts";
import { lockRemovedAlthoughStopFailed } from "./lock-removed-although-stop-failed.ts";
import { lockRemovedElsewhere } from "./lock-removed-elsewhere.ts";
import { restartLeavesLock } from "./restart-leaves-lock.ts";
import { statusIgnoresLock } from "./status-ignores-lock.ts";
import { statusLockName } from "./status-lock-name.ts";
import { statusOptionOrder } from "./status-option-order.ts";

export const lockRules: readonly ScriptRule[] = [
  lockMissing,
  lockNameMismatch,
  lockNotRemoved,
  lockNotTouched,
  lockRemovedElsewhere,
  lockBeforeStart,
  lockRemovedAlthoughStopFailed,
  lockInStatusOnly,
  statusIgnoresLock,
  statusLockName,
  statusOptionOrder,
  condrestartWithoutLock,
  restartLeavesLock,
  lockDirWrong,
  lockIsDirectory,
  lockNamedAfterCall,
];
