// What `service`, Red Hat's helper functions and its rc say. Observed: initscripts of Red Hat Linux 5 to Enterprise
// Linux 6; source: spec/initscripts.md, sections 4 and 5.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";

const clean =
  "`service SCRIPT stop` or `rm /var/lock/subsys/SCRIPT` removes the lock file; then run `service SCRIPT start`.";

const status: readonly ProgramMessage[] = [
  {
    id: "dead-locked",
    templates: ["{script} dead but subsys locked", "{script} is dead but subsys locked"],
    meaning:
      "No process of the service runs, its pid file is gone or was never made, but its lock file `/var/lock/subsys/NAME` still exists: according to the lock file the service should be running. `status` returns 2.",
    causes: [
      "The daemon has died or was killed, by hand or for lack of memory, and nothing removed the lock file.",
      "`start` creates the lock file although the daemon did not start.",
      "`stop` ends the daemon but does not remove the lock file.",
      "The service leaves no process, like iptables or network: then the message does not matter.",
      "`status` looks for a program with another name than the one that runs, for example a script or a Java program.",
    ],
    find: [
      "`tail /var/log/messages` and the daemon's own log; `dmesg | grep -i oom`.",
      "`ps aux | grep NAME`: if it is running, `status` is called with the wrong name or without `-p PIDFILE`.",
      "In the script: is `touch /var/lock/subsys/NAME` reached only after a good start, and is it removed in `stop`?",
    ],
    remedy: [clean, "While the lock file exists, rc does not start the service at a change of runlevel."],
  },
  {
    id: "dead-pid-file",
    templates: [
      "{script} dead but pid file exists",
      "{script} is dead and pid file exists",
      "{script} is dead and {path} pid file exists",
    ],
    meaning:
      "The pid file exists, but no process has the number in it. `status` returns 1. The pid file is checked before the lock file, so there may be a lock file as well.",
    causes: [
      "The daemon has died or was killed.",
      "The machine lost power and `/var/run` was kept.",
      "The daemon could not write its pid file, and an old one is left.",
    ],
    find: ["`cat /var/run/NAME.pid`, `ps -p PID`, the daemon's own log."],
    remedy: [
      "Start the service again: `daemon` sees that the process is gone. Remove the pid file if the script does not start otherwise.",
    ],
  },
  {
    id: "stopped",
    templates: ["{script} is stopped", "{script} is stopped..."],
    meaning:
      "There is no process, no pid file and no lock file: the service is not running. `status` returns 3.",
    causes: ["It was never started or was stopped cleanly, or it died and its script creates no lock file."],
    find: ["`chkconfig --list SCRIPT` shows in which runlevels it starts."],
  },
  {
    id: "running",
    templates: ["{script} (pid {pids}) is running...", "{script} (pid {pids}) is running"],
    meaning: "The service is running with these process IDs. `status` returns 0.",
  },
  {
    id: "unknown-status",
    templates: ["{script} status unknown due to insufficient privileges."],
    meaning: "The pid file cannot be read, so nothing can be said. `status` returns 4.",
    remedy: ["Ask as root."],
  },
  {
    id: "option-b",
    templates: ["-b option can be used only with -p"],
    meaning: "The script calls a helper function with `-b` and without `-p`.",
    remedy: [
      "Name the pid file: `status -p FILE -b BINARY PROGRAM`. The options must be in the order -p, -l, -b.",
    ],
  },
  {
    id: "usage-of-helper",
    templates: [
      "Usage: status [-p {word}] {word}",
      "Usage: killproc {word}",
      "Usage: pidofproc {word}",
      "{script}: Usage: daemon [+/-nicelevel] {program}",
      "Usage: pidfileofproc {program}",
    ],
    meaning:
      "The script calls a function of `/etc/init.d/functions` without the name of a program, often because a variable is empty.",
    find: ["`sh -x /etc/init.d/SCRIPT status`."],
  },
];

const others: readonly ProgramMessage[] = [
  {
    id: "unrecognized",
    templates: ["{script}: unrecognized service"],
    meaning: "`service` finds no executable script of this name in `/etc/init.d`. The exit status is 1.",
    causes: [
      "The name is mistyped, or the package is not installed.",
      "The script is not executable.",
      "The service has another name here: httpd and apache2, sshd and ssh, crond and cron.",
    ],
    find: ["`ls -l /etc/init.d/`."],
    remedy: ["Use the script's name, or `chmod +x /etc/init.d/SCRIPT`."],
  },
  {
    id: "starting",
    templates: [
      "Starting {script}: [{mark}]",
      "Starting {text}: [{mark}]",
      "Starting {script}:",
      "Stopping {script}: [{mark}]",
      "Stopping {text}: [{mark}]",
      "Stopping {script}:",
      "Shutting down {text}: [{mark}]",
      "Reloading {text}: [{mark}]",
    ],
    meaning:
      "The script reports how its action ended. `FAILED` is about the last command of the action; the exit status of the script may differ.",
    causes: [
      "`FAILED` at start: the program does not exist, its settings are wrong, its port is taken, or it did not become a daemon.",
      "`FAILED` at stop: no process was found to end, so it was not running.",
    ],
    find: ["`tail /var/log/messages` and the service's own log; `sh -x /etc/init.d/SCRIPT start`."],
  },
  {
    id: "confirm",
    templates: ["Start service {script} (Y)es/(N)o/(C)ontinue? [Y]"],
    meaning: "rc asks before each start because `I` was pressed or the kernel's command line has `confirm`.",
    remedy: ["`y` or Enter starts it, `n` skips it, `c` starts all the rest without asking."],
  },
  {
    id: "startup",
    templates: [
      "Entering non-interactive startup",
      "Entering interactive startup",
      "Press 'I' to enter interactive startup.",
    ],
    meaning: "rc begins with the first runlevel after boot.",
  },
];

/** The functions of Red Hat's scripts, `service` and rc. */
export const redHatMessages: SpeakingProgram = {
  id: "redhat",
  title: "service and the helper functions of Red Hat",
  tags: ["service", "rc"],
  families: ["redhat"],
  messages: [...status, ...others],
};
