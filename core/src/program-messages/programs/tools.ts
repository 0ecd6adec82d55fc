// What the programs around init say: telinit, shutdown, halt, sulogin, the gettys. Source: the programs of sysvinit 3.14,
// util-linux and BusyBox, their messages; observed: telinit and shutdown of sysvinit 3.06.

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
      id: "cannot-execute",
      templates: ["cannot execute {program}"],
      meaning: "shutdown could not call init.",
      find: ["`ls -l /sbin/init`."],
    },
    {
      id: "falling-back",
      templates: ["{path} returned - falling back on default routine"],
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
      ],
      meaning:
        "A step of `shutdown -n`, which brings the machine down without init and without stop scripts.",
    },
    {
      id: "no-level",
      templates: ["WARNING: could not determine runlevel - doing soft {word}"],
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
      ],
      meaning: "killall5 or pidof needs `/proc`, which is not mounted.",
    },
  ],
};

/** The shell for repairs. */
export const suloginMessages: SpeakingProgram = {
  id: "sulogin",
  title: "sulogin",
  tags: ["sulogin"],
  messages: [
    {
      id: "give-password",
      templates: [
        "Give root password for maintenance (or type Control-D to continue):",
        "Give root password for maintenance",
        "Give root password for login:",
        "Press Enter for maintenance (or press Control-D to continue):",
        "Press enter for maintenance",
      ],
      meaning: "Init is in single-user mode or the boot has stopped, and sulogin offers a shell for repairs.",
      causes: [
        "The kernel's command line has `single`, `S`, `-b` or `emergency`.",
        "`/etc/inittab` is missing, or its default runlevel is S.",
        "A boot script called sulogin because the check of a file system failed.",
      ],
      find: ["Read the lines above; `cat /proc/cmdline`."],
      remedy: ["Enter the password to get a shell, or press Ctrl-D to continue the boot."],
      about: "single-user",
    },
    {
      id: "login-incorrect",
      templates: ["Login incorrect.", "Login incorrect"],
      meaning: "The password was wrong.",
    },
    {
      id: "locked",
      templates: [
        "Cannot open access to console, the root account is locked.",
        "root account is locked, starting shell",
      ],
      meaning:
        "root has no password that sulogin could ask for. Without `-e` or `--force` sulogin starts no shell.",
      remedy: [
        "Boot with `init=/bin/sh` and set a password, or call `sulogin -e` or `--force` in the inittab.",
      ],
    },
    {
      id: "no-database",
      templates: [
        "cannot open password database!",
        "{path}: no entry for root",
        "{path}: root password garbled",
        "no password entry for root",
      ],
      meaning: "root's entry in `/etc/passwd` or `/etc/shadow` is missing or damaged.",
      remedy: ["Boot with `init=/bin/sh` and repair the file."],
    },
    {
      id: "only-root",
      templates: ["only root can run sulogin."],
      meaning: "sulogin is for init, not for users.",
    },
    {
      id: "no-shell",
      templates: ["can not execute su shell.", "can not fork: {reason}", "cannot open console: {reason}"],
      meaning: "The shell could not be started.",
      find: ["`SUSHELL`, root's shell in `/etc/passwd`, and `/bin/sh`."],
    },
    {
      id: "timed-out",
      templates: ["Timed out.", "Timed out"],
      meaning: "There was no answer within the time that `-t` allows.",
    },
  ],
};

