/** What the rules say of whether and how a script runs, by the id of the rule. */
export const scriptRunMessages = {
  "function-undefined.action":
    "{$name} is called like a function, but neither the script nor a library that it reads defines it: the command is not found",
  "function-undefined.debian":
    "only Debian's {$library} defines {$name}: that of Red Hat does not, and the command is not found",
  "function-undefined.foreign":
    "{$name} is a function of {$home}, which the script does not read: the command is not found",
  "function-undefined.unread":
    "{$name} is a function of {$library}, which the script does not read: the command is not found",
  "lsb-outside-header":
    "these keywords are outside a header: without `### BEGIN INIT INFO` above and `### END INIT INFO` below, insserv and update-rc.d see none of them",
  "lsb-outside-header.fix": "Make a header of these keywords",
  "lsb-outside-header.marker":
    "{$written} is not `### BEGIN INIT INFO`, so the keywords below it are outside a header: insserv and update-rc.d see none of them",
  "named-after-call":
    "{$perhaps -> [yes] where rc calls the script by a link *[no] when rc calls the script}, $0 is the name of the link: {$path} becomes {$other} if the link is {$link}",
  "needs-environment.tilde":
    "`~` is $HOME, which is `/` at boot and is not set by `service`: it differs from its value in a login session",
  "run-folder-missing":
    "the script does not create {$folder}, and /run is empty after each boot, so this file cannot be written then",
  "run-folder-missing.fix": "Create {$folder} first",
  "run-folder-missing.perhaps":
    "the script does not create {$folder}; where /run is empty after each boot, this file cannot be written then",
  "script-bashisms.background":
    "{$where} {$code} puts the command into the background and empties the file, which gets none of its output",
  "script-bashisms.command": "{$where} `{$code}` is a command that is not found",
  "script-bashisms.in-ash": "for BusyBox ash, which is /bin/sh here,",
  "script-bashisms.in-dash": "for dash, which is /bin/sh here,",
  "script-bashisms.operator": "{$where} `{$code}` is not an operator: the test complains and is false",
  "script-bashisms.option": "{$where} `{$code}` is not an option: the script ends here",
  "script-bashisms.portable": "Write what every shell understands",
  "script-bashisms.substitution": "{$where} `{$code}` is a bad substitution: the script ends here",
  "script-bashisms.syntax": "{$where} `{$code}` is a syntax error: nothing from there on is run",
  "script-bashisms.where-ash": "where /bin/sh is BusyBox ash,",
  "script-bashisms.where-both": "where /bin/sh is dash or BusyBox ash,",
  "script-bashisms.where-dash": "where /bin/sh is dash, as on Debian,",
  "script-first-line":
    "the file does not begin with `#!` and an interpreter: whichever shell calls the script reads it, and a program that is not a shell cannot run it",
  "script-first-line.break": "Turn each `\\n` into a line end",
  "script-first-line.byte-order-mark":
    "a byte order mark precedes the first line, so the kernel sees no interpreter, and the shell takes the line for a command that it does not find",
  "script-first-line.escaped":
    "the first line has `\\n` where lines should end, so everything is one line: no interpreter, header or setting in it counts",
  "script-first-line.indented":
    "`#!` is preceded by spaces, so the kernel sees no interpreter: whichever shell calls the script reads it",
  "script-first-line.insert": "Insert `#!/bin/sh`",
  "script-first-line.lower-line":
    "the interpreter is below the first line, where it is a comment: whichever shell calls the script reads it",
  "script-first-line.misspelt":
    "the line does not begin with `#!`, so the kernel sees no interpreter: whichever shell calls the script reads it",
  "script-first-line.move": "Begin the file with {$written}",
  "script-first-line.unindent": "Remove the spaces",
  "script-first-line.unmark": "Remove the byte order mark",
  "script-interpreter.argument":
    "the line ends in a carriage return, which the shell reads as part of its option: it refuses the option and runs nothing",
  "script-interpreter.chosen":
    "{$program} is in an image of {$family} only if it was selected; by default the image has the shell of BusyBox",
  "script-interpreter.convert": "End all lines with a line feed only",
  "script-interpreter.relative":
    "{$program} is looked up in the caller's current directory, so the script runs only from `/`",
  "script-interpreter.return":
    "the line ends in a carriage return, which the kernel reads as part of the interpreter's name: it finds no such program, and the script does not run",
  "set-e-unreached.decides":
    "under `set -e` the script has already ended if {$name} failed: the status here is always 0, and the branch for any other status is never reached",
  "set-e-unreached.ends": "the script ends here if {$name} fails",
  "set-e-unreached.fix": "Keep the status of a failure",
  "set-e-unreached.tells":
    "under `set -e` the script has already ended if {$name} failed: the status here is always 0, and a failure is never reported",
  "ssd-exec-script.fix": "Find it by a pid file",
  "ssd-exec-script.start":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it: a second start runs a second copy",
  "ssd-exec-script.status":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it and reports that it is not running",
  "ssd-exec-script.stop":
    "the process of a script runs its interpreter, so start-stop-daemon never finds it and stops nothing",
  "start-never-returns.fix": "Put it into the background",
  "start-never-returns.loop":
    "this loop does not end: the caller of the script waits forever, and nothing after it is started",
  "start-never-returns.program":
    "{$name} stays in the foreground here: the caller of the script waits for it to end, and nothing after it is started",
  "status-always-zero": "the status is that of {$talker}, which is always 0: the status of {$name} is lost",
  "status-always-zero.fix": "Keep the status right after {$name}",
  "status-always-zero.meant": "this is the status that is meant",
} as const;
