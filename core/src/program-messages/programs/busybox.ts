// What BusyBox's init and its getty say. Observed: BusyBox 1.35.0 to 1.38.0; source: spec/dialects.md, section 3, and the
// program for what needs trouble of the system.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";

const table: readonly ProgramMessage[] = [
  {
    id: "bad-entry",
    templates: ["Bad inittab entry at line {line}", "Bad inittab entry: {text}"],
    meaning: "Init cannot use this line and skips it. It reports only the number of the line.",
    causes: [
      "The action is not one of BusyBox's: sysinit, wait, once, respawn, askfirst, ctrlaltdel, shutdown, restart. `initdefault`, `off` and the power actions are System V's.",
      "A field is missing, or the process is empty.",
      "The line holds only blanks, or a blank before `#`: only a `#` in the first column begins a comment.",
      "A `#` further on cuts the line off, and nothing of the process is left.",
      "The file has DOS line ends: an empty line then counts as a bad one.",
      "There is a blank before or after the action.",
    ],
    find: [
      "`sed -n 'LINEp' /etc/inittab | cat -A` shows the line with its blanks. If a line is continued with `\\`, the number is that of its last part.",
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
      "A process that init keeps running has ended, and init starts it again after a second. BusyBox never gives up, no matter how often the process ends.",
    causes: [
      "Somebody has logged out: for a getty or a shell this line is normal.",
      "If the line comes every second: the program cannot be executed, its terminal does not exist, an argument is wrong, or the program puts itself into the background.",
    ],
    find: [
      "Check how often the line comes. A `can't run` or `can't open` next to it gives the reason.",
      "Run the command by hand and see what it prints; from 1.38.0 on the line itself gives the exit code.",
    ],
    remedy: [
      "Give a daemon its option for staying in the foreground, correct the terminal, or remove the entry; then run `kill -HUP 1`.",
    ],
  },
  {
    id: "killed",
    templates: ["process '{process}' (pid {pid}) killed, signal:{signal}. Scheduling for restart."],
    meaning:
      "A process that init keeps running was ended by a signal, and init starts it again after a second. Releases from 1.38.0 on say so.",
    causes: [
      "Signal 9: a user killed it, or the kernel did because memory ran out. Signal 11: the program has a bug. Signal 15: it was asked to end.",
    ],
    find: ["`dmesg | grep -i -e oom -e segfault`."],
  },
  {
    id: "cannot-open",
    templates: [
      "can't open {terminal}: {reason}",
      "device '{terminal}' does not exist",
      "Bummer, can't open {terminal}",
      "Device {terminal} cannot be opened in RW mode",
    ],
    meaning:
      "The terminal before the first colon cannot be opened, so the process was not started. A respawn entry tries again every second.",
    causes: [
      "The terminal does not exist: no virtual consoles in the kernel, another name for the serial line (`ttyS0`, `ttyAMA0`, `ttymxc0`), or a number too high.",
      "`/dev` is not mounted yet, or has not been filled.",
      "The field holds runlevels or an id from System V; BusyBox takes it for a terminal.",
    ],
    find: ["`ls -l /dev/TERMINAL`, `cat /proc/cmdline`, `dmesg | grep tty`."],
    remedy: [
      "Name the terminal that the kernel has, or leave the field empty for init's own console; then `kill -HUP 1`. Debian's build skips a missing terminal and reports nothing.",
    ],
  },
  {
    id: "cannot-run",
    templates: [
      "can't run '{program}': {reason}",
      "could not run '{program}': {reason}",
      "cannot run '{program}': {reason}",
    ],
    meaning: "The program could not be started. A respawn entry tries again every second.",
    causes: [
      "The program does not exist, or its path is mistyped.",
      "`''` in the message: there is a blank or a tab before the process.",
      "The path begins with a `+`, which only sysvinit knows.",
      "A script's interpreter or a program's loader or libraries are missing; then `No such file or directory` is reported for a file that exists.",
      "`Permission denied`: it is not executable. `Exec format error`: it is built for another processor, or it is a script without a first line with `#!`.",
    ],
    find: ["`ls -l PROGRAM`, `head -1 PROGRAM`, `file PROGRAM`."],
    remedy: ["Correct the entry, then run `kill -HUP 1`."],
  },
  {
    id: "starting",
    templates: [
      "starting pid {pid}, tty '{terminal}': '{process}'",
      "starting pid {pid}, console {terminal}: '{process}'",
    ],
    meaning: "Init starts this process on this terminal; if the name is empty, on init's console.",
  },
  {
    id: "waiting-for-enter",
    templates: ["waiting for enter to start '{process}'"],
    meaning: "An askfirst entry shows its prompt and waits for Enter on its terminal.",
  },
  {
    id: "press-enter",
    templates: ["Please press Enter to activate this console."],
    meaning: "An askfirst entry waits for Enter on this terminal before it starts its process.",
    causes: [
      "It is the usual sign that the boot has finished. If the process is a shell, no login name is asked for.",
    ],
    remedy: ["Press Enter. To get a login prompt instead, use `respawn` with getty."],
  },
  {
    id: "reloading",
    templates: ["reloading /etc/inittab"],
    meaning: "SIGHUP came, and init reads the table again. New sysinit, wait and once entries are not run.",
    causes: ["`kill -HUP 1` or `init q`."],
  },
  {
    id: "going-down",
    templates: ["The system is going down NOW!"],
    meaning:
      "The shutdown entries have run. Init ends all processes now, first with TERM, a second later with KILL.",
    causes: [
      "halt, poweroff or reboot was called, or a signal came: USR1 halts, USR2 powers off, TERM reboots, QUIT restarts.",
    ],
  },
  {
    id: "sent-signal",
    templates: ["Sent SIG{signal} to all processes", "Sending SIG{signal} to all processes"],
    meaning: "A step of the shutdown: TERM to all processes, a second later KILL.",
  },
  {
    id: "requesting",
    templates: [
      "Requesting system {word}",
      "The system is halted. You may reboot now.",
      "The system is halted. Press Reset or turn off power",
    ],
    meaning: "The last step: one second later init asks the kernel to halt, reboot or power off.",
    causes: ["If the machine stays on after `poweroff`, the kernel has no driver that can power it off."],
  },
  {
    id: "re-exec",
    templates: ["Trying to re-exec {program}"],
    meaning: "All processes are ended, and process 1 becomes the program of the restart entry.",
  },
  {
    id: "re-exec-failed",
    templates: ["exec of '{program}' failed: {reason}"],
    meaning: "The program of the restart entry could not be started, so init halts the machine.",
  },

  {
    id: "started",
    templates: ["init started: {version}"],
    meaning: "BusyBox init starts. Only builds with FEATURE_INIT_QUIET off say so.",
  },
  {
    id: "pid-1",
    templates: ["must be run as PID 1"],
    meaning: "BusyBox init was not started as process 1, so it does nothing.",
    causes: [
      "`init` was typed in a shell to change the runlevel; BusyBox has no runlevels.",
      "The machine's process 1 is another program, often an initramfs script that calls init without `exec`.",
      "In a container an entry script starts init as its child.",
    ],
    find: ["`cat /proc/1/cmdline | tr '\\0' ' '` shows process 1."],
    remedy: [
      "Call it with `exec`: `exec switch_root /new /sbin/init`, or use `kill -HUP 1`, `reboot`, `poweroff` for what you want to do.",
    ],
  },
  {
    id: "no-log",
    templates: [
      "can't log to {path}",
      "Bummer, can't write to log on {path}!",
      "Bummer, can't print: {text}",
    ],
    meaning: "Init cannot open the terminal that it was built to log to, and uses its console instead.",
  },
  {
    id: "cannot-fork",
    templates: ["can't fork"],
    meaning: "Init could not create a process; it tries the entry again later.",
    causes: ["Memory or the number of processes is used up."],
    find: ["`free`, `ps | wc -l`."],
  },
  {
    id: "no-memory",
    templates: [
      "Low memory: forcing swapon",
      "Low memory, forcing swapon",
      "Sorry, your computer does not have enough memory.",
      "Memory allocation failure",
      "Error checking free memory",
    ],
    meaning: "An old BusyBox init found less than a megabyte of memory: it turns swap on at once, or stops.",
  },

  {
    id: "selinux",
    templates: [
      "can't load SELinux Policy. Machine is in enforcing mode. Halting now.",
      "cannot load SELinux Policy. Machine is in enforcing mode. Halting now.",
    ],
    meaning: "SELinux is to be enforced, but its policy cannot be loaded, so init stops the machine.",
    remedy: ["Boot with `enforcing=0` and repair the policy."],
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
      meaning: "The third field is not an action of toybox init, so it skips the line.",
      causes: ["The action is mistyped, has a blank next to it, or belongs to System V."],
      remedy: ["Use sysinit, wait, once, respawn, askfirst, ctrlaltdel, shutdown or restart."],
    },
    {
      id: "bad-entry",
      templates: ["Bad inittab entry at line {line}"],
      meaning: "The line has too many colons or an empty process; toybox init skips it.",
      causes: ["The process holds a colon: in toybox a fifth field is a mistake."],
      remedy: ["Put the command into a script."],
    },
  ],
};
