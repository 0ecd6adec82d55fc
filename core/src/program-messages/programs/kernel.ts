// What the kernel says of process 1, and what a shell says of the scripts that init calls. Source: the kernel's
// init/main.c and kernel/exit.c, and dash, bash and BusyBox ash, their messages.

import type { SpeakingProgram } from "../contract.ts";

/** The kernel, before and after init. */
export const kernelMessages: SpeakingProgram = {
  id: "kernel",
  title: "the kernel",
  tags: ["kernel"],
  messages: [
    {
      id: "killed-init",
      templates: [
        "Kernel panic - not syncing: Attempted to kill init! exitcode={word}",
        "Kernel panic - not syncing: Attempted to kill init!",
        "Attempted to kill init! exitcode={word}",
      ],
      meaning: "Process 1 has ended, so the kernel stops.",
      causes: [
        "`init=` names a script or a shell that has ended.",
        "In an initramfs `exec` is missing before `switch_root`, or the new root has no init.",
        "init or one of its libraries is damaged or built for another processor. The exit code 0x0000000b means a memory fault, 0x00007f00 a program that was not found.",
      ],
      find: [
        "`cat /proc/cmdline` in a rescue system; `file sbin/init`, and its loader and libraries, on the root file system.",
      ],
      remedy: [
        "Boot with `init=/bin/sh`, and repair init. A script as process 1 must end in `exec /sbin/init`.",
      ],
    },
    {
      id: "no-working-init",
      templates: [
        "Kernel panic - not syncing: No working init found. Try passing init= option to kernel. See Linux Documentation/admin-guide/init.rst for guidance.",
        "No working init found. Try passing init= option to kernel.",
        "No init found. Try passing init= option to kernel.",
        "Kernel panic - not syncing: No init found. Try passing init= option to kernel.",
        "No working init found",
      ],
      meaning:
        "The kernel tried `/sbin/init`, `/etc/init`, `/bin/init` and `/bin/sh`, and could run none of them.",
      causes: [
        "The wrong file system was mounted as root, or it is empty.",
        "The programs need a loader or libraries that are missing, or they are built for another processor.",
        "init is not executable.",
      ],
      find: [
        "Look for the line `VFS: Mounted root` further up; look at the file system from a rescue system.",
      ],
      remedy: ["Correct `root=`, or install init."],
    },
    {
      id: "failed-to-execute",
      templates: [
        "Failed to execute {path} (error {word})",
        "Failed to execute {path} (error {word}). Attempting defaults...",
        "Requested init {path} failed (error {word}).",
        "Kernel panic - not syncing: Requested init {path} failed (error {word}).",
      ],
      meaning:
        "The program that `init=` or the kernel's list names could not be run. Error -2: it or its interpreter is not there; -8: it is built for another processor; -13: it is not executable.",
      find: ["`ls -l PATH`, `file PATH`."],
    },
    {
      id: "no-root",
      templates: [
        "Kernel panic - not syncing: VFS: Unable to mount root fs on {word}",
        "VFS: Unable to mount root fs on {word}",
        "VFS: Cannot open root device {word}",
      ],
      meaning:
        "The kernel found no root file system, so init was never started. `/etc/inittab` plays no part in this.",
      causes: [
        "`root=` is wrong, the initramfs is missing, or the driver of the disk or the file system is not in the kernel.",
      ],
    },
    {
      id: "no-console",
      templates: ["Warning: unable to open an initial console.", "unable to open an initial console."],
      meaning: "There is no `/dev/console` when init is started, so init's own output is lost.",
      causes: ["`/dev` of the root file system is empty, and the kernel does not mount devtmpfs."],
      remedy: [
        "`mknod /dev/console c 5 1` on the root file system, or build the kernel with CONFIG_DEVTMPFS_MOUNT.",
      ],
    },
    {
      id: "run-init",
      templates: ["Run {path} as init process"],
      meaning: "The kernel starts process 1 now.",
    },
    {
      id: "oom",
      templates: [
        "Out of memory: Killed process {pid} ({process}){word}",
        "Out of memory: Kill process {pid} ({process}){word}",
      ],
      meaning:
        "The kernel was short of memory and killed this process. If an entry or a script of init started it, `respawning too fast` or `dead but subsys locked` may follow.",
    },
    {
      id: "halted",
      templates: [
        "reboot: System halted",
        "System halted.",
        "reboot: Power down",
        "Power down.",
        "reboot: Restarting system",
        "Restarting system.",
      ],
      meaning: "The last line of a shutdown.",
      causes: [
        "If the machine stays on after `System halted`: halt was called instead of poweroff, or the script of the runlevel calls `halt` without `-p`.",
      ],
    },
    {
      id: "respawn-storm",
      templates: ["fork: Resource temporarily unavailable", "fork failed: {reason}"],
      meaning: "The number of processes is used up.",
    },
  ],
};

