/** What the server itself says: proposals, hovers, lenses, its own reports. */
export const serverMessages = {
  // Why a file is taken for one of a dialect; fits behind "because".
  "setting.dialect": "the setting inittab.dialect says so",
  "setting.dialects": "the setting inittab.dialects says so for {$pattern}",

  // Why an inittab.json cannot be read.
  "project.deep": "brackets are nested more than {$most} deep",
  "project.no-json": "this is not valid JSON",

  // What is wrong with what a client sends.
  "wire.wrong": "{$path} must be {$expected}",
  "wire.all-wrong": "the parameters must be {$expected}",
  "wire.address": "a URI such as file:///etc/inittab",
  "wire.count": "a whole number from 0 to {$most}",
  "wire.list": "an array",
  "wire.number": "a number",
  "wire.object": "an object",
  "wire.text": "a string",
  "wire.yes-no": "true or false",
  "wire.deep": "the parameters are nested too deeply",
  "wire.no-message": "this is neither a request, a notification nor a response",
  "wire.initialized": "the server is initialized already",
  "wire.header":
    "the header of a message must name its length once, as Content-Length: NUMBER; nothing more is read",
  "wire.cut": "the input ends within a message",
  "wire.no-transport": "say where the client is: --stdio, --node-ipc, --socket=PORT or --pipe=NAME",
  "wire.body": "the body of a message is not JSON",

  // Why an id cannot be renamed.
  "rename.id-taken": "another entry has the id {$name}",
  "rename.no-id": "init would not read {$name} as the id of this entry",

  // What a limit has left out of a system.
  "left-out": "{$uri} {$what}",

  // Why nothing is simulated.
  "debug.no-inittab": "{$uri}: there is no inittab that could be debugged",
  "simulate.too-long": "has {$count} lines; tables of up to {$most} lines are simulated",
  "simulate.no-runlevels": "{$dialect} has no runlevels",
  "simulate.problem": "{$path}: {$problem}",

  // Why tests are not run.
  "tests.unreadable": "{$uri} cannot be read",
  "tests.no-json": "the file is not JSON: {$why}",

  // A run in a sentence.
  "simulate.in-short": "init goes through {$way}; {$end}",
  "simulate.entered": "{$level} at {$time}",
  "simulate.down": "{$how} at {$time}",
  "simulate.running": "{$count -> [1] one process runs *[other] # processes run} at {$time}",
  "simulate.broken-off": "{$end} (broken off: {$why})",
  "id.login": "a login on {$terminal}",
  "id.level": "what is run on entering runlevel {$level}",
  "id.default": "the default runlevel",
  "id.first": "the first thing at boot",
  "id.single-user": "single-user mode; the only id that several entries may have",
  "id.ctrl-alt-del": "Ctrl-Alt-Del",
  "id.keyboard": "the keyboard request",
  "id.power-fails": "the power fails",
  "id.power-low": "the battery is nearly empty",
  "id.power-back": "the power is back",
  "id.own-console": "init's own console",
  "id.kernel-console": "the console of the kernel",
  "id.no-terminal": "no terminal: what is printed is lost",
  "id.virtual-console": "the virtual console {$number}",
  "id.serial-line": "the serial line {$number}",

  // What can be done about findings.
  "fix-all": "Fix everything that can be fixed safely",
  "write-dialect": "Note in the file that it is for {$dialect}",
  "make-executable": "Make it executable",
  "silence.line": "Disable {$rule} for this line",
  "silence.file": "Disable {$rule} for the whole file",
  "more-findings":
    "{$count -> [one] # more finding is not shown *[other] # more findings are not shown}: {$kinds}",
  "more-findings.errors": "{$count -> [one] # error *[other] # errors}",
  "more-findings.warnings": "{$count -> [one] # warning *[other] # warnings}",
  "more-findings.information": "{$count} information",
  "more-findings.hints": "{$count -> [one] # hint *[other] # hints}",

  // How the parts of a system hang together.
  "hierarchy.before": "starts before {$name}",
  "hierarchy.after": "starts after {$name}",
  "hierarchy.runs": "runs through {$name}",
  "hierarchy.header": "header of {$name}",

  // Links to a script that is renamed or made.
  "file.links-stay": "These links still lead to the old name {$name}; make them anew: {$links}",
  "file.links-wait":
    "{$count -> [one] A link leads *[other] # links lead} to {$name} already, so rc calls the script once it is there: {$links}",
  "rename.links": "The links to {$script} have the name of its file, which stays: {$links}",

  // Rewriting the header of a script.
  "refactor.move-name": "Move {$name} to {$keyword}",
  "refactor.copy-names": "Copy the names of {$from} to {$keyword}",

  // What takes a while.
  "progress.workspace": "Checking the inittab and the init scripts",
  "progress.system": "Reading the system around the file",
  "progress.simulation": "Simulating the machine",
  "progress.ways": "Searching every way the machine can go",

  // Lenses, hints and the outline.
  "lens.boot": "Simulate boot",
  "lens.single-user": "Simulate single-user mode",
  "lens.runlevel": "Simulate runlevel {$level}",
  "hint.insserv": "The links of {$name} if insserv is called for all scripts of this folder",
  "hint.chkconfig": "The links of {$name} if chkconfig adds all scripts of this folder",
  "hint.link": "{$number} in {$levels}",
  "symbol.lsb-header": "LSB header",

  // Why a service cannot be renamed.
  "rename.facility":
    "{$name} is a system facility: it is defined by insserv's configuration, not by a script",
  "rename.no-facility":
    '{$name} cannot be the name of a facility: use "$", a letter, and then letters, digits, ".", "-" and "_"',
  "rename.facility-taken": "there is a facility {$name} already",
  "rename.no-name": '{$name} cannot be the name of a service: use letters, digits, ".", "+", "-" and "_"',
  "rename.taken": "{$name} is provided by {$script} already",
} as const;
