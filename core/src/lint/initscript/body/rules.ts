// The rules about the shell part: IT840 to IT859.

import type { ScriptRule } from "../contract.ts";
import { actionMissing } from "./action-missing.ts";
import { actionUnlisted } from "./action-unlisted.ts";
import { exitCodeLost } from "./exit-code-lost.ts";
import { functionUndefined } from "./function-undefined.ts";
import { killprocStatus } from "./killproc-status.ts";
import { logEndMsgSetE } from "./log-end-msg-set-e.ts";
import { needsEnvironment } from "./needs-environment.ts";
import { pidfileHeaderDiffers } from "./pidfile-header-differs.ts";
import { runFolderMissing } from "./run-folder-missing.ts";
import { setEUnreached } from "./set-e-unreached.ts";
import { setEWithLsbFunctions } from "./set-e-with-lsb-functions.ts";
import { ssdBackgroundNoPidfile } from "./ssd-background-no-pidfile.ts";
import { ssdExecScript } from "./ssd-exec-script.ts";
import { ssdNameTooLong } from "./ssd-name-too-long.ts";
import { ssdNoMatch } from "./ssd-no-match.ts";
import { ssdStopNotRunning } from "./ssd-stop-not-running.ts";
import { statusAlwaysZero } from "./status-always-zero.ts";
import { statusExitLost } from "./status-exit-lost.ts";
import { usageExitCode } from "./usage-exit-code.ts";
import { wrongLibraryDialect } from "./wrong-library-dialect.ts";

export const bodyRules: readonly ScriptRule[] = [
  actionMissing,
  actionUnlisted,
  usageExitCode,
  exitCodeLost,
  statusExitLost,
  logEndMsgSetE,
  setEWithLsbFunctions,
  ssdNoMatch,
  ssdStopNotRunning,
  ssdNameTooLong,
  ssdBackgroundNoPidfile,
  killprocStatus,
  pidfileHeaderDiffers,
  needsEnvironment,
  wrongLibraryDialect,
  functionUndefined,
  ssdExecScript,
  setEUnreached,
  statusAlwaysZero,
  runFolderMissing,
];
