import { linuxDialects, type Topic } from "../topic.ts";

export const commandSulogin: Topic = {
  id: "command.sulogin",
  kind: "command",
  title: "Command sulogin",
  words: ["sulogin"],
  summary: "Asks for root's password and starts a shell for repairs; Ctrl-D goes on with the boot.",
  body: [
    "A shell without it, in an entry for S, makes everybody at the console root.",
    "When the shell ends, single-user mode ends, and init goes on to the default runlevel.",
    "Which shell is started is the matter of the variable SUSHELL, then of root's line in /etc/passwd, then it is /bin/sh.",
    "",
    "```inittab",
    "~~:S:wait:/sbin/sulogin",
    "```",
  ],
  usage: ["sulogin [OPTION…] [TTY]"],
  arguments: [
    { name: "TTY", meaning: "The terminal to use instead of the current one." },
    {
      name: "-e, --force",
      meaning:
        "If root's password cannot be read in the usual way, look into the files; if they are damaged or root is locked, start the shell without asking.",
    },
    { name: "-p, --login-shell", meaning: "Start the shell as a login shell." },
    {
      name: "-t, --timeout SECONDS",
      meaning: "Wait no longer than this for an answer; without it, for ever.",
    },
  ],
  sources: ["sulogin(8)", "observed: sysvinit 3.06 (sulogin-entry-added, boot-arg-single)"],
  dialects: linuxDialects,
  seeAlso: ["implied-sulogin", "runlevel.S", "boot.emergency"],
};
