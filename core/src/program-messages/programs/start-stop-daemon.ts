// What start-stop-daemon says: dpkg's, BusyBox's and, where it is alike, OpenRC's. Source: dpkg 1.21 and BusyBox 1.36,
// their messages; spec/initscripts.md, section 7.3.

import type { SpeakingProgram } from "../contract.ts";

const named = [
  "Say exactly which process is meant: `--pidfile FILE --exec PROGRAM`, or `--name NAME` with at most fifteen characters.",
];

/** The program that starts and stops daemons for scripts. */
export const startStopDaemonMessages: SpeakingProgram = {
  id: "start-stop-daemon",
  title: "start-stop-daemon",
  tags: ["start-stop-daemon"],
  messages: [
    {
      id: "already-running",
      templates: ["{path} already running.", "{path} is already running"],
      meaning:
        "A matching process exists, so nothing is started. The exit status is 1, or 0 with `--oknodo`.",
      causes: [
        "The service is running.",
        "`--exec` names a script: the program that runs is its interpreter, and any script with the same interpreter matches.",
        "`--name` or `--user` matches more than the service.",
      ],
      find: ["`pgrep -af NAME`, and the options in the script."],
      remedy: named,
    },
    {
      id: "process-already-running",
      templates: ["process already running.", "process in pidfile '{path}' already running."],
      meaning: "A process with the number in the pid file exists, so nothing is started.",
      causes: [
        "The service is running; or it has died, and another process now has its number: add `--exec` or `--name`.",
      ],
      find: ["`ps -p $(cat PIDFILE)`."],
    },
    {
      id: "none-killed",
      templates: [
        "No {path} found running; none killed.",
        "No process in pidfile '{path}' found running; none killed.",
        "no {path} found; none killed",
        "no process in pidfile '{path}' found; none killed",
        "no matching processes found",
        "no pid found in `{path}'",
      ],
      meaning: "`--stop` found no matching process. The exit status is 1, or 0 with `--oknodo`.",
      causes: [
        "The service is not running.",
        "The pid file is missing, or has another number than the daemon: the daemon starts a child process, or writes its pid file elsewhere.",
        "`--exec` names a script, or the program was upgraded while it ran.",
      ],
      find: ["`cat PIDFILE`, `pgrep -af NAME`, `ls -l /proc/PID/exe`."],
      remedy: [
        "Use the pid file that the daemon itself writes, or `--make-pidfile` together with `--background`.",
        ...named,
      ],
    },
    {
      id: "not-killed",
      templates: [
        "{count} pids were not killed",
        "Program {script}, {count} process(es), refused to die.",
        "{count} process refused to stop",
        "{count} process(es) refused to stop",
      ],
      meaning:
        "With `--retry` the processes are still alive at the end of the schedule. The exit status is 2.",
      causes: ["The daemon needs longer to end, or waits in the kernel."],
      remedy: ["Give it longer: `--retry=TERM/60/KILL/5`."],
    },
    {
      id: "kill-failed",
      templates: [
        "failed to kill {pid}: {reason}",
        "warning: failed to kill {pid}: {reason}",
        "warning: killing process {pid}: {reason}",
      ],
      meaning: "The signal could not be sent.",
      causes: ["You are not root, or the process has ended in the meantime."],
    },
    {
      id: "unable-to-start",
      templates: [
        "unable to start {path} ({reason})",
        "unable to start {path}: {reason}",
        "can't execute '{path}': {reason}",
        "failed to start `{path}'",
        "failed to exec `{path}': {reason}",
        "{path} died",
      ],
      meaning: "The program could not be run.",
      causes: [
        "It does not exist, it is not executable, or the interpreter of a script is missing.",
        "With `--chroot` the path is looked for inside.",
      ],
      find: ["`ls -l PROGRAM`, `head -1 PROGRAM`."],
    },
    {
      id: "unable-to-stat",
      templates: [
        "unable to stat {path} ({reason})",
        "unable to stat {path}: {reason}",
        "cannot stat {path}",
        "{path} does not exist",
      ],
      meaning: "The program that `--exec` or `--startas` names does not exist.",
      causes: ["The path is mistyped, the package was removed, or a variable in the script is empty."],
      find: ["`sh -x /etc/init.d/SCRIPT start` shows the path."],
    },
    {
      id: "pid-file",
      templates: [
        "unable to open pidfile '{path}' for writing ({reason})",
        "unable to open pidfile {path} ({reason})",
        "cannot stat pidfile {path} ({reason})",
        "unable to close pidfile '{path}' ({reason})",
        "cannot remove pidfile '{path}' ({reason})",
        "open pidfile {path}: {reason}",
        "did not create a valid pid in `{path}'",
        "fopen `{path}': {reason}",
      ],
      meaning: "The pid file could not be read or written.",
      causes: [
        "Its folder does not exist: `/var/run` and `/run` are empty at boot, and the script must create what the service needs there.",
        "The user given with `--chuid` may not write there.",
      ],
      remedy: ["Create the folder in `start`: `mkdir -p /run/NAME && chown USER /run/NAME`."],
    },
    {
      id: "insecure",
      templates: [
        "matching only on non-root pidfile {path} is insecure",
        "matching on world-writable pidfile {path} is insecure",
      ],
      meaning:
        "Somebody other than root could have written the pid file, so the number in it is not trusted unless another condition is given.",
      remedy: ["Add `--exec PROGRAM` or `--user USER`, or let root own the folder of the pid file."],
    },
    {
      id: "needs-match",
      templates: [
        "need at least one of --exec, --pid, --ppid, --pidfile, --user or --name",
        "need one of --start or --stop or --status",
        "--start needs --exec or --startas",
        "--background is only relevant with --start",
        "--make-pidfile requires --pidfile",
        "--remove-pidfile requires --pidfile",
        "only one command can be specified",
        "need at least one of --exec, --pidfile, --user or --name",
        "--stop needs --exec, --pidfile, --name or --user",
        "nothing to start",
        "must specify {word}",
      ],
      meaning: "The call lacks an option, often because a variable of the script is empty.",
      find: ["`sh -x /etc/init.d/SCRIPT start`."],
      remedy: named,
    },
    {
      id: "name-too-long",
      templates: [
        "warning: this system is not able to track process names longer than {count} characters, please use --exec instead of --name.",
      ],
      meaning: "The kernel keeps fifteen characters of a process's name, so a longer `--name` never matches.",
      remedy: ["Use `--exec`, or the first fifteen characters."],
    },
    {
      id: "no-user",
      templates: [
        "user '{word}' not found",
        "group '{word}' not found",
        "unknown user {word}",
        "user `{word}' not found",
        "group `{word}' not found",
      ],
      meaning: "`--chuid`, `--user` or `--group` names a user or group that the system does not know.",
      causes: [
        "The package that creates the user is not installed, or a network directory service is not available yet.",
      ],
      find: ["`getent passwd NAME`."],
    },
    {
      id: "directory",
      templates: [
        "unable to chdir() to {path} ({reason})",
        "unable to chroot() to {path} ({reason})",
        "chdir `{path}': {reason}",
        "chroot `{path}': {reason}",
      ],
      meaning: "The folder of `--chdir` or `--chroot` cannot be entered.",
    },
    {
      id: "schedule",
      templates: [
        "invalid schedule item (must be [-]<signal-name>, -<signal-number>, <timeout> or 'forever'",
        "invalid schedule item: far too long (you must delimit items with slashes)",
        "signal value must be numeric or name of signal (KILL, INT, ...)",
      ],
      meaning: "The value of `--retry` or `--signal` is not well-formed.",
      remedy: ["`--retry=TERM/30/KILL/5`."],
    },
    {
      id: "no-proc",
      templates: ["nothing in /proc - not mounted?", "unable to opendir /proc ({reason})"],
      meaning: "`/proc` is not mounted, so processes cannot be found.",
      remedy: ["`mount -t proc proc /proc` before the script runs."],
    },
    {
      id: "notify",
      templates: [
        "timed out waiting for a notification",
        "program failed to initialize ({reason})",
        "child returned error exit status {status}",
        "child was killed by signal {signal}",
      ],
      meaning: "The program that was started with `--background` or `--notify-await` did not come up.",
      find: ["Run the program by hand, in the foreground."],
    },
    {
      id: "told",
      templates: [
        "Stopped {path} (pid {pids}).",
        "stopped {path} (pid {pids})",
        "Detaching to start {path}...",
        "Would start {path}",
        "Would send signal {signal} to {pid}.",
      ],
      meaning: "It reports what it does; `--quiet` turns that off.",
    },
  ],
};
