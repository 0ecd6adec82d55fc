import { shellCharacters } from "../../inittab/command.ts";
import { sysvinitDialect, type Topic } from "../topic.ts";

export const runningTheCommand: Topic = {
  id: "running-the-command",
  kind: "behaviour",
  title: "How init runs a command",
  words: ["shell", "exec", "/bin/sh", "metacharacters", "words"],
  summary:
    "Init runs a command through /etc/initscript if there is one, else through a shell if it has special characters, else directly.",
  body: [
    "A leading `+` is taken off first.",
    "",
    "1. If /etc/initscript is readable and the level is not S, `/bin/sh /etc/initscript ID RUNLEVELS ACTION PROCESS` is run, with the process as one argument.",
    `2. Otherwise, if the command does not begin with \`@\` and holds one of \`\` ${shellCharacters.split("").join(" ")} \`\`, it is run by \`/bin/sh -c\`.`,
    "3. Otherwise init cuts it at blanks and tabs into at most 14 words, drops the rest without a word, and executes it along PATH.",
    "",
    "Up to release 3.10 the shell gets `exec COMMAND`: of `a; b`, `a && b` or `a || b` only `a` runs, and `VAR=x command` fails.",
    "Since 3.11 the shell gets the command as it is written, all of these work, and the process that init watches is the shell.",
    "`=` is among the special characters; `#` is not, and without a shell it ends the command wherever it stands, in the middle of a word too.",
    "At the beginning of a word, as in `/bin/x # note`, it even leaves the command an empty last argument.",
    "Without a shell there are no quotes: every blank separates.",
    "",
    'A program that cannot be run gives `cannot execute "NAME"` on the console and in syslog, and counts as ended.',
    "A script without a `#!` line is run by the shell.",
    "The process starts in a session and process group of its own, with the console as its input, output and error output.",
    "The manual page lists fewer special characters than the program has.",
  ],
  sources: [
    'inittab(5), "process"',
    "initscript(5)",
    "observed: sysvinit 2.88, 3.06, 3.14 (exec-words, exec-shell, exec-shell-chains, exec-shell-assignment, exec-not-found, exec-script-without-interpreter, exec-parents, initscript-basic)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["field.process", "process.at", "file./etc/initscript", "environment.PATH"],
};
