// What telinit, shutdown, halt and killall5 say. Source: sysvinit 3.14, its messages; observed: telinit and shutdown of
// sysvinit 3.06.

import type { SpeakingProgram } from "../contract.ts";

/** telinit, shutdown, halt, reboot, poweroff and killall5. */
export const shutdownMessages: SpeakingProgram = {
  id: "shutdown",
  title: "telinit, shutdown and halt of sysvinit",
  tags: ["telinit", "shutdown", "halt", "reboot", "poweroff", "killall5", "init", "runlevel"],
  messages: [
    {
      id: "no-answer",
      templates: ["timeout opening/writing control channel {path}"],
      meaning: "Init does not read its control pipe, so the request was not delivered.",
      causes: [
        "Process 1 is not this init: BusyBox, systemd or a container's program.",
        "Init is busy: it ends processes, or waits for a wait entry of the boot phase.",
        "After an upgrade the pipe has moved: `/dev/initctl` up to 2.88, `/run/initctl` since then.",
      ],
      find: ["`cat /proc/1/comm`, `ls -l /run/initctl /dev/initctl`, `ps -o stat,wchan -p 1`."],
      remedy: ["`kill -USR1 1` makes init open the pipe again. As a last resort: `sync; reboot -f`."],
    },
    {
      id: "no-pipe",
      templates: [
        "/run/initctl: No such file or directory",
        "/dev/initctl: No such file or directory",
        "{path}/initctl: {reason}",
        "cannot create /etc/initrunlvl",
      ],
      meaning: "Init's control pipe does not exist, so init cannot be asked for anything.",
      causes: [
        "Process 1 is not sysvinit's init.",
        "Something was mounted over `/run` after init had created the pipe.",
      ],
      find: ["`cat /proc/1/comm`."],
      remedy: ["`kill -USR1 1`: init creates the pipe again."],
    },
    {
      id: "superuser",
      templates: ["must be superuser.", "you must be root to do that!", "only root can do that!"],
      meaning: "Only root may ask init for a runlevel, a halt or a reboot.",
      remedy: ["Run the command with su or sudo, or press Ctrl-Alt-Del on the console."],
    },
    {
      id: "usage-telinit",
      templates: [
        "Usage: {word} {-e VAR[=VAL] | [-t SECONDS] {0|1|2|3|4|5|6|S|s|Q|q|A|a|B|b|C|c|U|u}}",
        "Usage: telinit {word}",
        "Usage: init 0123456SsQqAaBbCcUu",
      ],
      meaning:
        "telinit was called without a runlevel, or with a word that is not a runlevel. Nothing is done.",
      remedy: ["`telinit 3`, `telinit q`, `telinit -t 10 1`."],
    },
    {
      id: "bad-option-e",
      templates: ["-e option data too large", "-e option data {word}"],
      meaning: "More variables were given with -e than fit into one request.",
    },
    {
      id: "no-authorized",
      templates: ["no authorized users logged in."],
      meaning:
        "`shutdown -a` checks whether a user named in `/etc/shutdown.allow` is logged in on a console, and found none. Nothing is done.",
      causes: ["Ctrl-Alt-Del was pressed and the ctrlaltdel entry calls `shutdown -a`."],
      find: ["`cat /etc/shutdown.allow`, `who`."],
      remedy: ["Add the user to `/etc/shutdown.allow`, or remove `-a` from the entry."],
    },
    {
      id: "already-running",
      templates: ["already running."],
      meaning: "A shutdown is already scheduled.",
      find: ["`cat /run/shutdown.pid`."],
      remedy: ["`shutdown -c` cancels it."],
    },
    {
      id: "not-running",
      templates: ["not running.", "cannot find pid of running shutdown.", "cannot find pid {word}"],
      meaning: "`shutdown -c` found no shutdown to cancel.",
    },
    {
      id: "cancelled",
      templates: ["Shutdown cancelled.", "shutdown cancelled"],
      meaning: "`shutdown -c` was called, or a powerokwait entry did so because the power has come back.",
    },
    {
      id: "going-down",
      templates: [
        "The system is going down for {word} NOW!",
        "The system is going down for {word} in {minutes} minutes!",
        "The system is going down for {word} in {minutes} minute!",
        "The system is going DOWN to maintenance mode NOW!",
        "The system is going DOWN to maintenance mode in {minutes} minutes!",
        "The system is going down to maintenance mode NOW!",
        "The system is going down on {word}",
        "shutting down for system halt",
        "shutting down for system reboot",
        "shutting down to runlevel {level}",
        "Broadcast message from {word}",
        "The system is going DOWN {word} NOW!",
        "The system is going DOWN {word} in {minutes} minutes!",
        "The system is going DOWN {word} in {minutes} minute!",
      ],
      meaning:
        "shutdown has warned all users who are logged in. At the end it asks init for runlevel 0 (halt, power off), 6 (reboot) or 1.",
      causes: [
        "Somebody called shutdown, halt, poweroff or reboot; Ctrl-Alt-Del; a power entry; a daemon for ACPI or a UPS.",
      ],
      find: [
        "`last -x | head`, the logs of that time, and the ctrlaltdel and power entries of `/etc/inittab`.",
      ],
    },
    {
      id: "flags",
      templates: ["-H and -P flags can only be used along with -h flag."],
      meaning: "`-H` and `-P` say how `-h` ends, so they need it.",
      remedy: ["`shutdown -hP now`, `shutdown -hH now`."],
    },
    {
      id: "no-pid-file",
      templates: ["warning: cannot open {path}"],
      meaning: "shutdown cannot note its process ID, so `shutdown -c` will not find it. It goes on.",
      causes: ["The folder is read-only or does not exist."],
    },
    {
      id: "bad-call",
      templates: [
        "`{word}': bad runlevel",
        'can use "-n" for halt or reboot only.',
        "Usage: shutdown {word}",
      ],
      meaning:
        "shutdown was called without a time, or with options that do not go together. Nothing is done.",
      remedy: ["`shutdown -h now`, `shutdown -r +5`."],
    },
    {
      id: "kexec",
      templates: ["ERROR: using -k at this runlevel requires also -f"],
      meaning: "`reboot -k` starts the loaded kernel only in runlevel 6, or together with `-f`.",
      remedy: ["Let the script that ends runlevel 6 call `reboot -k`."],
    },
    {
      id: "killall5-usage",
      templates: [
        "only one argument, a signal number, allowed",
        "invalid options on command line!",
        "illegal omit pid value ({word})!",
      ],
      meaning: "killall5 was called with something other than a signal and `-o PID`. No process was ended.",
      remedy: ["`killall5 -15`, a pause, `killall5 -9`."],
    },
    {
      id: "pidof-unreadable",
      templates: [
        "can't get program name from {path}",
        "can't read sid from {path}",
        "can't read from {path}",
        "stat failed for {path}!",
      ],
      meaning: "A process ended while killall5 or pidof was looking at it. It is passed over.",
    },

    {
      id: "cannot-execute",
      templates: ["cannot execute {program}", "shutdown failed"],
      meaning: "shutdown could not call init.",
      find: ["`ls -l /sbin/init`."],
    },
    {
      id: "falling-back",
      templates: [
        "{path} returned - falling back on default routine",
        "{path} returned - falling back on default routines",
      ],
      meaning:
        "init did not bring the machine down, so shutdown does it itself: TERM, KILL, unmount, halt, without any stop script.",
    },
    {
      id: "fast-steps",
      templates: [
        "sending all processes the TERM signal...",
        "sending all processes the KILL signal.",
        "turning off swap",
        "unmounting all file systems",
        "can't idle init: {reason}",
        "Please stand by while rebooting the system.",
        "The system is halted. Press CTRL-ALT-DEL or turn off power",
        "can not stop process accounting: {reason}",
        "chdir(/): {reason}",
      ],
      meaning:
        "A step of `shutdown -n`, which brings the machine down without init and without stop scripts.",
    },
    {
      id: "no-level",
      templates: [
        "WARNING: could not determine runlevel - doing soft {word}",
        "(it's better to use shutdown instead of {word} from the command line)",
      ],
      meaning: "halt or reboot cannot read the runlevel, so it calls shutdown.",
      causes: ["utmp is missing or empty."],
      remedy: ["It does not matter; `-f` forces the machine down."],
    },
    {
      id: "proc",
      templates: [
        "/proc unavailable.",
        "/proc not mounted, failed to mount.",
        "cannot opendir(/proc)",
        "chdir /proc failed",
        "mount returned non-zero exit status",
      ],
      meaning: "killall5 or pidof needs `/proc`, which is not mounted.",
    },
  ],
};
