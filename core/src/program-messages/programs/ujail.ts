// What OpenWrt's jails say: ujail, which procd starts a service through, uxc, which does so with containers, and utrace.
// Source: procd of August 2026, jail, uxc.c and trace.

import type { SpeakingProgram } from "../contract.ts";

/** Starts the process of a service in a jail. */
export const ujailMessages: SpeakingProgram = {
  id: "ujail",
  title: "ujail of OpenWrt",
  tags: ["jail", "ujail", "preload-jail", "perload-jail"],
  families: ["openwrt"],
  messages: [
    {
      id: "ended",
      templates: ["jail ({pid}) exited with exit: {status}", "jail ({pid}) exited with signal: {status}"],
      meaning:
        "The process in the jail has ended. procd starts the service again where `procd_set_param respawn` is set.",
      causes: [
        "Signal 31 (12 on MIPS) is a system call that the file of `procd_set_param seccomp` does not allow.",
      ],
    },
    {
      id: "cannot-execute",
      templates: ["failed to execve {program}: {reason}", "execve error {reason}"],
      meaning: "The jail is ready, but its program could not be started there.",
      causes: [
        "The program, its interpreter or a library is not in the jail: only what `procd_add_jail_mount` names and the libraries that the program is linked with are.",
      ],
      remedy: [
        "Name what is missing with `procd_add_jail_mount`, or what is written to with `procd_add_jail_mount_rw`.",
      ],
    },
    {
      id: "no-file",
      templates: [
        "stat({path}) failed: {reason}",
        "fstat({path}) failed: {reason}",
        "failed to create mount target {path}: {reason}",
        "failed to mount -B {path} {path2}: {reason}",
        "failed to mount {path} {path2}: {reason}",
        "failed to mmap {path}: {reason}",
        "move_mount() to {path} failed: {reason}",
        "failed to enforce mount restrictions on {path} {path2}: {reason}",
        "mount_all() failed",
        "failed to build jail fs",
        "failed to load dependencies",
        "create_devices() failed",
        "glob failed on {path}",
        "path {path} open failed {reason}",
      ],
      meaning: "A file or folder could not be brought into the jail, so the service is not started.",
      causes: [
        "A path of `procd_add_jail_mount` does not exist when the service starts.",
        "A folder that the service makes for itself does not exist yet.",
      ],
      find: ["The paths of the service in `ubus call service list`, each with `ls -ld`."],
      remedy: ["Make the folder in `start_service` before `procd_open_instance`."],
    },
    {
      id: "bad-program",
      templates: [
        "{path} is not an absolute path",
        "bad script interp ({path})",
        "unknown elf format {count}",
        "corrupt DT_NEEDED entry in {path}",
        "corrupt PT_INTERP entry in {path}",
        "PT_DYNAMIC size is not a multiple of {word} in {path}",
        "PT_DYNAMIC out of bounds in {path}",
      ],
      meaning: "ujail cannot find out what the program needs, because the path or the file is not usable.",
      remedy: [
        "Write the program with its whole path, and look at the file with `head -c 64 PROGRAM | hexdump -C`.",
      ],
    },
    {
      id: "user",
      templates: [
        "failed to get uid/gid for user {word}: {count} ({reason})",
        "failed to get uid/gid for user {word}: {reason}",
        "failed to get gid for group {word}: {count} ({reason})",
        "failed to get gid for group {word}: {reason}",
        "failed to initgroups() for user {word}: {reason}",
        "failed to set group id {count}: {reason}",
        "failed to set user id {count}: {reason}",
        "could not resolve groups for {word}",
      ],
      meaning: "The user or group under which the service is to run does not exist, or could not be taken.",
      find: ["`grep '^USER:' /etc/passwd`, `grep '^GROUP:' /etc/group`."],
      remedy: ["Let the package add the user (`USERID` in its Makefile), or correct `procd_set_param user`."],
    },
    {
      id: "filter",
      templates: [
        "failed to load {path}",
        "{program}: failed to load {path}",
        "{program}: failed to parse seccomp filter rules {path}",
        "SECCOMP_FILE not specified",
        "failed to load libpreload-seccomp.so",
        "failed to read capabilities from file {path}",
        "capability {word} ({count}) is not in bounding set",
        "failed to add preload-lib to env",
      ],
      meaning:
        "The file of allowed system calls or capabilities cannot be used, or the package `procd-seccomp` is missing.",
      find: [
        "`ls -l /etc/seccomp /etc/capabilities /lib/libpreload-seccomp.so`, and `jsonfilter -i FILE -e @`.",
      ],
    },
    {
      id: "kernel",
      templates: [
        "unshare(CLONE_NEWUSER) failed: {reason}",
        "unshare(CLONE_NEWNS) failed: {reason}",
        "failed to clone/fork: {reason}",
        "private mount failed {reason}",
        "pivot_root({path}, {path2}) failed: {reason}",
        "sethostname({word}) failed: {reason}",
        "prctl({word}) failed: {reason}",
        "capget() failed",
        "capset() failed",
        "not root, aborting: {reason}",
        "Not using namespaces, capabilities or seccomp !!!",
      ],
      meaning: "The kernel refuses a part of the jail.",
      causes: [
        "The kernel is built without namespaces or seccomp (`CONFIG_KERNEL_NAMESPACES`, `CONFIG_KERNEL_SECCOMP`).",
        "ujail was started by a user other than root.",
      ],
    },
    {
      id: "device",
      templates: [
        "custom device {path} requested but not found {text}",
        "custom device {path} is outside of /dev; {text}",
        "custom device {path} exists on the host but {text}",
        "could not open default device {path}; it will be unavailable in the jail",
      ],
      meaning: "A device is not there, or is another one than the container asks for.",
    },
    {
      id: "half",
      templates: [
        "parent had an error, child exiting",
        "can't read from parent",
        "can't write to parent",
        "can't read from child",
        "can't write to child",
      ],
      meaning:
        "One half of ujail has ended because of a mistake of the other: the message before this one says why.",
    },
    {
      id: "hook",
      templates: [
        "hook ({pid}) exited with exit: {status}",
        "hook ({pid}) exited with signal: {status}",
        "hook fork error",
      ],
      meaning:
        "A command that the container's `config.json` runs before its start or after its end has failed.",
    },
  ],
};

