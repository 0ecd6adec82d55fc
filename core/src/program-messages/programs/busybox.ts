// What BusyBox's init and its getty say. Observed: BusyBox 1.35.0 to 1.38.0; source: spec/dialects.md, section 3, and the
// program for what needs trouble of the system.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";

const table: readonly ProgramMessage[] = [
  {
    id: "bad-entry",
    templates: ["Bad inittab entry at line {line}", "Bad inittab entry: {text}"],
    meaning: "Init cannot use this line and skips it. It says no more than the number.",
    causes: [
      "The action is not one of BusyBox's: sysinit, wait, once, respawn, askfirst, ctrlaltdel, shutdown, restart. `initdefault`, `off` and the power actions are System V's.",
      "A field is missing, or the process is empty.",
      "The line holds only blanks, or a blank in front of `#`: only a `#` in the first column begins a comment.",
      "A `#` further on cuts the line, and nothing of the process is left.",
      "The file has DOS line ends: an empty line is then a bad one.",
      "A blank stands before or behind the action.",
    ],
    find: [
      "`sed -n 'LINEp' /etc/inittab | cat -A` shows the line with its blanks. Of a line that is continued with `\\` the last part is counted.",
    ],
    remedy: ["Write `terminal::action:process`, or put `#` into the first column; then `kill -HUP 1`."],
  },
  {
    id: "exited",
    templates: [
      "process '{process}' (pid {pid}) exited. Scheduling for restart.",
      "process '{process}' (pid {pid}) exited, exitcode:{status}. Scheduling for restart.",
      "process '{process}' (pid {pid}) exited. Scheduling it for restart.",
    ],
    meaning:
      "A process that init keeps running has ended, and init starts it again after a second. BusyBox never gives up, however often it ends.",
    causes: [
      "Somebody has logged out: for a getty or a shell this line is no fault.",
      "If it comes every second: the program cannot be run, its terminal does not exist, an argument is wrong, or the program puts itself into the background.",
    ],
    find: [
      "Look at how often it comes. Beside it, `can't run` or `can't open` tells the reason.",
      "Run the command by hand and look at what it says; from 1.38.0 the line itself tells the exit code.",
    ],
    remedy: [
      "Give a daemon its option for the foreground, correct the terminal, or take the record out; then `kill -HUP 1`.",
    ],
  },
  {
    id: "killed",
    templates: ["process '{process}' (pid {pid}) killed, signal:{signal}. Scheduling for restart."],
    meaning:
      "A process that init keeps running was ended by a signal, and init starts it again after a second. Releases from 1.38.0 on say so.",
    causes: [
      "Signal 9: somebody or the kernel, short of memory, has killed it. Signal 11: the program has a fault. Signal 15: it was asked to end.",
    ],
    find: ["`dmesg | grep -i -e oom -e segfault`."],
  },
  {
    id: "cannot-open",
    templates: ["can't open {terminal}: {reason}"],
    meaning:
      "The terminal in front of the first colon cannot be opened, so the process was not started. A respawn record tries again every second.",
    causes: [
      "The terminal does not exist: no virtual consoles in the kernel, another name of the serial line (`ttyS0`, `ttyAMA0`, `ttymxc0`), or a number too high.",
      "`/dev` is not mounted yet, or was not filled in.",
      "The field holds runlevels or an id from System V; BusyBox takes it for a terminal.",
    ],
    find: ["`ls -l /dev/TERMINAL`, `cat /proc/cmdline`, `dmesg | grep tty`."],
    remedy: [
      "Name the terminal that the kernel has, or leave the field empty for init's own console; then `kill -HUP 1`. Debian's build passes over a missing terminal without a word.",
    ],
  },
  {
    id: "cannot-run",
    templates: ["can't run '{program}': {reason}", "could not run '{program}': {reason}"],
    meaning: "The program could not be started. A respawn record tries again every second.",
    causes: [
      "The program is not there, or the path is mistyped.",
      "`''` in the message: a blank or a tab stands in front of the process.",
      "A `+` of sysvinit stands in front of the path.",
      "A script's interpreter or a program's loader or libraries are missing; then `No such file or directory` is said of a file that is there.",
      "`Permission denied`: it is not executable. `Exec format error`: it is built for another processor, or a script has no first line with `#!`.",
    ],
    find: ["`ls -l PROGRAM`, `head -1 PROGRAM`, `file PROGRAM`."],
    remedy: ["Correct the record, then `kill -HUP 1`."],
  },
  {
    id: "starting",
    templates: [
      "starting pid {pid}, tty '{terminal}': '{process}'",
      "starting pid {pid}, console {terminal}: '{process}'",
    ],
    meaning: "Init starts this process on this terminal; an empty one is init's console.",
  },
  {
    id: "waiting-for-enter",
    templates: ["waiting for enter to start '{process}'"],
    meaning: "An askfirst record shows its question and waits for Enter on its terminal.",
  },
  {
    id: "press-enter",
    templates: ["Please press Enter to activate this console."],
    meaning: "An askfirst record waits for Enter on this terminal before it starts its process.",
    causes: [
      "It is the usual sign that the boot has come to its end. Nobody is asked for a name where the process is a shell.",
    ],
    remedy: ["Press Enter. To be asked for a login instead, use `respawn` with getty."],
  },
  {
    id: "reloading",
    templates: ["reloading /etc/inittab"],
    meaning: "SIGHUP came, and init reads the table again. New sysinit, wait and once records are not run.",
    causes: ["`kill -HUP 1` or `init q`."],
  },
  {
    id: "going-down",
    templates: ["The system is going down NOW!"],
    meaning:
      "The shutdown records have run. Init ends all processes now, first with TERM, a second later with KILL.",
    causes: [
      "halt, poweroff or reboot was called, or a signal came: USR1 halts, USR2 switches off, TERM reboots, QUIT restarts.",
    ],
  },
  {
    id: "sent-signal",
    templates: ["Sent SIG{signal} to all processes", "Sending SIG{signal} to all processes"],
    meaning: "A step of the shutdown: TERM to all processes, a second later KILL.",
  },
  {
    id: "requesting",
    templates: ["Requesting system {word}"],
    meaning: "The last step: in a second init asks the kernel to halt, reboot or switch off.",
    causes: ["If the machine stays on after `poweroff`, the kernel has no driver that switches it off."],
  },
  {
    id: "re-exec",
    templates: ["Trying to re-exec {program}"],
    meaning: "All processes are ended, and process 1 becomes the program of the restart record.",
  },
  {
    id: "started",
    templates: ["init started: {version}"],
    meaning: "BusyBox's init begins. Only builds with FEATURE_INIT_QUIET off say so.",
  },
  {
    id: "pid-1",
    templates: ["must be run as PID 1"],
    meaning: "BusyBox's init was called by a process that is not the kernel, so it does nothing.",
    causes: [
      "`init` was typed in a shell to change a level; BusyBox has no levels.",
      "The machine's process 1 is another program, often an initramfs script that calls init without `exec`.",
      "In a container an entry script starts init as its child.",
    ],
    find: ["`cat /proc/1/cmdline | tr '\\0' ' '` shows process 1."],
    remedy: [
      "Call it with `exec`: `exec switch_root /new /sbin/init`, or use `kill -HUP 1`, `reboot`, `poweroff` for what was wanted.",
    ],
  },
  {
    id: "no-log",
    templates: ["can't log to {path}"],
    meaning: "Init cannot open the terminal that it was built to log to, and uses its console instead.",
  },
  {
    id: "cannot-fork",
    templates: ["can't fork"],
    meaning: "Init could not make a process; the record is tried again later.",
    causes: ["Memory or the number of processes is used up."],
    find: ["`free`, `ps | wc -l`."],
  },
  {
    id: "selinux",
    templates: ["can't load SELinux Policy. Machine is in enforcing mode. Halting now."],
    meaning: "SELinux is to be enforced and its policy cannot be loaded, so init stops the machine.",
    remedy: ["Boot with `enforcing=0` and mend the policy."],
  },
];

/** Init of BusyBox. */
export const busyboxMessages: SpeakingProgram = {
  id: "busybox",
  title: "init of BusyBox",
  tags: ["init", "linuxrc"],
  dialects: ["busybox"],
  messages: table,
};

/** Init of toybox. Source: spec/dialects.md, section 4. */
export const toyboxMessages: SpeakingProgram = {
  id: "toybox",
  title: "init of toybox",
  tags: ["init"],
  dialects: ["toybox"],
  messages: [
    {
      id: "invalid-action",
      templates: ["Invalid action at line number {line} ---- ignoring"],
      meaning: "The third field is no action of toybox's init, so it skips the line.",
      causes: ["The action is mistyped, has a blank beside it, or is System V's."],
      remedy: ["Use sysinit, wait, once, respawn, askfirst, ctrlaltdel, shutdown or restart."],
    },
    {
      id: "bad-entry",
      templates: ["Bad inittab entry at line {line}"],
      meaning: "The line has too many colons or an empty process; toybox's init skips it.",
      causes: ["The process holds a colon: in toybox a fifth field is a mistake."],
      remedy: ["Put the command into a script."],
    },
  ],
};
