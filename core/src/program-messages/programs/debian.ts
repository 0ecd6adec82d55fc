// What Debian's rc, startpar, invoke-rc.d, service and helper functions say. Observed: sysv-rc 3.06, startpar 0.65 and
// lsb-base of Debian 12; source: spec/initscripts.md, sections 5.2 and 7.2.

import type { SpeakingProgram } from "../contract.ts";

/** Debian's rc and what stands around it. */
export const debianMessages: SpeakingProgram = {
  id: "debian",
  title: "rc and the helper functions of Debian",
  tags: ["rc", "startpar", "invoke-rc.d", "service"],
  families: ["debian"],
  messages: [
    {
      id: "concurrent",
      templates: [
        "Using makefile-style concurrent boot in runlevel {level}.",
        "Using startpar-style concurrent boot in runlevel {level}.",
      ],
      meaning:
        "rc runs the scripts of this runlevel at the same time, in the order of insserv's dependency files.",
    },
    {
      id: "failed",
      templates: [
        "service(s) returned failure: {scripts} ... failed!",
        "service(s) returned failure: {scripts} ...",
      ],
      meaning:
        "These scripts ended with a status other than 0, 5 and 6. The boot continues anyway; the scripts that require them are started too.",
      causes: ["The daemon did not start, or the script's last command fails for another reason."],
      find: ["`/etc/init.d/SCRIPT start; echo $?`, `sh -x /etc/init.d/SCRIPT start`, the daemon's own log."],
      remedy: ["Correct the settings, or let the script end with `exit 0` if its start has worked."],
    },
    {
      id: "not-installed",
      templates: [
        "service(s) skipped, program is not installed: {scripts} ... (warning).",
        "service(s) skipped, program is not installed: {scripts} ...",
      ],
      meaning: "These scripts ended with status 5: their program is not installed.",
      causes: ["The package was removed but not purged, so its script is left."],
      remedy: ["`apt purge PACKAGE`, or install it again."],
    },
    {
      id: "not-configured",
      templates: [
        "service(s) skipped, program is not configured: {scripts} ... (warning).",
        "service(s) skipped, program is not configured: {scripts} ...",
      ],
      meaning: "These scripts ended with status 6: their program is not configured.",
      find: ["Look at `/etc/default/SCRIPT` and the program's settings."],
    },
    {
      id: "outside-flow",
      templates: ["error: '{path}' exited outside the expected code flow."],
      meaning: "rc ended before all its work was done.",
      causes: ["rc was called without a runlevel, or a script that it sources called `exit`."],
      find: ["Call it as init does: `/etc/init.d/rc 2`."],
    },
    {
      id: "action-failed",
      templates: ['initscript {script}, action "{action}" failed.'],
      meaning:
        "A package's script requested this action through invoke-rc.d, and it failed, so the package is left half configured.",
      find: ["`/etc/init.d/SCRIPT ACTION; echo $?` and the daemon's own log."],
      remedy: ["Fix the cause, then `dpkg --configure -a`."],
    },
    {
      id: "unknown-initscript",
      templates: ["unknown initscript, /etc/init.d/{script} not found."],
      meaning: "A package's script requests an action of a script that does not exist.",
      causes: ["The script was removed by hand; dpkg does not bring a removed file of `/etc` back."],
      remedy: ["`apt install --reinstall -o Dpkg::Options::=--force-confmiss PACKAGE`."],
    },
    {
      id: "service-usage",
      templates: ["Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]"],
      meaning: "service was called without a name and a command.",
      remedy: ["`service ssh status`, `service --status-all`."],
    },

    {
      id: "policy",
      templates: [
        "policy-rc.d denied execution of {action}.",
        "initscript {script}, action {action} denied by policy-rc.d",
      ],
      meaning:
        "`/usr/sbin/policy-rc.d` forbids packages to start services here. This is usual in containers and while an image is being built.",
      find: ["`cat /usr/sbin/policy-rc.d`."],
      remedy: ["Start the service yourself, or remove the file."],
    },
    {
      id: "no-runlevel",
      templates: ["could not determine current runlevel"],
      meaning:
        "There is no runlevel, so invoke-rc.d cannot tell whether the service should run. This is usual in a chroot or a container.",
    },
    {
      id: "is-running",
      templates: ["{script} is running."],
      meaning: "The service is running. `status_of_proc` returns 0.",
    },
    {
      id: "not-running",
      templates: ["{script} is not running ... failed!", "{script} is not running"],
      meaning:
        "The service is not running: status 3, or 1 if its pid file still exists. Debian's functions ignore lock files.",
      find: ["The daemon's own log, `/etc/init.d/SCRIPT start`, `/var/run/SCRIPT.pid`."],
    },
    {
      id: "no-access",
      templates: [
        "could not access PID file for {script} ... failed!",
        "could not access PID file for {script}",
      ],
      meaning: "The pid file exists but cannot be read. `status_of_proc` returns 4.",
      remedy: ["Ask as root."],
    },
    {
      id: "failed-mark",
      templates: [
        "Starting {text}: {script} failed!",
        "Stopping {text}: {script} failed!",
        "[FAIL] {text}: {script} ... failed!",
        "[....] {text}: {script}",
        "[ ok ] {text}: {script}.",
        "[warn] {text}: {script} ... (warning).",
      ],
      meaning: "The script reports how its action ended, through `log_daemon_msg` and `log_end_msg`.",
      find: ["`sh -x /etc/init.d/SCRIPT start` and the daemon's own log."],
    },
    {
      id: "unrecognized",
      templates: ["{script}: unrecognized service"],
      meaning: "`service` finds no executable script of this name in `/etc/init.d`.",
      causes: ["The name is mistyped, the package is not installed, or the script is not executable."],
      find: ["`ls -l /etc/init.d/`."],
      remedy: ["Use the script's name, or `chmod +x /etc/init.d/SCRIPT`."],
    },
    {
      id: "killing",
      templates: [
        "Asking all remaining processes to terminate...{word}",
        "Killing all remaining processes...{word}",
        "All processes ended within {seconds} seconds...{word}",
      ],
      meaning:
        "The script sendsigs runs at shutdown: it sends TERM to all processes, waits up to ten seconds, then sends KILL to those that are left.",
    },
    {
      id: "deactivating",
      templates: [
        "Deactivating swap...{word}",
        "Unmounting local filesystems...{word}",
        "Will now halt{word}",
        "Will now restart{word}",
        "Remounting root filesystem read-only...{word}",
        "mount: / is busy",
      ],
      meaning: "A step of the shutdown, after all processes have been ended.",
      causes: [
        "If the shutdown hangs here, a process that cannot be killed or a network file system keeps a mount busy.",
      ],
    },
  ],
};
