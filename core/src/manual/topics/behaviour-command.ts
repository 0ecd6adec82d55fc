import { shellCharacters } from "../../inittab/command.ts";
import { sysvinitDialect, type Topic } from "../topic.ts";

export const runningTheCommand: Topic = {
  id: "running-the-command",
  kind: "behaviour",
  title: "How init runs a command",
  words: ["shell", "exec", "/bin/sh", "metacharacters", "words"],
  summary:
    "Init runs a command through /etc/initscript if that file exists, otherwise through a shell if the command has special characters, otherwise directly.",
  body: [
    "A leading `+` is removed first.",
    "",
    "1. If /etc/initscript is readable and the runlevel is not S, init runs `/bin/sh /etc/initscript ID RUNLEVELS ACTION PROCESS`, with the process as one argument.",
    `2. Otherwise \`/bin/sh -c\` runs it, if the command does not begin with \`@\` and contains one of \`\` ${shellCharacters.split("").join(" ")} \`\`.`,
    "3. Otherwise init splits it at spaces and tabs into at most 14 words, drops the rest without a message, and looks the program up in PATH.",
    "",
    "Up to release 3.10 the shell gets `exec COMMAND`: of `a; b`, `a && b` or `a || b` only `a` runs, and `VAR=x command` fails.",
    "Since 3.11 the shell gets the command as it is written: all of these work, and the process that init watches is the shell.",
    "`=` is among the special characters; `#` is not, and without a shell it ends the command wherever it stands, even in the middle of a word.",
    "At the beginning of a word, as in `/bin/x # note`, it also leaves the command with an empty last argument.",
    "Without a shell there is no quoting: every space separates words.",
    "",
    'If the program cannot be run, init writes `cannot execute "NAME"` to the console and to syslog, and the process counts as ended.',
    "The shell runs a script that has no `#!` line.",
    "The process starts in a session and process group of its own, with the console as its input, output and error output.",
    "The manual page lists fewer special characters than the program checks.",
  ],
  sources: [
    'inittab(5), "process"',
    "initscript(5)",
    "observed: sysvinit 2.88, 3.06, 3.14 (exec-words, exec-shell, exec-shell-chains, exec-shell-assignment, exec-not-found, exec-script-without-interpreter, exec-parents, initscript-basic)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["field.process", "process.at", "file./etc/initscript", "environment.PATH"],
};
