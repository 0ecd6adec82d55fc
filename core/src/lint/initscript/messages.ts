/** What the rules about init scripts say, by the id of the rule. */
export const scriptRuleMessages = {
  // What the rules say.
  "action-missing":
    "there is no arm for {$missing}, which {$who -> [rc] rc calls [policy] {$family}'s policy asks for [encouraged] {$family} encourages *[lsb] the LSB asks for}{$more -> [yes] , and none for {$rest} *[no]}",
  "action-missing.more":
    "{$missing}, which {$who -> [rc] rc calls [policy] {$family}'s policy asks for [encouraged] {$family} encourages *[lsb] the LSB asks for}",
  "action-missing.add-arms": "Add an arm for {$known}",
  "action-unlisted": "the usage line {$faults}",
  "action-unlisted.fix": "List the actions that are there",
  "action-unlisted.lost": "lists {$actions}, which {$count -> [one] has *[other] have} no arm",
  "action-unlisted.unlisted": "does not list {$actions}",
  "chkconfig-complement": "by custom a service that starts at {$start} stops at {$complement}",
  "chkconfig-default-levels": "the service is in no runlevel until somebody enables it",
  "chkconfig-default-levels.started": "the service starts by itself once the package is installed",
  "chkconfig-dep-ignored":
    "`{$other}` is off in {$items}, where this script is on; chkconfig ignores the dependency",
  "chkconfig-line-missing":
    "without a `chkconfig:` line and without levels in an LSB header chkconfig refuses the script",
  "chkconfig-line-missing.insert": "Insert a chkconfig header",
  "chkconfig-malformed.empty":
    "levels and two numbers are missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.levels":
    "{$levels} is neither `-` nor a word of digits from 0 to 6, so chkconfig says that it does not support this script",
  "chkconfig-malformed.no-numbers":
    "the start and stop numbers are missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.no-stop":
    "the stop number is missing, so chkconfig says that it does not support this script",
  "chkconfig-malformed.number":
    "the {$which -> [start] start *[stop] stop} number {$number} is no number from 0 to 99, so chkconfig says that it does not support this script",
  "chkconfig-no-description": "there is no description, so chkconfig's tools show none",
  "chkconfig-no-description.empty": "the description is empty, so chkconfig has none",
  "chkconfig-no-description.fix": "Add a description",
  "chkconfig-no-description.no-comment":
    "the line behind the backslash is no comment, so chkconfig has no description",
  "chkconfig-numbers-vs-deps": "chkconfig makes {$result} of {$written}, because of what it requires",
  "chkconfig-numbers-vs-deps.because-of":
    "chkconfig makes {$result} of {$written}, since `{$other}` {$starts -> [yes] starts *[no] stops} at {$number}",
  "chkconfig-stray-tag.description":
    "chkconfig reads the whole file, and this comment changes the description",
  "chkconfig-stray-tag.fix": "Take the colon out",
  "chkconfig-stray-tag.levels":
    "chkconfig reads the whole file, and this comment changes the levels from {$before} to {$after}",
  "chkconfig-stray-tag.list":
    "chkconfig reads the whole file, and this comment changes {$tag} from `{$before}` to `{$after}`",
  "condrestart-without-lock":
    "{$name} asks neither the lock nor the state: it starts a service that was stopped on purpose",
  "condrestart-without-lock.fix": "Restart only when the lock is there",
  "exit-code-lost": "the script ends with 0 even if {$names} failed",
  "headers-disagree-levels":
    "this line names the levels {$chkconfig} and Default-Start {$lsb}; chkconfig makes {$levels} of both",
  "headers-disagree-levels.related": "Default-Start is here",
  "headers-disagree-levels.write": "Write these levels into Default-Start",
  "headers-disagree-stop":
    "Default-Stop takes the level{$count -> [one] *[other] s} {$levels} away, which the `chkconfig:` line names",
  "headers-disagree-stop.related": "the levels are named here",
  "headers-disagree-stop.take-out":
    "Take the level{$count -> [one] *[other] s} {$levels} out of Default-Stop",
  "daemon-not-in-root": "there is no {$path} in this root, so the service cannot start",
  "daemon-not-in-root.interpreter":
    "{$path} cannot be run: its interpreter {$interpreter} is not in this root",
  "daemon-not-in-root.line-end":
    "{$path} cannot be run: the carriage return in its first line belongs to the interpreter's name",
  "daemon-not-in-root.mode":
    "{$path} cannot be run: {$file -> [yes] it is not executable (mode {$octal}) *[no] it is no regular file}",
  "interpreter-not-in-root":
    "the interpreter {$interpreter} is not in this root, so that the script cannot be run",
  "killproc-status":
    "killproc returns 0 even when nothing ran, so what is done on failure does not happen then",
  "killproc-status.related": "what is done on failure",
  "links.entries": '{$paths}{$more -> [0] *[other] {" "}and # more}',
  "links.problem": "{$entries}: {$text}",
  "lock-before-start":
    "start touches the lock {$lock} {$before -> [yes] before the service is started *[no] whether the service came up or not}: a start that failed counts as up, and is not tried again",
  "lock-before-start.later": "Touch the lock only once the service is up",
  "lock-dir-wrong":
    "rc does not look at {$path}, only into {$lockPath}: it starts the service again at every change of the runlevel and never stops it",
  "lock-dir-wrong.fix": "Keep the lock in {$lockPath}",
  "lock-in-status-only": "{$code} is no state of a service: status ends with 0 to {$highest}",
  "lock-is-directory":
    "the lock {$name} becomes a folder, but rc tests for a regular file: it takes the service for stopped",
  "lock-is-directory.fix": "Touch a file",
  "lock-missing":
    "start never touches {$lock}: {$starts -> [yes] rc starts the service again at every change of the runlevel and never stops it *[no] rc never runs its stop, and runs start at every change of the runlevel}",
  "lock-missing.fix": "Touch {$lock} in start and remove it in stop",
  "lock-name-mismatch":
    "the lock is called {$name}, but rc looks for {$facts}: it starts the service again at every change of the runlevel and never stops it",
  "lock-name-mismatch.fix": "Call the lock {$facts} everywhere in the script",
  "lock-named-after-call":
    "when rc calls the script, $0 is the name of the link: the lock becomes something like {$link}, and rc looks for {$name}",
  "lock-named-after-call.fix": "Write the name out",
  "lock-not-removed":
    "start touches the lock {$name}, but stop does not remove it: once stopped, the service is not started again before the next boot",
  "lock-not-removed.other":
    "start touches the lock {$name}, but stop removes {$other}: once stopped, the service is not started again before the next boot",
  "lock-not-removed.related": "what stop removes",
  "lock-not-removed.remove-when-down": "Remove the lock once the service is down",
  "lock-not-touched":
    "stop removes the lock {$removal}, but start never touches it: rc does not know that the service is up and never stops it",
  "lock-not-touched.fix": "Touch the lock once the service is up",
  "lock-removed-although-stop-failed":
    "stop removes the lock {$name} even if the service could not be stopped: it is then started a second time",
  "lock-removed-elsewhere":
    "stop removes the lock {$removal}, but start touches {$touch}: unless something else removes that, rc takes the stopped service for a running one",
  "lock-removed-elsewhere.related": "what start touches",
  "lock-words": "rpmlint finds no path below /var/lock/subsys",
  "lock-words.other": "rpmlint takes the lock {$name} for another than {$script}",
  "log-end-msg-set-e": "under `set -e` the script ends here when {$name} returns another number than 0",
  "log-end-msg-set-e.fix": "Go on in any case",
  "lsb-backslash-continuation": "a backslash does not continue {$keyword}; what the next line says is lost",
  "lsb-backslash-continuation.join": "Join the lines",
  "lsb-backslash-continuation.name":
    "insserv takes the backslash for a name in {$keyword}; what the next line says is lost",
  "lsb-backslash-continuation.part":
    "insserv takes the backslash for a part of `{$word}` in {$keyword}; what the next line says is lost",
  "lsb-backslash-continuation.provided":
    "insserv takes the backslash for a provided name; what the next line says is lost",
  "lsb-backslash-continuation.service":
    "insserv takes the backslash for the name of a required service and refuses to enable this script; what the next line says is lost",
  "lsb-depends-on-all":
    "`{$on}` has `$all`: it {$direction -> [start] starts behind all others, so nothing can start behind it *[stop] stops before all others, so nothing can stop before it}; insserv changes nothing, or gives both useless numbers",
  "lsb-depends-on-all.fix": "Take `{$text}` out of {$keyword}",
  "lsb-facility-loop":
    "the configuration defines `{$word}` by itself, by way of `{$through}`; insserv ends, whatever script it was called for",
  "lsb-facility-undefined":
    "this system's insserv.conf does not define `{$word}`; insserv complains and ignores the dependency",
  "lsb-facility-unknown": "nobody knows the facility {$word}, so it is no dependency",
  "lsb-gap-in-list":
    'insserv ends {$keyword} at the gap and forgets {$forgotten}{$more -> [0] *[other] {" "}and # more}',
  "lsb-gap-in-list.fix": "Put one blank between the names",
  "lsb-hidden-hop":
    "`{$middle}` starts in {$levels} only, so whether this script starts behind `{$first}` depends on the order of the folder",
  "lsb-hidden-hop.middle":
    "{$count} scripts come behind `{$first}` only by way of this one, which starts in {$levels} only, so whether they do depends on the order of the folder",
  "lsb-interactive-value": "{$text} is not `true`, so for insserv the script is not interactive",
  "lsb-interactive-value.blank":
    "a blank behind `true` makes it another value for insserv, so the script counts as not interactive",
  "lsb-interactive-value.fix": "Write `true`",
  "lsb-keyword-missing": "the header lacks {$names}",
  "lsb-keyword-missing.incomplete": "the header lacks {$names}, so insserv calls it incomplete",
  "lsb-keyword-repeated": "{$written} stands here again; insserv takes the first value, lintian the last",
  "lsb-keyword-repeated.delete": "Delete the second one",
  "lsb-keyword-repeated.merge": "Merge the two",
  "lsb-keyword-repeated.related": "{$written} stands here first",
  "lsb-keyword-repeated.tool": "{$keyword} stands more than once",
  "lsb-keyword-spelling": "insserv takes this for {$keyword}, {$deaf} {$count -> [one] does *[other] do} not",
  "lsb-keyword-spelling.fix": "Write `# {$keyword}`",
  "lsb-keyword-unknown": "{$keyword} is no keyword of the LSB header; its value is read by nobody",
  "lsb-keyword-unknown.fix": "Write `X-{$keyword}`",
  "lsb-level-b": "insserv does not know the runlevel `{$word}` and ends, whatever script it was called for",
  "lsb-level-gap":
    "`{$earlier}` does not start in {$levels}, where this script needs it; insserv refuses to have both enabled",
  "lsb-level-gap.fix": "Start in {$left} only",
  "lsb-levels-conflict":
    "the script is to start and to stop in runlevel {$word}; insserv and chkconfig make the stop link only",
  "lsb-levels-conflict.delete": "Delete {$level} from {$keyword}",
  "lsb-levels-conflict.related": "it is to start here",
  "lsb-levels-joined":
    "insserv takes {$shown} for one word that is no runlevel, so {$keyword} does not have {$levels}",
  "lsb-levels-joined.chkconfig": "chkconfig does not find the runlevels {$levels} in {$shown}",
  "lsb-levels-joined.separated":
    "chkconfig stops reading at the {$includes -> [yes] comma *[no] semicolon} in {$shown}, and lintian takes the word for a bad runlevel",
  "lsb-line-malformed": "not a line of a header",
  "lsb-line-malformed.description": "Make it a part of the description",
  "lsb-line-malformed.empty-comment": "an empty comment is no keyword line, so nobody reads it",
  "lsb-line-malformed.form":
    "{$keyword} is not behind `#` and one blank with the colon at its end; its value is lost",
  "lsb-line-malformed.join": "Join it with {$keyword}",
  "lsb-line-malformed.keyword-line": "Write it as a keyword line",
  "lsb-line-malformed.no-keyword": "{$line} is no keyword line, so nobody reads it",
  "lsb-links-override":
    "the levels with a {$direction} link are {$current}, while {$keyword} is {$header}; insserv lets the links win",
  "lsb-links-override.none":
    "there is no {$direction} link, while {$keyword} is {$header}; insserv lets the links win",
  "lsb-local-fs-missing":
    "the script uses /var, but `{$keyword}` has neither `$local_fs` nor `$remote_fs`, so it may run without /var",
  "lsb-local-fs-missing.related": "/var is used here",
  "lsb-loop": "a circle: {$steps}; insserv {$ends -> [yes] changes nothing *[no] gives them useless numbers}",
  "lsb-loop.fix": "Take `{$word}` out of {$keyword}",
  "lsb-loop.step": "`{$name}` {$direction -> [start] starts *[stop] stops} behind `{$next}`",
  "lsb-marker-not-exact.alone": "Write `{$marker}` alone",
  "lsb-marker-not-exact.begin-indented":
    "the begin marker is not at the start of its line: insserv sees this header, lintian, rpmlint and update-rc.d do not",
  "lsb-marker-not-exact.begin-text":
    "the begin marker has text behind it: insserv, lintian and rpmlint see this header, update-rc.d does not",
  "lsb-marker-not-exact.end-blanks":
    "the end marker has {$carriageReturn -> [yes] a carriage return *[no] white space} behind it: rpmlint does not see the end of the header",
  "lsb-marker-not-exact.end-indented":
    "the end marker is not at the start of its line: insserv sees the end of the header, lintian and update-rc.d do not",
  "lsb-marker-not-exact.end-text":
    "the end marker has text behind it: insserv and lintian see the end of the header, rpmlint and update-rc.d do not",
  "lsb-missing-service": "this script requires `{$name}`{$through}; {$consequence}",
  "lsb-missing-service.alone": "insserv refuses to enable this script where no other one provides it",
  "lsb-missing-service.fix": "Move to Should-Start",
  "lsb-missing-service.link": "the script of this name is a link to another one, which insserv passes over",
  "lsb-missing-service.nobody": "no script provides it",
  "lsb-missing-service.not-executable": "the script of this name is not executable",
  "lsb-missing-service.other-names": "the script of this name does not provide it",
  "lsb-missing-service.passed-over": "insserv passes over files of this name",
  "lsb-missing-service.refused":
    "{$reason}; insserv refuses {$enabled -> [yes] every call as long as this script is enabled *[no] to enable this script}",
  "lsb-missing-service.through": ", which `{$word}` stands for",
  "lsb-missing-stop-service":
    "no script provides `{$missing}`, so this word has no effect on the order of stopping",
  "lsb-needs-all": "`$all` puts the script behind everything else, and nothing can come after it",
  "lsb-provides-clash":
    "{$others} {$count -> [one] provides *[other] provide} `{$word}` as well; insserv refuses to have both enabled",
  "lsb-provides-facility":
    "insserv skips {$word}: a facility is defined in insserv.conf, with a line such as {$text}",
  "lsb-provides-other-name":
    "the script does not provide {$name}, so nobody finds it under the name of its file",
  "lsb-provides-unusable": "insserv passes over `{$word}`, since no name begins with a `#`",
  "lsb-provides-unusable.empty":
    "Provides is empty: insserv calls the header incomplete and takes the file's name",
  "lsb-provides-unusable.fix": "Provide `{$script}`",
  "lsb-required-without-stop":
    "{$shown} may be gone when this script stops, since Required-Stop does not have it",
  "lsb-required-without-stop.fix": "Add to {$there}",
  "lsb-required-without-stop.start":
    "{$shown} may not be there yet when this script starts, since Required-Start does not have it",
  "lsb-runlevel-unknown": "{$word} is no runlevel; insserv passes over it, chkconfig stops reading here",
  "lsb-script-for-facility": "{$word} is one script of several that may stand for `{$facility}`",
  "lsb-section-duplicate": "a second LSB header: insserv and lintian read the first only",
  "lsb-section-duplicate.delete": "Delete the second header",
  "lsb-section-missing": "no LSB header: insserv makes no links, so the script is started in no runlevel",
  "lsb-section-missing.insert": "Insert an LSB header",
  "lsb-section-unterminated":
    "the header has no end marker; insserv installs nothing at all as long as this script is there",
  "lsb-section-unterminated.before-line":
    "the header has no end marker before this line; insserv installs nothing at all as long as this script is there",
  "lsb-section-unterminated.blank-line": "this blank line",
  "lsb-section-unterminated.insert": "Insert the end marker",
  "lsb-section-unterminated.line":
    "lintian takes the header to end before {$line}; insserv passes over the line and reads on",
  "lsb-section-unterminated.move": "Move the line below the header",
  "lsb-short-description-missing":
    "the header lacks `Short-Description`, so lists of services have nothing to show",
  "lsb-start-in-stop-level":
    "runlevel {$word} takes the machine down; Debian's rc calls the start link with `stop`",
  "lsb-start-in-stop-level.move": "Move {$level} to Default-Stop",
  "lsb-start-levels-incomplete":
    "the script does not start in {$missing}; on Debian the levels 2 to 5 are alike",
  "lsb-stop-in-boot-level": "S is the boot phase, in which insserv makes no stop links",
  "lsb-stop-levels-incomplete": "the script does not stop in {$missing}, so the service is killed there",
  "lsb-tab-or-nonascii-in-value":
    "insserv ends {$keyword} here, before {$kind}, and forgets the rest of the line",
  "lsb-tab-or-nonascii-in-value.fix": "Separate with blanks",
  "lsb-tab-or-nonascii-in-value.no-break-space": "a no-break space",
  "lsb-tab-or-nonascii-in-value.other":
    "{$shown}{$control -> [yes] a control character *[no] no character of ASCII}",
  "lsb-tab-or-nonascii-in-value.tab": "a tab",
  "name-for-rcs.copy": "`{$name}` looks like a copy, and rcS runs it as any other script",
  "name-for-rcs.digits":
    "rcS goes by the text of the names, so `{$name}` comes right behind the scripts of {$before}, before all higher numbers of two digits",
  "name-for-rcs.number":
    "there are not two digits behind the S, so the rest of the name decides about the order",
  "name-for-rcs.split":
    "rcK cuts the name at blanks and takes it for a pattern: `{$name}` is started, but not stopped as it should be",
  "name-not-run-by-insserv": "insserv passes over this file: it takes `{$name}` for {$taken}",
  "name-not-run-by-insserv.backup": "a backup copy",
  "name-not-run-by-insserv.filtered": "a file that file-filters excludes",
  "name-not-run-by-insserv.first-character": "no script, since it begins with a special character",
  "name-not-run-by-insserv.helper": "documentation or a helper of init",
  "name-not-run-by-insserv.hidden": "a hidden file",
  "name-not-run-by-insserv.link":
    "`{$name}` is a link to another file of the folder, so insserv passes over it",
  "name-with-unit-suffix":
    "`service {$plain}` does not find a script called `{$name}`, and rc looks for the lock of its links' name, `{$name}`",
  "needs-environment":
    '`service` gives a script PATH and TERM only, so {"$"}{$part} is not what it is in a login',
  "oe-busybox-links.start":
    "its start link in rc{$level}.d is seen by nobody: rcS starts what is in rcS.d and rc5.d, so the service is never started",
  "oe-busybox-links.stop":
    "its stop link in rc{$level}.d is seen by nobody: rcK stops what is in rc6.d, so the service is never stopped",
  "oe-firewall-late":
    "the link {$link} comes after {$listener}: until then the service can be reached and nothing is filtered",
  "oe-shutdown-link-skipped":
    "rc leaves out {$link} on the way down from level {$level}, since {$other} was there before",
  "oe-start-link-twice": "the links {$first} and {$second} both start this script, one after the other",
  "oe-stop-link-digits": "rc never calls {$link}: it stops what has two digits behind the K and nothing else",
  "oe-umountnfs-late":
    "the link {$link} comes after {$network}: without a network nothing is unmounted, and the shutdown hangs",
  "openrc-before-contradiction":
    "`before {$service}` is dropped: the service also needs, wants or uses it, and so starts after it",
  "openrc-circle.dropped":
    "{$service} {$how -> [ineed] needs [iwant] wants *[iuse] uses} this service, so OpenRC drops `after {$name}` without a word",
  "openrc-circle.fails":
    "these services depend on each other in a circle: {$services}; at boot {$service} is not started, because {$other} would have to be up",
  "openrc-circle.fix": "Drop `{$word} {$name}`",
  "openrc-circle-stall":
    "these services depend on each other in a circle: {$services}; {$what -> [start] at boot {$service} is not started, because {$other} would have to be up [shutdown] on the way down {$service} stands still for 60 seconds *[hand] `rc-service {$service} stop` stands still for 60 seconds}",
  "openrc-confd-overruled":
    "`{$name}` in {$path} does not count for the dependencies: `{$overruling}` in {$other} takes its place",
  "openrc-cross-level-order":
    "`{$word} {$name}` has no effect: `openrc {$level}` starts {$service} {$word -> [before] earlier *[other] later} than this service",
  "openrc-env-shebang": "with `env` as its interpreter the script is no service to OpenRC",
  "openrc-keyword-unknown": "`{$word}` is no keyword that OpenRC knows, and is ignored",
  "openrc-need-circle": "these services need each other in a circle, and none of them starts: {$services}",
  "openrc-need-missing":
    "nothing is called `{$service}` or provides it, so OpenRC never starts this service{$settings -> [yes] ; settings of OpenRC name it *[no]}",
  "openrc-need-own-provide":
    "the service provides `{$name}` itself: {$word -> [need] `need` waits for other providers only, and two that need what both provide do not start *[other] `{$word}` puts it after other providers only}",
  "openrc-need-upwards": "{$service} is in {$later} and not in {$own}: `need` starts it in {$own} already",
  "openrc-virtual-and-real":
    "{$service} is also the name of a script: OpenRC calls that an error each time that it reads the dependencies",
  "openrc-not-in-tree":
    "the script is in the runlevel {$level} and is never started: {$why -> [line] its first line does not name openrc-run [mode] it is not executable [name] a name that ends in .sh is no service *[shell] a shell does not get to its end with status 0}",
  "openrc-nostop-needs":
    "`keyword {$keyword}` keeps the service up on the way down, and {$service}, which it needs, is stopped",
  "openrc-pidfile-missing": "`command_background` without `pidfile`: OpenRC refuses to start the service",
  "openrc-provider-by-name":
    "several services provide `{$name}` ({$providers}), and none is in a runlevel: `{$word}` starts {$service}, the first by name",
  "openrc-runscript": "`runscript` is the old name of openrc-run, which newer releases do not install",
  "openrc-several-providers":
    "several services of this runlevel provide `{$name}` ({$providers}): if one of them fails, this one does not start",
  "openrc-setting-misplaced":
    "line {$line} of {$path}: `{$name}` has no effect here, since OpenRC reads it from /etc/rc.conf only",
  "openrc-shebang.fix": "Write `#!/sbin/openrc-run`",
  "openrc-unknown-word":
    "`{$word}` is no word of OpenRC but a command that is not found; the dependency is not there",
  "openrc-unknown-word.fix": "Write `{$word}`",
  "openwrt-boot-without-start":
    "boot() takes the place of start at boot and never calls it: {$name}() runs by hand only",
  "openwrt-daemonizes":
    "{$program} goes into the background by itself, and procd takes its instance for ended{$knows -> [yes] ; {$options} keeps it in the foreground *[no] }",
  "openwrt-firewall-late":
    "the link {$own} comes after {$up}: until then the network is up and nothing is filtered",
  "openwrt-link-clash":
    "`enable` makes the link {$link} for this script and for {$script}: the one that is enabled last has it",
  "openwrt-link-stale":
    "/etc/rc.d has {$link}, and {$other -> [yes] `enable` makes {$right} *[no] no number here asks for it}: procd runs the script by the link that is there",
  "openwrt-link-missing":
    "no link of /etc/rc.d leads to the script, so the boot does not call it; `enable` makes {$link}",
  "openwrt-no-respawn": "without `respawn` procd does not start the program again when it ends",
  "openwrt-no-start":
    "it sets neither START nor STOP, so `enable` makes no link and the boot does not call it",
  "openwrt-name-prefix":
    "`disable` looks for links that end in the whole name {$name}, and `enable` cuts its number off",
  "openwrt-not-rc-common":
    "without rc.common in the first line nothing enables the script, and its functions are never called",
  "openwrt-not-rc-common.fix": "Write `#!/bin/sh /etc/rc.common`",
  "openwrt-procd-forgotten":
    "without USE_PROCD nothing calls start_service(), and start succeeds without doing anything",
  "openwrt-procd-start-overridden":
    "with USE_PROCD rc.common puts its own {$name}() in the place of this one, which is never called",
  "openwrt-respawn-values":
    "{$why -> [many] procd takes three values and no more [text] procd takes numbers only *[spins] a program that ends at once is started again for ever, without a pause}",
  "openwrt-start-after-done":
    "/etc/rc.local calls the script, and {$before} runs rc.local before {$own} has started the service",
  "openwrt-start-not-number":
    "the link is called `{$link}`, which runs after all numbers, and `disable` never finds it",
  "openwrt-start-not-number.blank":
    "the blank beside `=` makes this a command: {$name} stays without a value, and there is no link",
  "openwrt-start-not-top-level":
    "`enable` looks at {$name} before any function is called, so there is no link",
  "openwrt-start-one-digit":
    "the link is called `{$link}`, its place is that of the text, and `disable` never finds it",
  "openwrt-start-three-digits":
    "the link is called `{$link}`, its place is that of the text, and `disable` never finds it",
  "openwrt-stop-not-mirrored":
    "the link {$stop} comes after {$down}, as K links are called upwards too: the service, which starts after {$up}, stops when the network is down",
  "openwrt-start.fix": "Write {$number}",
  "pidfile-header-differs": "the header names the pid file {$word}, but the script uses {$first}",
  "pidfile-header-differs.fix": "Write {$first}",
  "rc-after-halt.entry":
    "it sorts behind {$halt}, which takes rc's place and never comes back, so it is never run",
  "rc-backup-runs.entry": "`{$name}` looks like a backup copy, and rc runs it as any other entry",
  "rc-both-links.entry":
    "level {$level} has a K link for this script as well, so each change to it stops and starts the service",
  "rc-digit-after-number.entry":
    "no letter follows the two digits, so rc takes more for the number and runs the script {$count -> [2] twice *[other] # times}: with the others of {$number}, and for itself",
  "rc-entry-no-link.entry":
    "this is a file of its own and no link; rc runs it to {$letter -> [K] stop *[S] start}, {$links -> [insserv] insserv calls it corrupt or invalid and never renumbers it *[chkconfig] whatever becomes of the script in init.d}",
  "rc-link-name-differs.insserv":
    "insserv knows a script's links by its name, `{$script}`, so it never renumbers or removes this one",
  "rc-link-name-differs.lock":
    "rc looks for the lock `{$lock}`, and the script is called `{$script}`; without that lock rc starts it again at every change and never stops it",
  "rc-name-cut.debian": "there are not two digits behind the letter; {$rc}, and {$insserv}",
  "rc-name-cut.lock":
    "there are not two digits behind the letter; rc cuts off three characters and looks for the lock `{$lock}`",
  "rc-name-cut.no-link": "insserv does not take it for a link of a script",
  "rc-name-cut.no-lock":
    "there are not two digits behind the letter; rc cuts off three characters and looks for no lock that any script has",
  "rc-name-cut.no-number": "rc takes this for no number and runs all entries of the letter again",
  "rc-name-cut.number": "rc takes `{$number}` for its number",
  "rc-name-cut.script": "insserv takes `{$script}` for the script's name",
  "rc-never-stopped.killall":
    "no level of 0, 1 and 6 has a K link for it; only killall stops it, and only if its lock is there",
  "rc-never-stopped.never":
    "no level of 0, 1 and 6 has a K link for it, so rc never calls the script to stop it",
  "rc0-start-means-stop.entry": "in level {$level} rc calls S entries with `stop` too, behind the K entries",
  "restart-leaves-lock":
    "restart removes the lock {$name} and does not touch it again: rc takes the running service for a stopped one",
  "restart-leaves-lock.fix": "Call stop and start",
  "script-action-words": "{$tool} does not find the word `{$action}`, so it takes the action for missing",
  "script-default-unguarded": "bash complains here if {$path} is not there",
  "script-default-unguarded.ask": "Ask whether the file can be read",
  "script-default-unguarded.ends": "the script ends here if {$path} is not there",
  "script-library-missing":
    "the script does not read `/lib/lsb/init-functions`, which hands its calls over to systemd",
  "script-mode":
    "the file is not executable (mode {$octal}), so {$fails -> [yes] calling it fails *[no] rc passes over it}",
  "script-mode.writable": "others than root may change the file (mode {$octal}), and root runs it",
  "script-name-dot": "the name {$script} has a dot, as backups have",
  "script-template-text": "this line is left over from the template",
  "script-usr-interpreter": "{$interpreter} may not be there before /usr is mounted",
  "set-e-with-lsb-functions": "the functions of /lib/lsb/init-functions are not made for `set -e`",
  "sourced-kills-caller":
    "the number is that of the program that reads this script: it is killed, and nothing behind it is started",
  "ssd-background-no-pidfile":
    "nobody writes the pid file of a program in the background: start it with --make-pidfile",
  "ssd-background-no-pidfile.fix": "Add --make-pidfile",
  "ssd-name-too-long": "no process is called {$value}: the kernel keeps {$longest} characters of a name",
  "ssd-name-too-long.fix": "Look for {$short}",
  "ssd-no-match":
    "start-stop-daemon needs {$matchingOptions}: with none it does nothing and ends with {$value}",
  "ssd-stop-not-running": "stop ends with 1 when the service does not run, which should be a success",
  "ssd-stop-not-running.fix": "Add --oknodo",
  "status-exit-lost": "what {$call} returns is lost, so a dead service is said to be running",
  "status-exit-lost.fix": "Keep what it returns",
  "status-exit-lost.related": "this takes its place",
  "status-ignores-lock":
    "the status arm does not look at the lock {$lock}: a service that died is said to be stopped",
  "status-ignores-lock.call": "Call status",
  "status-ignores-lock.fix": "Look at the lock {$lock}",
  "status-ignores-lock.other":
    "status looks at the lock {$looked}, but start touches {$lock}: a service that died is said to be stopped",
  "status-lock-name":
    "status looks for the lock {$baseName}, but start touches {$lock}: a service that died is said to be stopped",
  "status-lock-name.fix": "Tell status the lock: -l {$lock}",
  "status-option-order.backup": "status takes -b only behind -p: it prints how it is to be used instead",
  "status-option-order.fix": "Put the options in order",
  "status-option-order.program":
    "status takes its options in the order {$order} only: it takes {$program} for the program",
  "usage-exit-code": "an unknown action ends with 0, so the caller takes it for done",
  "wrong-library-dialect":
    "{$name} is a function of {$helperLibraries}, but only {$helperLibraries2} is read",
  "wrong-library-dialect.family":
    "{$name} is no function of {$family}'s {$path}: the call fails with 127, and the script goes on",
  "wrong-library-dialect.read": "Read {$path}",
} as const;
