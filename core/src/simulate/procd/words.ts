/** What is said of runs of procd. What procd says itself stands elsewhere, since it is in no other language. */
export const procdRunMessages = {
  "procd.title": "procd of OpenWrt (as of August 2026)",

  // What procd does.
  "procd.early":
    "before this, procd has gone through the states early and ubus; how long they take was not recorded",
  "procd.enters": "procd enters the state {$state}",
  "procd.starts": "{$command} starts",
  "procd.starts-on": "{$command} starts on {$device}",
  "procd.runs-scripts":
    "the scripts /etc/rc.d/{$pattern}* are called with {$argument} (procd waits for them)",
  "procd.scripts-over": "the scripts /etc/rc.d/{$pattern}* are done",
  "procd.asks": "{$command} waits for Enter on {$device}",
  "procd.ends-asking": "{$command}, which waits for Enter on {$device}, ends",
  "procd.killed-asking": "{$command}, which waits for Enter on {$device}, is killed",
  "procd.on": "{$command} on {$device}",
  "procd.log": "log: {$words}",
  "procd.hangup": "procd logs the signal, and nothing else",
  "procd.leaves-scripts":
    "the start scripts are not done yet; what becomes of them was not recorded, here they go on",
  "procd.stays":
    "no usable {$action} entry: procd stays in the state {$state} forever{$state -> [init] , and no start script and no late entry runs *[shutdown] , and the machine does not go down}",

  // Why words do not say what happens.
  "procd.no-runlevels": "procd has no runlevels and no telinit",
  "procd.read-once": "procd reads its inittab once, at boot",

  // What happens from outside.
  "procd.enter": "Enter is pressed on {$device}",
  "procd.typed": "typed on {$device}: {$text}",

  // What the signals ask of procd.
  "procd.ask-ctrl-alt-del": "Ctrl-Alt-Del: reboot",
  "procd.ask-power-fails": "the power supply: power off",
  "procd.ask-hangup": "only logged",

  // What procd itself is doing.
  "procd.waits-for-scripts": "waits for the scripts of /etc/rc.d",
  "procd.waits-in": "stays in the state {$state}",
  "procd.goes-down": "goes on in {$left} s",

  // Why the process of an entry runs or does not.
  "procd.sign-running": "the state running",
  "procd.sign-shutdown": "a shutdown",
  "procd.not-first": "never used: only the first {$action} entry counts, in line {$line}",
  "procd.no-device": "has ended; without a device of its id it is not started again",
  "procd.no-device-named": "has ended; it is not started again, since /dev/{$device} does not exist",
  "procd.needs-device": "never runs: its id names no device",
  "procd.console-taken": "never runs: an askconsole entry has {$device}",
  "procd.bad-form": "is unusable: two words must follow the program, S and boot or K and shutdown",
  "procd.skipped": "procd skips the line and reports nothing",

  // When the entries of a group are started.
  "procd.group-respawn": "in the state init, and again half a second after they end",
  "procd.group-askconsole": "then, after Enter is pressed on the kernel's console",
  "procd.group-askfirst": "then, after Enter is pressed",
  "procd.group-sysinit": "then: the start scripts of /etc/rc.d; only the first such entry counts",
  "procd.group-late": "when the start scripts are done",
  "procd.group-shutdown": "at shutdown: the stop scripts of /etc/rc.d; only the first such entry counts",

  // What stands above a table of the entries at the end.
  "procd.end-down": "At {$time} s the machine goes down ({$how}); procd's entries then:",
  "procd.end-phase": "At {$time} s procd is in the state {$state}; its entries then:",

  // What is hardly meant in a scenario; each fits behind a path and a colon.
  "procd.unknown-key": "no entry runs anything with the key {$key}",
  "procd.no-meaning": "{$signal} means nothing to procd",

  // Why nothing follows from what happens.
  "procd.nothing.ignored": "procd ignores this signal",
  "procd.nothing.on-its-way": "procd is already shutting down",
} as const;
