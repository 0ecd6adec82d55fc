// What bootlogd of sysvinit says. Source: sysvinit 3.14, its messages.

import type { SpeakingProgram } from "../contract.ts";

/** The program that keeps what the boot prints. */
export const bootlogdMessages: SpeakingProgram = {
  id: "bootlogd",
  title: "bootlogd of sysvinit",
  tags: ["bootlogd"],
  messages: [
    {
      id: "no-console",
      templates: [
        "cannot deduce real console device",
        "cannot find console device {word} under /dev",
        "console device name too long",
        "/proc/cmdline: {reason}",
        "mount /proc: {reason}",
      ],
      meaning:
        "bootlogd cannot find out which device `/dev/console` is, so the boot is not logged. It goes on.",
      causes: ["`console=` names a device that `/dev` lacks, or `/proc` is not mounted."],
      find: ["`cat /proc/cmdline`, `ls -l /dev/console`."],
    },
    {
      id: "cannot-redirect",
      templates: [
        "cannot allocate pseudo tty: {reason}",
        "ioctl({path}, TIOCCONS): {reason}",
        "fork failed: {reason}",
        "writing to console: {reason}",
      ],
      meaning: "bootlogd cannot take over what goes to the console, so the boot is not logged. It goes on.",
      causes: [
        "`/dev/pts` is not mounted, the kernel has no pseudo terminals, or another program has the console.",
      ],
    },
  ],
};
