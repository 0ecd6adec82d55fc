// What OpenRC's programs say. Observed: OpenRC 0.63.3 and 0.45.2; source: spec/openrc.md, sections 8 to 12, and the
// programs' messages.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";

const services: readonly ProgramMessage[] = [
  {
    id: "would-not-start",
    templates: ["ERROR: cannot start {script} as {other} would not start"],
    meaning:
      "The service needs the other one, directly or through others, and that one is not started. OpenRC does not try to start this one.",
    causes: [
      "The other one failed: its own message is above.",
      "The two need each other in a circle; OpenRC does not report circles.",
    ],
    find: [
      "`rc-service OTHER status`, `rc-service OTHER start`; `rc-depend -t ineed SCRIPT`; `inittab order SYSROOT` shows circles.",
    ],
    remedy: [
      "Fix the other service first; if this one can do without it, write `use` or `want` instead of `need`.",
    ],
  },
  {
    id: "failed-to-start",
    templates: ["ERROR: {script} failed to start"],
    meaning:
      "One of the functions start_pre, start and start_post returned a status other than 0. The service counts as stopped.",
    causes: [
      "The command is missing or ends at once, its settings are wrong, or its pid file cannot be written.",
      "Only `start_post` failed: the daemon may be running.",
    ],
    find: [
      "Lines above; `rc-service -D SCRIPT start`, `/etc/init.d/SCRIPT --debug start`, the daemon's own log.",
    ],
    remedy: ["Fix the cause, then `rc-service SCRIPT zap start` if it counts as crashed."],
  },
  {
    id: "failed-to-stop",
    templates: ["ERROR: {script} failed to stop"],
    meaning:
      "The stop function returned a status other than 0. The service stays in the state started; at a change of runlevel the services it needs are stopped anyway.",
    find: ["`rc-service SCRIPT status`, and the pid file."],
  },
  {
    id: "still-up",
    templates: ["ERROR: cannot stop {script} as {other} is still up"],
    meaning: "The other service needs this one and could not be stopped, so this one keeps running too.",
    remedy: ["Stop the other one first, or `rc-service --nodeps SCRIPT stop`."],
  },
  {
    id: "needs",
    templates: [
      "ERROR: {script} needs service(s) {words}",
      "Service '{script}' needs non existent service '{other}'",
    ],
    meaning: "The service needs something that no service of the tree provides, so it is never started.",
    causes: [
      "The name is mistyped, or its package is not installed.",
      "The file exists but is not a service: not executable, another first line than `#!/sbin/openrc-run`, or a syntax error.",
    ],
    find: [
      "`ls -l /etc/init.d/OTHER; head -1 /etc/init.d/OTHER`; `rc-update -u` builds the dependency tree again and reports problems.",
    ],
    remedy: ["Correct `need` in depend(), install the package, or write `use` instead of `need`."],
  },
  {
    id: "stopped-by-something",
    templates: ["ERROR: {script} stopped by something else"],
    meaning: "Something else stopped the service while it was starting.",
  },
  {
    id: "waiting",
    templates: [
      "{script}: waiting for {other} ({seconds} seconds)",
      "{script}: timed out waiting for {other}",
    ],
    meaning:
      "The service waits for another one to finish starting or stopping, at most 60 seconds. Then it continues as if the other one were stopped.",
    causes: [
      "The other service's start function does not return, or takes a long time.",
      "The two wait for each other in a circle.",
    ],
    find: ["`rc-status`, `ps aux | grep openrc-run`; `inittab order SYSROOT` shows circles."],
    remedy: [
      "Let the daemon go into the background (`command_background=yes` with `pidfile=`), or give it `keyword -timeout` if it may take a long time.",
    ],
  },
  {
    id: "already",
    templates: [
      "WARNING: {script} has already been started",
      "WARNING: {script} is already stopped",
      "WARNING: {script} is already starting",
      "WARNING: {script} is already stopping",
      "WARNING: {script} is stopping",
      "WARNING: {script} has already started, but is inactive",
    ],
    meaning:
      "Nothing is done; the exit status is 0. OpenRC relies on what it has noted, not on whether the process exists.",
    causes: ["The daemon has died, and OpenRC has not noticed: `rc-service SCRIPT status` says crashed."],
    remedy: ["`rc-service SCRIPT restart`, or `rc-service SCRIPT zap` and start."],
  },
  {
    id: "will-start-when",
    templates: [
      "WARNING: {script} will start when {other} has started",
      "WARNING: {script} will start when {other} {word} started",
      "WARNING: {script} will be started in the next runlevel",
    ],
    meaning:
      "The other service is inactive, so this one is scheduled and starts when the other one comes back.",
    causes: ["A network interface waits for its cable, or a VPN for its peer."],
    find: ["`rc-status`."],
  },
  {
    id: "inactive",
    templates: ["WARNING: {script} has started, but is inactive"],
    meaning:
      "The start of the service called `mark_service_inactive`: it waits for something from outside. Services that need it are scheduled.",
  },
  {
    id: "boot-service",
    templates: ["WARNING: you are stopping a boot service", "WARNING: you are stopping a sysinit service"],
    meaning: "The service belongs to an early runlevel, and much may depend on it. It is stopped anyway.",
  },
  {
    id: "not-started",
    templates: [
      "{script}: cannot '{action}' as it has not been started",
      "{script}: cannot '{action}' as it has not been stopped",
    ],
    meaning:
      "The command is one of `extra_started_commands` or `extra_stopped_commands`, but the service is in the other state.",
  },
  {
    id: "unknown-command",
    templates: [
      "{script}: unknown function `{action}'",
      "{script}: unknown function '{action}'",
      "{script}: command '{action}' not a default nor extra command",
      "{script}: undefined function 'reload'",
      "{script}: function '{action}' defined but does not exist",
    ],
    meaning: "The script has no such command.",
    find: ["`rc-service SCRIPT describe` lists the commands."],
    remedy: ["Name the function in `extra_commands`, `extra_started_commands` or `extra_stopped_commands`."],
  },
  {
    id: "nothing-to-start",
    templates: [
      "There is nothing for {script} to start.",
      "The command variable is undefined.",
      "If this is what you intend, please write a start function.",
    ],
    meaning: "The script has neither a start function nor a variable `command`. It counts as started.",
    remedy: ["Set `command=`, or write a `start()`."],
  },
  {
    id: "zapped",
    templates: ["Manually resetting {script} to stopped state"],
    meaning: "`zap` makes OpenRC forget that the service runs. No process is ended.",
  },
  {
    id: "not-hotplugged",
    templates: ["{script}: not allowed to be hotplugged"],
    meaning: "udev or mdev tried to start the service, but `rc_hotplug` in `/etc/rc.conf` does not allow it.",
    remedy: ['Allow it: `rc_hotplug="NAME"`, or `*` for all.'],
  },
  {
    id: "no-pidfile",
    templates: [
      "command_background is used but no pidfile specified",
      "{script}: command_background used but no pidfile specified",
    ],
    meaning: "With `command_background` OpenRC needs a file to write the process ID to. The start fails.",
    remedy: ["Set `pidfile=/run/NAME.pid` in the script."],
  },
  {
    id: "status",
    templates: ["status: {state}"],
    meaning:
      "What OpenRC has recorded of the service: started returns 0, stopped 3, stopping 4, starting 8, inactive 16, crashed 32.",
    causes: [
      "`crashed`: a daemon that start-stop-daemon or supervise-daemon manages is gone but was not stopped.",
    ],
    find: ["The daemon's own log."],
    remedy: ["For a crashed service: `rc-service NAME restart`, or `zap` and start."],
  },
];