/** The command for containers. */
export const uxcMessages: SpeakingProgram = {
  id: "uxc",
  title: "uxc of OpenWrt",
  tags: ["uxc"],
  families: ["openwrt"],
  messages: [
    {
      id: "error",
      templates: ["uxc error: {reason}", "failed to load {path}", "error adding settings for {word}"],
      meaning: "The command has failed for this reason. A file that is named is not valid JSON.",
      causes: [
        "No container has this name, or it runs already.",
        "Its folder is on a file system that is not mounted.",
      ],
      find: ["`uxc list` and `ls /etc/uxc`."],
    },
    {
      id: "console",
      templates: [
        "can't connect to ubus!",
        "can't create virtual console!",
        "can't open virtual console!",
        "can't open local console!",
        "ubus request failed",
      ],
      meaning: "`uxc attach` cannot reach the console of the container.",
      causes: ["The container does not run, or its process has no terminal (`terminal` in `config.json`)."],
    },
  ],
};

/** Watches the system calls of a service. */
export const utraceMessages: SpeakingProgram = {
  id: "utrace",
  title: "utrace of OpenWrt",
  tags: ["utrace", "seccomp-trace"],
  families: ["openwrt"],
  messages: [
    {
      id: "not-allowed",
      templates: ["{other}[{pid}] tried to call non-whitelisted syscall: {word} (see {path})"],
      meaning:
        "The program uses a system call that its seccomp file does not allow. The call fails; a service that does not expect this ends.",
      remedy: ["Add the call to the list in that file, then restart the service."],
    },
    {
      id: "cannot-trace",
      templates: [
        "failed to exec {program}: {reason}",
        "failed to start {program}",
        "failed to open {path}",
        "PTRACE_SEIZE: {reason}",
        "no name found for syscall({count})",
      ],
      meaning: "The program could not be started or watched, or the list of its calls could not be written.",
    },
    {
      id: "notes",
      templates: [
        "saving syscall trace to {path}",
        "Tracing new child {pid}",
        "Child {pid} exited",
        "Injecting signal {status} into pid {pid}",
      ],
      meaning: "utrace reports what it does.",
    },
  ],
};
