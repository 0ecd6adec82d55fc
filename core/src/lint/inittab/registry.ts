// Every rule about inittabs, in the order of their codes.

import type { InittabRule } from "./contract.ts";
import { actionTooLong } from "./rules/action-too-long.ts";
import { ampersandInWord } from "./rules/ampersand-in-word.ts";
import { atFlagPortability } from "./rules/at-flag-portability.ts";
import { badEntry } from "./rules/bad-entry.ts";
import { busyboxBlankBeforeProcess } from "./rules/busybox-blank-before-process.ts";
import { busyboxCrlf } from "./rules/busybox-crlf.ts";
import { busyboxDeviceName } from "./rules/busybox-device-name.ts";
import { busyboxHashInProcess } from "./rules/busybox-hash-in-process.ts";
import { busyboxImpliedExec } from "./rules/busybox-implied-exec.ts";
import { busyboxReplacedEntry } from "./rules/busybox-replaced-entry.ts";
import { busyboxRespawnBackground } from "./rules/busybox-respawn-background.ts";
import { busyboxRunlevels } from "./rules/busybox-runlevels.ts";
import { busyboxSecondRestart } from "./rules/busybox-second-restart.ts";
import { busyboxShellSyntax } from "./rules/busybox-shell-syntax.ts";
import { busyboxSwallowedLine } from "./rules/busybox-swallowed-line.ts";
import { consoleWithoutLogin } from "./rules/console-without-login.ts";
import { crlf } from "./rules/crlf.ts";
import { dialectComment } from "./rules/dialect-comment.ts";
import { duplicateId } from "./rules/duplicate-id.ts";
import { emptyDefaultLevel } from "./rules/empty-default-level.ts";
import { emptyProcess } from "./rules/empty-process.ts";
import { familyRepeatedId } from "./rules/family-repeated-id.ts";
import { finalNewlinePortability } from "./rules/final-newline-portability.ts";
import { genericSerialMark } from "./rules/generic-serial-mark.ts";
import { gettyAction } from "./rules/getty-action.ts";
import { gettyArguments } from "./rules/getty-arguments.ts";
import { goesDownOtherwise } from "./rules/goes-down-otherwise.ts";
import { hashRecord } from "./rules/hash-record.ts";
import { idTooLong } from "./rules/id-too-long.ts";
import { ignoredRunlevels } from "./rules/ignored-runlevels.ts";
import { impliedExec } from "./rules/implied-exec.ts";
import { impliedExecPortability } from "./rules/implied-exec-portability.ts";
import { initdefaultEmpty } from "./rules/initdefault-empty.ts";
import { initdefaultHalts } from "./rules/initdefault-halts.ts";
import { initdefaultHighest } from "./rules/initdefault-highest.ts";
import { initdefaultInvalid } from "./rules/initdefault-invalid.ts";
import { initdefaultProcess } from "./rules/initdefault-process.ts";
import { initdefaultRepeated } from "./rules/initdefault-repeated.ts";
import { initdefaultWithoutEffect } from "./rules/initdefault-without-effect.ts";
import { letterWithoutOndemand } from "./rules/letter-without-ondemand.ts";
import { levelWithoutHalt } from "./rules/level-without-halt.ts";
import { lineTooLong } from "./rules/line-too-long.ts";
import { lowerCaseS } from "./rules/lower-case-s.ts";
import { missingAction } from "./rules/missing-action.ts";
import { missingId } from "./rules/missing-id.ts";
import { missingProcess } from "./rules/missing-process.ts";
import { neverEnds } from "./rules/never-ends.ts";
import { noCtrlaltdel } from "./rules/no-ctrlaltdel.ts";
import { noFinalNewline } from "./rules/no-final-newline.ts";
import { noInitdefault } from "./rules/no-initdefault.ts";
import { noLogin } from "./rules/no-login.ts";
import { noRecords } from "./rules/no-records.ts";
import { noSingleUser } from "./rules/no-single-user.ts";
import { nulByte } from "./rules/nul-byte.ts";
import { nulCutsRecord } from "./rules/nul-cuts-record.ts";
import { ondemandUnasked } from "./rules/ondemand-unasked.ts";
import { openrcDangling } from "./rules/openrc-dangling.ts";
import { openrcLinesMissing } from "./rules/openrc-lines-missing.ts";
import { openrcOtherLevel } from "./rules/openrc-other-level.ts";
import { openrcRcNeedGlobal } from "./rules/openrc-rc-need-global.ts";
import { openrcRunlevelMissing } from "./rules/openrc-runlevel-missing.ts";
import { openrcSettingValue } from "./rules/openrc-setting-value.ts";
import { openrcShutdownMissing } from "./rules/openrc-shutdown-missing.ts";
import { openrcStackCircle } from "./rules/openrc-stack-circle.ts";
import { procdEmptyId } from "./rules/procd-empty-id.ts";
import { procdIdCut } from "./rules/procd-id-cut.ts";
import { procdIndentedComment } from "./rules/procd-indented-comment.ts";
import { procdLineLong } from "./rules/procd-line-long.ts";
import { procdNoShell } from "./rules/procd-no-shell.ts";
import { procdSameConsole } from "./rules/procd-same-console.ts";
import { procdScriptsMissing } from "./rules/procd-scripts-missing.ts";
import { procdScriptsTwice } from "./rules/procd-scripts-twice.ts";
import { procdSysinitForm } from "./rules/procd-sysinit-form.ts";
import { procdTooManyWords } from "./rules/procd-too-many-words.ts";
import { processComment } from "./rules/process-comment.ts";
import { processLengthPortability } from "./rules/process-length-portability.ts";
import { processTooLong } from "./rules/process-too-long.ts";
import { programInterpreterMissing } from "./rules/program-interpreter-missing.ts";
import { programMissing } from "./rules/program-missing.ts";
import { programNotExecutable } from "./rules/program-not-executable.ts";
import { programNotFound } from "./rules/program-not-found.ts";
import { rcOtherLevel } from "./rules/rc-other-level.ts";
import { rcTwice } from "./rules/rc-twice.ts";
import { respawnBackground } from "./rules/respawn-background.ts";
import { respawnDaemon } from "./rules/respawn-daemon.ts";
import { respawnScript } from "./rules/respawn-script.ts";
import { runlevelRange } from "./rules/runlevel-range.ts";
import { runlevelsTooLong } from "./rules/runlevels-too-long.ts";
import { sessionOfItsOwn } from "./rules/session-of-its-own.ts";
import { shellSyntax } from "./rules/shell-syntax.ts";
import { singleUserShell } from "./rules/single-user-shell.ts";
import { singleUserSpin } from "./rules/single-user-spin.ts";
import { skippedLine } from "./rules/skipped-line.ts";
import { systemVLimits } from "./rules/system-v-limits.ts";
import { tailBecomesRecord } from "./rules/tail-becomes-record.ts";
import { terminalMissing } from "./rules/terminal-missing.ts";
import { terminalNotInDev } from "./rules/terminal-not-in-dev.ts";
import { terminalShared } from "./rules/terminal-shared.ts";
import { tooManyWords } from "./rules/too-many-words.ts";
import { unknownAction } from "./rules/unknown-action.ts";
import { unknownFamilyAction } from "./rules/unknown-family-action.ts";
import { unknownRunlevel } from "./rules/unknown-runlevel.ts";
import { unreachableRecord } from "./rules/unreachable-record.ts";
import { unusedSilencer } from "./rules/unused-silencer.ts";
import { waitBackground } from "./rules/wait-background.ts";