const programs: readonly ProgramMessage[] = [
  {
    id: "no-service",
    templates: [
      "rc-service: service `{script}' does not exist",
      "service `{script}' does not exist",
      "{word}: service `{script}' does not exist",
    ],
    meaning: "There is no service of this name in `/etc/init.d` or `/usr/local/etc/init.d`.",
    causes: [
      "The name is mistyped, or the script is in another package: on Alpine in NAME-openrc.",
      "The file is not executable.",
    ],
    find: ["`rc-service --list`, `ls -l /etc/init.d`."],
  },
  {
    id: "no-runlevel",
    templates: [
      "{level}: not a valid runlevel",
      "{level}: is not a valid runlevel",
      "rc-update: `{level}' is not a valid runlevel",
      "`{level}' is not a valid runlevel",
      "runlevel `{level}' does not exist",
      "rc-update: runlevel `{level}' does not exist",
    ],
    meaning: "There is no folder of this name in `/etc/runlevels`, so nothing is done.",
    causes: [
      "A number of System V was given: OpenRC's runlevels are sysinit, boot, default, nonetwork, shutdown, and your own.",
    ],
    find: ["`ls /etc/runlevels`."],
    remedy: ["In an inittab: `openrc default`. For a runlevel of your own: `mkdir /etc/runlevels/NAME`."],
  },
  {
    id: "added",
    templates: [
      "service {script} added to runlevel {level}",
      "service {script} deleted from runlevel {level}",
      "runlevel {word} added to runlevel {level}",
      "runlevel {word} deleted from runlevel {level}",
    ],
    meaning:
      "The link in `/etc/runlevels` is made or removed. It takes effect at the next change of runlevel, or with `openrc`.",
  },
  {
    id: "already-installed",
    templates: [
      "rc-update: {script} already installed in runlevel `{level}'; skipping",
      "{script} already installed in runlevel `{level}'; skipping",
    ],
    meaning: "The service is already in the runlevel.",
  },
  {
    id: "not-in-level",
    templates: [
      "rc-update: service `{script}' is not in the runlevel `{level}'",
      "service `{script}' is not in the runlevel `{level}'",
      "rc-update: service `{script}' not found in any of the specified runlevels",
    ],
    meaning: "The service is not in this runlevel, so nothing is removed.",
    causes: ["Without a runlevel in the call the current one is meant, which in a chroot is sysinit."],
    find: ["`rc-update show`."],
  },
  {
    id: "not-executable",
    templates: ["rc-update: service `{script}' is not executable", "service `{script}' is not executable"],
    meaning: "The script has no execute permission, so it is not a service.",
    remedy: ["`chmod +x /etc/init.d/SCRIPT`."],
  },
  {
    id: "cannot-stack",
    templates: [
      "rc-update: cannot stack the {word} runlevel",
      "rc-update: cannot stack `{word}' onto itself",
    ],
    meaning: "sysinit, boot, single and shutdown cannot be part of another runlevel.",
  },
  {
    id: "invalid-command",
    templates: [
      "rc-update: invalid command `{word}'",
      "rc-update: no service specified",
      "rc-update: the -a option is invalid with add",
      "rc-update: cannot mix commands",
      "{word}: you need to specify a service",
    ],
    meaning: "The call is not well-formed.",
    remedy: ["`rc-update add NAME LEVEL`, `rc-update del NAME LEVEL`, `rc-update show`."],
  },
  {
    id: "stack-loop",
    templates: ["Loop detected in stacked runlevels attempting to enter runlevel {level}!", "Ancestors:"],
    meaning:
      "Runlevels are stacked in a circle. **Nothing is started**: a machine that boots like this has no services.",
    find: ["`find /etc/runlevels -type d -o -type l`."],
    remedy: ["`rc-update -s del LEVEL OTHER` removes one of the runlevels from the other."],
  },
  {
    id: "another-init",
    templates: [
      "You are attempting to run an openrc service on a",
      "system which openrc did not boot.",
      "You may be inside a chroot or you may have used",
      "another initialization system to boot this system.",
      "In this situation, you will get unpredictable results!",
      "If you really want to do this, issue the following command:",
    ],
    meaning: "There is no `/run/openrc/softlevel`: OpenRC has not booted this system.",
    causes: ["You are in a chroot or a container.", "The inittab does not call `openrc sysinit`."],
    remedy: [
      "In a container: `mkdir -p /run/openrc && touch /run/openrc/softlevel`. On a machine: let the inittab call `openrc sysinit`, `openrc boot` and `openrc default`.",
    ],
  },
  {
    id: "starting-up",
    templates: ["OpenRC {version} is starting up {text}", "Starting {script} ...", "Stopping {script} ..."],
    meaning: "OpenRC reports what it starts with.",
  },
  {
    id: "lock",
    templates: ["{script}: failed to acquire lock: {reason}", "Call to flock failed: {reason}"],
    meaning:
      "Another call is working on this service at the moment, or OpenRC's folder below `/run` cannot be written.",
    find: ["`ps aux | grep openrc-run`, `ls -ld /run/openrc /run/openrc/exclusive`."],
  },
  {
    id: "failed",
    templates: ["Failed to start {script}", "Failed to stop {script}"],
    meaning:
      "The program of the service could not be started or stopped. `ERROR: NAME failed to start` follows.",
    find: ["Run the script's `command` by hand, in the foreground; look at the daemon's own log."],
  },
  {
    id: "caching",
    templates: ["Caching service dependencies ...", "Caching service dependencies ... [ {mark} ]"],
    meaning: "A script or a setting is newer than the dependency tree, so the tree is built again.",
    causes: ["If it comes at every boot, the clock is wrong: then `Clock skew detected` appears next to it."],
  },
  {
    id: "clock-skew",
    templates: [
      "Clock skew detected with '{path}'",
      "WARNING: clock skew detected!",
      "Adjusting mtime of '{path}' to {word}",
    ],
    meaning:
      "A file is newer than the current time of the clock, so OpenRC cannot tell whether its tree is up to date.",
    causes: ["The machine has no battery-backed clock, or the clock is set wrong."],
    remedy: ["Put `hwclock` or `swclock` into the runlevel boot; `touch` the files once the clock is right."],
  },
  {
    id: "virtual-and-real",
    templates: ["Error: {service} is the name of a real and virtual service."],
    meaning: "One script has this name, and another one provides it. The tree is used anyway.",
    remedy: ["Rename one of them."],
  },
  {
    id: "gendepends",
    templates: [
      "{path}gendepends.sh: {line}: {word}: not found",
      "{path}gendepends.sh: line {line}: {word}: command not found",
    ],
    meaning:
      "depend() of a script uses a word that OpenRC does not know. **That dependency is missing**; the rest of depend() counts.",
    causes: ["The word is mistyped: `needs` instead of `need`, `requires`, `wants`."],
    find: ["`grep -rn 'WORD' /etc/init.d`."],
    remedy: ["The words are need, want, use, after, before, provide, keyword, config."],
  },
  {
    id: "deptree",
    templates: ["failed to load deptree"],
    meaning: "The dependency tree cannot be read or built.",
    find: ["`rc-update -u -v` reports scripts that cannot be read; `df /run`."],
  },
  {
    id: "supervise",
    templates: [
      "{path}: Please decrease the value of --respawn-delay ({word}",
      'respawned "{process}" too many times, exiting',
      "{process} respawned too many times, exiting",
      "{process}, pid {pid}, exited with return code {status}",
      "{process}, pid {pid}, terminated by signal {signal}",
    ],
    meaning:
      "supervise-daemon watches the command and reports its end. After `respawn_max` starts within `respawn_period` it gives up, and the service counts as crashed.",
    causes: ["The command puts itself into the background, or ends at once."],
    find: ["Run the command by hand."],
    remedy: ["Give the command its option for staying in the foreground in `command_args_foreground`."],
  },
  {
    id: "check-path",
    templates: ["{script}: `{path}' is not readable", "{script}: `{path}' is not a directory"],
    meaning:
      "`required_files` or `required_dirs` of the script names something that does not exist, so the start fails.",
    remedy: ["Create the file: it is usually the configuration of the service."],
  },
];

/** The programs of OpenRC. */
export const openrcMessages: SpeakingProgram = {
  id: "openrc",
  title: "OpenRC",
  tags: ["openrc", "rc-service", "rc-update", "openrc-run", "supervise-daemon", "rc"],
  families: ["openrc", "debian"],
  messages: [...services, ...programs],
};
