/** What the command line itself says. Names of commands, options, formats and files stand in it as they are. */
export const programMessages = {
  // The program.
  "program.about": `inittab COMMAND [options] ...

Language tools for /etc/inittab and System V init.`,
  "program.more": `  inittab COMMAND --help    more about a command
  inittab --version         the release
  --lang TAG                the language of messages; default: that of LANG`,
  "program.try": "Try: inittab --help",
  "program.try-command": "Try: inittab {$command} --help",
  "program.internal-error": "internal error: {$error}",

  // Mistakes in the arguments.
  "usage.no-command": "no command given",
  "usage.unknown-command": "there is no command {$command}",
  "usage.unknown-option": "unknown option {$option}",
  "usage.no-language": "--lang {$language}: unknown language",
  "usage.empty-value": "option --{$option} is empty",
  "usage.no-value": "option {$option} takes no value",
  "usage.needs-value": "option {$option} needs a value",
  "usage.one-of": "--{$option} {$value}: not one of {$words}",
  "usage.known-releases": "--{$option} {$value}: the known releases are {$releases}",
  "usage.config": "--config {$value}: write NAME=y or NAME=n; the options are {$names}",
  "usage.profile": "--profile: {$part} is none of console=TERMINAL, terminal=NAME, vt=yes, vt=no",
  "usage.no-number": "--{$option} {$value}: not a number",
  "usage.no-seconds": "--{$option} {$value}: not a number of seconds",
  "usage.no-runlevel": "--{$option} {$value}: not a runlevel",
  "usage.nothing-given": "no {$what} given",
  "usage.several-given": "more than one {$what} given",
  "usage.give-one": "give one {$what}",
  "usage.unexpected": "unexpected argument {$argument}",

  // Why a path cannot be read, printed after the path; and what to know about the bytes that were read.
  "input.missing": "no such file or directory",
  "input.denied": "permission denied",
  "input.folder": "is a directory",
  "input.folder-no-inittab": "is a directory without a file etc/inittab",
  "input.no-folder": "is not a directory",
  "input.links": "too many symbolic links",
  "input.leads-out": "is a link that leads out of the folder, so it is passed over",
  "input.long-name": "the name is too long",
  "input.no-name": "not a possible file name",
  "input.system": "{$message}",
  "input.fifo": "is a FIFO; use - to read what another program writes",
  "input.not-regular": "is not a regular file",
  "input.too-large": "is larger than {$size} MiB",
  "input.utf-16": "is UTF-16, which no init reads; taken byte by byte",
  "input.not-utf-8": "line {$line} is not UTF-8; the file is taken byte by byte",
  "input.none-in-folder": "no file of this folder has a fitting name",
  "input.deep": "brackets are nested more than {$most} deep",
  "input.closed": "is not open for reading",
  "input.json":
    "{$problem -> [InvalidSymbol] invalid symbol [InvalidNumberFormat] invalid number format [PropertyNameExpected] property name expected [ValueExpected] value expected [ColonExpected] colon expected [CommaExpected] comma expected [CloseBraceExpected] close brace expected [CloseBracketExpected] close bracket expected [EndOfFileExpected] end of file expected [InvalidCommentToken] invalid comment token [UnexpectedEndOfComment] unexpected end of comment [UnexpectedEndOfString] unexpected end of string [UnexpectedEndOfNumber] unexpected end of number [InvalidUnicode] invalid unicode [InvalidEscapeCharacter] invalid escape character [InvalidCharacter] invalid character *[other] #}",

  // Why an archive, or an entry of one, cannot be read; printed behind the path of the archive.
  "archive.no-archive": "is not a tar or cpio archive",
  "archive.unread-format": "is in the format of {$what}, which is not read",
  "archive.truncated": "is an archive that ends too early",
  "archive.damaged": "is a damaged archive",
  "archive.too-large": "unpacks to more than {$what} MiB, which is not read",
  "archive.bomb": "unpacks to more than {$what} times its size, which is not read",
  "archive.crowded": "has more than {$what} entries, which are not read",
  "archive.leads-out": "the entry {$name} leads out of the archive, so it is passed over",
  "archive.no-folder": "the entry {$name} is below something that is not a folder, so it is passed over",
  "archive.folder-in-place":
    "the entry {$name} would take the place of a folder with files, so it is passed over",
  "archive.no-twin":
    "the entry {$name} is another name of a file that is not in the archive, so it is passed over",
  "archive.unknown": "the entry {$name} is of an unknown kind, so it is passed over",
  "archive.more-odd": "{$count -> [one] # more entry is *[other] # more entries are} passed over",
  "archive.no-inittab": "has no file etc/inittab",

  // Options that several commands have.
  "option.help": "this text",
  "option.dialect": "which init the file is for: auto (default), {$some},\n{$others}",
  "option.release": "the release of sysvinit: {$releases}\nor {$latest} (default)",
  "option.profile": "the machine: {$profiles};\nafter a comma console=ttyAMA0, terminal=NAME or vt=yes|no",
  "option.text-or-json": "text (default) or json",

  // inittab verify.
  "verify.summary": "look at every state that the machine can reach",
  "verify.usage": "inittab verify [options] PATH...",
  "verify.about": `Looks at every state that a machine with this inittab can reach, whatever
happens to it, and asks questions about each: can somebody always log in, does
the machine always go down. Each finding comes with the shortest way there, in
the words of inittab simulate --at.`,
  "verify.option.question": "ask this question only; may be repeated:\n{$questions}",
  "verify.option.without": "leave out these events; may be repeated:\n{$events}",
  "verify.option.max-states": "give up after this many states",
  "verify.option.max-seconds": "give up on a file after this many seconds; default 10",
  "verify.option.format": "text (default), json, sarif or md",
  "verify.progress":
    "{$states -> [one] # state *[other] # states}, {$steps -> [one] # step *[other] # steps} …",
  "verify.option.quiet": "findings only",
  "verify.exit":
    "Exit status: 0 if nothing was found, 1 if there are warnings, 2 if something could not be checked.",
  "verify.no-question": "--question {$value}: the questions are {$questions}",
  "verify.no-event": "--without {$value}: the events are {$events}",
  "verify.no-machine": "{$dialect}: not searched yet; this is done for {$known} only",
  "verify.exhausted":
    "{$states -> [one] # state *[other] # states}, {$steps -> [one] # step *[other] # steps}: every way was looked at",
  "verify.bounded":
    "{$states -> [one] # state *[other] # states}, {$steps -> [one] # step *[other] # steps}: there are more, which were not looked at",
  "verify.nothing": "nothing found",
  "verify.way": "after: {$way}",
  "verify.boot": "after the boot alone",
  "verify.line": "line {$line}",
  "verify.warning": "warning",
  "verify.information": "information",

  // inittab boot-log, whose other messages stand in boot-log/messages.ts.
  "boot-log.summary": "lay the log of a real boot beside the simulated one",

  // inittab init, whose other messages stand in project/messages.ts.
  "init.summary": "write a first inittab.json for a repository",

  // inittab plan, whose other messages stand in plan/messages.ts.
  "plan.summary": "show what a new inittab does to a machine that runs with the old one",

  // inittab check.
  "check.summary": "report what init will not do, or not as intended",
  "check.usage": "inittab check [options] PATH...",
  "check.about": `Checks inittabs, init scripts and what recipes of OpenEmbedded (.bb, .bbappend,
.inc) say about them: files, standard input (-), and folders. In a folder it
looks for files called inittab, inittab.* or *.inittab (but not for sources
such as inittab.c), for the scripts below init.d and rc.d, for recipes that set
INITSCRIPT_NAME and related variables, and for other files with an LSB or a
chkconfig header. A script below init.d is judged with the rest of its system.
In a folder only links to files below it are followed; any others are listed
and passed over. A link that you name is always followed. A folder or an
archive may be the root of a system: .tar or .cpio, also compressed by gzip, xz
or zstd. Its files are judged against all of it.`,
  "check.exit": `Exit status: 0 if no error was found, 1 if there are errors or too many
warnings, 2 for wrong usage or if something could not be read.`,
  "check.option.family": "the family that init scripts are judged as: auto (default),\n{$families}",
  "check.option.format": "text (default), json, sarif or github",
  "check.option.max-warnings": "exit 1 if there are more warnings than this",
  "check.option.programs": "programs of your own: a file of JSON such as\n{$example}; {$runs}",
  "check.programs.file": "--programs {$path}: {$why}",
  "check.programs.object": "--programs {$path}: not an object of programs",
  "check.programs.word": "--programs {$path}: {$value} for {$name} is none of {$runs}",
  "check.option.rule": "another severity for a rule: {$severities} or off;\nmay be repeated",
  "check.option.quiet": "report errors only, and no summary",
  "check.no-rule": "--rule {$setting}: there is no rule {$rule}",
  "check.no-severity": "--rule {$setting}: write ID=SEVERITY",
  "check.unknown-severity": "--rule {$setting}: the severities are {$severities} and off",
  "check.read-as": "read as {$what}",
  "check.read-as-unchecked": "read as {$what}; nothing was checked, since no rule is about it",
  "check.inittab": "{$init}, because {$because}",
  "check.inittab-asked": "{$init}, by --dialect",
  "check.recipe": "a recipe of OpenEmbedded",
  "check.script":
    'an init script{$families -> [0] *[other] {" "}in {$manners} manner{$by -> [nobody] [request] , by --family [comment] , as a comment says *[other] , because {$because}}}{$whole -> [yes] *[no] ; not all of its shell part could be read}',
  "check.not-judged": "not judged: it {$why}",
  "check.not-judged.documentation": "is documentation",
  "check.not-judged.hidden": "is hidden, so that no program takes it for a script",
  "check.not-judged.copy": "is a copy",
  "check.not-judged.own-program": "calls the scripts of services, or belongs to the system itself",
  "check.not-judged.library": "is read by scripts",
  "check.not-judged.empty": "is empty",
  "check.unseen": "{$family}: {$what}",
  "check.manner": "{$family}'s",
  "check.fix": "{$kind -> [safe] fix *[suggestion] suggestion}: {$title}",
  "check.total":
    "{$files -> [one] # file *[other] # files} checked{$missing -> [0] *[other] , {$missing -> [one] # path *[other] # paths} not read}: {$counts}",
  "check.errors": "{$count -> [one] # error *[other] # errors}",
  "check.warnings": "{$count -> [one] # warning *[other] # warnings}",
  "check.informations": "{$count} information",
  "check.hints": "{$count -> [one] # hint *[other] # hints}",
  "check.too-many": "{$warnings}, but only {$allowed} allowed",
  "check.unread": "cannot be read",
  "check.binary-script": "is not a script: it contains NUL bytes",
  "check.large-script": "is too large for an init script",

  // inittab read.
  "read.summary": "show what init would read",
  "read.usage": "inittab read [options] FILE",
  "read.about": `Shows the entries of the file (- for standard input) in init's own order, as
init stores them, and the lines it drops with the message it logs. Of the root
of a system, a folder or an archive, it takes etc/inittab.`,
  "read.exit": "Exit status: 0, or 2 for wrong usage or if the file could not be read.",
  "read.as": "{$path}: read as {$init}",
  "read.as-because": "{$path}: read as {$init} because {$because}",
  "read.no-record": "Init would find no entry.",
  "read.line": "line",
  "read.added": "added",
  "read.default": "Default runlevel: {$level} (line {$line})",
  "read.no-default": "No initdefault: init asks for the runlevel on the console.",
  "read.bad-default": "The initdefault of line {$line} names no runlevel: init asks on the console.",
  "read.drops": "Init drops {$count -> [one] # line *[other] # lines}:",
  "read.at-line": "line {$line}",

  // inittab explain.
  "explain.summary": "explain a word, a message, a rule or a line",

  // inittab order.
  "order.summary": "show which rcN.d links the headers of init scripts lead to",
  "order.usage": "inittab order [options] INIT.D-FOLDER...",
  "order.about": `Enables all scripts of a folder as the tool would, and prints the links and
what the tool says. Changes nothing. If the folder is the etc/init.d of a
system, insserv.conf and the other files of the tool are read as well; where
there is no insserv.conf, that of Debian 12 is taken. The root of a system may
also be an archive: .tar or .cpio, also compressed by gzip, xz or zstd.`,
  "order.json": `The JSON has an object a line for each folder, with the members runs, rcd and
depend as in docs/initscripts.md.`,
  "order.exit": `Exit status: 0 if the tool succeeds, 1 if it refuses something, 2 for wrong
usage or if something could not be read.`,
  "order.option.tool":
    "insserv, chkconfig, update-rc.d (of OpenEmbedded), enable (of OpenWrt's\nrc.common) or openrc (the order of each runlevel; {$releases});\nwithout this that of the system, or insserv",
  "order.option.call":
    "a call of update-rc.d, as a recipe makes it: its INITSCRIPT_NAME and\nINITSCRIPT_PARAMS; may be repeated",
  "order.enable":
    "{$path}: the links that `enable` of rc.common makes, in the order in which procd runs them",
  "order.at-boot": "boot",
  "order.at-shutdown": "shutdown",
  "order.clash": "{$link} is wanted by {$scripts}: {$last} has it",
  "order.unnumbered": "Without a link, since they set neither START nor STOP: {$names}",
  "order.unknown": "Not known, since their text does not tell START and STOP: {$names}",
  "order.others": "Not run by rc.common: {$names}",
  "order.no-graph": "there is no graph: the numbers say the order, and nothing says what a script needs",
  "order.option.format": "text (default), json, or dot: the graph of dependencies",
  "order.option.keep-links":
    "begin with the links of the rcN.d folders beside the scripts, which win\nover the headers, instead of with none",
  "order.option.force": "go on although something required is missing, as insserv -f",
  "order.no-force": "--force: {$tool} has nothing of the kind",
  "order.configuration-assumed": "there is no insserv.conf; that of Debian 12 is taken",
  "order.depends": "the outcome depends on the order in which the scripts are met; here it is by name",
  "order.links": "{$path}: the links of {$tool}",
  "order.no-links": "none",
  "order.says": "It says:",
  "order.passed-over": "Not services, by their names or headers: {$names}",
  "order.link-in": "{$link} in {$levels}",
  "order.stop": "stop",
  "order.openrc": "{$path}: the order in which {$tool} starts the services of each runlevel",
  "order.openrc-no-levels":
    "there is no etc/runlevels beside it; all services are taken for those of one runlevel",
  "order.no-force-openrc": "--keep-links: OpenRC follows no links",

  // inittab rc.
  "rc.summary": "show which scripts rc calls on a change of runlevel",
  "rc.usage": "inittab rc [options] --to N SYSROOT",
  "rc.about": `Follows rc through the tree of a system: which scripts it calls with which
argument, which it passes over and why, and which lock files remain. Runs
nothing: what a script does to lock files is taken from its text, by what the
shell would run if every command succeeds.

Where etc/runlevels shows that the system boots with OpenRC, its services are
followed instead: what depend() says is what a shell makes of it, and every
start and stop counts as done.

SYSROOT is a folder or an archive: .tar or .cpio, also compressed by gzip, xz or
zstd.`,
  "rc.exit": `Exit status: 0, 1 if rc meets an entry that it cannot run (a link that leads
nowhere, no permission to execute), 2 for wrong usage or if something could not
be read.`,
  "rc.option.flavor": "whose rc: {$flavors},\n{$releases}; without this it is guessed from the tree",
  "rc.option.from":
    "the runlevel before: N (default: the machine boots), 0 to 9 or S;\nwith OpenRC the name of one that is entered after boot",
  "rc.option.to":
    "the new runlevel; may be repeated: one change after the other.\nWith OpenRC a name; without this it is sysinit, boot and default, or what\nDebian's rc makes of S and 2",
  "rc.option.locks":
    "lock files that are there at the beginning; without this, those in\nvar/lock/subsys of the tree, but at boot none",
  "rc.option.status":
    "what `service NAME status` prints and returns afterwards,\nfor each state of its process and its lock; may be repeated",
  "rc.option.kill":
    "kill the process of this service after the first change, and leave its lock\nand its pid file; then as --status; may be repeated",
  "rc.unknown-flavor": "nothing shows whose rc this is; give --flavor ({$flavors})",
  "rc.taken-for": "taken for {$system}, flavor {$flavor}, because {$because}",
  "rc.locks-left-out": "the locks in the tree are left out ({$names}): booting removes them",
  "rc.unsure": "{$script}: not everything that it may do to lock files can be seen in its text",
  "rc.boot": "boot to {$to}",
  "rc.program": "{$program}, {$stops -> [yes] at shutdown *[no] at boot}",
  "rc.change": "from {$from} to {$to}",
  "rc.no-level-folder": "there is no folder rc{$level}.d, so rc does nothing",
  "rc.nothing-to-do": "rc finds nothing to do",
  "rc.lock": "lock {$lock}",
  "rc.deleted": "deleted",
  "rc.locks-afterwards": "locks afterwards: {$names}",
  "rc.no-locks-afterwards": "locks afterwards: none",
  "rc.service-killed":
    "{$up -> [yes] the process of {$name} is killed; its lock and its pid file are left *[no] {$name} is not up: there is no process to kill}",
  "rc.service": "service {$name} status",
  "rc.service-gone": "process gone",
  "rc.service-gone-file": "process gone, its pid file left",
  "rc.service-lives": "process there",
  "rc.service-lock": "lock there",
  "rc.service-no-lock": "no lock",
  "rc.service-no-script":
    "service {$name} status: there is no script of this name, so it is an unrecognized service and the status is 1",
  "rc.service-not-followed": "the script does what is not followed here: {$what}",
  "rc.service-now": "now",
  "rc.service-unknown": "service {$name} status: what the script answers cannot be determined",
  "rc.complaint": "rc's complaint: {$line}",
  "rc.has-runlevels": "it has etc/runlevels",
  "rc.openrc": "taken for OpenRC {$version}, because {$because}",
  "rc.openrc-here": "{$command}",
  "rc.openrc-elsewhere": "{$command}, which leads to {$present}",
  "rc.openrc-nothing": "OpenRC finds nothing to do",
  "rc.openrc-refuses": "OpenRC ends with status {$status}",
  "rc.openrc-says": "OpenRC says: {$line}",
  "rc.openrc-up": "up afterwards: {$names}",
  "rc.openrc-none-up": "up afterwards: nothing",

  // inittab simulate.
  "simulate.summary": "play what init would do, second by second",
  "simulate.usage": `inittab simulate [options] [INITTAB]
inittab simulate [options] --diff OLD NEW`,
  "simulate.about": `Boots a machine with the INITTAB (default: that of the scenario, of the SYSROOT
of --rc, or /etc/inittab; - is standard input) without running anything, and
shows what init does: sysvinit, BusyBox or procd, depending on the file.`,
  "simulate.events-sysvinit": "Events of sysvinit:\n{$forms}",
  "simulate.events-busybox": "Events of BusyBox, whose PROCESS is the whole process field:\n{$forms}",
  "simulate.events-procd":
    "Events of OpenWrt's procd, whose COMMAND is the process with single blanks:\n{$forms}",
  "simulate.processes": "Processes:\n{$forms}",
  "simulate.examples": `Unless --run says otherwise, a process of respawn, askfirst, ondemand or restart
keeps running, any other one ends after a second, and a command that brings the
machine down does so.

  inittab simulate --at '10 telinit 3' --at '20 signal INT' /etc/inittab
  inittab simulate --boot single --run 'l3=2.5,exit=1' --until 120 inittab
  inittab simulate --rc /mnt --at '10 telinit 1'
  inittab simulate --at '10 enter tty2' --at '20 ctrl-alt-del' busybox.inittab`,
  "simulate.exit": `Exit status: 0; 1 with --diff if there is a difference; 2 for wrong usage, if
something could not be read, or if there is no simulation of the init.`,
  "simulate.option.dialect": "which init is simulated: auto (default), {$dialects}",
  "simulate.option.init": "{$sysvinit};\nof BusyBox: {$busybox} or {$latest} (default)",
  "simulate.option.build":
    "who builds BusyBox with which settings: {$default}, {$others};\nwithout this whom the system speaks for, or {$default}",
  "simulate.option.config":
    "an option of BusyBox's configuration, such as\nFEATURE_INIT_SYSLOG=n; may be repeated",
  "simulate.option.boot": "the arguments init is started with, such as single or 3",
  "simulate.option.at": "something that happens; may be repeated (see below)",
  "simulate.option.run": "how an entry's process behaves; may be repeated",
  "simulate.option.until": "the end of the simulation (default: 60, or 30 after the last event)",
  "simulate.option.scenario": "a scenario as JSON; other options change it",
  "simulate.option.rc":
    "the root of a system, a folder or an archive: the scripts\nthat rc runs are reported, too",
  "simulate.option.openrc":
    "the release of OpenRC whose services --rc reports: {$releases};\nwithout this that of the system",
  "simulate.option.show": "what the story of sysvinit tells besides: env, utmp or both",
  "simulate.show-sysvinit": "--show goes with sysvinit only",
  "simulate.show-words": "--show takes env, utmp or both, not {$value}",
  "simulate.option.status":
    "with --rc: also what service NAME status says after each\nchange of runlevel and each kill-service; may be repeated",
  "simulate.status-needs-rc": "--status goes with --rc only",
  "simulate.openrc-needs-rc": "--openrc goes with --rc only",
  "simulate.option.diff": "show what two inittabs do differently: --diff OLD NEW",
  "simulate.option.format": "text (default), json, svg or md; with --diff text or json",
  "simulate.two-inittabs": "--diff needs two inittabs, OLD and NEW",
  "simulate.one-inittab": "give one INITTAB, or --diff and two",
  "simulate.no-rc": "--rc does not go with {$option}",
  "simulate.init-busybox": "--init {$value} is a release of sysvinit, and this is BusyBox",
  "simulate.init-sysvinit": "--init {$value} is a release of BusyBox, and this is sysvinit",
  "simulate.build-sysvinit": "--build {$value} is for BusyBox, and this is sysvinit; choose with --init",
  "simulate.config-sysvinit": "--config {$value} is for BusyBox, and this is sysvinit",
  "simulate.no-choice-procd": "--{$option} {$value} is not for procd, of which there is one program only",
  "simulate.choose": "{$path}: {$why}; choose with --dialect",
  "simulate.two-dialects":
    "{$one} is read as one of {$dialect}, {$other} as one of {$otherDialect}; choose with --dialect",
  "simulate.more-rows": "and {$count} more",

  // The arguments of --at and --run.
  "argument.wrong": "--{$option} '{$argument}': {$why}",
  "argument.time": "begin with the time in seconds",
  "argument.write": "write {$form}",
  "argument.none-of": "{$word} is none of {$words}",

  // inittab lsp.
  "test.summary": "run scenarios and compare them with what is expected",
  "test.usage": "inittab test [options] PATH...",
  "test.about": `Runs files called *.inittab-test.json, and those in folders: scenarios, and what
is expected of them. docs/simulation.md says how they are written.`,
  "test.option.format": "text (default) or junit",
  "test.exit": "Exit status: 0 if all is as expected, 1 if not, 2 if a file cannot be read.",
  "test.passed": "ok   {$name}",
  "test.failed": "FAIL {$name}",
  "test.sum":
    "{$count -> [0] no test was run *[other] {$count -> [one] # test *[other] # tests}, {$failed -> [0] all as expected *[other] # not as expected}}",

  "lsp.summary": "run the language server",
  "lsp.usage": "inittab lsp --stdio",
  "lsp.about": `Runs the language server for an editor. Also installed as
inittab-language-server.`,
  "lsp.option.stdio": "speak the protocol over standard input and output",
  "lsp.only-stdio": "only --stdio is supported",

  // inittab debug.
  "debug.summary": "debug a simulated boot",

  // inittab mcp, whose other messages stand in mcp/messages.ts.
  "mcp.summary": "answer the questions of an assistant",
} as const;
