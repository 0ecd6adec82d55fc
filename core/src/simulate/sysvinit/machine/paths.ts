// The files that init looks at while it runs.

import { inittabPath } from "../../../inittab/messages.ts";

interface InitPaths {
  readonly inittab: string;
  readonly inittabD: string;
  readonly initscript: string;
  readonly powerstatus: string;
  readonly oldPowerstatus: string;
  readonly cmdline: string;
  readonly runlevel: string;
  readonly sulogin: string;
}

/** Source: spec/sysvinit.md, sections 2.8, 2.10, 9.1, 11, 14. */
export const initPaths: InitPaths = {
  inittab: inittabPath,
  inittabD: "/etc/inittab.d",
  initscript: "/etc/initscript",
  powerstatus: "/var/run/powerstatus",
  oldPowerstatus: "/etc/powerstatus",
  cmdline: "/proc/cmdline",
  runlevel: "/var/run/runlevel",
  sulogin: "/sbin/sulogin",
};

/** The command of RTMIN+4. Observed: sysvinit 3.14 (signal-rtmin-plus-4). */
export const powerOffCommand = "/sbin/shutdown -hP now";
