/** What the rules about inittabs say, by the id of the rule. */
export const inittabRuleMessages = {
  // The words of the rules' pages.
  "inittab-rules.error": "init will not do this",
  "inittab-rules.suspicious": "init does it, but it is hardly meant",
  "inittab-rules.portability": "differs between releases or programs",
  "inittab-rules.code-1xx": "1xx init drops the line",
  "inittab-rules.code-2xx": "2xx it is hardly meant",
  "inittab-rules.code-3xx": "3xx lock-out and security",
  "inittab-rules.code-4xx": "4xx portability",
  "inittab-rules.code-6xx": "6xx BusyBox",
  "inittab-rules.code-91x": "91x tables that start OpenRC",
  "inittab-rules.every-dialect": "every dialect",
  "inittab-rules.whole-files": "The rule judges whole files and says nothing about a part of one.",
  "inittab-rules.example-for": "For {$init}:",
  "inittab-rules.example-on": "For {$machine}:",
  "inittab-rules.example-on-console": "For {$machine} with `console={$console}`:",
  "inittab-rules.stacked": "Beside it, in `/etc/runlevels`:",
  "inittab-rules.stacked-level": "- `{$level}`{$count -> [0] *[other] , with {$into} stacked into it}",
  "inittab-rules.unit": "record",

  // What the rules say.
  "action-too-long":
    'the action has {$byteLength} bytes of at most {$actionLimit}; init drops the record with "{$initsWords}"',
  "ampersand-in-word": "the shell ends the command at `&` and runs it in the background",
  "at-flag-portability": "before sysvinit 3.02 `@` is no flag; init looks for a program of that name",
  "bad-entry.blanks": "a line of blanks is no empty line; init skips the line",
  "bad-entry.colon": "the process holds a colon, which toybox takes for a fifth field; init skips the line",
  "bad-entry.colons": "the line has fewer than three colons before its process; init skips the line",
  "bad-entry.empty-process": "the process is empty; init skips the line",
  "bad-entry.foreign-action":
    "{$action} is an action of {$programs}, unknown to {$init}; init skips the line",
  "bad-entry.indented-comment": "a comment must begin in the first column; init skips the line",
  "bad-entry.mistyped-action":
    "{$action} is no action of BusyBox init (did you mean `{$near}`?); init skips the line",
  "bad-entry.no-action": "the action is empty; init skips the line",
  "bad-entry.unknown-action": "{$action} is no action of BusyBox init; init skips the line",
  "busybox-blank-before-process": "the process is blank: init looks for a program without a name",
  "busybox-blank-before-process.before-name":
    "the blank ends the program's name before it begins: init looks for a program without a name",
  "busybox-crlf":
    "lines end in CR LF; init keeps the CR as the last character of each process{$rejected -> [yes] ; the empty ones are bad entries *[no]}",
  "busybox-device-name":
    "init takes {$id} for the terminal {$terminalOf}; where there is none the entry never runs",
  "busybox-device-name.blank": "the blank is part of the terminal's name, and no device is called {$id}",
  "busybox-device-name.leave-empty": "Leave the field empty",
  "busybox-hash-in-process.shell": "the line ends at `#`, even inside quotes; the shell stops at {$what}",
  "busybox-hash-in-process.word": "the line ends at `#`, in the middle of the word",
  "busybox-implied-exec": "init puts `exec` in front of a shell command, {$effect}",
  "busybox-replaced-entry":
    "line {$line} has the same terminal and command and takes the place of this entry",
  "busybox-replaced-entry.other-action":
    "line {$line} has the same terminal and command and takes the place of this entry, so that its action {$action} is lost",
  "busybox-replaced-entry.related": "the entry that counts",
  "busybox-respawn-background":
    "the shell ends at once, so init starts one copy more every second, without end",
  "busybox-runlevels": "{$field} has no effect: this init has no runlevels",
  "busybox-second-restart": "only the first restart entry counts, that of line {$line}",
  "busybox-second-restart.related": "the entry that counts",
  "busybox-shell-syntax": "init runs this through a shell, which stops at {$what}; nothing is run",
  "busybox-swallowed-line":
    "the backslash makes the next line a part of this comment; its entry is never run",
  "carriage-returns.fix": "Convert all line ends",
  "console-without-login": "the kernel's console is {$terminal}, and no record offers a login there",
  "crlf.with-empty":
    'lines end in CR LF; init drops the empty ones with "missing action field" and keeps the CR as the end of each process',
  crlf: "lines end in CR LF; init keeps the CR as the last character of each process",
  "dialect-comment.no-comment": "this is no comment to {$title}, which reads the line as an entry",
  "dialect-comment.related": "this one counts",
  "dialect-comment.rewrite": "Write it as {$title} skips it",
  "dialect-comment.too-late":
    "the file is for {$counts} already, and only the first comment of this kind counts",
  "dialect-comment.unknown": "no dialect is called {$name}, so the comment says nothing",
  "duplicate-id": "`{$id}` repeats the id of line {$line}; init will ignore this record",
  "duplicate-id.related": "`{$id}` is first used here",
  "empty-default-level": "no record runs in runlevel {$level}, the default; init enters it and does nothing",
  "empty-process": "there is nothing to run; init starts a child that ends at once",
  "empty-process.respawn":
    "there is nothing to run; init disables the record after ten tries, for five minutes each time",
  "exec.assignment": "and takes the assignment for a program",
  "exec.never-reached": "so what follows `{$operator}` is never reached",
  "exec.no-program": "and `{$word}` is no program",
  "exec.unparsable": "which no shell can parse",
  "exec.use-env": "Use `env`",
  "exec.wrap": "Wrap it in `sh -c`",
  "final-newline-portability": "the last line lacks its newline; sysvinit 3.14 will drop it",
  "id-too-long": 'the id {$id} has {$bytes} bytes of at most {$limit}; init drops the record with "{$words}"',
  "id-too-long.no-record":
    'the line is neither a record nor a comment; init takes all of it for an id and drops it with "{$words}"',
  "id-too-long.shorten": "Shorten the id to `{$shorter}`",
  "ignored-runlevels": "init ignores the runlevels {$field} of a {$name} record",
  "implied-exec": "init puts `exec` in front of a shell command, {$effect}",
  "implied-exec-portability": "before sysvinit 3.11 init puts `exec` in front of a shell command, {$effect}",
  "initdefault-empty": "the default runlevel is empty; init enters {$defaultLevelOf}",
  "initdefault-halts":
    "the default runlevel is {$level}, by convention {$purpose}; the machine would go down as soon as it is up",
  "initdefault-highest": "init enters the highest of several levels, `{$taken}`, never {$which}",
  "initdefault-invalid":
    "init takes {$taken} for the default runlevel, which is none, and asks on the console",
  "initdefault-process": "init ignores the process of an initdefault record",
  "initdefault-repeated": "init takes the default runlevel from line {$line} and ignores this record",
  "initdefault-repeated.related": "the default runlevel is set here",
  "letter-without-ondemand": "{$calls} will start this {$action} record too",
  "line-too-long": 'the line has more than {$lineLimit} bytes; init drops it as "possibly too long"',
  "line-too-long.cut":
    'the {$comment -> [yes] comment *[no] line} has more than {$lineLimit} bytes; init takes the rest for a line of its own and drops it with "{$words}"',
  "line-too-long.fix": "Break the comment into lines",
  "line-too-long.related": "the line begins here",
  "lower-case-s":
    "`s` is not single-user mode here; init runs the record in `S` only where the field says `S`",
  "lower-case-s.fix": "Write `S`",
  "missing-action.blanks": 'the last line has blanks but no newline; init drops it with "{$words}"',
  "missing-action.empty": 'the action is empty; init drops the record with "{$words}"',
  "missing-action.ends-before": 'the record ends before its action; init drops it with "{$words}"',
  "missing-action.no-record": 'the line is neither a record nor a comment; init drops it with "{$words}"',
  "missing-id": 'the record has no id; init drops it with "{$initsWords}"',
  "missing-id.fix": "Give it the id `{$id}`",
  "missing-process": 'the record has only {$fields} of its 4 fields; init drops it with "{$words}"',
  "missing-process.add-colon": "Add the last colon{$missing -> [yes] ; the process is missing *[no]}",
  "no-ctrlaltdel": "no record has the action ctrlaltdel; init does nothing on Ctrl-Alt-Del",
  "no-final-newline": 'the last line lacks its newline; init drops it as "possibly too long"',
  "no-final-newline.blanks":
    'the last line has blanks but no newline; init complains that it is "possibly too long"',
  "no-initdefault": "no record sets the default runlevel; init asks for it on the console at each boot",
  "no-login":
    "nothing in runlevel {$level}, the default, offers a login: no getty, no display manager, no shell",
  "no-login.table": "nothing in this table offers a login: no getty, no shell, nothing that asks first",
  "no-login.fix": "Add `{$getty}`",
  "no-single-user":
    "nothing runs in single-user mode: {$empty -> [yes] the empty runlevels field stands for all levels with `S`, which *[no] the `S` of this record} keeps init from adding its own sulogin",
  "nul-byte.cut": "a NUL byte ends what init sees of the line; init drops the line",
  "nul-byte.dropped": 'a NUL byte ends what init sees of the line; init drops the line with "{$words}"',
  "nul-byte.drops-both": "a NUL byte ends what init sees of the line; init drops this line and the next one",
  "nul-byte.loses-next": "a NUL byte ends what init sees of the line; init loses the next line with it",
  "nul-cuts-record": "a NUL byte ends what init sees of the line; it runs only what stands in front",
  "ondemand-unasked":
    "ondemand does not wait to be called: init starts the process on entering {$where}, as respawn would",
  "ondemand-unasked.any-digit": "any of 0 to 9",
  "ondemand-unasked.name-only": "Name only `{$only}`",
  "ondemand-unasked.wait-for-call": "Wait for `telinit a`",
  "openrc-dangling":
    "{$path} leads to nothing: OpenRC passes over {$service} in the runlevel {$level} without a word",
  "openrc-lines-missing":
    "no record calls `openrc {$level}` before this: services of that runlevel start only where others need them",
  "openrc-lines-missing.order":
    "`openrc {$early}` runs before `openrc {$late}` of line {$line}, which stops what does not belong to it",
  "openrc-lines-missing.related": "the record that runs later",
  "openrc-other-level.boot": "`openrc {$level}` stops all services, and this record runs at boot",
  "openrc-other-level.down": "`openrc {$level}` starts services, and this record runs on the way down",
  "openrc-rc-need-global":
    "line {$line} of {$path}: `{$name}` without the name of a service adds `{$value}` to every service",
  "openrc-runlevel-missing":
    "there is no {$folder}: OpenRC says that {$level} is not a valid runlevel, and changes nothing",
  "openrc-runlevel-missing.number":
    "unless there is a folder {$folder}, OpenRC says that {$level} is not a valid runlevel, and changes nothing",
  "openrc-setting-value":
    "line {$line} of {$path}: `{$value}` is no answer to `{$name}` that OpenRC's programs know, and counts as no",
  "openrc-shutdown-missing":
    "no record calls `openrc shutdown`: on the way down no service is stopped, and init kills their processes",
  "openrc-shutdown-missing.fix": "Call `openrc shutdown` on the way down",
  "openrc-stack-circle":
    "the runlevels are stacked in a circle ({$levels}): OpenRC refuses to enter {$level}, and starts nothing",
  "process-comment.empty-argument": "init cuts the command at `#` and passes an empty argument in its place",
  "process-comment.inside-word": "init cuts the command at `#`, in the middle of the word",
  "process-comment.move": "Move the comment to a line of its own",
  "process-comment.no-program": "init cuts the command at `#`, and there is no program to run",
  "process-length-portability":
    "the process has {$length} bytes; before sysvinit 3.14 init drops a record with more than {$olderLimit}",
  "process-too-long":
    'the process has {$byteLength} bytes of at most {$processLimit}; init drops the record with "{$initsWords}"',
  "respawn-background":
    "the shell ends at once, so init starts the process again and again; after ten times it disables `{$id}` for five minutes",
  "runlevel-range": "init knows no ranges: the record runs in {$levelsIn}, not in {$missing}",
  "runlevel-range.fix": "Name every level",
  "runlevels-too-long":
    'the runlevels have {$counted} of at most {$runlevelsLimit}; init drops the record with "{$initsWords}"',
  "procd-empty-id":
    "without an id there is no terminal: {$asks -> [yes] procd skips the entry *[no] it runs once, and procd does not start it again}",
  "procd-id-cut":
    "procd takes only letters and digits: {$some -> [yes] the id is `{$id}`, and what stands before it is skipped *[no] what stands before the first colon is skipped, and the id is empty}",
  "procd-indented-comment": "procd takes this for an entry: only a `#` in the first column makes a comment",
  "procd-indented-comment.fix": "Move the `#` to the first column",
  "procd-line-long":
    "procd reads {$limit} bytes at a time: {$entry -> [yes] this is an entry of its own *[no] this is lost}",
  "procd-no-shell":
    "procd calls no shell: {$what -> [quote] it parts the words at the blanks inside the quotes too, and passes the quotes on [comment] the comment becomes words of the command [tab] a tab parts no words *[shell] this is passed to the program as it stands}",
  "procd-same-console":
    "it has the same terminal as the askfirst entry of line {$line}, and both read what is typed",
  "procd-scripts-missing":
    "{$boots -> [yes] no sysinit entry: procd runs no start script and never comes to the state running *[no] no shutdown entry: procd never leaves the state shutdown, and the machine does not come down}",
  "procd-scripts-twice": "procd runs the scripts of the first {$action} entry only, that of line {$line}",
  "procd-sysinit-form":
    "procd says `valid format is rcS <S|K> <param>` and stays in this state for ever: {$action} needs three words",
  "procd-too-many-words": "procd passes only 7 words and drops the rest",
  "shell-syntax": "init runs this through a shell, which stops at {$what}; nothing is run",
  "single-user-shell": "single-user mode starts a shell without asking for a password",
  "single-user-shell.fix": "Run `/sbin/sulogin`",
  "single-user-spin":
    "the default is `S`, but no record has exactly `S`; {$any -> [yes] once nothing is left running there, *[no] in single-user mode} init spins at full speed and hears no telinit",
  "skipped-line.fields": "{$program} skips the line without a word: it has fewer than four fields",
  "skipped-line.letters-and-digits":
    "procd skips the line without a word: it has no three fields of letters and digits before its process",
  "skipped-line.unknown":
    "init skips the line without a word: it does not know the action {$action} or a character of the runlevels",
  "skipped-line.unknown-handler": "procd knows no action {$action} and skips the line",
  "system-v-limits": "the id has more than {$idLimit} bytes",
  "system-v-limits.entry": "the entry has more than {$entryLimit} bytes",
  "tail-becomes-record":
    "init reads at most {$lineLimit} bytes at a time, so this is the record {$id} of its own",
  "too-many-words": "init passes only {$wordLimit} words and drops the rest, {$process}",
  "too-many-words.fix": "Quote the first word, so that a shell takes them all",
  "program-interpreter-missing":
    "{$program} names {$interpreter} as its interpreter, which is not in this root; the kernel cannot run it",
  "program-interpreter-missing.carriage-return":
    "the first line of {$program} ends in a carriage return, so that the kernel looks for an interpreter of a name that ends in one",
  "program-missing":
    'there is no {$program} in this root, so the process fails{$again -> [yes] {" "}each time that init starts it *[no]}',
  "program-missing.script": "there is no {$program} in this root for {$shell} to read",
  "program-not-executable":
    '{$program} has the permissions {$octal}, so that nobody can run it: the process fails{$again -> [yes] {" "}each time that init starts it *[no]}',
  "program-not-executable.no-file": "{$program} is no file in this root, so that nobody can run it",
  "terminal-missing.getty":
    "{$machine} has no {$terminal}: {$program} ends {$seconds -> [0] at once *[other] after # seconds}, and init disables the record for {$minutes} minutes after every {$times} starts",
  "terminal-missing.never": "{$machine} has no {$terminal}: the entry never runs",
  "terminal-missing.respawn":
    "{$machine} has no {$terminal}: init says so once a second without end, in {$lines} lines a second and about {$megabytes} MB a day of its log",
  "terminal-not-in-dev":
    "the /dev of this root has no {$terminal}; unless something fills /dev when the machine runs, the terminal cannot be opened",
  "unknown-action": "{$action} is no action; init drops the record",
  "unknown-action.blanks": "blanks belong to the action, and {$action} is none; init drops the record",
  "unknown-action.foreign":
    "{$action} is an action of {$programs}, unknown to sysvinit; init drops the record",
  "unknown-action.mistyped": "{$action} is no action (did you mean `{$likely}`?); init drops the record",
  "unknown-action.program":
    "{$program -> [busybox] BusyBox init [procd] OpenWrt's procd [aix] AIX [sysvinit] sysvinit *[other] other System V inits}",
  "unknown-family-action": "{$action} is no action of {$title}",
  "unknown-family-action.mistyped": "{$action} is no action of {$title} (did you mean `{$near}`?)",
  "unknown-runlevel":
    "{$stray} {$count -> [one] is no runlevel *[other] are no runlevels}; init ignores {$count -> [one] it *[other] them}",
  "unreachable-record": "{$field} names no runlevel; init never runs this record",
  "wait-background": "init does not wait for this {$action} record: the shell ends at once",
  // What becomes of a program that ends, said behind "it ends".
  "restarts.disabled":
    "init starts it again and disables `{$id}` for {$minutes} minutes after every {$times} starts",
  "restarts.each-second": "init starts it again every second, without end",
  "restarts.never": "nobody can log in there",
  "generic-serial-mark":
    "the build of Buildroot looks for the mark at the end of a line, so it leaves this one as it is",
  "generic-serial-mark.fix": "Delete what follows the mark",
  "getty-action":
    "{$waits -> [yes] init waits until somebody has logged in and out, and then the terminal is dead: {$program} under {$action} is started only once *[no] the terminal is dead after the first logout: {$action} starts {$program} only once}",
  "getty-arguments.add": "Add `{$text}`",
  "getty-arguments.bad-speed":
    "`{$word}` is no speed, as which BusyBox's getty takes it; it ends, and {$outcome}",
  "getty-arguments.below-a-device":
    "{$device} is a device and no folder, so there is no `{$word}`; the getty ends, and {$outcome}",
  "getty-arguments.delete": "Delete `{$text}`",
  "getty-arguments.glued":
    "`{$word}` is two words; there is no such terminal, so {$program} ends, and {$outcome}",
  "getty-arguments.no-speed":
    "there is no speed, which BusyBox's getty wants besides the terminal; it ends at once, and {$outcome}",
  "getty-arguments.no-terminal":
    "{$program} is given {$speed -> [yes] a speed and no terminal *[no] no terminal}; it ends at once, and {$outcome}",
  "getty-arguments.own-input":
    "`-` makes {$program} use init's console, which is its standard input; `{$unused}` gets no login",
  "getty-arguments.part": "Part the words",
  "getty-arguments.unknown-option": "{$program} has no option `{$option}`; it ends, and {$outcome}",
  "getty-arguments.wrong-terminal":
    "{$program} takes no speed and no option in front: `{$word}` is its terminal, which there is not; it ends, and {$outcome}",
  "goes-down-otherwise.forced":
    "this runs on every way down: {$program} acts at once whatever was asked for, and the entries behind are left out",
  "goes-down-otherwise.halt": "level 0 is there to halt, but {$program} restarts the machine",
  "goes-down-otherwise.ignored":
    "{$program} only sends init a signal, which init passes over on its way down: the entry does nothing",
  "goes-down-otherwise.restart": "level 6 is there to restart, but {$program} leaves the machine down",
  "level-without-halt":
    "this leads to runlevel {$level}, where no record {$restarts -> [yes] restarts *[no] halts} the machine: init stops what runs and stays",
  "family-repeated-id": "`{$id}` repeats the id of line {$line}; the manual wants each id once",
  "hash-record": "`#` makes no comment on AIX: this is a record still, with the id `{$id}`",
  "hash-record.fix": "Write a colon in front",
  "initdefault-without-effect": "init ignores this: {$manager} brings the machine to its default milestone",
  "never-ends": "{$program} does not end, so init never comes to the record of line {$line}",
  "never-ends.related": "this never starts",
  "no-records":
    "no line is a record of an inittab: {$found -> [empty] the file is empty [utf16] the file is UTF-16, and init reads single bytes [html] this is a web page [comments] there is nothing but comments *[other] this is another kind of file}",
  "program-not-found.home":
    "`~` is the home of nobody here: init has logged in no user, so that `{$text}` is not looked for where it lies",
  "program-not-found.quotes": "the quotes make one word of it, and no program has the name `{$inside}`",
  "program-not-found.relative": "init works in `/`, so that `{$text}` is `{$absolute}`",
  "program-not-found.unquote": "Delete the quotes",
  "respawn-background.family": "the shell ends at once, so init starts the process again and again",
  "rc-other-level":
    "this calls rc for runlevel {$level}, but runs in {$count -> [one] level *[other] the levels} {$own} only",
  "rc-twice":
    "the record of line {$line} calls rc in {$count -> [one] level {$levels} *[other] the levels {$levels}} too",
  "rc-twice.related": "the other call",
  "respawn-daemon": "{$program} goes into the background and ends, so {$outcome}",
  "respawn-daemon.fix": "Keep it in the foreground with `{$option}`",
  "respawn-script": "`{$path}` starts services and ends, so {$outcome}",
  "respawn-script.fix": "Make the action `once`",
  "session-of-its-own":
    "init has made this the leader of a session, so setsid leaves a child behind and ends: {$outcome}, and never stops the children",
  "session-of-its-own.left-behind":
    "what {$program} leaves behind runs on when init leaves the levels {$levels}, since the process that init knows has ended",
  "session-of-its-own.outlives":
    "setsid takes the program out of the group that init stops: it runs on when init leaves the levels {$levels}",
  "terminal-shared":
    "{$program} waits for input on {$terminal}{$shown -> [yes] , which may be the console that is shown, *[no] } like the record of line {$line}{$levels}; they take each other's input",
  "terminal-shared.levels": " in {$count -> [one] level {$levels} *[other] levels {$levels}}",
  "terminal-shared.related": "this one waits there too",
  "fix.make-it-respawn": "Make the action `respawn`",
} as const;
