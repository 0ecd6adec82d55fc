// The table of contents: every topic, in the order in which a reader would want them.

import type { Topic } from "./topic.ts";
import { actionBoot } from "./topics/action-boot.ts";
import { actionBootwait } from "./topics/action-bootwait.ts";
import { actionCtrlaltdel } from "./topics/action-ctrlaltdel.ts";
import { actionInitdefault } from "./topics/action-initdefault.ts";
import { actionKbrequest } from "./topics/action-kbrequest.ts";
import { actionOff } from "./topics/action-off.ts";
import { actionOnce } from "./topics/action-once.ts";
import { actionOndemand } from "./topics/action-ondemand.ts";
import { actionPowerfail } from "./topics/action-powerfail.ts";
import { actionPowerfailnow } from "./topics/action-powerfailnow.ts";
import { actionPowerokwait } from "./topics/action-powerokwait.ts";
import { actionPowerwait } from "./topics/action-powerwait.ts";
import { actionRespawn } from "./topics/action-respawn.ts";
import { actionSysinit } from "./topics/action-sysinit.ts";
import { actionWait } from "./topics/action-wait.ts";
import {
  accounting,
  defaultRunlevel,
  impliedSulogin,
  lineLimits,
  phases,
  powerstatus,
} from "./topics/behaviour-boot.ts";
import { runningTheCommand } from "./topics/behaviour-command.ts";
import { readingAgain, respawningTooFast, termAndKill } from "./topics/behaviour-killing.ts";
import { bootOptions } from "./topics/boot-options.ts";
import { busyboxActions } from "./topics/busybox-actions.ts";
import { busyboxBuildTopics } from "./topics/busybox-builds.ts";
import { busyboxSignals, busyboxStops, busyboxTopics } from "./topics/busybox-topics.ts";
import {
  busyboxCommandGetty,
  commandAgetty,
  commandFgetty,
  commandGetty,
  commandMgetty,
  commandMingetty,
} from "./topics/command-getty.ts";
import { commandLogin, commandOpenvt, commandSwapoff, commandUmount } from "./topics/command-login.ts";
import { commandOpenrc, commandRc, commandRcS, procdCommandRcS } from "./topics/command-rc.ts";
import { commandHalt, commandKexec, commandShutdown } from "./topics/command-shutdown.ts";
import { commandSulogin } from "./topics/command-sulogin.ts";
import { commandInit, commandRunlevel, telinit } from "./topics/command-telinit.ts";
import { environment } from "./topics/environment.ts";
import { fieldAction, fieldId, fieldProcess, fieldRunlevels } from "./topics/fields.ts";
import { files } from "./topics/files.ts";
import { lockTopics } from "./topics/lock-files.ts";
import { procdTopics } from "./topics/procd-topics.ts";
import { processAt, processPlus } from "./topics/process-flags.ts";
import { runlevelDigits } from "./topics/runlevel-digits.ts";
import { runlevelMarks, runlevelPhases } from "./topics/runlevel-marks.ts";
import { runlevelLowerS, runlevelSingle } from "./topics/runlevel-single.ts";
import { scriptCommands } from "./topics/script-commands.ts";
import { scriptWords } from "./topics/script-words.ts";
import { signals } from "./topics/signals.ts";
import { systemVTopics } from "./topics/system-v-topics.ts";

/** Every topic of the manual: sysvinit first, then what other dialects do differently. Where a word leads to several topics, the first of the dialect counts. */
export const topics: readonly Topic[] = [
  fieldId,
  fieldRunlevels,
  fieldAction,
  fieldProcess,
  processPlus,
  processAt,
  actionRespawn,
  actionWait,
  actionOnce,
  actionBoot,
  actionBootwait,
  actionOff,
  actionOndemand,
  actionInitdefault,
  actionSysinit,
  actionPowerwait,
  actionPowerfail,
  actionPowerokwait,
  actionPowerfailnow,
  actionCtrlaltdel,
  actionKbrequest,
  ...runlevelDigits,
  runlevelSingle,
  runlevelLowerS,
  ...runlevelMarks,
  ...runlevelPhases,
  phases,
  defaultRunlevel,
  impliedSulogin,
  runningTheCommand,
  readingAgain,
  termAndKill,
  respawningTooFast,
  powerstatus,
  accounting,
  lineLimits,
  ...signals,
  ...environment,
  ...bootOptions,
  ...files,
  telinit,
  commandInit,
  commandRunlevel,
  commandShutdown,
  ...commandHalt,
  commandSulogin,
  commandRc,
  commandRcS,
  commandOpenrc,
  commandGetty,
  commandAgetty,
  commandMingetty,
  commandFgetty,
  commandMgetty,
  commandLogin,
  commandOpenvt,
  ...busyboxActions,
  ...busyboxBuildTopics,
  ...busyboxSignals,
  ...busyboxTopics,
  ...busyboxStops,
  busyboxCommandGetty,
  commandUmount,
  commandSwapoff,
  commandKexec,
  ...procdTopics,
  procdCommandRcS,
  ...systemVTopics,
  ...lockTopics,
  ...scriptCommands,
  ...scriptWords,
];
