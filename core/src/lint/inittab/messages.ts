/** What the rules about inittabs say, by the id of the rule. */
export const inittabRuleMessages = {
  // The words of the rules' pages.
  "inittab-rules.error": "init will not do this",
  "inittab-rules.suspicious": "init does this, but it is probably not what was meant",
  "inittab-rules.portability": "differs between releases or programs",
  "inittab-rules.code-1xx": "1xx init drops the line",
  "inittab-rules.code-2xx": "2xx probably not what was meant",
  "inittab-rules.code-3xx": "3xx lock-out and security",
  "inittab-rules.code-4xx": "4xx portability",
  "inittab-rules.code-6xx": "6xx BusyBox",
  "inittab-rules.code-91x": "91x tables that start OpenRC",
  "inittab-rules.every-dialect": "all dialects",
  "inittab-rules.whole-files": "The rule checks whole files and reports nothing for a part of a file.",
  "inittab-rules.example-for": "For {$init}:",
  "inittab-rules.example-on": "For {$machine}:",
  "inittab-rules.example-on-console": "For {$machine} with `console={$console}`:",
  "inittab-rules.stacked": "With these runlevels in `/etc/runlevels`:",
  "inittab-rules.stacked-level": "- `{$level}`{$count -> [0] *[other] , with {$into} stacked into it}",
  "inittab-rules.unit": "entry",

  // What the rules say.
  "action-too-long":
    'the action is {$byteLength} bytes long, and the limit is {$actionLimit}; init drops the entry with "{$initsWords}"',
  "ampersand-in-word": "the shell ends the command at `&` and runs it in the background",
  "at-flag-portability":
    "before sysvinit 3.02, `@` is not a flag; init takes it for a part of the program's name",
  "bad-entry.blanks": "a line of blanks is not an empty line; init skips it as a bad entry",
  "bad-entry.colon":
    "the process contains a colon, which toybox takes for the start of a fifth field; init skips the line",
  "bad-entry.colons": "the line has fewer than three colons before its process; init skips the line",
  "bad-entry.empty-process": "the process is empty; init skips the line",
  "bad-entry.foreign-action":
    "{$action} is an action of {$programs}, unknown to {$init}; init skips the line",
  "bad-entry.indented-comment": "a comment must begin in the first column; init skips the line",
  "bad-entry.mistyped-action":
    "{$action} is not an action of BusyBox init (did you mean `{$near}`?); init skips the line",
  "bad-entry.no-action": "the action is empty; init skips the line",
  "bad-entry.unknown-action": "{$action} is not an action of BusyBox init; init skips the line",
  "busybox-blank-before-process": "the process is blank; init looks for a program with an empty name",
  "busybox-blank-before-process.before-name":
    "the blank ends the program's name before it begins; init looks for a program with an empty name",
  "busybox-crlf":
    "lines end in CR LF; init keeps the CR as the last character of each process{$rejected -> [yes] , and the empty lines are bad entries *[no]}",
  "busybox-device-name":
    "init takes {$id} for the terminal {$terminalOf}; if that does not exist, the entry never runs",
  "busybox-device-name.blank": "the blank is part of the terminal's name, and no device is called {$id}",
  "busybox-device-name.leave-empty": "Leave the field empty",
  "busybox-hash-in-process.shell": "the line ends at `#`, even inside quotes; the shell stops at {$what}",
  "busybox-hash-in-process.word": "the line ends at `#`, even in the middle of a word",
  "busybox-implied-exec": "init puts `exec` in front of a shell command, {$effect}",
  "busybox-replaced-entry": "line {$line} has the same terminal and command and replaces this entry",
  "busybox-replaced-entry.other-action":
    "line {$line} has the same terminal and command and replaces this entry, so the action {$action} is lost",
  "busybox-replaced-entry.related": "the entry that counts",
  "busybox-respawn-background":
    "the shell ends at once, so init starts another copy every second, without limit",
  "busybox-runlevels": "{$field} has no effect: this init has no runlevels",
  "busybox-second-restart": "only the first restart entry counts, the one on line {$line}",
  "busybox-second-restart.related": "the entry that counts",
  "busybox-shell-syntax": "init runs this through a shell, which stops at {$what}; nothing is run",
  "busybox-swallowed-line":
    "the backslash makes the next line part of this comment; the entry there never runs",
  "carriage-returns.fix": "Convert all line endings",
  "console-without-login": "the kernel's console is {$terminal}, and no entry offers a login there",
  "crlf.with-empty":
    'lines end in CR LF; init drops the empty ones with "missing action field" and keeps the CR as the last character of each process',
  crlf: "lines end in CR LF; init keeps the CR as the last character of each process",
  "dialect-comment.no-comment": "to {$title} this is not a comment; it reads the line as an entry",
  "dialect-comment.related": "this one counts",
  "dialect-comment.rewrite": "Write it in a form that {$title} skips",
  "dialect-comment.too-late":
    "an earlier comment already names {$counts}, and only the first comment of this kind counts",
  "dialect-comment.unknown": "no dialect is called {$name}, so the comment has no effect",
  "duplicate-id": "`{$id}` repeats the id of line {$line}; init ignores this entry",
  "duplicate-id.related": "`{$id}` is first used here",
  "empty-default-level": "no entry runs in the default runlevel, {$level}; init enters it and starts nothing",
  "empty-process": "there is nothing to run; init starts a child process that ends at once",
  "empty-process.respawn":
    "there is nothing to run; after every ten tries, init disables the entry for five minutes",
  "exec.assignment": "and takes the assignment for a program",
  "exec.never-reached": "so what follows `{$operator}` is never reached",
  "exec.no-program": "and `{$word}` is not a program",
  "exec.unparsable": "which no shell can parse",
  "exec.use-env": "Use `env`",
  "exec.wrap": "Wrap it in `sh -c`",
  "final-newline-portability": "the last line does not end with a newline; sysvinit 3.14 will drop it",
  "id-too-long":
    'the id {$id} is {$bytes} bytes long, and the limit is {$limit}; init drops the entry with "{$words}"',
  "id-too-long.no-record":
    'the line is neither an entry nor a comment; init takes all of it for an id and drops it with "{$words}"',
  "id-too-long.shorten": "Shorten the id to `{$shorter}`",
  "ignored-runlevels": "init ignores the runlevels {$field} of a {$name} entry",
  "implied-exec": "init puts `exec` in front of a shell command, {$effect}",
  "implied-exec-portability": "before sysvinit 3.11, init puts `exec` in front of a shell command, {$effect}",
  "initdefault-empty": "the entry names no runlevel; init enters runlevel {$defaultLevelOf}",
  "initdefault-halts":
    "the default runlevel is {$level}, which by convention means {$purpose}; the machine goes down as soon as it is up",
  "initdefault-highest": "init enters the highest of several runlevels, `{$taken}`, never {$which}",
  "initdefault-invalid":
    "init takes {$taken} for the default runlevel; there is no such runlevel, so init asks on the console",
  "initdefault-process": "init ignores the process of an initdefault entry",
  "initdefault-repeated": "init takes the default runlevel from line {$line} and ignores this entry",
  "initdefault-repeated.related": "the default runlevel is set here",
  "letter-without-ondemand": "{$calls} will start this {$action} entry too",
  "line-too-long": 'the line has more than {$lineLimit} bytes; init drops it as "possibly too long"',
  "line-too-long.cut":
    'the {$comment -> [yes] comment *[no] line} has more than {$lineLimit} bytes; init takes the rest for a line of its own and drops it with "{$words}"',
  "line-too-long.fix": "Break the comment into several lines",
  "line-too-long.related": "the line begins here",
  "lower-case-s":
    "`s` does not mean single-user mode here; init runs the entry in `S` only if the field has an `S`",
  "lower-case-s.fix": "Write `S`",
  "missing-action.blanks": 'the last line has blanks but no newline; init drops it with "{$words}"',
  "missing-action.empty": 'the action is empty; init drops the entry with "{$words}"',
  "missing-action.ends-before": 'the entry ends before its action; init drops it with "{$words}"',
  "missing-action.no-record": 'the line is neither an entry nor a comment; init drops it with "{$words}"',
  "missing-id": 'the entry has no id; init drops it with "{$initsWords}"',
  "missing-id.fix": "Give it the id `{$id}`",
  "missing-process": 'the entry has only {$fields} of its 4 fields; init drops it with "{$words}"',
  "missing-process.add-colon": "Add the last colon{$missing -> [yes] ; the process is missing *[no]}",
  "no-ctrlaltdel": "no entry has the action ctrlaltdel; init does nothing on Ctrl-Alt-Del",
  "no-final-newline": 'the last line does not end with a newline; init drops it as "possibly too long"',
  "no-final-newline.blanks":
    'the last line has blanks but no newline; init complains that it is "possibly too long"',
  "no-initdefault": "no entry sets the default runlevel; init asks for it on the console at each boot",
  "no-login":
    "nothing in the default runlevel, {$level}, offers a login: no getty, no display manager, no shell",
  "no-login.table": "nothing in this table offers a login: no getty, no shell, no askfirst entry",
  "no-login.fix": "Add `{$getty}`",
  "no-single-user":
    "nothing runs in single-user mode: {$empty -> [yes] the empty runlevels field stands for all runlevels including `S`, which *[no] the `S` of this entry} keeps init from adding its own sulogin",
  "nul-byte.cut": "a NUL byte ends what init sees of the line; init drops the line",
  "nul-byte.dropped": 'a NUL byte ends what init sees of the line; init drops the line with "{$words}"',
  "nul-byte.drops-both": "a NUL byte ends what init sees of the line; init drops this line and the next one",
  "nul-byte.loses-next": "a NUL byte ends what init sees of the line; init loses the next line with it",
  "nul-cuts-record": "a NUL byte ends what init sees of the line; init runs only what comes before it",
  "ondemand-unasked":
    "ondemand does not wait to be called: init starts the process on entering runlevel {$where}, as respawn would",
  "ondemand-unasked.any-digit": "0 to 9",
  "ondemand-unasked.name-only": "Name only `{$only}`",
  "ondemand-unasked.wait-for-call": "Wait for `telinit a`",
  "openrc-dangling": "{$path} points to nothing: OpenRC silently skips {$service} in the runlevel {$level}",
  "openrc-lines-missing":
    "no entry before this one calls `openrc {$level}`: services of that runlevel start only where others need them",
  "openrc-lines-missing.order":
    "`openrc {$early}` runs before `openrc {$late}` on line {$line}, which stops what does not belong to its runlevel",
  "openrc-lines-missing.related": "the entry that runs later",
  "openrc-other-level.boot": "`openrc {$level}` stops all services, but this entry runs at boot",
  "openrc-other-level.down": "`openrc {$level}` starts services, but this entry runs at shutdown",
  "openrc-rc-need-global":
    "line {$line} of {$path}: `{$name}` without the name of a service adds `{$value}` to every service",
  "openrc-runlevel-missing":
    "there is no {$folder}: OpenRC says that {$level} is not a valid runlevel and changes nothing",
  "openrc-runlevel-missing.number":
    "unless there is a folder {$folder}, OpenRC says that {$level} is not a valid runlevel and changes nothing",
  "openrc-setting-value":
    "line {$line} of {$path}: OpenRC's programs do not know the answer `{$value}` to `{$name}`, so it counts as no",
  "openrc-shutdown-missing":
    "no entry calls `openrc shutdown`: at shutdown no service is stopped, and init kills their processes",
  "openrc-shutdown-missing.fix": "Call `openrc shutdown` when the machine goes down",
  "openrc-stack-circle":
    "the runlevels are stacked in a circle ({$levels}): OpenRC refuses to enter {$level} and starts nothing",
  "process-comment.empty-argument": "init cuts the command at `#` and passes an empty argument in its place",
  "process-comment.inside-word": "init cuts the command at `#`, in the middle of a word",
  "process-comment.move": "Move the comment to a line of its own",
  "process-comment.no-program": "init cuts the command at `#`, and there is no program to run",
  "process-length-portability":
    "the process is {$length} bytes long; before sysvinit 3.14, init drops an entry whose process is longer than {$olderLimit}",
  "process-too-long":
    'the process is {$byteLength} bytes long, and the limit is {$processLimit}; init drops the entry with "{$initsWords}"',
  "respawn-background":
    "the shell ends at once, so init starts the process again and again; after ten starts it disables `{$id}` for five minutes",
  "runlevel-range": "init does not know ranges: the entry runs in {$levelsIn}, not in {$missing}",
  "runlevel-range.fix": "Name every runlevel",
  "runlevels-too-long":
    'the runlevels field is {$length} bytes long{$withNewline -> [yes] {" "}with the newline, because no colon follows *[no]}, and the limit is {$runlevelsLimit}; init drops the entry with "{$initsWords}"',
  "procd-empty-id":
    "without an id there is no terminal: {$asks -> [yes] procd skips the entry *[no] the entry runs once, and procd does not start it again}",
  "procd-id-cut":
    "procd takes only letters and digits: {$some -> [yes] the id is `{$id}`, and what comes before it is skipped *[no] what comes before the first colon is skipped, and the id is empty}",
  "procd-indented-comment": "procd takes this for an entry: only a `#` in the first column starts a comment",
  "procd-indented-comment.fix": "Move the `#` to the first column",
  "procd-line-long":
    "procd reads {$limit} bytes at a time: {$entry -> [yes] this part is an entry of its own *[no] this part is lost}",
  "procd-no-shell":
    "procd does not call a shell: {$what -> [quote] it splits the words at the blanks inside the quotes too, and passes the quotes on [comment] the comment becomes words of the command [tab] a tab does not separate words *[shell] this is passed to the program as it is}",
  "procd-same-console":
    "this entry has the same terminal as the askfirst entry on line {$line}, and both read what is typed",
  "procd-scripts-missing":
    "{$boots -> [yes] there is no sysinit entry: procd runs no start script and never reaches the state running *[no] there is no shutdown entry: procd never leaves the state shutdown, and the machine does not go down}",
  "procd-scripts-twice": "procd runs the scripts of the first {$action} entry only, the one on line {$line}",
  "procd-sysinit-form":
    "{$action} needs three words: procd says `valid format is rcS <S|K> <param>` and stays in this state forever",
  "procd-too-many-words": "procd passes only 7 words and drops the rest",
  "shell-syntax": "init runs this through a shell, which stops at {$what}; nothing is run",
  "single-user-shell": "single-user mode starts a shell without asking for a password",
  "single-user-shell.fix": "Run `/sbin/sulogin`",
  "single-user-spin":
    "the default runlevel is `S`, but no entry has exactly `S` as its runlevels; {$any -> [yes] once nothing is left running there, *[no] in single-user mode} init spins at full speed and no longer answers telinit",
  "skipped-line.fields": "{$program} silently skips the line: it has fewer than four fields",
  "skipped-line.letters-and-digits":
    "procd silently skips the line: it does not have three fields of letters and digits before its process",
  "skipped-line.unknown":
    "init silently skips the line because it does not know the action {$action} or a character of the runlevels",
  "skipped-line.unknown-handler": "procd does not know the action {$action} and skips the line",
  "system-v-limits": "the id has more than {$idLimit} bytes",
  "system-v-limits.entry": "the entry has more than {$entryLimit} bytes",
  "tail-becomes-record":
    "init reads at most {$lineLimit} bytes at a time, so this part is an entry {$id} of its own",
  "too-many-words": "init passes only {$wordLimit} words and drops the rest: {$process}",
  "too-many-words.fix": "Quote the first word, so that a shell takes them all",
  "program-interpreter-missing":
    "{$program} names {$interpreter} as its interpreter, which is not in this root; the kernel cannot run the script",
  "program-interpreter-missing.carriage-return":
    "the first line of {$program} ends in a carriage return, so the kernel looks for an interpreter whose name ends in one",
  "program-missing":
    'there is no {$program} in this root, so the process fails{$again -> [yes] {" "}each time init starts it *[no]}',
  "program-missing.script": "there is no {$program} in this root for {$shell} to read",
  "program-not-executable":
    '{$program} has the permissions {$octal}, so nobody can run it: the process fails{$again -> [yes] {" "}each time init starts it *[no]}',
  "program-not-executable.no-file": "{$program} is not a file in this root, so nobody can run it",
  "terminal-missing.getty":
    "{$machine} has no {$terminal}: {$program} ends {$seconds -> [0] at once [one] after # second *[other] after # seconds}, and init disables the entry for {$minutes} minutes after every {$times} starts",
  "terminal-missing.never": "{$machine} has no {$terminal}: the entry never runs",
  "terminal-missing.respawn":
    "{$machine} has no {$terminal}: init reports this every second without end, with {$lines} lines a second and about {$megabytes} MB a day in its log",
  "terminal-not-in-dev":
    "the /dev of this root has no {$terminal}; unless something fills /dev when the machine runs, the terminal cannot be opened",
  "unknown-action": "{$action} is not an action; init drops the entry",
  "unknown-action.blanks":
    "blanks belong to the action, and {$action} is not an action; init drops the entry",
  "unknown-action.foreign":
    "{$action} is an action of {$programs}, unknown to sysvinit; init drops the entry",
  "unknown-action.mistyped": "{$action} is not an action (did you mean `{$likely}`?); init drops the entry",
  "unknown-action.program":
    "{$program -> [busybox] BusyBox init [procd] OpenWrt's procd [aix] AIX [sysvinit] sysvinit *[other] other System V inits}",
  "unknown-family-action": "{$action} is not an action of {$title}",
  "unknown-family-action.mistyped": "{$action} is not an action of {$title} (did you mean `{$near}`?)",
  "unknown-runlevel":
    "{$stray} {$count -> [one] is not a runlevel *[other] are not runlevels}; init ignores {$count -> [one] it *[other] them}",
  "unreachable-record": "{$field} names no runlevel; init never runs this entry",
  "wait-background": "init does not wait for this {$action} entry: the shell ends at once",
  // What becomes of a program that ends, said after "it ends".
  "restarts.disabled":
    "init starts it again and disables `{$id}` for {$minutes} minutes after every {$times} starts",
  "restarts.each-second": "init starts it again every second, without end",
  "restarts.never": "nobody can log in there",
  "generic-serial-mark":
    "the build of Buildroot looks for the mark at the end of a line, so it leaves this line as it is",
  "generic-serial-mark.fix": "Delete what follows the mark",
  "getty-action":
    "{$waits -> [yes] init waits until somebody has logged in and out, and then the terminal is dead: {$action} starts {$program} only once *[no] the terminal is dead after the first logout: {$action} starts {$program} only once}",
  "getty-arguments.add": "Add `{$text}`",
  "getty-arguments.bad-speed":
    "`{$word}` is not a speed, but BusyBox's getty takes it for one; it ends, and {$outcome}",
  "getty-arguments.below-a-device":
    "{$device} is a device, not a folder, so there is no `{$word}`; the getty ends, and {$outcome}",
  "getty-arguments.delete": "Delete `{$text}`",
  "getty-arguments.glued":
    "`{$word}` is two words run together; there is no such terminal, so {$program} ends, and {$outcome}",
  "getty-arguments.no-speed":
    "there is no speed, which BusyBox's getty needs as well as the terminal; it ends at once, and {$outcome}",
  "getty-arguments.no-terminal":
    "{$program} is given {$speed -> [yes] a speed but no terminal *[no] no terminal}; it ends at once, and {$outcome}",
  "getty-arguments.own-input":
    "`-` makes {$program} use init's console, which is its standard input; `{$unused}` gets no login",
  "getty-arguments.part": "Separate the words",
  "getty-arguments.unknown-option": "{$program} has no option `{$option}`; it ends, and {$outcome}",
  "getty-arguments.wrong-terminal":
    "{$program} takes no speed and no option before the terminal: it takes `{$word}` for the terminal, which does not exist; it ends, and {$outcome}",
  "goes-down-otherwise.forced":
    "this runs at every shutdown: {$program} acts at once, whatever was asked for, and the entries after it do not run",
  "goes-down-otherwise.halt": "runlevel 0 is meant to halt the machine, but {$program} restarts it",
  "goes-down-otherwise.ignored":
    "{$program} only sends init a signal, which init ignores while it shuts down: the entry does nothing",
  "goes-down-otherwise.restart": "runlevel 6 is meant to restart the machine, but {$program} leaves it down",
  "level-without-halt":
    "this leads to runlevel {$level}, where no entry {$restarts -> [yes] restarts *[no] halts} the machine: init stops what runs and then does nothing more",
  "family-repeated-id": "`{$id}` repeats the id of line {$line}; the manual requires each id to be unique",
  "hash-record": "`#` does not start a comment on AIX: this is still an entry, with the id `{$id}`",
  "hash-record.fix": "Put a colon in front",
  "initdefault-without-effect": "init ignores this: {$manager} brings the machine to its default milestone",
  "never-ends": "{$program} does not end, so init never reaches the entry on line {$line}",
  "never-ends.related": "this never starts",
  "no-records":
    "no line is an entry of an inittab: {$found -> [empty] the file is empty [utf16] the file is UTF-16, and init reads single bytes [html] this is a web page [comments] there are only comments *[other] this is another kind of file}",
  "program-not-found.home":
    "`{$home}` is nobody's home folder here: init has not logged anyone in, so `{$text}` is looked for in the wrong place",
  "program-not-found.quotes": "the quotes make this one word, and no program is called `{$inside}`",
  "program-not-found.relative": "init works in `/`, so `{$text}` is `{$absolute}`",
  "program-not-found.unquote": "Delete the quotes",
  "respawn-background.family": "the shell ends at once, so init starts the process again and again",
  "rc-other-level":
    "this calls rc for runlevel {$level} but runs only in {$count -> [one] runlevel *[other] runlevels} {$own}",
  "rc-other-level.shared":
    "in {$count -> [one] runlevel *[other] runlevels} {$others}, too, this starts the services of runlevel {$level}; other runlevels have a call of their own",
  "rc-twice":
    "the entry on line {$line} also calls rc in {$count -> [one] runlevel *[other] runlevels} {$levels}",
  "rc-twice.related": "the other call",
  "respawn-daemon": "{$program} goes into the background and ends, so {$outcome}",
  "respawn-daemon.fix": "Keep it in the foreground with `{$option}`",
  "respawn-script": "`{$path}` starts services and ends, so {$outcome}",
  "respawn-script.fix": "Make the action `once`",
  "session-of-its-own":
    "init has already made this process a session leader, so setsid leaves a child behind and ends: {$outcome}, and never stops the children",
  "session-of-its-own.left-behind":
    "what {$program} leaves behind keeps running when init leaves the entry's runlevels ({$levels}), because the process that init knows has ended",
  "session-of-its-own.outlives":
    "setsid takes the program out of the group that init stops: it keeps running when init leaves the entry's runlevels ({$levels})",
  "terminal-shared":
    "{$program} waits for input on {$terminal}{$shown -> [yes] , which may be the console that is shown, *[no] ,} as does the entry on line {$line}{$levels}; they take each other's input",
  "terminal-shared.levels": " in {$count -> [one] runlevel {$levels} *[other] runlevels {$levels}}",
  "terminal-shared.related": "this one waits there too",
  "fix.make-it-respawn": "Make the action `respawn`",
} as const;
