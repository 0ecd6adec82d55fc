/** What is said of runs of sysvinit. What init says itself stands elsewhere, since it is in no other language. */
export const sysvinitRunMessages = {
  "sysvinit.title": "sysvinit {$version}",

  // What init does.
  "sysvinit.starts": '{$id} starts: {$process}{$waits -> [yes] {" "}(init waits for it) *[no]}',
  "sysvinit.initscript": "/etc/initscript is called with {$words}",
  "sysvinit.re-execute": "init re-executes its program and hands over its list of entries",
  "sysvinit.refused": "nothing reads the request from the control pipe",
  "sysvinit.busy-loop": "from here on the real init spins in its main loop, using all of one CPU",
  "sysvinit.looks-after": "init checks the entries that respawned too fast",

  // What is asked of init.
  "sysvinit.bogus": "an invalid request on the control pipe",
  "sysvinit.asks": "a process asks for {$level}",
  "sysvinit.asks-runlevel": "a process asks for runlevel {$level}",
  "sysvinit.sets-variables": "a process changes init's variables",
  "sysvinit.request": "request {$command} on the control pipe",

  // Why words do not say what happens.
  "sysvinit.telinit-alone": "telinit needs an argument",

  // What happens from outside.
  "sysvinit.command": "{$command}",
  "sysvinit.signal-power": "signal {$signal} to init ({$meaning}, powerstatus {$status})",
  "sysvinit.comes-to-end": "{$id} comes to its end",
  "sysvinit.account": "{$file}: {$record}",
  "sysvinit.environment": "its environment: {$variables}",
  "sysvinit.kill-service":
    "somebody kills the process of the service {$name}; its lock and its pid file stay",
  "sysvinit.typed": "typed at the console: {$text}",
  "sysvinit.raw-request": "a request on the control pipe: {$request}",

  // What the signals to init stand for.
  "sysvinit.sign-int": "Ctrl-Alt-Del",
  "sysvinit.sign-winch": "the keyboard request",
  "sysvinit.sign-pwr": "the power supply",
  "sysvinit.sign-hup": "reread the file; nothing is logged",
  "sysvinit.sign-usr1": "close the control pipe and open it again",
  "sysvinit.sign-usr2": "close the control pipe",
  "sysvinit.sign-tstp": "pause until CONT",
  "sysvinit.sign-cont": "go on",
  "sysvinit.sign-none": "init ignores it",

  // Requests from which nothing follows.
  "sysvinit.usage": "{$command}: telinit prints its usage and sends init no request",
  "sysvinit.nothing-in-single":
    "nothing is to run in S, so init leaves it at once for the default runlevel: the runlevels field of {$id} contains S or is empty, which keeps init from adding sulogin",
  "sysvinit.same-level": "ignored: the runlevel is already {$level}",

  // Why nothing follows.
  "sysvinit.nothing.not-asked": "init is not asking for anything, so nothing reads it",
  "sysvinit.nothing.on-demand": "no entry names {$level} among its runlevels, so nothing is started",
  "sysvinit.nothing.pipe": "no process is started or stopped by it",
  "sysvinit.nothing.died": "no process of init has ended",
  "sysvinit.nothing.level": "{$ids} may not run in runlevel {$level}, so nothing is started",
  "sysvinit.nothing.runs": "the process of {$ids} still runs, and is not started twice",

  // What arms an entry; fits behind "waits for".
  "sysvinit.ctrlaltdel": "Ctrl-Alt-Del (INT)",
  "sysvinit.kbrequest": "the keyboard request (WINCH)",
  "sysvinit.power-fails": "a failing power line (PWR)",
  "sysvinit.power-back": "the power to come back (PWR)",
  "sysvinit.power-low": "a nearly empty battery (PWR)",
  "sysvinit.other-sign": "{$action}",

  // What init itself is doing.
  "sysvinit.emergency": "waits for the emergency shell",
  "sysvinit.asks-level": "asks for a runlevel on the console",
  "sysvinit.spins": "spins in its main loop, using all of one CPU",
  "sysvinit.has-sent": "has sent {$signal} and looks again in {$left} s",

  // What stands above a table of the records at the end.
  "sysvinit.end-down": "At {$time} s the machine goes down ({$how}); init's entries then:",
  "sysvinit.end-phase": "At {$time} s init is in the boot phase; its entries then:",
  "sysvinit.end-level": "At {$time} s init is in runlevel {$level}; its entries then:",

  // What is hardly meant in a scenario; each fits behind a path and a colon.
  "sysvinit.unknown-id": "no entry and no process has the id {$id}",
  "sysvinit.no-signal": "{$signal} is not the name of a signal",
  "sysvinit.race-with-reexec": "coincides with telinit u: init may handle it before, after or not at all",
  "sysvinit.no-terminal": 'nothing can be typed without "tty": true',
} as const;
