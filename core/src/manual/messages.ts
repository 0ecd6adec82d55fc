/** What is said of a record and of a line, and the fixed words of a manual page. */
export const manualMessages = {
  // The entry as a whole.
  "record.unknown-dialect": "It is not known which init reads this file, so the entry cannot be explained.",
  "record.unknown-action": "Init drops the entry because {$action} is not an action that it knows.",
  "record.dropped": "Init drops it and logs: {$message}",
  "record.skipped": "Init skips it without a message.",
  "record.comment": "A comment: init skips it.",
  "record.blank": "A blank line: init skips it.",
  "record.pieces": "The line is too long: init reads it in {$count} pieces, each as a separate line.",
  "record.off": "Init ignores the process: it is never started.",
  "record.off-single": "Its S keeps init from adding an entry of its own for single-user mode.",
  "record.no-level":
    "The process is never started because the runlevels field names no runlevel that init can be in.",
  "record.runlevels-ignored": "The runlevels field is ignored.",
  "record.its-runlevels": "{$count -> [one] Its runlevel is *[other] Its runlevels are} {$levels}.",
  "record.summary": "{$summary}",
  "record.dead-characters":
    "In the runlevels field {$characters} {$count -> [one] matches *[other] match} no runlevel.",

  // When a process is started at boot.
  "record.at-boot":
    "The process is started at boot {$when -> [sysinit] before anything else *[boot] after the sysinit entries}; {$waits -> [yes] init waits for it *[no] init does not wait}{$ignored -> [yes] ; the runlevels field is ignored *[no]}.",
  "record.boot-goes-on": "No later runlevel change stops it.",

  // When levels decide.
  "record.kept-running":
    "The process is kept running {$where}: init starts it again whenever it ends, and does not wait for it.",
  "record.in-levels": "in {$levels}",
  "record.from-call": "once {$calls} has called it",
  "record.started-once":
    "The process is started once {$when}; {$waits -> [yes] init waits for it before it goes on *[no] init does not wait}.",
  "record.on-entering": "on entering {$levels}",
  "record.on-call": "on {$calls}",
  "record.not-again": "A change from one of these runlevels to another does not start it again.",

  // When an event decides.
  "record.on-event":
    "{$event -> [ctrlaltdel] On Ctrl-Alt-Del (SIGINT) [kbrequest] On the keyboard request (SIGWINCH) [powerwait] When the power fails (SIGPWR) [powerfail] When the power fails (SIGPWR) [powerokwait] When the power is back (SIGPWR with status O) [powerfailnow] When the battery is low (SIGPWR with status L) *[other] On its event} {$where}, init {$waits -> [yes] runs the process and waits for it *[no] starts the process and does not wait}.",
  "record.any-runlevel": "in any runlevel",
  "record.event-remembered":
    "In another runlevel the event is remembered and handled if the next runlevel is one of these.",
  "record.event-by-call":
    "A call by {$calls} runs it at once; from then on its event counts in every ordinary runlevel.",

  // The default runlevel.
  "record.second-default":
    "Init ignores the entry because the initdefault entry on line {$line} comes first.",
  "record.process-ignored": "The process is ignored.",
  "record.default-asks":
    "After boot, init asks for a runlevel on the console because {$level}{$several -> [yes] , the character with the highest code, *[no]} is not a runlevel.",
  "record.default-enters": "After boot, init enters {$place}{$among}.",
  "record.default-single": "single-user mode, S",
  "record.default-runlevel": "runlevel {$level}",
  "record.default-of-empty": ", the highest of 0 to 9, which is what an empty field means",
  "record.default-of-several": ", the highest of {$characters}",
  "record.default-convention": "By convention, runlevel {$level} means: {$purpose}.",

  // Runlevels in words.
  "levels.all-of": "{$count -> [one] runlevel *[other] runlevels} {$levels}",
  "levels.any-of": "runlevel {$levels}",
  "levels.all-digits": "runlevels 0 to 9",
  "levels.any-digit": "any runlevel from 0 to 9",
  "levels.sysinit-phase": "the sysinit phase",
  "levels.boot-phase": "the boot phase",
  "levels.none": "no runlevel",

  // How a command is run.
  "command.nothing-respawns":
    "There is no command, so each start ends at once; after ten starts init disables the entry for five minutes.",
  "command.nothing": "There is no command, so the start ends at once without a message.",
  "command.initscript": "It is run by /etc/initscript{$single -> [yes] , but not in S *[no]}.",
  "programs.about": "{$name}: {$about}.",
  "programs.background": "It goes into the background by itself unless {$options} is given.",
  "programs.background-with": "With {$options} it goes into the background.",
  "programs.ends": "It does its work and exits.",
  "programs.wraps": "It runs the command that it is given.",
  "programs.stays": "It stays in the foreground.",
  "programs.stays-with": "With {$options} it stays in the foreground.",
  "programs.stays-unless": "It stays in the foreground unless {$options} is given.",
  "command.without-shell": "It runs without a shell.",
  "command.at-flag": "The @ makes init run it without a shell.",
  "command.words-lost": 'Init uses only the first {$count} words; "{$lost}" is dropped.',
  "command.cut-at-hash":
    'The command ends at the #: "{$lost}" is dropped{$empty -> [yes] , and the last argument is empty *[no]}.',
  "command.no-accounting": "The + keeps it out of utmp and wtmp.",
  "command.shell": "It runs through a shell{$because}{$exec}.",
  "command.because-of": '{" "}because it contains {$text}',
  "command.with-exec": ", with exec before it",
  "command.exec-assignment": ", with exec before it, so that the assignment is taken for the program",
  "command.exec-operator": ", with exec before it, so that nothing after {$operator} is reached",
  "command.dash-reaches-shell": "The leading - reaches that shell, not the program.",
  "command.dash-login": "The leading - makes it a login program.",
  "command.no-name":
    "A space stands where the program's name should begin, so init looks for a program without a name and fails.",

  // BusyBox and toybox.
  "busybox.console": "on init's console",
  "busybox.no-terminal": "without a terminal (null)",
  "busybox.on-terminal": "on {$terminal}",
  "busybox.sysinit": "The process is started {$place} at boot before anything else; init waits for it.",
  "busybox.wait": "The process is started {$place} at boot after the sysinit entries; init waits for it.",
  "busybox.once": "The process is started {$place} at boot after the wait entries; init does not wait.",
  "busybox.askfirst": "The process is kept running {$place}: each start waits until Enter is pressed there.",
  "busybox.respawn": "The process is kept running {$place}: init starts it again a second after it ends.",
  "busybox.ctrlaltdel": "On Ctrl-Alt-Del (SIGINT), init runs the process {$place} and waits for it.",
  "busybox.shutdown":
    "Before the machine halts, reboots or powers off, init runs the process {$place} and waits for it.",
  "busybox.restart": "On SIGQUIT, process 1 runs the shutdown entries and then becomes this program.",

  // An explained line.
  "line.meaning": "It means {$levels}.",
  "line.empty": "(empty)",

  // A word that is looked up.
  "meaning.unknown-here": "{$dialect} does not have {$word}. In {$others} it means:",
  "meaning.told-of": "This page describes {$others}; {$dialect} may differ.",
  "meaning.more": "{$word} has other meanings as well",
  "meaning.other": "{$title}: {$summary} See {$id}.",
  "meaning.argument": "{$argument}: {$meaning}",

  // The fixed words of a page.
  "page.see-also": "See also: {$topics}",
  "page.sources": "Sources: {$sources}",
  "page.observed": "observed: {$what}",
  "page.lsb-keyword": "{$keyword}: LSB header",
  "page.lsb-needs":
    "insserv: {$insserv} · lintian: {$lintian} · rpmlint: {$rpmlint} · chkconfig: {$chkconfig}",
  "page.lsb-need":
    "{$need -> [needed] needed [recommended] recommended [optional] optional [ignored] ignored *[unknown] unknown}",
  "page.lsb-may-be-empty": "The value may be empty.",
  "page.lsb-extension": "An extension, not part of the standard.",
  "page.facility": "{$facility}: system facility",
  "page.facility-origin":
    "{$origin -> [lsb] A facility defined by the standard. [insserv] Built into insserv, not part of the standard. [debian] Defined by some packages' configuration, not part of the standard. *[withdrawn] No longer a facility of any system.}",
  "page.facility-members":
    "On Debian 12 it stands for {$members}; a service that begins with `+` need not exist.",
  "page.tag": "{$tag}: chkconfig header",
  "page.tag-value": "Value: {$value}.",
  "page.tag-read": "{$read -> [yes] chkconfig reads it. *[no] chkconfig does not read it.}",
  "page.helper": "{$name}: function of {$library}",
  "page.helper-returns": "Returns: {$returns}",
  "page.openrc-word":
    "{$name}: {$kind -> [depend] word of OpenRC's depend() [keyword] keyword of OpenRC's depend() [function] function of an OpenRC service [setting] setting of an OpenRC service *[other] variable of an OpenRC service}",
  "page.recipe-word":
    "{$name}: {$kind -> [variable] variable of the class update-rc.d *[other] word of OpenEmbedded's update-rc.d}",
  "page.script-action": "{$name}: argument of an init script",
  "page.script-action-required":
    "{$required -> [yes] The standard requires it. *[no] The standard leaves it to the script.}",
  "page.exit-status": "Exit status {$status} of {$action -> [none] an action *[other] #}",
  "page.program": "Program {$name}",
  "page.program-names": "This also applies to {$names}.",
  "page.lock": "Lock file /var/lock/subsys/{$lock}",
  "page.lock-sign": "It is the sign by which Red Hat's rc knows that the service is running.",
  "page.lock-calls":
    "If it exists, rc does not call the script with `start`; if it does not, rc does not call it with `stop`, so at shutdown the service is only killed, never stopped cleanly.",
  "page.lock-own": "It has the name of this script, which is the one that rc looks for.",
  "page.lock-other": "rc looks for {$script}, the name of this script, and ignores this file.",
} as const;
