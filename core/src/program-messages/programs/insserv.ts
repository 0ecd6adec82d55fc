// What insserv says. Observed: insserv 1.24.0 of Debian 12, word for word; the older wordings are those of insserv 1.14.
// Source: spec/initscripts.md, section 6.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";

const addKeyword = ["Add the line to the header; its value may be empty if there is nothing to name."];

const table: readonly ProgramMessage[] = [
  {
    id: "no-header",
    templates: [
      "warning: script '{script}' missing LSB tags and overrides",
      "warning: script '{script}' missing LSB tags",
    ],
    meaning:
      "The script has no header between `### BEGIN INIT INFO` and `### END INIT INFO`, so insserv makes no links for it. Other scripts are not affected.",
    causes: [
      "The script is old or homemade and never had the header.",
      "A name such as `K01foo` or `S20foo` in the message: a link or a copy from an rc folder lies in init.d.",
      "The marker is mistyped: it must read `### BEGIN INIT INFO`, in capitals.",
    ],
    find: ["`head -20 /etc/init.d/SCRIPT`. An override in `/etc/insserv/overrides/SCRIPT` works as well."],
    remedy: [
      "Add a header. The minimum that insserv accepts is Provides, Required-Start, Required-Stop, Default-Start and Default-Stop. Or, if the file is not an init script, move it out of `/etc/init.d`.",
    ],
  },
  {
    id: "loop-between",
    templates: [
      "There is a loop between service {script} and {other} if {direction}",
      "There is a loop between service {script} and {other}",
    ],
    meaning:
      "The two scripts wait for each other, directly or through others, so there is no order. Until the circle is broken, insserv changes nothing, not even for other scripts.",
    causes: [
      "`Required-Start` or `Should-Start` of each script names the other.",
      "`X-Start-Before` of one contradicts `Required-Start` of the other.",
      "A facility connects them: a script that is part of `$network`, `$remote_fs` or `$syslog` requires something that requires this facility.",
      "`if stopped`: the same with `Required-Stop`, `Should-Stop` and `X-Stop-After`.",
    ],
    find: [
      "The pair in the message is where insserv met the circle, not always where the mistake is: look at all lines of the block.",
      "`inittab order /etc/init.d` and `inittab check /etc/init.d` show the circle with its lines.",
    ],
    remedy: [
      "Remove the dependency that is not needed, most often in the script that was installed last; then call insserv again.",
    ],
    keyword: "Required-Start",
  },
  {
    id: "loop-at",
    templates: ["There is a loop at service {script} if {direction}", "There is a loop at service {script}"],
    meaning: "The script is part of a circle of dependencies. The numbers that insserv gives are useless.",
    causes: ["A circle of scripts that share no runlevel."],
    find: ["`inittab check /etc/init.d` shows the circle."],
    remedy: ["Remove one of the dependencies."],
    keyword: "Required-Start",
  },
  {
    id: "loop-involving",
    templates: ["loop involving service {script} at depth {count}"],
    meaning: "One more script of the circle that the lines before are about.",
    find: ["All these lines together name the scripts of the circle."],
    keyword: "Required-Start",
  },
  {
    id: "required-not-enabled",
    templates: [
      "FATAL: service {required} has to be enabled to use service {script}",
      "Service {required} has to be enabled to start service {script}",
    ],
    meaning: "The script requires another one that is not enabled in any runlevel. Nothing is changed.",
    causes: ["The required service is disabled, or it is not installed."],
    find: ["`ls /etc/rc?.d/*REQUIRED`, `ls /etc/init.d`."],
    remedy: [
      "Enable or install the required service first, or make it `Should-Start` if the script can do without.",
    ],
    keyword: "Required-Start",
  },
  {
    id: "required-not-existing",
    templates: [
      "FATAL: service {required} has to exist for service {script}",
      "Service {required} has to exists for service {script}",
      "Service {required} has to exist for service {script}",
    ],
    meaning:
      "An enabled script requires a service that no script provides. **Every** call of insserv fails until that is fixed, even for other scripts.",
    causes: [
      "The package that provides it was removed, or the name is mistyped: names are those of `Provides`, not of files.",
    ],
    find: ["`grep -l 'Provides:.*REQUIRED' /etc/init.d/*`."],
    remedy: ["Correct `Required-Start`, make it `Should-Start`, or disable the script."],
    keyword: "Required-Start",
  },
  {
    id: "required-not-in-levels",
    templates: [
      "FATAL: service {required} is missed in the runlevels {levels} to use service {script}",
      "Service {required} is missed in the runlevels {levels} to start service {script}",
    ],
    meaning:
      "The required service is enabled, but not in all runlevels in which this script starts. Nothing is changed.",
    causes: ["`Default-Start` of the two differ, or links were changed by hand."],
    remedy: [
      "Let both start in the same runlevels; it is always enough if the required script starts in runlevel S.",
    ],
    keyword: "Default-Start",
  },
  {
    id: "header-not-ended",
    templates: [
      "FATAL: script {script} is broken: missing end of LSB comment.",
      "script {script} is broken: missing end of LSB comment.",
    ],
    meaning: "The header has no line `### END INIT INFO`. No script is installed until that is fixed.",
    causes: ["The line is missing or mistyped, or a backup copy with half a header lies in init.d."],
    find: ["`grep -n 'INIT INFO' /etc/init.d/SCRIPT`."],
    remedy: ["Add the end marker, or move the file out of init.d."],
  },
  {
    id: "header-incomplete",
    templates: ["script {script} is broken: incomplete LSB comment."],
    meaning:
      "The header lacks required keywords; the lines below name them. If its runlevels are missing, the script gets no links for them.",
    remedy: addKeyword,
  },
  {
    id: "keyword-missing",
    templates: [
      "missing `{keyword}:' entry: please add even if empty.",
      "missing `{keyword}:' entry: please add.",
    ],
    meaning: "The header of the script that the line above names lacks this keyword.",
    causes: [
      "It was forgotten or mistyped, or there is a blank before its colon, or its line does not begin with `#` in the first column.",
    ],
    remedy: addKeyword,
  },
  {
    id: "provides-empty",
    templates: ["missing valid name for `Provides:' please add."],
    meaning: "`Provides` of the script that the line above names has no usable name.",
    causes: ["The value is empty, or holds only names that begin with `$` or `#`."],
    remedy: ["Write the name of the script."],
    keyword: "Provides",
  },
  {
    id: "levels-undefined",
    templates: [
      "Default-Start undefined, assuming empty start runlevel(s) for script `{script}'",
      "Default-Stop undefined, assuming empty stop runlevel(s) for script `{script}'",
      "Default-Start undefined, assuming default start runlevel(s) for script `{script}'",
      "Default-Stop undefined, assuming default stop runlevel(s) for script `{script}'",
    ],
    meaning:
      "The header does not say in which runlevels the script starts or stops, so it gets no links of that kind.",
    remedy: ["Add the line: usual are `Default-Start: 2 3 4 5` and `Default-Stop: 0 1 6`."],
    keyword: "Default-Start",
  },
  {
    id: "levels-overlap",
    templates: [
      "Script `{script}' has overlapping Default-Start and Default-Stop runlevels ({levels}) and ({word}). This should be fixed.",
      "script `{script}' has overlapping Default-Start and Default-Stop runlevels ({levels}) and ({word}). This should be fixed.",
    ],
    meaning:
      "One runlevel is in both lines. In that runlevel the script gets a stop link and is not started.",
    remedy: ["Remove the runlevel from one of the two lines."],
    keyword: "Default-Stop",
  },
  {
    id: "already-provided",
    templates: ["script {script}: service {service} already provided!"],
    meaning: "Two scripts provide the same name. If the later one was named in the call, nothing is changed.",
    causes: [
      "A backup copy, such as `foo.old-1` or `foo2`, lies in init.d.",
      "Two packages provide the same service.",
    ],
    find: ["`grep -l 'Provides:.*SERVICE' /etc/init.d/*`."],
    remedy: ["Move the copy out of `/etc/init.d`, or give one of the two another name in `Provides`."],
    keyword: "Provides",
  },
  {
    id: "provides-facility",
    templates: ["script {script} provides system facility {facility}, skipped!"],
    meaning:
      "`Provides` names a word with `$`, which only insserv's configuration may define. That word is ignored.",
    remedy: [
      "Write a plain name, and list the script under the facility in `/etc/insserv.conf.d`. On Red Hat such a name is usual.",
    ],
    keyword: "Provides",
  },
  {
    id: "provides-comment",
    templates: ["script {script} provides facility {word} with comment sign, skipped!"],
    meaning: "`Provides` has a word that begins with `#`. It is ignored.",
    remedy: ["Remove the `#`; there are no comments in the header."],
    keyword: "Provides",
  },
  {
    id: "facility-unknown",
    templates: ["warning: could not find all dependencies for {facility}"],
    meaning:
      "A script requires this facility, but insserv's configuration does not define it. The dependency has no effect.",
    causes: [
      "The name is mistyped; it is case-sensitive.",
      "The package that defines it in `/etc/insserv.conf.d` is not installed.",
    ],
    find: ["`grep -rn 'FACILITY' /etc/init.d /etc/insserv.conf /etc/insserv.conf.d`."],
    remedy: ["Correct the name in `Required-Start` and `Required-Stop`."],
    keyword: "Required-Start",
  },
  {
    id: "links-override-levels",
    templates: [
      "warning: current {direction} runlevel(s) ({levels}) of script `{script}' overrides LSB defaults ({word}).",
      "warning: current {direction} runlevel(s) ({levels}) of script `{script}' overwrites defaults ({word}).",
    ],
    meaning:
      "The script's links are in other runlevels than its header says. The links stay as they are; the header is ignored.",
    causes: [
      "Somebody enabled or disabled the service, or the header was changed after the links had been made.",
    ],
    find: ["`ls /etc/rc?.d/*SCRIPT`."],
    remedy: [
      "None, if the links are as you want them. `insserv -r SCRIPT` and then `insserv -d SCRIPT` make the links follow the header.",
    ],
    keyword: "Default-Start",
  },
  {
    id: "depends-on-all",
    templates: [
      "Starting {script} depends on {other} and therefore on system facility `$all' which can not be true!",
      "Stopping {script} depends on {other} and therefore on system facility `$all' which can not be true!",
    ],
    meaning:
      "The other script is to start after all others (`$all`), so nothing can come after it. The numbers become useless, 98 and 99.",
    causes: ["A script requires one that has `$all` in its header; often an `rc.local`."],
    remedy: [
      "Take `$all` out of the other script's header and name what it really needs, or remove the dependency on it.",
    ],
    keyword: "Required-Start",
  },
  {
    id: "too-deep",
    templates: ["Max recursions depth {count} for {script} reached", "Max recursions depth {count} reached"],
    meaning:
      "insserv gave up following dependencies: there is a circle, or a script depends on one with `$all`.",
    find: ["The lines before it name the scripts."],
  },
  {
    id: "facility-not-expanded",
    templates: ["System facilities not fully expanded, see {facility}!"],
    meaning: "A facility of the configuration stands for others that in turn stand for it.",
    find: ["`cat /etc/insserv.conf /etc/insserv.conf.d/*`."],
  },
  {
    id: "facility-loop",
    templates: [
      "Loop detected during expanding system facilities in the insserv.conf file(s): {facility} {word}",
    ],
    meaning: "Two facilities of insserv's configuration stand for each other. Nothing is changed.",
    find: ["`grep -n '^\\$' /etc/insserv.conf /etc/insserv.conf.d/*`."],
    remedy: ["Remove one of the two from the members of the other."],
  },
  {
    id: "facility-too-deep",
    templates: ["The nested level of the system facilities in the insserv.conf file(s) is to large"],
    meaning: "Facilities of insserv's configuration are nested too deeply. Nothing is changed.",
    find: ["`cat /etc/insserv.conf /etc/insserv.conf.d/*`."],
  },
  {
    id: "name-not-valid",
    templates: ["script name {script} is not valid, skipped!"],
    meaning:
      "Files of this name are never taken for init scripts: names of backup copies, hidden files, `README`, `skeleton`, `rc`, `rcS` and the like.",
    remedy: ["Rename the script."],
  },
  {
    id: "not-executable",
    templates: [
      "script {script} is not an executable file, will be skipped in boot sequence!",
      "script {script} is not an executable regular file, will be skipped in boot sequence!",
    ],
    meaning: "The script has no execute permission, so it gets no links.",
    remedy: ["`chmod +x /etc/init.d/SCRIPT`, then call insserv again."],
  },
  {
    id: "link-to-script",
    templates: ["script {script} is a symlink to another script, skipped!"],
    meaning: "A link in init.d that points to another script there does not count as a script.",
    remedy: ["If you want two services, copy the script and give the copy its own `Provides`."],
  },
  {
    id: "link-not-usable",
    templates: ["warning: script is corrupt or invalid: {path}"],
    meaning: "A link in an rc folder points to nothing, or to something that is not a script.",
    causes: ["The script was removed without its links."],
    find: ["`ls -l PATH`; `find /etc/rc?.d -xtype l` lists all dangling links."],
    remedy: ["`update-rc.d NAME remove`, or remove the link."],
  },
  {
    id: "link-exists",
    templates: ["can not symlink({word}, {path}): File exists", "can not symlink({word}, {path}): {reason}"],
    meaning: "A link could not be made because something of that name already exists.",
    find: ["`ls -l PATH`."],
  },
  {
    id: "wrong-level-key",
    templates: ["Wrong runlevel key '{word}'"],
    meaning:
      "A header names the runlevel `B`, which only SUSE's insserv knows. **The program ends**: no script gets links.",
    find: ["`grep -n '^#.*Default-St.*[Bb]' /etc/init.d/*`."],
    remedy: ["Write `S` instead of `B`."],
    keyword: "Default-Start",
  },
  {
    id: "no-configuration",
    templates: ["fopen({path}): No such file or directory", "fopen({path}): {reason}"],
    meaning: "insserv's configuration is missing. No facility, such as `$network`, is known.",
    remedy: ["Reinstall the package that has `/etc/insserv.conf`."],
  },
  {
    id: "no-such-file",
    templates: ["{script}: No such file or directory"],
    meaning: "There is no script of this name in init.d.",
    remedy: ["Give the file's name without a path, and look in `/etc/init.d` how it is spelled."],
  },
  {
    id: "bad-option",
    templates: [
      "unrecognized option '{word}'",
      "invalid option -- '{word}'",
      "option '{word}' requires an argument",
      "option requires an argument -- '{word}'",
    ],
    meaning: "The call has an option that insserv does not know, or an option without its value.",
  },
  {
    id: "usage",
    templates: ["usage: insserv [[-r] init_script|init_directory]"],
    meaning: "insserv prints its usage after a mistake in the call.",
  },
  {
    id: "told",
    templates: [
      "enable service {path} -> {path2}",
      "remove service {path}",
      "creating {path}",
      "dryrun, not creating {text}",
    ],
    meaning:
      "insserv reports what it does or, with `-n`, what it would do: a link is made or removed, or a dependency file written.",
  },
  {
    id: "exiting",
    templates: ["exiting now without changing boot order!", "exiting now!"],
    meaning:
      "insserv ends without having changed anything; the lines before this one say why. The exit status is 1.",
    find: ["Read the lines above: each names a script."],
  },
];

/** The program that makes links from headers. */
export const insservMessages: SpeakingProgram = {
  id: "insserv",
  title: "insserv",
  tags: ["insserv"],
  families: ["debian", "suse"],
  messages: table,
};
