import { linuxDialects, sysvinitDialect, type Topic } from "../topic.ts";

export const commandShutdown: Topic = {
  id: "command.shutdown",
  kind: "command",
  title: "Command shutdown",
  words: ["shutdown"],
  summary: "Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.",
  body: [
    "Without `-h` or `-r` it asks for runlevel 1, the way to single-user mode.",
    "The time is required; usually it is the word `now`.",
    "Five minutes before the shutdown, it creates the file /run/nologin, which prevents new logins.",
    "",
    "```inittab",
    "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now",
    "```",
  ],
  usage: ["shutdown [OPTION…] TIME [MESSAGE…]", "shutdown -c [MESSAGE…]"],
  arguments: [
    { name: "TIME", meaning: "`now`, `+MINUTES`, `+HH:MM`, or the time of day `HH:MM`." },
    {
      name: "-a",
      meaning: "Go on only if a user named in /etc/shutdown.allow, or root, is logged in on a console.",
    },
    { name: "-c", meaning: "Cancel a shutdown that is waiting." },
    { name: "-f", meaning: "Skip the file system check at the next boot, by creating the file /fastboot." },
    { name: "-F", meaning: "Force a file system check at the next boot, by creating the file /forcefsck." },
    { name: "-h", meaning: "Halt or power off: runlevel 0." },
    { name: "-H", meaning: "With -h: halt and leave the power on." },
    { name: "-k", meaning: "Only warn; do not shut down." },
    {
      name: "-m MESSAGE",
      meaning:
        "With -r: pass this text to the firmware, which may boot another partition because of it; implies -n.",
    },
    { name: "-n", meaning: "Shut down without init; not recommended." },
    { name: "-P", meaning: "With -h: switch the power off." },
    { name: "-q, -Q", meaning: "Warn less often, or only at the end." },
    { name: "-r", meaning: "Reboot: runlevel 6." },
    { name: "-t SECONDS", meaning: "The time that init waits between TERM and KILL." },
  ],
  sources: ["shutdown(8)"],
  dialects: sysvinitDialect,
  seeAlso: ["action.ctrlaltdel", "file./etc/shutdown.allow", "term-and-kill", "command.halt"],
};

/** The three names of one program. */
interface Stop {
  readonly name: string;
  readonly does: string;
  readonly level: string;
  readonly option: string;
  readonly more: readonly string[];
}

const haltSince = "Since release 3.08, a plain `halt` calls `shutdown -h -H`, so that the power stays on.";
const rebootSince =
  "`-m` acts at once too, because it implies `-f`; it came with release 3.09, `-k` with 3.08.";

const stops: readonly Stop[] = [
  { name: "halt", does: "halts the machine", level: "0", option: "shutdown -h", more: [haltSince] },
  { name: "poweroff", does: "powers the machine off", level: "0", option: "shutdown -h", more: [] },
  { name: "reboot", does: "reboots the machine", level: "6", option: "shutdown -r", more: [rebootSince] },
];

const rebootArguments = [
  { name: "-k", meaning: "Start the kernel that kexec has loaded, if the running kernel supports that." },
  {
    name: "-m MESSAGE",
    meaning: "Pass this text to the firmware, which may boot another partition because of it; implies -f.",
  },
];

/** halt, poweroff and reboot. */
export const commandHalt: readonly Topic[] = stops.map(({ name, does, level, option, more }) => ({
  id: `command.${name}`,
  kind: "command",
  title: `Command ${name}`,
  words: [name],
  summary: `In runlevel 0 or 6 it ${does} at once; in any other it calls \`${option}\`.`,
  body: [
    "So it is the last command in the scripts of the runlevel, while a user who types it gets an orderly shutdown.",
    "With `-f` it acts at once in any runlevel.",
    ...more,
    "BusyBox has commands of the same name that send init a signal instead.",
  ],
  usage: [`${name} [OPTION…]`],
  arguments: [
    { name: "-d", meaning: "Do not write the wtmp record." },
    { name: "-f", meaning: "Do not call shutdown." },
    { name: "-i", meaning: "Shut down the network interfaces first." },
    { name: "-n", meaning: "Do not flush the disk caches first; implies -d." },
    { name: "-w", meaning: "Only write the wtmp record." },
    ...(name === "reboot" ? [] : [{ name: "-h", meaning: "Put the disks into standby first." }]),
    ...(name === "halt" ? [{ name: "-p", meaning: "Switch the power off as well." }] : []),
    ...(name === "reboot" ? rebootArguments : []),
  ],
  sources: ["halt(8)", "source: changelog of sysvinit 3.08 and 3.09"],
  dialects: sysvinitDialect,
  seeAlso: ["command.shutdown", `runlevel.${level}`, ...(name === "reboot" ? ["command.kexec"] : [])],
}));

/** The program that puts another kernel into memory and starts it without the firmware. */
export const commandKexec: Topic = {
  id: "command.kexec",
  kind: "command",
  title: "Command kexec",
  words: ["kexec", "/sbin/kexec", "/usr/sbin/kexec"],
  summary:
    "Loads another kernel into memory, or starts the one that is loaded, without going through the firmware.",
  body: [
    "`kexec -e` alone acts at once, with nothing stopped or unmounted, so it belongs at the end of a shutdown.",
    "In a BusyBox inittab it belongs in a restart entry, as in `null::restart:/usr/sbin/kexec -f -e`: on QUIT the shutdown entries run, and then process 1 becomes kexec.",
    "With sysvinit it belongs in the last entry of runlevel 6.",
    "",
    "```inittab",
    "kx:6:wait:/usr/sbin/kexec -e",
    "```",
  ],
  usage: ["kexec -l KERNEL [OPTION…]", "kexec -e"],
  arguments: [
    { name: "-l, --load KERNEL", meaning: "Load this kernel." },
    { name: "-e, --exec", meaning: "Start the kernel that is loaded." },
    { name: "-f, --force", meaning: "Start it at once, without calling shutdown." },
    { name: "-p, --load-panic KERNEL", meaning: "Load this kernel for use after a panic." },
    { name: "-u, --unload", meaning: "Unload the loaded kernel." },
    { name: "-x, --no-ifdown", meaning: "Leave the network interfaces as they are." },
    { name: "--initrd=FILE", meaning: "Use this initial file system." },
    { name: "--append=TEXT", meaning: "Add this text to its command line." },
    { name: "--reuse-cmdline", meaning: "Use the command line of the running kernel." },
  ],
  sources: ["kexec(8)"],
  dialects: linuxDialects,
  seeAlso: ["busybox.action.restart", "command.reboot"],
};
