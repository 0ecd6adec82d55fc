// The list of all programs whose messages are known.

import type { SpeakingProgram } from "./contract.ts";
import { bootlogdMessages } from "./programs/bootlogd.ts";
import { busyboxMessages, toyboxMessages } from "./programs/busybox.ts";
import { chkconfigMessages } from "./programs/chkconfig.ts";
import { debianMessages } from "./programs/debian.ts";
import { insservMessages } from "./programs/insserv.ts";
import { kernelMessages, shellMessages } from "./programs/kernel.ts";
import { openrcMessages } from "./programs/openrc.ts";
import { procdMessages } from "./programs/procd.ts";
import { redHatMessages } from "./programs/redhat.ts";
import { shutdownMessages } from "./programs/shutdown.ts";
import { startStopDaemonMessages } from "./programs/start-stop-daemon.ts";
import { systemVMessages } from "./programs/system-v.ts";
import { sysvinitMessages } from "./programs/sysvinit.ts";
import { gettyMessages, suloginMessages } from "./programs/tools.ts";
import { ujailMessages, utraceMessages, uxcMessages } from "./programs/ujail.ts";
import { debianUpdateRcdMessages, openembeddedUpdateRcdMessages } from "./programs/update-rc-d.ts";

/** Every program whose messages are known; where two say the same, the first is preferred. */
export const speakingPrograms: readonly SpeakingProgram[] = [
  sysvinitMessages,
  busyboxMessages,
  procdMessages,
  toyboxMessages,
  systemVMessages,
  insservMessages,
  debianUpdateRcdMessages,
  openembeddedUpdateRcdMessages,
  chkconfigMessages,
  redHatMessages,
  debianMessages,
  openrcMessages,
  startStopDaemonMessages,
  ujailMessages,
  uxcMessages,
  utraceMessages,
  shutdownMessages,
  suloginMessages,
  gettyMessages,
  bootlogdMessages,
  kernelMessages,
  shellMessages,
];
