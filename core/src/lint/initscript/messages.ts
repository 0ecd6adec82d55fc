/** What the rules about init scripts say, by the id of the rule. */
export const scriptRuleMessages = {
  // What the rules say.
  "action-missing":
    "there is no branch for {$missing}, which {$who -> [rc] rc calls [policy] {$family}'s policy requires [encouraged] {$family} encourages *[lsb] the LSB requires}{$more -> [yes] , and none for {$rest} *[no]}",
  "action-missing.more":
    "{$missing}, which {$who -> [rc] rc calls [policy] {$family}'s policy requires [encouraged] {$family} encourages *[lsb] the LSB requires}",
  "action-missing.add-arms": "Add a branch for {$known}",
  "action-unlisted": "the usage line {$faults}",
  "action-unlisted.fix": "List the existing actions",
  "action-unlisted.lost": "lists {$actions}, which {$count -> [one] has *[other] have} no branch",
  "action-unlisted.unlisted": "does not list {$actions}",
  "chkconfig-complement": "by convention, a service that starts at {$start} stops at {$complement}",
  "chkconfig-default-levels": "the service is in no runlevel until an administrator enables it",
  "chkconfig-default-levels.started": "the service starts by itself as soon as the package is installed",
  "chkconfig-dep-ignored":
    "`{$other}` is off in {$items}, where this script is on, so chkconfig ignores the dependency",
  "chkconfig-line-missing":
    "chkconfig refuses a script that has neither a `chkconfig:` line nor runlevels in an LSB header",
  "chkconfig-line-missing.insert": "Insert a chkconfig header",
  "chkconfig-malformed.empty":
    "the runlevels and both numbers are missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.levels":
    "{$levels} is neither `-` nor a string of digits from 0 to 6, so chkconfig says that it does not support this script",
  "chkconfig-malformed.no-numbers":
    "the start and stop numbers are missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.no-stop":
    "the stop number is missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.number":
    "the {$which -> [start] start *[stop] stop} number {$number} is not a number from 0 to 99, so chkconfig says that it does not support this script",
  "chkconfig-no-description": "there is no description, so the tools around chkconfig show none",
  "chkconfig-no-description.empty": "the description is empty, so chkconfig has none",
  "chkconfig-no-description.fix": "Add a description",
  "chkconfig-no-description.no-comment":
    "the line after the backslash is not a comment, so chkconfig has no description",
  "chkconfig-numbers-vs-deps":
    "chkconfig changes {$written} to {$result} because of the script's dependencies",
  "chkconfig-numbers-vs-deps.because-of":
    "chkconfig changes {$written} to {$result}, because `{$other}` {$starts -> [yes] starts *[no] stops} at {$number}",
  "chkconfig-stray-tag.description":
    "chkconfig reads the whole file, and this comment changes the description",
  "chkconfig-stray-tag.fix": "Remove the colon",
  "chkconfig-stray-tag.levels":
    "chkconfig reads the whole file, and this comment changes the runlevels from {$before} to {$after}",
  "chkconfig-stray-tag.list":
    "chkconfig reads the whole file, and this comment changes {$tag} from `{$before}` to `{$after}`",
  "condrestart-without-lock":
    "{$name} checks neither the lock nor the status: it starts a service that was stopped on purpose",
  "condrestart-without-lock.fix": "Restart only if the lock exists",
  "exit-code-lost": "the script ends with status 0 even if {$names} failed",
  "headers-disagree-levels":
    "this line has the runlevels {$chkconfig} and Default-Start has {$lsb}; chkconfig uses {$levels}",
  "headers-disagree-levels.related": "Default-Start is here",
  "headers-disagree-levels.write": "Write these runlevels to Default-Start",
  "headers-disagree-stop":
    "Default-Stop cancels the runlevel{$count -> [one] *[other] s} {$levels}, which the `chkconfig:` line lists",
  "headers-disagree-stop.related": "the runlevels are listed here",
  "headers-disagree-stop.take-out":
    "Remove the runlevel{$count -> [one] *[other] s} {$levels} from Default-Stop",
  "daemon-not-in-root": "{$path} does not exist in this root file system, so the service cannot start",
  "daemon-not-in-root.interpreter":
    "{$path} cannot be run: its interpreter {$interpreter} does not exist in this root file system",
  "daemon-not-in-root.line-end":
    "{$path} cannot be run: the carriage return in its first line becomes part of the interpreter's name",
  "daemon-not-in-root.mode":
    "{$path} cannot be run: {$file -> [yes] it is not executable (mode {$octal}) *[no] it is not a regular file}",
  "network-too-early": "{$program} needs the network, which {$network} brings up only after this script",
  "library-not-in-image":
    "an image of {$family} has {$path} only if a package or layer adds it; without it the script ends here",
  "start-asks":
    "read waits for somebody to type a line: at boot nothing after this starts until then, not even getty",
  "sourced-not-in-root":
    "{$path} does not exist in this root file system{$ends -> [yes] , so the shell ends the script here *[no] ; bash goes on without it}",
  "interpreter-not-in-root":
    "the interpreter {$interpreter} does not exist in this root file system, so the script cannot be run",
  "killproc-status":
    "killproc returns 0 even if nothing was running, so the branch for a failure does not run then",
  "killproc-status.related": "the branch for a failure",
  "links.entries": '{$paths}{$more -> [0] *[other] {" "}and # more}',
  "links.problem": "{$entries}: {$text}",
  "lock-before-start":
    "start touches the lock {$lock} {$before -> [yes] before the service is started *[no] whether or not the service came up}: a failed start counts as running and is not tried again",
  "lock-before-start.later": "Touch the lock only once the service is up",
  "lock-dir-wrong":
    "rc looks only in {$lockPath}, not at {$path}: it starts the service again at every runlevel change and never stops it",
  "lock-dir-wrong.fix": "Keep the lock in {$lockPath}",
  "lock-in-status-only": "{$code} is not a service status: status ends with 0 to {$highest}",
  "lock-is-directory":
    "the lock {$name} becomes a directory, but rc tests for a regular file and considers the service stopped",
  "lock-is-directory.fix": "Touch a file",
  "lock-missing":
    "start never touches {$lock}: {$starts -> [yes] rc starts the service again at every runlevel change and never stops it *[no] rc never runs its stop, and runs start at every runlevel change}",
  "lock-missing.off":
    "start never touches {$lock}: once the service is turned on in a runlevel, rc starts it again at every runlevel change and never stops it",
  "lock-missing.fix": "Touch {$lock} in start and remove it in stop",
  "lock-name-mismatch":
    "the lock is called {$name}, but rc looks for {$facts}: it starts the service again at every runlevel change and never stops it",
  "lock-name-mismatch.fix": "Rename the lock to {$facts} throughout the script",
  "lock-named-after-call":
    "when rc calls the script, $0 is the name of the link: the lock becomes something like {$link}, but rc looks for {$name}",
  "lock-named-after-call.fix": "Write the name out",
  "lock-not-removed":
    "start touches the lock {$name}, but stop does not remove it: after a stop, the service is not started again until the next boot",
  "lock-not-removed.other":
    "start touches the lock {$name}, but stop removes {$other}: after a stop, the service is not started again until the next boot",
  "lock-not-removed.related": "what stop removes",
  "lock-not-removed.remove-when-down": "Remove the lock once the service is down",
  "lock-not-touched":
    "stop removes the lock {$removal}, but start never touches it: rc does not know that the service is running and never stops it",
  "lock-not-touched.fix": "Touch the lock once the service is up",
  "lock-removed-although-stop-failed":
    "stop removes the lock {$name} even if the service could not be stopped: the next start runs it a second time",
  "lock-removed-elsewhere":
    "stop removes the lock {$removal}, but start touches {$touch}: unless something else removes it, rc considers the stopped service running",
  "lock-removed-elsewhere.related": "what start touches",
  "lock-words": "rpmlint finds no path under /var/lock/subsys",
  "lock-words.other": "rpmlint reads the lock's name as {$name}, which is not {$script}",
  "log-end-msg-set-e": "under `set -e` the script ends here if {$name} returns anything but 0",
  "log-end-msg-set-e.fix": "Continue in any case",
  "lsb-backslash-continuation": "a backslash does not continue {$keyword}; the text on the next line is lost",
  "lsb-backslash-continuation.join": "Join the lines",
  "lsb-backslash-continuation.name":
    "insserv reads the backslash as a name in {$keyword}; the text on the next line is lost",
  "lsb-backslash-continuation.part":
    "insserv reads the backslash as part of `{$word}` in {$keyword}; the text on the next line is lost",
  "lsb-backslash-continuation.provided":
    "insserv reads the backslash as a provided name; the text on the next line is lost",
  "lsb-backslash-continuation.service":
    "insserv reads the backslash as the name of a required service and refuses to enable this script; the text on the next line is lost",
  "lsb-depends-on-all":
    "`{$on}` has `$all`: it {$direction -> [start] starts after all others, so nothing can start after it *[stop] stops before all others, so nothing can stop before it}; insserv changes nothing, or gives both useless numbers",
  "lsb-depends-on-all.fix": "Remove `{$text}` from {$keyword}",
  "lsb-facility-loop":
    "the configuration defines `{$word}` in terms of itself, through `{$through}`; insserv exits, whichever script it was called for",
  "lsb-facility-undefined":
    "this system's insserv.conf does not define `{$word}`; insserv complains and ignores the dependency",
  "lsb-facility-unknown": "{$word} is not a known facility, so it is not a dependency",
  "lsb-gap-in-list":
    'insserv ends {$keyword} at the gap and ignores {$forgotten}{$more -> [0] *[other] {" "}and # more}',
  "lsb-gap-in-list.fix": "Put one space between the names",
  "lsb-hidden-hop":
    "`{$middle}` starts only in {$levels}, so whether this script starts after `{$first}` depends on the order of the directory",
  "lsb-hidden-hop.middle":
    "{$count} scripts start after `{$first}` only through this one, which starts only in {$levels}, so their order depends on the order of the directory",
  "lsb-interactive-value": "{$text} is not `true`, so insserv treats the script as not interactive",
  "lsb-interactive-value.blank":
    "the space after `true` makes it a different value, so insserv treats the script as not interactive",
  "lsb-interactive-value.fix": "Write `true`",
  "lsb-keyword-missing": "the header lacks {$names}",
  "lsb-keyword-missing.incomplete": "the header lacks {$names}, so insserv considers it incomplete",
  "lsb-keyword-repeated": "{$written} is repeated here; insserv takes the first value, lintian the last",
  "lsb-keyword-repeated.delete": "Delete the second one",
  "lsb-keyword-repeated.merge": "Merge the two",
  "lsb-keyword-repeated.related": "{$written} is first given here",
  "lsb-keyword-repeated.tool": "{$keyword} occurs more than once",
  "lsb-keyword-spelling":
    "insserv reads this as {$keyword}, but {$deaf} {$count -> [one] does *[other] do} not",
  "lsb-keyword-spelling.fix": "Write `# {$keyword}`",
  "lsb-keyword-unknown": "{$keyword} is not a keyword of the LSB header, so nothing reads its value",
  "lsb-keyword-unknown.fix": "Write `X-{$keyword}`",
  "lsb-level-b": "insserv does not know the runlevel `{$word}` and exits, whichever script it was called for",
  "lsb-level-gap":
    "`{$earlier}` does not start in {$levels}, where this script needs it; insserv refuses to enable both",
  "lsb-level-gap.fix": "Start only in {$left}",
  "lsb-levels-conflict":
    "runlevel {$word} is in both Default-Start and Default-Stop; insserv and chkconfig create only the stop link",
  "lsb-levels-conflict.delete": "Delete {$level} from {$keyword}",
  "lsb-levels-conflict.related": "Default-Start lists it here",
  "lsb-levels-joined":
    "insserv reads {$shown} as one word, which is not a runlevel, so {$keyword} does not contain {$levels}",
  "lsb-levels-joined.chkconfig": "chkconfig does not find the runlevels {$levels} in {$shown}",
  "lsb-levels-joined.separated":
    "chkconfig stops reading at the {$includes -> [yes] comma *[no] semicolon} in {$shown}, and lintian rejects the word as a bad runlevel",
  "lsb-line-malformed": "not a valid line of an LSB header",
  "lsb-line-malformed.description": "Make it part of the description",
  "lsb-line-malformed.empty-comment": "an empty comment is not a keyword line and is ignored",
  "lsb-line-malformed.form":
    "{$keyword} must follow `#` and a single space and end with a colon; as written, its value is lost",
  "lsb-line-malformed.join": "Join it with {$keyword}",
  "lsb-line-malformed.keyword-line": "Write it as a keyword line",
  "lsb-line-malformed.no-keyword": "{$line} is not a keyword line and is ignored",
  "lsb-links-override":
    "the runlevels with a {$direction} link are {$current}, but {$keyword} is {$header}; insserv goes by the links",
  "lsb-links-override.none":
    "there is no {$direction} link, but {$keyword} is {$header}; insserv goes by the links",
  "lsb-local-fs-missing":
    "the script uses /var, but `{$keyword}` has neither `$local_fs` nor `$remote_fs`, so it may run without /var",
  "lsb-local-fs-missing.related": "/var is used here",
  "lsb-loop":
    "dependency loop: {$steps}; insserv {$ends -> [yes] changes nothing *[no] gives them useless numbers}",
  "lsb-loop.fix": "Remove `{$word}` from {$keyword}",
  "lsb-loop.step": "`{$name}` {$direction -> [start] starts *[stop] stops} after `{$next}`",
  "lsb-marker-not-exact.alone": "Write only `{$marker}`",
  "lsb-marker-not-exact.begin-indented":
    "the begin marker is not at the start of its line: insserv sees this header, but lintian, rpmlint and update-rc.d do not",
  "lsb-marker-not-exact.begin-text":
    "text follows the begin marker: insserv, lintian and rpmlint see this header, but update-rc.d does not",
  "lsb-marker-not-exact.end-blanks":
    "{$carriageReturn -> [yes] a carriage return *[no] white space} follows the end marker: rpmlint does not see the end of the header",
  "lsb-marker-not-exact.end-indented":
    "the end marker is not at the start of its line: insserv sees the end of the header, but lintian and update-rc.d do not",
  "lsb-marker-not-exact.end-text":
    "text follows the end marker: insserv and lintian see the end of the header, but rpmlint and update-rc.d do not",
  "lsb-missing-service": "this script requires `{$name}`{$through}; {$consequence}",
  "lsb-missing-service.alone": "insserv refuses to enable this script unless another script provides it",
  "lsb-missing-service.fix": "Move to Should-Start",
  "lsb-missing-service.link": "the script of this name is a link to another script, and insserv skips it",
  "lsb-missing-service.nobody": "no script provides it",
  "lsb-missing-service.not-executable": "the script of this name is not executable",
  "lsb-missing-service.other-names": "the script of this name does not provide it",
  "lsb-missing-service.passed-over": "insserv skips files with this name",
  "lsb-missing-service.refused":
    "{$reason}; insserv refuses {$enabled -> [yes] every call as long as this script is enabled *[no] to enable this script}",
  "lsb-missing-service.through": ", which `{$word}` stands for",
  "lsb-missing-stop-service":
    "no script provides `{$missing}`, so this word has no effect on the order of stopping",
  "lsb-needs-all": "`$all` puts the script after all others, and nothing can come after it",
  "lsb-provides-clash":
    "{$others} {$count -> [one] provides *[other] provide} `{$word}` as well; insserv refuses to enable them together",
  "lsb-provides-facility":
    "insserv skips {$word}: facilities are defined in insserv.conf, with a line such as {$text}",
  "lsb-provides-other-name":
    "the script does not provide {$name}, so no dependency on the name of its file finds it",
  "lsb-provides-unusable": "insserv skips `{$word}`, because a name cannot begin with `#`",
  "lsb-provides-unusable.empty":
    "Provides is empty: insserv considers the header incomplete and uses the file's name",
  "lsb-provides-unusable.fix": "Provide `{$script}`",
  "lsb-required-without-stop":
    "{$shown} may already be gone when this script stops, because Required-Stop does not list it",
  "lsb-required-without-stop.fix": "Add to {$there}",
  "lsb-required-without-stop.start":
    "{$shown} may not be there yet when this script starts, because Required-Start does not list it",
  "lsb-runlevel-unknown": "{$word} is not a runlevel; insserv skips it, chkconfig stops reading here",
  "lsb-script-for-facility": "{$word} is only one of several scripts that can provide `{$facility}`",
  "lsb-section-duplicate": "a second LSB header: insserv and lintian read only the first",
  "lsb-section-duplicate.delete": "Delete the second header",
  "lsb-section-missing":
    "there is no LSB header: insserv creates no links{$unlinked -> [no] *[yes] , so no runlevel starts the script}",
  "lsb-section-missing.insert": "Insert an LSB header",
  "lsb-section-unterminated":
    "the header has no end marker; insserv installs nothing as long as this script is there",
  "lsb-section-unterminated.bare":
    "`{$keyword}` is not a comment: insserv skips it, lintian ends the header here, and the shell runs it as a command",
  "lsb-section-unterminated.comment": "Put a `#` before these keywords",
  "lsb-section-unterminated.before-line":
    "the header has no end marker before this line; insserv installs nothing as long as this script is there",
  "lsb-section-unterminated.blank-line": "this blank line",
  "lsb-section-unterminated.insert": "Insert the end marker",
  "lsb-section-unterminated.line":
    "lintian ends the header before {$line}; insserv skips the line and reads on",
  "lsb-section-unterminated.move": "Move the line below the header",
  "lsb-short-description-missing":
    "the header lacks `Short-Description`, so lists of services have nothing to show",
  "lsb-start-in-stop-level":
    "runlevel {$word} shuts the machine down; Debian's rc calls the start link with `stop`",
  "lsb-start-in-stop-level.move": "Move {$level} to Default-Stop",
  "lsb-start-levels-incomplete":
    "the script does not start in {$missing}; on Debian, runlevels 2 to 5 are equivalent",
  "lsb-stop-in-boot-level": "S is the boot phase, for which insserv creates no stop links",
  "lsb-stop-levels-incomplete": "the script does not stop in {$missing}, so the service is killed there",
  "lsb-tab-or-nonascii-in-value":
    "insserv ends {$keyword} here, before {$kind}, and ignores the rest of the line",
  "lsb-tab-or-nonascii-in-value.fix": "Separate with spaces",
  "lsb-tab-or-nonascii-in-value.no-break-space": "a no-break space",
  "lsb-tab-or-nonascii-in-value.other":
    "{$shown}{$control -> [yes] a control character *[no] a character outside ASCII}",
  "lsb-tab-or-nonascii-in-value.tab": "a tab",
  "name-for-rcs.copy": "`{$name}` looks like a backup copy, and rcS runs it like any other script",
  "name-for-rcs.digits":
    "rcS sorts the names as text, so `{$name}` comes right after the scripts of {$before}, before all higher numbers of two digits",
  "name-for-rcs.number": "the S is not followed by two digits, so the rest of the name decides the order",
  "name-for-rcs.split":
    "rcK splits the name at spaces and expands it as a pattern: `{$name}` is started, but not stopped properly",
  "name-not-run-by-insserv": "insserv skips this file: it takes `{$name}` for {$taken}",
  "name-not-run-by-insserv.backup": "a backup copy",
  "name-not-run-by-insserv.filtered": "a file that file-filters excludes",
  "name-not-run-by-insserv.first-character":
    "something other than a script, because it begins with a special character",
  "name-not-run-by-insserv.helper": "documentation or a helper of init",
  "name-not-run-by-insserv.hidden": "a hidden file",
  "name-not-run-by-insserv.link":
    "`{$name}` is a link to another file in this directory, so insserv skips it",
  "name-with-unit-suffix":
    "`service {$plain}` does not find a script called `{$name}`, and rc looks for a lock with the name in its links, `{$name}`",
  "needs-environment":
    '`service` passes only PATH and TERM to a script, so {"$"}{$part} differs from its value in a login session',
  "oe-busybox-links.start":
    "nothing reads its start link in rc{$level}.d: rcS starts what is in rcS.d and rc5.d, so the service is never started",
  "oe-busybox-links.stop":
    "nothing reads its stop link in rc{$level}.d: rcK stops what is in rc6.d, so the service is never stopped",
  "oe-firewall-late":
    "the link {$link} comes after {$listener}: until it runs, the service is reachable and nothing is filtered",
  "oe-shutdown-link-skipped":
    "on shutdown from runlevel {$level}, rc skips {$link}, because {$other} was there before",
  "oe-start-link-twice": "the links {$first} and {$second} both start this script, one after the other",
  "oe-stop-link-digits": "rc never calls {$link}: it stops only links with two digits after the K",
  "oe-umountnfs-late":
    "the link {$link} comes after {$network}: nothing is unmounted without a network, and the shutdown hangs",
  "openrc-before-contradiction":
    "`before {$service}` is dropped: the service also needs, wants or uses it, and so starts after it",
  "openrc-circle.dropped":
    "{$service} {$how -> [ineed] needs [iwant] wants *[iuse] uses} this service, so OpenRC silently drops `after {$name}`",
  "openrc-circle.fails":
    "these services depend on each other in a loop: {$services}; at boot, {$service} is not started, because {$other} would have to be running",
  "openrc-circle.fix": "Remove `{$word} {$name}`",
  "openrc-circle-stall":
    "these services depend on each other in a loop: {$services}; {$what -> [start] at boot, {$service} is not started, because {$other} would have to be running [shutdown] on shutdown, {$service} hangs for 60 seconds *[hand] `rc-service {$service} stop` hangs for 60 seconds}",
  "openrc-confd-overruled":
    "`{$name}` in {$path} does not affect the dependencies: `{$overruling}` in {$other} replaces it",
  "openrc-cross-level-order":
    "`{$word} {$name}` has no effect: `openrc {$level}` starts {$service} {$word -> [before] earlier *[other] later} than this service",
  "openrc-env-shebang": "a script whose interpreter is `env` is not a service to OpenRC",
  "openrc-keyword-unknown": "`{$word}` is not a keyword of OpenRC and is ignored",
  "openrc-need-circle": "these services need each other in a loop, and none of them starts: {$services}",
  "openrc-need-missing":
    "nothing is called `{$service}` or provides it, so OpenRC never starts this service{$settings -> [yes] ; the name comes from OpenRC's settings *[no]}",
  "openrc-need-own-provide":
    "the service itself provides `{$name}`: {$word -> [need] `need` waits only for other providers, and two services that need what both provide do not start *[other] `{$word}` puts it only after other providers}",
  "openrc-need-upwards": "{$service} is in {$later} and not in {$own}: `need` already starts it in {$own}",
  "openrc-virtual-and-real":
    "{$service} is also the name of a script: OpenRC reports that as an error whenever it reads the dependencies",
  "openrc-not-in-tree":
    "the script is in the runlevel {$level} but is never started: {$why -> [line] its first line does not name openrc-run [mode] it is not executable [name] a name that ends in .sh is not a service *[shell] a shell that reads it does not reach its end with status 0}",
  "openrc-nostop-needs":
    "`keyword {$keyword}` keeps the service running on shutdown, but {$service}, which it needs, is stopped",
  "openrc-pidfile-missing": "`command_background` without `pidfile`: OpenRC refuses to start the service",
  "openrc-provider-by-name":
    "several services provide `{$name}` ({$providers}), and none is in a runlevel: `{$word}` starts {$service}, the first in alphabetical order",
  "openrc-runscript": "`runscript` is the old name of openrc-run; newer releases do not install it",
  "openrc-several-providers":
    "several services in this runlevel provide `{$name}` ({$providers}): if one of them fails, this service does not start",
  "openrc-setting-misplaced":
    "line {$line} of {$path}: `{$name}` has no effect here, because OpenRC reads it only from /etc/rc.conf",
  "openrc-shebang.fix": "Write `#!/sbin/openrc-run`",
  "openrc-unknown-word":
    "`{$word}` is not a word of OpenRC but a command that is not found; the dependency does not exist",
  "openrc-unknown-word.fix": "Write `{$word}`",
  "openwrt-boot-without-start":
    "boot() replaces start at boot and never calls it: {$name}() runs only when called by hand",
  "openwrt-daemonizes":
    "{$program} puts itself into the background, and procd considers its instance ended{$knows -> [yes] ; {$options} keeps it in the foreground *[no] }",
  "openwrt-firewall-late":
    "the link {$own} comes after {$up}: until it runs, the network is up and nothing is filtered",
  "openwrt-link-clash":
    "`enable` makes the link {$link} for both this script and {$script}: the one enabled last gets it",
  "openwrt-link-stale":
    "/etc/rc.d contains {$link}, but {$other -> [yes] `enable` makes {$right} *[no] no number here asks for it}: procd runs the script by the existing link",
  "openwrt-link-missing":
    "no link in /etc/rc.d leads to the script, so it is not called at boot; `enable` makes {$link}",
  "openwrt-no-respawn": "without `respawn` procd does not start the program again when it ends",
  "openwrt-no-start":
    "the script sets neither START nor STOP, so `enable` makes no link and the script is not called at boot",
  "openwrt-name-prefix":
    "`disable` looks for links that end in the full name {$name}, but `enable` strips its number",
  "openwrt-not-rc-common":
    "without rc.common in the first line, nothing enables the script, and its functions are never called",
  "openwrt-not-rc-common.fix": "Write `#!/bin/sh /etc/rc.common`",
  "openwrt-procd-forgotten":
    "without USE_PROCD nothing calls start_service(), and start succeeds without doing anything",
  "openwrt-procd-start-overridden":
    "with USE_PROCD, rc.common replaces this {$name}() by its own, so this one is never called",
  "openwrt-respawn-values":
    "{$why -> [many] procd takes at most three values [text] procd takes only numbers *[spins] a program that ends immediately is restarted forever, without a pause}",
  "openwrt-start-after-done":
    "/etc/rc.local calls the script, and {$before} runs rc.local before {$own} has started the service",
  "openwrt-start-not-number":
    "the link is called `{$link}`, runs after all numbers, and `disable` never finds it",
  "openwrt-start-not-number.blank":
    "the space next to `=` makes this a command: {$name} gets no value, and there is no link",
  "openwrt-start-not-top-level": "`enable` reads {$name} before any function is called, so there is no link",
  "openwrt-start-one-digit": "the link is called `{$link}`, is sorted as text, and `disable` never finds it",
  "openwrt-start-three-digits":
    "the link is called `{$link}`, is sorted as text, and `disable` never finds it",
  "openwrt-stop-not-mirrored":
    "the link {$stop} comes after {$down}, because K links are also called in ascending order: the service, which starts after {$up}, stops when the network is already down",
  "openwrt-start.fix": "Write {$number}",
  "pidfile-header-differs": "the header names the pid file {$word}, but the script uses {$first}",
  "pidfile-header-differs.fix": "Write {$first}",
  "rc-after-halt.entry": "it sorts after {$halt}, which replaces rc and never returns, so it is never run",
  "rc-backup-runs.entry": "`{$name}` looks like a backup copy, and rc runs it like any other entry",
  "rc-both-links.entry":
    "runlevel {$level} also has a K link for this script, so each change to it stops and starts the service",
  "rc-digit-after-number.entry":
    "the two digits are not followed by a letter, so rc reads more digits as the number and runs the script {$count -> [2] twice *[other] # times}: with the others of {$number}, and on its own",
  "rc-entry-no-link.entry":
    "this is a regular file and not a link; rc runs it to {$letter -> [K] stop *[S] start}, {$links -> [insserv] insserv calls it corrupt or invalid and never renumbers it *[chkconfig] whatever becomes of the script in init.d}",
  "rc-link-name-differs.insserv":
    "insserv finds a script's links by the script's name, `{$script}`, so it never renumbers or removes this one",
  "rc-link-name-differs.lock":
    "rc looks for the lock `{$lock}`, but the script is called `{$script}`; without that lock, rc starts it again at every runlevel change and never stops it",
  "rc-name-cut.debian": "the letter is not followed by two digits; {$rc}, and {$insserv}",
  "rc-name-cut.lock":
    "the letter is not followed by two digits; rc cuts off three characters and looks for the lock `{$lock}`",
  "rc-name-cut.no-link": "insserv does not recognize it as a link to a script",
  "rc-name-cut.no-lock":
    "the letter is not followed by two digits; rc cuts off three characters and looks for a lock that no script has",
  "rc-name-cut.no-number": "rc reads no number in it and runs all entries of the letter again",
  "rc-name-cut.number": "rc reads `{$number}` as its number",
  "rc-name-cut.script": "insserv reads `{$script}` as the script's name",
  "rc-never-stopped.killall":
    "none of the runlevels 0, 1 and 6 has a K link for it; only killall stops it, and only if its lock exists",
  "rc-never-stopped.never":
    "none of the runlevels 0, 1 and 6 has a K link for it, so rc never calls the script to stop it",
  "rc0-start-means-stop.entry":
    "in runlevel {$level}, rc calls S entries with `stop` too, after the K entries",
  "restart-leaves-lock":
    "restart removes the lock {$name} and does not touch it again: rc considers the running service stopped",
  "restart-leaves-lock.fix": "Call stop and start",
  "script-action-words": "{$tool} does not find the word `{$action}`, so it considers the action missing",
  "script-default-unguarded": "bash complains here if {$path} does not exist",
  "script-default-unguarded.ask": "Check that the file is readable",
  "script-default-unguarded.ends": "the script ends here if {$path} does not exist",
  "script-library-missing":
    "the script does not read `/lib/lsb/init-functions`, which redirects its calls to systemd",
  "script-mode":
    "the file is not executable (mode {$octal}), so {$fails -> [yes] calling it fails *[no] rc skips it}",
  "script-mode.writable": "users other than root can change the file (mode {$octal}), and root runs it",
  "script-name-dot": "the name {$script} contains a dot, like the name of a backup copy",
  "script-template-text": "this line is left over from the template",
  "script-usr-interpreter": "{$interpreter} may not exist before /usr is mounted",
  "set-e-with-lsb-functions": "the functions of /lib/lsb/init-functions are not written for `set -e`",
  "sourced-kills-caller":
    "the number is that of the program that reads this script: that program is killed, and nothing after this script is started",
  "ssd-background-no-pidfile":
    "nothing writes the pid file of a program in the background: start it with --make-pidfile",
  "ssd-background-no-pidfile.fix": "Add --make-pidfile",
  "ssd-name-too-long": "no process is called {$value}: the kernel keeps only {$longest} characters of a name",
  "ssd-name-too-long.fix": "Look for {$short}",
  "ssd-no-match":
    "start-stop-daemon needs {$matchingOptions}: without them it does nothing and ends with {$value}",
  "ssd-stop-not-running": "stop ends with 1 if the service is not running, which should count as success",
  "ssd-stop-not-running.fix": "Add --oknodo",
  "status-exit-lost": "the return value of {$call} is lost, so a dead service is reported as running",
  "status-exit-lost.end": "End with 3 where the service is down",
  "status-exit-lost.fix": "Keep its return value",
  "status-exit-lost.said":
    "whatever is found here, the status is 0, so a service that is down is reported as running",
  "status-exit-lost.related": "this replaces it",
  "status-ignores-lock":
    "the status branch does not check the lock {$lock}: a service that died is reported as stopped",
  "status-ignores-lock.call": "Call status",
  "status-ignores-lock.fix": "Check the lock {$lock}",
  "status-ignores-lock.other":
    "status checks the lock {$looked}, but start touches {$lock}: a service that died is reported as stopped",
  "status-lock-name":
    "status looks for the lock {$baseName}, but start touches {$lock}: a service that died is reported as stopped",
  "status-lock-name.fix": "Pass the lock to status: -l {$lock}",
  "status-option-order.backup": "status accepts -b only after -p: it prints its usage instead",
  "status-option-order.fix": "Put the options in order",
  "status-option-order.program":
    "status accepts its options only in the order {$order}: it takes {$program} for the program",
  "usage-exit-code": "an unknown action ends with status 0, so the caller considers it done",
  "wrong-library-dialect":
    "{$name} is a function of {$helperLibraries}, but the script reads only {$helperLibraries2}",
  "wrong-library-dialect.family":
    "{$name} is not a function of {$family}'s {$path}: the call fails with 127, and the script goes on",
  "wrong-library-dialect.read": "Read {$path}",
} as const;
