/** What is said of the runs of every machine. */
export const runMessages = {
  // How a run begins and ends.
  "run.boot": "the kernel starts {$command}",
  "run.down": "the machine goes down: {$how}",
  "run.is-down": "the machine is down: {$how}",
  "run.broken-off": "cut short: {$why}",
  "run.too-many": "more than {$most} {$limit -> [events] events *[steps] steps}",

  // How a machine goes down.
  "run.halt": "halt",
  "run.power-off": "power off",
  "run.reboot": "reboot",

  // Init is in another level or phase.
  "run.enters": "init enters {$level}",

  // What becomes of a process.
  "run.deeds": "{$id} {$deeds}",
  "run.starts": "{$id} starts",
  "run.leaves": "{$by} leaves {$id} behind in a session of its own",
  "run.stays": "{$id}, which {$by} has left behind, is not stopped: init does not know it",
  "run.gets": "gets {$signal}",
  "run.ends": "ends",
  "run.ends-with": "ends with exit code {$code}",
  "run.is-killed": "{$id} is killed",

  // What init and its children say, in words of their own.
  "run.said": "{$words}",
  "run.logged": "log: init: {$words}",

  // What happens from outside.
  "run.written": "{$path} is written",
  "run.removed": "{$path} is removed",
  "run.kill": "somebody kills {$id}",
  "run.send": "somebody sends {$signal} to {$id}",
  "run.signal": "signal {$signal} to init",
  "run.signal-for": "signal {$signal} to init ({$meaning})",

  // Why words do not say what happens.
  "happening.write": "write {$form}",
  "happening.none-of": "{$word} is not one of {$words}",
  "happening.ends": "a process ends by exit, TERM or KILL",
  "happening.file": "write needs the name of a file",
  "happening.alone": "{$word} takes no arguments",

  // Why nothing follows from it.
  "run.nothing.stopped": "init is stopped and acts on it after CONT",
  "run.nothing.not-stopped": "init was not stopped, so nothing changes",
  "run.nothing.busy": "init is busy and handles it later",
  "run.nothing.no-action": "no entry has the action {$actions}, so nothing is started",
  "run.nothing.no-process": "no process of {$id} runs, so nothing ends",
  "run.nothing.not-asked": "no process waits for Enter on {$terminal}",
  "run.nothing.not-told": "init does not notice: it reads the file only when asked to",
  "run.nothing.reread": "the file is read again, and nothing needs to be stopped or started",

  // What init itself is doing.
  "run.is-stopped": "is stopped by {$signal}",
  "run.does-not-run": "does not run",
  "run.waits-for": "waits for {$id} to end",
  "run.waits": "waits for something to happen",

  // What a record is called that is in no file.
  "run.added": "added",

  // Why a process runs or does not.
  "reason.running": "runs{$waited -> [yes] , and init waits for it *[no]}",
  "reason.never": "never runs: its action is {$action}",
  "reason.level": "not in {$level}; its field is {$runlevels}",
  "reason.runlevel": "runlevel {$level}",
  "reason.level-of-phase": "the {$phase} phase",
  "reason.demand": "waits for telinit {$letters}",
  "reason.phase": "{$over -> [yes] the {$phase} phase is over *[no] waits for the {$phase} phase}",
  "reason.behind": "waits for {$id} to end",
  "reason.done":
    "has run; runs again only after init has left runlevel{$several -> [yes] s *[no]} {$runlevels} and come back",
  "reason.disabled": "disabled until {$clock}: respawned {$times} times",
  "reason.disarmed": "waits for {$sign}",
  "reason.armed": "armed, waits for a runlevel in {$runlevels}",
  "reason.killing": "waits until init has killed the processes that must end",
  "reason.asking-level": "waits until a runlevel is typed on the console",
  "reason.emergency": "waits for the emergency shell",
  "reason.shutdown": "is no longer started: init is shutting down",
  "reason.gone": "does not run: init is gone",
  "reason.down": "does not run: the machine is down",
  "reason.next": "is started next",
  "reason.ran": "has run",
  "reason.asking": "waits for Enter on {$terminal}",
  "reason.no-terminal": "cannot start: /dev/{$terminal} does not exist",
  "reason.vanished": "is no longer in the file",
  "reason.replaced": "replaced by line {$line}, which has the same terminal and command",
  "reason.dropped": "dropped: {$words}",

  // What is wrong with a scenario; each fits behind a path and a colon.
  "form.one-of": "must be one of {$values}",
  "form.type": "must be {$types}",
  "form.a-type":
    "{$type -> [null] null [object] an object [array] an array [integer] an integer [string] a string [number] a number *[boolean] a boolean}",
  "form.minimum": "must not be less than {$limit}",
  "form.maximum": "must not be more than {$limit}",
  "form.items": "must not have more than {$limit} items",
  "form.missing": "{$name} is missing",
  "form.unknown": "{$name} is not known here",
  "form.exactly-one": "must have exactly one of {$names}",
  "form.after-end": "is after the end, which is at {$end}",
  "form.without-sig": "must be written without SIG: {$name}",
} as const;
