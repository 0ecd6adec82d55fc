// What OpenRC says of single services as it starts and stops them. Sources: those of openrc.ts.

import type { ProgramMessage } from "../contract.ts";

/** Of services. */
export const openrcServices: readonly ProgramMessage[] = [
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
    templates: [
      "WARNING: {script} has started, but is inactive",
      "ERROR: {script} has started, but is inactive",
    ],
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
