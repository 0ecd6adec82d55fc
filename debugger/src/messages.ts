/** What the debugger says. */
export const debuggerMessages = {
  // Why something cannot be done.
  "debug.not-launched": "Nothing is debugged yet.",
  "debug.unknown-request": "The debugger does not know the request {$name}.",
  "debug.failed": "The debugger has failed in the request {$name}.",
  "debug.no-program": "The launch configuration names no inittab: program is missing.",
  "debug.cancelled": "The request was canceled.",
  "debug.wrong-scenario": "{$path}: {$what}",
  "debug.is-down": "The machine is down: nothing can happen to it any more.",
  "debug.no-frame": "There is no such frame at this position.",
  "debug.no-value": "There is no such value at this position.",
  "debug.no-target": "There is no such place.",
  "debug.no-source": "There is no such source.",
  "debug.no-set": "{$name} cannot be set.",
  "debug.no-such-value": "Nothing can make {$name} become {$value}.",
  "debug.no-thread": "init itself cannot be terminated.",
  "debug.no-exception": "The debugger has not stopped at an exception.",

  // Expressions.
  "expression.wrong": "The expression cannot be read: something is wrong at character {$column}.",
  "expression.unknown": "{$name} is not known here.",
  "expression.operator": "{$operator} is not known in expressions.",
  "expression.too-long": "The expression is too long.",

  // Breakpoints.
  "breakpoint.no-record": "Init has no entry in this line.",
  "breakpoint.dropped": "Init does not take this line: {$why}",
  "breakpoint.no-script": "rc of this system does not call this script, or nothing is known of the system.",
  "breakpoint.no-branch": "This line is in no branch of the script that rc could call.",
  "breakpoint.no-name": "Write an action, or words that init says.",
  "breakpoint.data": "Changes to {$name}",
  "breakpoint.no-data": "The debugger cannot wait for changes to {$name}.",
  "breakpoint.hits": "{$text} is not a number of hits: write a number, alone or after ==, >, >=, <, <= or %.",

  // Exceptions.
  "filter.too-fast": "An entry respawns too fast",
  "filter.dropped": "Init drops a line",
  "filter.no-login": "Nobody can log in any more",
  "filter.down": "The machine goes down",
  "filter.skipped": "rc skips a script",

  // When a breakpoint on a record stops.
  "mode.starts": "Start of the process",
  "mode.ends": "End of the process",
  "mode.any": "Start, end and signals",

  // Where the debugger stands.
  "stop.boot": "The machine is switched on",
  "stop.end": "End of the run",
  "frame.init": "init: {$what}",
  "target.time": "{$time} s: {$what}",

  // What happens because of the user.
  "happens.next": "This happens next: {$what}",
  "output.more": "{$count -> [one] and # more line *[other] and # more lines}",
} as const;