/** The programs that ask for a login. */
export const gettyMessages: SpeakingProgram = {
  id: "getty",
  title: "getty",
  tags: ["getty", "agetty", "mingetty", "mgetty", "login"],
  messages: [
    {
      id: "cannot-open",
      templates: [
        "/dev/{terminal}: cannot open as standard input: {reason}",
        "/dev/{terminal}: No such file or directory",
        "/dev/{terminal}: cannot open tty: {reason}",
        "{terminal}: no such tty",
        "could not open tty {terminal}",
        "can't open '{terminal}': {reason}",
      ],
      meaning:
        "The terminal of the entry does not exist or cannot be opened, so getty ends. With sysvinit this leads to `respawning too fast`.",
      causes: [
        "The machine has no such terminal: no virtual console, another name for the serial line, or a number too high.",
        "`/dev` has not been filled.",
      ],
      find: ["`ls -l /dev/TERMINAL`, `dmesg | grep tty`."],
      remedy: ["Name a terminal that exists, or remove the entry."],
    },
    {
      id: "no-device",
      templates: [
        "/dev/{terminal}: not a character device",
        "/dev/{terminal}: not a tty",
        "{terminal}: not a tty",
      ],
      meaning: "What the entry names is not a terminal.",
      causes: ["A shell redirection has created a plain file of this name below `/dev`."],
      find: ["`ls -l /dev/TERMINAL`; a terminal begins with `c`."],
      remedy: ["Remove the file; the device comes back at boot."],
    },
    {
      id: "bad-speed",
      templates: ["bad speed: {word}", "unsupported baud rate: {word}"],
      meaning: "The argument in the place of the speed is not a speed that getty knows, so it ends.",
      causes: [
        "Terminal and speed are in the wrong order, the value of an option is missing, or the arguments belong to another getty.",
      ],
      remedy: [
        "agetty and BusyBox's getty take `SPEED TERMINAL` or `TERMINAL SPEED`; mingetty takes a terminal only.",
      ],
    },
    {
      id: "usage",
      templates: [
        "not enough arguments",
        "too many alternate speeds",
        "invalid option -- '{word}'",
        "unrecognized option '{word}'",
        "usage: mingetty {word}",
      ],
      meaning: "getty does not know an argument of its entry and ends.",
      causes: ["The options belong to another getty: agetty, BusyBox getty, mingetty and mgetty differ."],
      find: ["`getty --help`, and which program it is: `ls -l $(which getty)`."],
    },
    {
      id: "not-open",
      templates: ["stdin is not open for read/write", "{terminal}: not open for read/write"],
      meaning: "With `-` as the terminal, getty uses what init has opened, and that is not a terminal.",
      remedy: ["Name the terminal in the entry: BusyBox opens what is before the first colon."],
    },
    {
      id: "attributes",
      templates: [
        "{terminal}: failed to get terminal attributes: {reason}",
        "{terminal}: failed to set terminal attributes: {reason}",
        "tcgetattr: {reason}",
        "tcsetattr: {reason}",
        "/dev/{terminal}: input/output error",
        "/dev/{terminal}: read: {reason}",
        "{terminal}: tcgetattr: {reason}",
        "could not get terminal name: {word}",
      ],
      meaning: "The line cannot be set up: this device file has no hardware.",
      causes: ["The kernel makes `ttyS0` to `ttyS3` even where the machine has fewer ports."],
      find: [
        "`dmesg | grep ttyS`, `cat /proc/tty/driver/serial`: `uart:unknown` means that there is no port.",
      ],
      remedy: ["Remove the entry, or name the right port."],
    },
    {
      id: "no-login",
      templates: ["{terminal}: can't exec {path}: {reason}", "can't execute '{path}': {reason}"],
      meaning: "getty could not start the login program.",
      find: ["`ls -l /bin/login`; another program is given with `-l`."],
    },
    {
      id: "job-control",
      templates: [
        "can't access tty; job control turned off",
        "cannot set terminal process group ({word}): {reason}",
        "no job control in this shell",
      ],
      meaning: "The shell has no controlling terminal, so Ctrl-C and `&` do not work as usual.",
      causes: ["The entry runs on `/dev/console`, or without the leading `-` of BusyBox."],
      remedy: [
        "Name a real terminal, such as `ttyS0` or `tty1`, and write `-/bin/sh` in BusyBox, or use getty.",
      ],
    },
  ],
};
