import { busyboxFamily, linuxDialects, procdDialect, type Topic } from "../topic.ts";

export const commandLogin: Topic = {
  id: "command.login",
  kind: "command",
  title: "Command login",
  words: ["login"],
  summary: "Checks a password and starts the user's shell.",
  body: [
    "Normally a getty calls it; if an entry calls it directly, no getty prepares the terminal.",
    "`login -f USER` asks for no password: anyone at the terminal is that user.",
    "",
    "```inittab",
    "1:2345:respawn:/bin/login -f operator </dev/tty1 >/dev/tty1 2>&1",
    "```",
  ],
  usage: ["login [-p] [-h HOST] [-f] [USER]"],
  arguments: [
    { name: "-f USER", meaning: "The user is already authenticated: do not ask for a password." },
    { name: "-h HOST", meaning: "The host that the user comes from." },
    { name: "-p", meaning: "Keep the environment." },
  ],
  sources: ["login(1)"],
  dialects: linuxDialects,
  seeAlso: ["command.getty", "command.agetty"],
};

export const commandOpenvt: Topic = {
  id: "command.openvt",
  kind: "command",
  title: "Command openvt",
  words: ["openvt"],
  summary: "Runs a command on another virtual console.",
  body: [
    "In an inittab it needs `-e`, so that the process that init watches is the command itself.",
    "",
    "```inittab",
    "8:2345:respawn:/usr/bin/openvt -e -c 8 -- /usr/bin/top",
    "```",
  ],
  usage: ["openvt [OPTION…] [--] COMMAND"],
  arguments: [
    { name: "-c, --console=NUMBER", meaning: "The console to use instead of the first free one." },
    { name: "-e, --exec", meaning: "Become the command instead of starting it as a child." },
    { name: "-f, --force", meaning: "Take the console even if it is in use." },
    { name: "-l, --login", meaning: "Make the command a login shell." },
    { name: "-s, --switch", meaning: "Switch to that console." },
    { name: "-w, --wait", meaning: "Wait until the command has ended." },
  ],
  sources: ["openvt(1)"],
  dialects: linuxDialects,
  seeAlso: ["action.respawn"],
};

export const commandUmount: Topic = {
  id: "command.umount",
  kind: "command",
  title: "Command umount",
  words: ["umount"],
  summary: "Unmounts file systems; `umount -a -r` is usually the last shutdown entry.",
  body: [
    "A file system that is still in use cannot be unmounted; with `-r` it is at least made read-only.",
    "",
    "```inittab",
    "::shutdown:/bin/umount -a -r",
    "```",
  ],
  usage: ["umount -a [-r]"],
  arguments: [
    { name: "-a", meaning: "All file systems." },
    { name: "-r", meaning: "Make read-only what is still in use." },
  ],
  sources: ["busybox(1)", "observed: BusyBox 1.35 (no-inittab-1)"],
  dialects: [...busyboxFamily, ...procdDialect],
  seeAlso: ["busybox.action.shutdown"],
};

export const commandSwapoff: Topic = {
  id: "command.swapoff",
  kind: "command",
  title: "Command swapoff",
  words: ["swapoff"],
  summary: "Stops swapping; `swapoff -a` belongs in the shutdown entries.",
  body: [
    "A swap file keeps its file system in use until then.",
    "",
    "```inittab",
    "::shutdown:/sbin/swapoff -a",
    "```",
  ],
  usage: ["swapoff -a"],
  arguments: [{ name: "-a", meaning: "All swap devices." }],
  sources: ["busybox(1)", "observed: BusyBox 1.35 (no-inittab-1)"],
  dialects: [...busyboxFamily, ...procdDialect],
  seeAlso: ["busybox.action.shutdown"],
};
