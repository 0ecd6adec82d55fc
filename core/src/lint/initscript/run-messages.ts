/** What the rules say of whether and how a script runs, by the id of the rule. */
export const scriptRunMessages = {
  "function-undefined.action":
    "{$name} is called like a function, and neither the script nor a library that it reads defines it: the command is not found",
  "function-undefined.debian":
    "{$name} is a function of Debian's {$library} alone: that of Red Hat does not define it, and the command is not found",
  "function-undefined.foreign":
    "{$name} is a function of {$home}, which the script does not read: the command is not found",
  "function-undefined.unread":
    "{$name} is a function of {$library}, which the script does not read: the command is not found",
  "lsb-outside-header":
    "these keywords stand in no header: without `### BEGIN INIT INFO` above and `### END INIT INFO` below, insserv and update-rc.d see none of them",
  "lsb-outside-header.fix": "Make a header of these keywords",
  "lsb-outside-header.marker":
    "{$written} is not `### BEGIN INIT INFO`, so the keywords below it stand in no header: insserv and update-rc.d see none of them",
  "named-after-call":
    "when rc calls the script, $0 is the name of the link: {$path} becomes {$other} if the link is {$link}",
  "needs-environment.tilde":
    "`~` is $HOME, which is `/` at boot and not set by `service`: it is not what it is in a login",
  "run-folder-missing":
    "the script does not make {$folder}, and /run is empty after each boot: this file cannot be written then",
  "run-folder-missing.fix": "Make {$folder} first",
  "run-folder-missing.perhaps":
    "the script does not make {$folder}: where /run is empty after each boot this file cannot be written then",
  "script-bashisms.background":
    "{$where} {$code} puts the command into the background and empties the file, which gets none of its output",
  "script-bashisms.command": "{$where} `{$code}` is a command that is not found",
  "script-bashisms.in-ash": "to BusyBox' ash, which is /bin/sh here,",
  "script-bashisms.in-dash": "to dash, which is /bin/sh here,",
  "script-bashisms.operator": "{$where} `{$code}` is no operator: the test complains and is false",
  "script-bashisms.option": "{$where} `{$code}` is no option: the script ends here",
  "script-bashisms.portable": "Write what every shell reads",
  "script-bashisms.substitution": "{$where} `{$code}` is a bad substitution: the script ends here",
  "script-bashisms.syntax": "{$where} `{$code}` is a syntax error: nothing from there on is run",
  "script-bashisms.where-ash": "where /bin/sh is BusyBox' ash,",
  "script-bashisms.where-both": "where /bin/sh is dash or BusyBox' ash,",
  "script-bashisms.where-dash": "where /bin/sh is dash, as on Debian,",
  "script-first-line":
    "the file does not begin with `#!` and an interpreter: whichever shell calls the script reads it, and a program that is no shell cannot run it",
  "script-first-line.break": "Make line ends of each `\\n`",
  "script-first-line.byte-order-mark":
    "a byte order mark stands in front of the first line, so the kernel sees no interpreter, and the shell takes the line for a command that it does not find",
  "script-first-line.escaped":
    "the first line has `\\n` where lines should end, so all of it is one: no interpreter, no header and no setting in it counts",
  "script-first-line.indented":
    "blanks stand in front of `#!`, so the kernel sees no interpreter: whichever shell calls the script reads it",
  "script-first-line.insert": "Insert `#!/bin/sh`",
  "script-first-line.lower-line":
    "the interpreter stands below the first line, where it is a comment: whichever shell calls the script reads it",
  "script-first-line.misspelt":
    "the line does not begin with `#!`, so the kernel sees no interpreter: whichever shell calls the script reads it",
  "script-first-line.move": "Begin the file with {$written}",
  "script-first-line.unindent": "Take the blanks away",
  "script-first-line.unmark": "Take the byte order mark away",
  "script-interpreter.argument":
    "the line ends in a carriage return, which the shell takes for a part of its option: it refuses the option and runs nothing",
  "script-interpreter.chosen":
    "an image of {$family} has {$program} only if somebody has chosen it; by itself it has the shell of BusyBox",
  "script-interpreter.convert": "End all lines with a line feed alone",
  "script-interpreter.relative":
    "{$program} is looked for in the folder in which the caller stands, so the script runs from `/` alone",
  "script-interpreter.return":
    "the line ends in a carriage return, which the kernel takes for a part of the interpreter's name: it finds no such program, and the script does not run",
  "set-e-unreached.decides":
    "under `set -e` the script has ended when {$name} fails: the status can only be 0 here, and what is done for another is never reached",
  "set-e-unreached.ends": "the script ends here when {$name} fails",
  "set-e-unreached.fix": "Keep the status of a failure",
  "set-e-unreached.tells":
    "under `set -e` the script has ended when {$name} fails: the status can only be 0 here, and no failure is ever reported",
  "ssd-exec-script.fix": "Find it by a pid file",
  "ssd-exec-script.start":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it: a second start starts a second one",
  "ssd-exec-script.status":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it and says that it is not running",
  "ssd-exec-script.stop":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it and stops nothing",
  "start-never-returns.fix": "Put it into the background",
  "start-never-returns.loop":
    "this loop does not end: whoever calls the script waits for ever, and nothing behind it is started",
  "start-never-returns.program":
    "{$name} stays in the foreground here: whoever calls the script waits for its end, and nothing behind it is started",
  "status-always-zero": "the status is that of {$talker}, which is always 0: how {$name} ended is lost",
  "status-always-zero.fix": "Keep the status right behind {$name}",
  "status-always-zero.meant": "this one's status is meant",
} as const;
