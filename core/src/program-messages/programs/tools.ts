// What sulogin and the gettys say. Source: the programs of sysvinit 3.14, util-linux and BusyBox, their messages.

import type { SpeakingProgram } from "../contract.ts";

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
        "(or type Control-D to continue):",
        "Press enter for login:",
        "normal startup",
        "starting shell for system maintenance",
        "System Maintenance Mode",
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
      templates: ["Login incorrect.", "Login incorrect", "input overrun at {word}"],
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
        "No password file",
        "No password entry for `root'",
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
      templates: [
        "can not execute su shell.",
        "can not fork: {reason}",
        "cannot open console: {reason}",
        "setexeccon failed",
      ],
      meaning: "The shell could not be started.",
      find: ["`SUSHELL`, root's shell in `/etc/passwd`, and `/bin/sh`."],
    },
    {
      id: "timed-out",
      templates: ["Timed out.", "Timed out"],
      meaning: "There was no answer within the time that `-t` allows.",
    },
    {
      id: "not-checked",
      templates: ["crypt failed: {reason}", "change of working directory failed: {reason}"],
      meaning:
        "root's entry names a method of encryption or a home directory that this system does not have.",
      find: ["root's line in `/etc/shadow` and `/etc/passwd`."],
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
        "{terminal}: No such file or directory",
        "{terminal}: Permission denied",
        "{terminal}: cannot open tty: {reason}",
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
        "{terminal}: not a character device",
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
        "{terminal}: input overrun",
        "setsid failed: {reason}",
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
      templates: [
        "{terminal}: can't exec {path}: {reason}",
        "can't execute '{path}': {reason}",
        "{terminal}: can't exec {path}",
      ],
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
    {
      id: "login",
      templates: [
        "Login timed out after {seconds} seconds",
        "Login timed out after {seconds} seconds.",
        "-f is for root only",
        "pam_{word} call failed: {text} ({status})",
        "pam_{word} failed: {text} ({status})",
      ],
      meaning: "login ended without a login, so the entry's getty starts again.",
      causes: ["Nobody answered, or PAM is not set up: see `/etc/pam.d/login`."],
    },
  ],
};
