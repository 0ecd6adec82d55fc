import { sysvinitDialect, type Topic } from "../topic.ts";

export const commandShutdown: Topic = {
  id: "command.shutdown",
  kind: "command",
  title: "Command shutdown",
  words: ["shutdown"],
  summary: "Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.",
  body: [
    "Without `-h` or `-r` it asks for 1, the way to single-user mode.",
    "The time must be given; mostly it is the word `now`.",
    "Five minutes before, it makes the file /run/nologin, which keeps new users out.",
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
    { name: "-f", meaning: "Ask for no file system check at the next boot, by the file /fastboot." },
    { name: "-F", meaning: "Ask for a file system check at the next boot, by the file /forcefsck." },
    { name: "-h", meaning: "Halt or power off: runlevel 0." },
    { name: "-H", meaning: "With -h: halt and leave the power on." },
    { name: "-k", meaning: "Only warn, do nothing." },
    { name: "-n", meaning: "Do it without init; discouraged." },
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
}

const stops: readonly Stop[] = [
  { name: "halt", does: "halts the machine", level: "0", option: "shutdown -h" },
  { name: "poweroff", does: "switches the machine off", level: "0", option: "shutdown -h" },
  { name: "reboot", does: "restarts the machine", level: "6", option: "shutdown -r" },
];

/** halt, poweroff and reboot. */
export const commandHalt: readonly Topic[] = stops.map(({ name, does, level, option }) => ({
  id: `command.${name}`,
  kind: "command",
  title: `Command ${name}`,
  words: [name],
  summary: `In runlevel 0 or 6 it ${does} at once; in any other it calls \`${option}\`.`,
  body: [
    "So the scripts of the level end with it, while a user who types it gets an orderly shutdown.",
    "With `-f` it acts at once in any runlevel.",
    "BusyBox has commands of the same name that send init a signal instead.",
  ],
  usage: [`${name} [OPTION…]`],
  arguments: [
    { name: "-d", meaning: "Do not write the wtmp record." },
    { name: "-f", meaning: "Do not call shutdown." },
    { name: "-i", meaning: "Switch the network interfaces off first." },
    { name: "-n", meaning: "Do not write the disks' caches first; implies -d." },
    { name: "-w", meaning: "Only write the wtmp record." },
    ...(name === "reboot" ? [] : [{ name: "-h", meaning: "Put the disks into standby first." }]),
    ...(name === "halt" ? [{ name: "-p", meaning: "Switch the power off as well." }] : []),
  ],
  sources: ["halt(8)"],
  dialects: sysvinitDialect,
  seeAlso: ["command.shutdown", `runlevel.${level}`],
}));