/** All rules about inittabs. */
export const inittabRules: readonly InittabRule[] = [
  missingId,
  missingProcess,
  missingAction,
  idTooLong,
  runlevelsTooLong,
  processTooLong,
  actionTooLong,
  unknownAction,
  duplicateId,
  lineTooLong,
  noFinalNewline,
  nulByte,
  badEntry,
  skippedLine,
  unknownFamilyAction,
  noRecords,
  procdIdCut,
  procdIndentedComment,
  procdSysinitForm,
  procdTooManyWords,
  procdScriptsMissing,
  procdLineLong,
  lowerCaseS,
  runlevelRange,
  unknownRunlevel,
  unreachableRecord,
  ignoredRunlevels,
  initdefaultHighest,
  initdefaultEmpty,
  initdefaultInvalid,
  initdefaultRepeated,
  noInitdefault,
  initdefaultHalts,
  initdefaultProcess,
  ondemandUnasked,
  letterWithoutOndemand,
  emptyProcess,
  crlf,
  processComment,
  tooManyWords,
  shellSyntax,
  ampersandInWord,
  respawnBackground,
  waitBackground,
  nulCutsRecord,
  tailBecomesRecord,
  systemVLimits,
  terminalMissing,
  terminalShared,
  gettyAction,
  neverEnds,
  respawnDaemon,
  respawnScript,
  gettyArguments,
  levelWithoutHalt,
  goesDownOtherwise,
  sessionOfItsOwn,
  rcOtherLevel,
  rcTwice,
  programNotFound,
  hashRecord,
  familyRepeatedId,
  initdefaultWithoutEffect,
  programMissing,
  programNotExecutable,
  programInterpreterMissing,
  terminalNotInDev,
  consoleWithoutLogin,
  noLogin,
  noCtrlaltdel,
  singleUserShell,
  noSingleUser,
  singleUserSpin,
  emptyDefaultLevel,
  impliedExec,
  impliedExecPortability,
  finalNewlinePortability,
  processLengthPortability,
  atFlagPortability,
  busyboxReplacedEntry,
  busyboxImpliedExec,
  busyboxRespawnBackground,
  busyboxBlankBeforeProcess,
  busyboxHashInProcess,
  busyboxSwallowedLine,
  busyboxCrlf,
  busyboxDeviceName,
  busyboxRunlevels,
  busyboxSecondRestart,
  busyboxShellSyntax,
  procdEmptyId,
  procdNoShell,
  procdScriptsTwice,
  procdSameConsole,
  genericSerialMark,
  unusedSilencer,
  dialectComment,
  openrcRunlevelMissing,
  openrcLinesMissing,
  openrcShutdownMissing,
  openrcOtherLevel,
  openrcStackCircle,
  openrcDangling,
  openrcSettingValue,
  openrcRcNeedGlobal,
];
