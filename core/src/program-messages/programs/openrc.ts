// What OpenRC's programs say. Observed: OpenRC 0.63.3 and 0.45.2; source: spec/openrc.md, sections 8 to 12, and the
// programs' messages.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";
import { openrcServices } from "./openrc-services.ts";

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
      "{level} is an invalid runlevel",
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
      "rc-update: runlevel `{word}' is not in the runlevel `{level}'",
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
      "rc-update: failed to stack `{word}' to `{level}': {reason}",
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
      "rc-update: invalid action",
      "openrc-run should not be run directly",
      "arguments required",
      "no services specified",
      "rc-update: no runlevels found",
      "WARNING: 'pause' is deprecated; please use '--nodeps stop'",
      "openrc-shutdown: No shutdown time specified",
      "openrc-shutdown: invalid time {word}",
      "invalid argument to --format switch",
      "invalid argument to --in-state switch: {word}",
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
    templates: [
      "OpenRC {version} is starting up {text}",
      "Starting {script} ...",
      "Stopping {script} ...",
      "Starting {level} runlevel",
      "OpenRC init version {version} starting",
    ],
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
    id: "interactive",
    templates: [
      "Press {word} to enter interactive boot mode",
      "About to start the service {script}",
      "1) Start the service 2) Skip the service",
      "3) Continue boot process 4) Exit to shell",
    ],
    meaning: "With `rc_interactive` on, OpenRC asks before each service once somebody has pressed I.",
  },

  {
    id: "aborted",
    templates: [
      "{script}: caught {signal}, aborting",
      "caught {signal}, aborting",
      "rc: Aborting!",
      "{script}: caught unknown signal {signal}",
      "openrc-shutdown: shutdown canceled",
    ],
    meaning:
      "The call was interrupted, mostly by Ctrl-C or by a shutdown. What it was starting may be half started.",
    find: ["`rc-status -a`."],
  },
  {
    id: "cannot-link",
    templates: [
      "rc-update: failed to add service `{script}' to runlevel `{level}': {reason}",
      "rc-update: failed to delete service `{script}' from runlevel `{level}': {reason}",
      "rc-update: failed to delete runlevel `{word}' from runlevel `{level}': {reason}",
    ],
    meaning: "The link in `/etc/runlevels` could not be made or removed.",
    causes: ["You are not root, or `/etc` is read-only."],
  },
  {
    id: "obsolete",
    templates: [
      "{path} still exists on your system and should be removed.",
      "Please migrate to the appropriate settings in {path}",
    ],
    meaning: "A file of an old release of OpenRC is still there; its settings no longer count.",
  },
  {
    id: "log",
    templates: [
      "Error: fopen({path}) failed: {reason}",
      "Error: unlink({path}) failed: {reason}",
      "Error: write({path}) failed: {reason}",
      "Warning: temporary logfile left behind: {path}",
      "Cowardly refusing to concatenate a logfile into itself.",
    ],
    meaning:
      "`rc_logger` is on, but the log of the boot cannot be written where `rc_log_path` says. The boot goes on.",
  },
  {
    id: "internal",
    templates: [
      "rc-service: Failed executing '{path}': {reason}",
      "openrc: unable to exec `{path}': {reason}",
      "openrc: failed to exec `{path}'",
      "openrc-run '{path}': {reason}",
      "posix_spawn: {reason}",
      "rc_service_mark: {reason}",
      "receive failed: {reason}",
      "openrc: failed to create stopping dir '{path}': {reason}",
      "Error writing to init fifo",
      "Failed to open initctl fifo: {reason}",
      "Failed to write to /run/initctl: {reason}",
      "openrc-shutdown: Unable to cancel shutdown",
      "openrc-shutdown: you must be root",
    ],
    meaning: "OpenRC could not run a script, write its notes or reach init.",
    causes: [
      "You are not root, `/run` is full or read-only, a script's interpreter is missing, or process 1 is another init.",
    ],
    find: ["`df /run`, `head -1 SCRIPT`, `cat /proc/1/comm`."],
  },

  {
    id: "final-signals",
    templates: ["Sending the final TERM signal", "Sending the final KILL signal"],
    meaning:
      "openrc-init ends what the services have left: TERM to all processes, KILL a few seconds later at the latest.",
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
    templates: [
      "failed to load deptree",
      "Failed to update the dependency tree",
      "no dependency info for service `{script}'",
    ],
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
      "Invalid respawn-max value '{word}'",
      "Invalid respawn-period value '{word}'",
      "Invalid respawn-delay value '{word}'",
      "{path}: Please decrease the value of --respawn-period to less than {word}",
      "invalid health check timer {word}",
      "invalid health check delay {word}",
      "failed to exec `{process}': {reason}",
      "Invalid respawn-delay-step value '{word}'",
      "Invalid respawn-delay-cap value '{word}'",
      "unable to create control fifo: {reason}",
      "unable to open control fifo {path}",
      "error writing to control fifo: {reason}",
      "Unable to shut down the supervisor",
      "The RC_SVCNAME environment variable is not set",
      "the first argument is {word} and must be {script}",
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
  messages: [...openrcServices, ...programs],
};
