import { linuxDialects, type Topic } from "../topic.ts";

export const commandSulogin: Topic = {
  id: "command.sulogin",
  kind: "command",
  title: "Command sulogin",
  words: ["sulogin"],
  summary: "Asks for root's password and starts a shell for repairs; Ctrl-D continues the boot.",
  body: [
    "If an entry for S starts a plain shell instead, anyone at the console becomes root.",
    "When the shell ends, single-user mode ends, and init goes on to the default runlevel.",
    "It starts the shell in the variable SUSHELL if that is set, otherwise root's shell from /etc/passwd, otherwise /bin/sh.",
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
        "If root's password cannot be obtained in the usual way, read it from the files; if these are damaged or root is locked, start the shell without asking.",
    },
    { name: "-p, --login-shell", meaning: "Start the shell as a login shell." },
    {
      name: "-t, --timeout SECONDS",
      meaning: "Wait no longer than this for an answer; by default there is no limit.",
    },
  ],
  sources: ["sulogin(8)", "observed: sysvinit 3.06 (sulogin-entry-added, boot-arg-single)"],
  dialects: linuxDialects,
  seeAlso: ["implied-sulogin", "runlevel.S", "boot.emergency"],
};
