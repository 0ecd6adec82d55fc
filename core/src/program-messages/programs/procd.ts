// What procd says of its inittab, of the scripts in rc.d and of services. Observed: procd of August 2026; source: spec/openwrt.md.

import type { SpeakingProgram } from "../contract.ts";

/** OpenWrt's process 1. */
export const procdMessages: SpeakingProgram = {
  id: "procd",
  title: "procd of OpenWrt",
  tags: ["procd", "init"],
  dialects: ["procd"],
  families: ["openwrt"],
  messages: [
    {
      id: "unknown-handler",
      templates: ["Unknown init handler {action}"],
      meaning:
        "The third field is not an action of procd, so the line is dropped. The word is case-sensitive.",
      causes: [
        "`wait`, `once`, `ctrlaltdel`, `restart` and all actions of System V are unknown to procd.",
        "The word is mistyped.",
      ],
      find: ["`grep -n ':ACTION:' /etc/inittab`."],
      remedy: [
        "Use sysinit, shutdown, respawn, respawnlate, askfirst, askconsole or askconsolelate; what is to run once belongs in `/etc/rc.local` or an init script.",
      ],
    },
    {
      id: "rcs-format",
      templates: ["valid format is rcS <S|K> <param>"],
      meaning:
        "A sysinit or shutdown entry does not have two words after the program. **The boot stops here**: no start script runs.",
      causes: ["The line was taken from BusyBox: `::sysinit:/etc/init.d/rcS`."],
      remedy: ["Write `::sysinit:/etc/init.d/rcS S boot` and `::shutdown:/etc/init.d/rcS K shutdown`."],
    },
    {
      id: "crash-loop",
      templates: [
        "Instance {service}::{word} s in a crash loop {count} crashes, {seconds} seconds since last crash",
        "Instance {service}::{word} is in a crash loop {count} crashes, {seconds} seconds since last crash",
      ],
      meaning:
        "The service ended again and again, each time sooner than the threshold, and procd has given up. It stays down until it is started by hand.",
      causes: [
        "The command puts itself into the background: procd takes this for its end.",
        "A setting or a file that it needs is missing, or its port is taken.",
      ],
      find: ["`logread -e SERVICE`, and the command of `ubus call service list` run by hand."],
      remedy: [
        "Give the command its option for staying in the foreground, correct the settings, then `/etc/init.d/SERVICE restart`. `procd_set_param respawn 3600 5 0` never gives up.",
      ],
    },
    {
      id: "not-started",
      templates: [
        "Not starting instance {service}::{word}, command not set",
        "Not starting instance {service}::{word}, an error was indicated",
      ],
      meaning: "The instance has no usable command, so procd does not start it.",
      causes: ["`procd_set_param command` is missing, or a variable in it is empty."],
    },
    {
      id: "not-stopped",
      templates: ["Instance {service}::{word} pid {pid} not stopped on SIGTERM, sending SIGKILL instead"],
      meaning: "The process was still there when `term_timeout` (five seconds unless set) was over.",
    },
    {
      id: "cannot-become",
      templates: [
        "failed to set group id {count}: {reason}",
        "failed to set user id {count}: {reason}",
        "failed to initgroups() for user {word}: {reason}",
        "Cannot jail service {service}::{word}. {path}: {reason} ({count})",
        "Seccomp support for {service}::{word} not available",
        "failed to open pidfile for writing: {path}: {reason}",
        "failed to write pidfile: {path}: {reason}",
        "failed to close pidfile: {path}: {reason}",
        "Failed to remove pidfile: {path}: {reason}",
        "failed adding instance cgroup for {service}: {reason}",
        "expected {count} jail params, used {limit} for {service}::{word}",
        "unknown syslog facility '{word}' given, using default (LOG_DAEMON)",
        "unknown watchdog mode ({word}) given, using default (0)",
        "invalid watchdog timeout ({word}) given, using default (30)",
      ],
      meaning:
        "procd could not set up the instance as its parameters `user`, `group`, `pidfile`, `jail` or `seccomp` ask for.",
      find: ["`ubus call service list`, `id USER`, and whether the folder of the pid file exists."],
    },
    {
      id: "cannot-execute",
      templates: [
        "Failed to execute {program}: {reason}",
        "Failed to execute {program}",
        "Failed to start {program}: {reason}",
      ],
      meaning: "The program of an entry, or one that procd needs to boot, could not be started.",
      causes: ["It does not exist or is not executable, or its interpreter or libraries are missing."],
      find: ["`ls -l PROGRAM`, `head -1 PROGRAM`."],
    },
    {
      id: "console-alive",
      templates: ["Console is alive"],
      meaning: "The first line of OpenWrt's init: the console works, and `/etc/preinit` comes next.",
    },
    {
      id: "crashed",
      templates: ["Rebooting as procd has crashed"],
      meaning: "procd itself met a fatal fault, and the machine restarts.",
      find: ["`/sys/fs/pstore` after the restart."],
    },
    {
      id: "selinux",
      templates: ["Cannot load SELinux policy, but system in enforcing mode. Halting."],
      meaning: "SELinux is to be enforced, but its policy cannot be loaded, so init stops the machine.",
      remedy: ["Boot with `enforcing=0` and repair the policy."],
    },
    {
      id: "watchdog",
      templates: ["instance {service}::{word} watchdog timer expired"],
      meaning:
        "The service did not report within the time that its watchdog allows, so procd ends it or starts it anew.",
    },

    {
      id: "debug",
      templates: [
        "Launched new {action} action, pid={pid}",
        "pid:{pid}, exitcode:{status}",
        "Skipping respawn: device '{terminal}' does not exist anymore",
        "Parsing inittab - {text}",
        "Started instance {service}::{word}[{pid}]",
        "Instance {service}::{word} exit with error code {status} after {seconds} seconds",
        "stop {path} {action} - took {text}",
        "Update instance {service}::{word}",
        "Stop instance {service}::{word}",
        "Start instance {service}::{word}",
        "Update service {service}",
        "Create service {service}",
        "Launched preinit instance, pid={pid}",
        "Exec to real procd now",
        "Started instance {service}::{word} watchdog timer : timeout = {seconds}",
        "setting watchdog mode ({word})",
        "setting watchdog timeout ({seconds})",
        "setting facility '{word}'",
        "Change state {word} -> {state}",
        "Shutting down system with event {word}",
        "Triggering {text}",
      ],
      meaning:
        "procd reports what it does, which it does only with `init_debug=` of 2 or more on the kernel's command line.",
    },

    {
      id: "state",
      templates: [
        "- {state} -",
        "- init complete -",
        "- power down -",
        "- SIGTERM processes -",
        "- SIGKILL processes -",
        "- ubus (running as root!) -",
      ],
      meaning: "procd enters a new state: early, ubus, init, init complete, shutdown, halt.",
      causes: [
        "If `- init complete -` does not follow `- init -`, a start script does not return, or the sysinit entry is unusable.",
      ],
    },
  ],
};
