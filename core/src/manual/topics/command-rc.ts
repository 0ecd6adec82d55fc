import { busyboxFamily, linuxDialects, procdDialect, sysvinitDialect, type Topic } from "../topic.ts";

export const commandRc: Topic = {
  id: "command.rc",
  kind: "command",
  title: "Command rc",
  words: ["rc", "/etc/init.d/rc", "/etc/rc.d/rc", "/etc/rc"],
  summary: "The script that stops and starts the services of a runlevel.",
  body: [
    "It goes through the directory of the runlevel, `/etc/rc2.d` or `/etc/rc.d/rc2.d`, in alphabetical order: first the K scripts with `stop`, then the S scripts with `start`.",
    "Distributions differ in how rc knows which services are already running.",
    "Red Hat's rc goes by the lock files in `/var/lock/subsys`: it calls a K script only if its lock file exists and an S script only if it does not; S scripts are called with `start` in runlevels 0 and 6 too.",
    "Since release 2.95-5, Debian's rc starts every S link of the new runlevel again, and calls those of runlevels 0 and 6 with `stop`; K links are not run at boot.",
    "Older releases of Debian, and its startpar, leave alone what the links of the previous runlevel have started; they know it by PREVLEVEL.",
    "The entry waits for it, so that the login prompts appear after the services have started.",
    "On a system with OpenRC, `rc` takes the name of a runlevel, as in `rc default`.",
    "",
    "```inittab",
    "l2:2:wait:/etc/init.d/rc 2",
    "```",
  ],
  usage: ["rc RUNLEVEL"],
  arguments: [
    {
      name: "RUNLEVEL",
      meaning: "The runlevel to bring up; without it, Debian's script uses the variable RUNLEVEL.",
    },
  ],
  sources: [
    "source: /etc/init.d/rc of Debian's package sysv-rc 3.06",
    "observed: rc of Red Hat Linux 5 to Enterprise Linux 6",
    'init(8), "CONFORMING TO"',
  ],
  dialects: sysvinitDialect,
  seeAlso: [
    "lock-files",
    "rc-folders",
    "action.wait",
    "environment.PREVLEVEL",
    "command.rcS",
    "command.openrc",
  ],
};

export const commandRcS: Topic = {
  id: "command.rcS",
  kind: "command",
  title: "Command rcS",
  words: ["rcS", "rc.sysinit", "rc.S", "/etc/init.d/rcS"],
  summary: "The script of the sysinit phase: it mounts file systems and prepares the machine.",
  body: [
    "Debian's rcS goes through `/etc/rcS.d`; Red Hat called its script `rc.sysinit`, Slackware `rc.S`.",
    "It ends before init runs anything else in the table.",
    "BusyBox runs /etc/init.d/rcS by itself if there is no /etc/inittab.",
    "",
    "```inittab",
    "si::sysinit:/etc/init.d/rcS",
    "```",
  ],
  usage: ["rcS"],
  sources: [
    "source: /etc/init.d/rcS of Debian's package sysv-rc 3.06",
    "observed: BusyBox 1.35 (no-inittab-1)",
  ],
  dialects: ["sysvinit", ...busyboxFamily],
  seeAlso: ["action.sysinit", "command.rc"],
};

export const procdCommandRcS: Topic = {
  id: "procd.command.rcS",
  kind: "command",
  title: "Words S boot and K shutdown (procd)",
  words: ["rcS", "/etc/init.d/rcS"],
  summary:
    "The program is not run: procd itself runs the scripts in /etc/rc.d whose names begin with the letter.",
  body: [
    "procd ignores the name of the program; the two words after it are required.",
    "`S boot` belongs in the sysinit entry, `K shutdown` in the shutdown entry.",
  ],
  usage: ["/etc/init.d/rcS S boot", "/etc/init.d/rcS K shutdown"],
  sources: ["source: inittab.c of procd"],
  dialects: procdDialect,
  seeAlso: ["procd.action.sysinit", "procd.action.shutdown"],
};

export const commandOpenrc: Topic = {
  id: "command.openrc",
  kind: "command",
  title: "Command openrc",
  words: ["openrc", "/sbin/openrc", "/sbin/rc"],
  summary: "Stops and starts services until exactly those of the named runlevel are running.",
  body: [
    "Its runlevels have names and differ from those of init; the inittab connects the two.",
    "",
    "```inittab",
    "si::sysinit:/sbin/openrc sysinit",
    "rc::bootwait:/sbin/openrc boot",
    "l3:3:wait:/sbin/openrc default",
    "```",
  ],
  usage: ["openrc [OPTION…] [LEVEL]"],
  arguments: [
    { name: "sysinit", meaning: "The first services of a boot: devices and kernel file systems." },
    { name: "boot", meaning: "Mounting file systems, logging and the like." },
    { name: "default", meaning: "Normal operation." },
    { name: "single", meaning: "Stop everything except the services of sysinit." },
    { name: "shutdown, reboot", meaning: "Stop everything before the machine stops." },
    { name: "-n, --no-stop", meaning: "Do not stop any services." },
    { name: "-o, --override", meaning: "Set the runlevel that follows single or boot." },
    { name: "-q, --quiet", meaning: "Print less." },
  ],
  sources: ["openrc(8)"],
  dialects: linuxDialects,
  seeAlso: ["command.rc", "action.wait"],
};