/** A shell that runs an init script. */
export const shellMessages: SpeakingProgram = {
  id: "shell",
  title: "the shell that runs a script",
  tags: ["sh", "-sh", "ash", "-ash", "dash", "bash", "-bash", "/bin/sh", "/bin/bash", "env", "exec"],
  messages: [
    {
      id: "not-found",
      templates: [
        "/etc/init.d/{script}: line {line}: {word}: command not found",
        "/etc/init.d/{script}: {line}: {word}: not found",
        "/etc/init.d/{script}: line {line}: {word}: not found",
        "{path}: line {line}: {word}: command not found",
        "{path}: {line}: {word}: not found",
        "{path}: line {line}: {word}: not found",
        "{word}: command not found",
        "line {line}: {word}: command not found",
        "{path}: exec: line {line}: {word}: not found",
      ],
      meaning:
        "The script calls something that is neither a program in PATH nor a function. The script continues unless it contains `set -e`.",
      causes: [
        "A helper function is called whose library is not sourced, or which the library of this system lacks: `daemon` and `killproc` are Red Hat's, `log_daemon_msg` is Debian's.",
        "init's PATH is shorter than a login's: `/usr/local/bin` is not in it.",
        "The line ends in a carriage return.",
      ],
      find: ["`type WORD`, `grep -n '^ *\\.' SCRIPT` shows what is sourced; `cat -A SCRIPT | head`."],
      remedy: [
        "Source the library that defines it, give the program's whole path, or set PATH in the script.",
      ],
    },
    {
      id: "bad-interpreter",
      templates: [
        "{path}: {program}: bad interpreter: {reason}",
        "bad interpreter: {reason}",
        "{path}: cannot execute: required file not found",
        "'{program}': No such file or directory",
      ],
      meaning: "The program in the first line of the script does not exist.",
      causes: [
        "The file has DOS line ends: `^M` or `\\r` is at the end of the name.",
        "bash or perl is not installed, or is elsewhere.",
      ],
      find: ["`head -1 SCRIPT | cat -A`."],
      remedy: ["`sed -i 's/\\r$//' SCRIPT`, or correct the first line."],
    },
    {
      id: "exec-format",
      templates: [
        "{path}: cannot execute binary file: Exec format error",
        "{path}: Exec format error",
        "Exec format error",
      ],
      meaning: "The kernel cannot run the file.",
      causes: [
        "It is built for another processor.",
        "A script has no first line with `#!`, has a blank line or a byte order mark before it, or is empty.",
      ],
      find: ["`file PATH`, `head -c 4 PATH | od -c`."],
    },
    {
      id: "is-directory",
      templates: ["{path}: line {line}: {path2}: Is a directory", "{path}: {line}: {path2}: Is a directory"],
      meaning: "A script or rc tried to run a folder.",
      causes: [
        "There is a folder among the links of a runlevel: rc's test for an executable also succeeds for a folder.",
      ],
      remedy: ["Move the folder out of `/etc/rcN.d`."],
    },
    {
      id: "denied",
      templates: [
        "{path}: Permission denied",
        "{path}: cannot execute: Permission denied",
        "Permission denied",
        "/etc/init.d/{script}: Permission denied",
      ],
      meaning: "The file is not executable, or may not be opened.",
      find: ["`ls -l PATH`, and whether the file system is mounted with noexec."],
      remedy: ["`chmod +x PATH`."],
    },
    {
      id: "syntax",
      templates: [
        "{path}: {line}: Syntax error: {reason}",
        "{path}: {line}: {path2}: Syntax error: {reason}",
        "{path}: line {line}: syntax error near unexpected token `{word}'",
        "{path}: line {line}: syntax error: {reason}",
        "line {line}: syntax error near unexpected token `{word}'",
        "{line}: Syntax error: {reason}",
        "syntax error: {reason}",
      ],
      meaning: "The shell cannot read the script, so nothing from that line on is executed.",
      causes: [
        "The script is written for bash and `/bin/sh` is dash or ash: `function name`, `[[`, arrays, `<<<`.",
        "`fi`, `done`, `esac` or a quote is missing above the line.",
        "The file has DOS line ends.",
      ],
      find: ["`sh -n SCRIPT`, `bash -n SCRIPT`; `inittab check SCRIPT`."],
      remedy: ["Write `#!/bin/bash` if it is for bash and bash is installed, or correct the line."],
    },
    {
      id: "no-file",
      templates: [
        "{path}: line {line}: {path2}: No such file or directory",
        "{path}: {line}: {path2}: No such file or directory",
        "{path}: {line}: .: cannot open {path2}: No such file",
        "{path}: {line}: .: Can't open {path2}",
        "{path}: {line}: cannot create {path2}: {reason}",
        "{path}: {line}: cannot open {path2}: {reason}",
        "{path}: No such file or directory",
        "{path}: not found",
        "{path}: line {line}: can't create {path2}: {reason}",
        "{path}: line {line}: can't open {path2}: {reason}",
        "/etc/init.d/{script}: No such file or directory",
      ],
      meaning: "The script sources, opens or runs a file that does not exist.",
      causes: [
        "The script uses the library of another family: `/etc/init.d/functions` is Red Hat's, `/lib/lsb/init-functions` the LSB's.",
        "A folder below `/run` or `/var/run` was not made at this boot.",
      ],
      find: ["`ls -l PATH`."],
    },
    {
      id: "unbound",
      templates: [
        "{path}: line {line}: {word}: unbound variable",
        "{path}: {line}: {word}: parameter not set",
      ],
      meaning: "With `set -u` the script uses a variable that has no value, and ends.",
      causes: ["The variable exists only after a login, such as HOME, USER or JAVA_HOME; init sets few."],
      remedy: ["Set it in the script, or give it a default where it is used."],
    },
    {
      id: "read-only",
      templates: ["{path}: Read-only file system", "{word}: Read-only file system", "Read-only file system"],
      meaning: "The file system is not writable at this moment.",
      causes: [
        "The script runs before the root file system has been remounted for writing, or after it was remounted at shutdown.",
        "The kernel has remounted it because of errors of the disk.",
      ],
      find: ["`dmesg | tail`, `grep ' / ' /proc/mounts`."],
      remedy: ["Let the script start after `$local_fs`, and stop before it is unmounted."],
    },
    {
      id: "usage",
      templates: ["Usage: /etc/init.d/{script} {word}", "Usage: {path} {start|{word}"],
      meaning: "The script was called without an action that it knows.",
    },
  ],
};
