// What the running init of sysvinit says. Source: spec/sysvinit.md, section 16; observed: sysvinit 2.88, 3.06, 3.14, but
// for the troubles of the system at the end, which were read in the program.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";
import { tableMessages } from "./sysvinit-table.ts";

const running: readonly ProgramMessage[] = [
  {
    id: "booting",
    templates: ["version {version} booting", "version {version}  booting"],
    meaning: "Process 1 begins. All before this line is the kernel's.",
  },
  {
    id: "reloading",
    templates: ["version {version} reloading", "version {version}  reloading"],
    meaning:
      "Init has replaced itself by its program on disk, after `telinit u`. The records and processes stay as they are.",
  },
  {
    id: "entering",
    templates: ["Entering runlevel: {level}"],
    meaning:
      "Sysinit and boot records are done, or single-user mode has ended, and init enters this runlevel. Its wait records are next, usually rc.",
  },
  {
    id: "switching",
    templates: ["Switching to runlevel: {level}"],
    meaning:
      "Somebody asked for this runlevel: with telinit, shutdown, halt or reboot. Init now ends what the level does not name, then starts what it names.",
    causes: [
      "A call of `telinit`, `shutdown`, `halt` or `reboot`, by a person, a script, or a ctrlaltdel or power record.",
    ],
    find: [
      "`last -x | head` shows the changes of level; root's shell history and the logs of the UPS or ACPI daemon show who asked.",
    ],
  },
  {
    id: "going-single",
    templates: ["Going single user"],
    meaning:
      "Somebody asked for single-user mode. Init ends what has no `S` among its runlevels and starts what has.",
    causes: ["`telinit S`, `init 1` by way of its script, or `shutdown` without `-h` or `-r`."],
    about: "single-user",
  },
  {
    id: "rereading",
    templates: ["Re-reading inittab"],
    meaning: "`telinit q` was called: init reads the table again.",
    causes: ["A person or a package's script called `telinit q`. SIGHUP does the same without this line."],
  },
  {
    id: "activating",
    templates: ["Activating demand-procedures for '{level}'"],
    meaning:
      "`telinit` was called with a, b or c: init starts the records that have this letter among their runlevels.",
  },
  {
    id: "re-exec",
    templates: ["Trying to re-exec init"],
    meaning:
      "`telinit u` was called: init runs its program from disk again. Packages do that after an upgrade.",
  },
  {
    id: "re-exec-failed",
    templates: ["Attempt to re-exec failed"],
    meaning: "Init could not run its program from disk and goes on as the old one.",
    causes: [
      "`/sbin/init` is missing, is not executable, or does not fit the libraries while a package is being upgraded.",
    ],
    find: ["`ls -l /sbin/init`, `ldd /sbin/init`."],
    remedy: ["Repair the package, then `telinit u` again. Do not reboot before `/sbin/init` runs."],
  },
  {
    id: "bad-runlevel",
    templates: ["bad runlevel: {level}"],
    meaning: "The control pipe brought a request for something that is no runlevel. Init ignores it.",
    causes: ["A program writes requests of its own into `/run/initctl`; telinit itself refuses such a word."],
    find: ["`fuser -v /run/initctl` shows who else has the pipe open."],
  },
  {
    id: "bogus-request",
    templates: ["got bogus initrequest"],
    meaning: "What came through the control pipe has the wrong size or the wrong mark. Init ignores it.",
    causes: [
      "Somebody wrote into the pipe by hand, as with `echo`.",
      "A telinit or shutdown of another init or of another release was used.",
    ],
    find: ["`ls -l /run/initctl /dev/initctl`, `telinit --version`, `which -a telinit shutdown`."],
    remedy: ["Use the telinit that belongs to this init."],
  },
  {
    id: "unimplemented-request",
    templates: ["got unimplemented initrequest."],
    meaning:
      "The control pipe brought a well-formed request with a number that init does not know. Init ignores it.",
    causes: ["A program was built for another init."],
  },
  {
    id: "request-error",
    templates: ["error reading initrequest"],
    meaning: "Init could not read from its control pipe; it closes the pipe and opens it again.",
    causes: ["Trouble of the file system that holds the pipe."],
    find: ["`ls -l /run/initctl`; it must begin with `p`."],
    remedy: ["`kill -USR1 1` makes init open the pipe again."],
  },
  {
    id: "not-a-fifo",
    templates: ["{path} is not a fifo"],
    meaning:
      "Something else stands where init's control pipe belongs, so telinit, shutdown and halt cannot reach init.",
    causes: ["A script or an archive put a file there, or `telinit` wrote into it while there was no pipe."],
    find: ["`ls -l /run/initctl /dev/initctl`; a pipe begins with `p`."],
    remedy: ["Remove the file, then `kill -USR1 1`: init makes the pipe anew."],
  },
  {
    id: "sending-signal",
    templates: [
      "Sending processes configured via /etc/inittab the {signal} signal",
      "Sending processes the {signal} signal",
    ],
    meaning:
      "The level was changed or the table read again. Init ends the processes whose record is gone or does not name the level: TERM first, KILL a few seconds later to what is left.",
    causes: [
      "It is said at each change of level that has something to end. KILL says that a process did not end after TERM.",
    ],
    find: ["`telinit -t SECONDS` sets the pause; 3 seconds, 5 before 2.92."],
    remedy: ["Where a process needs longer, give its record a script that stops it, or a longer `-t`."],
  },
  {
    id: "seems-to-hang",
    templates: ["Pid {pid} [id {id}] seems to hang"],
    meaning: "A process of this record is still there after KILL. Init does not wait any longer.",
    causes: [
      "The process waits in the kernel: for a disk, a tape, or a network file system that does not answer.",
    ],
    find: ["`ps -o pid,stat,wchan,args -p PID`: the state `D` means that it waits in the kernel."],
    remedy: ["Bring back the device or the server. KILL takes effect as soon as the wait is over."],
  },
  {
    id: "respawning-too-fast",
    templates: ['Id "{id}" respawning too fast: disabled for {minutes} minutes'],
    meaning:
      "The process of this record ended eleven times within two minutes. Init leaves it alone for five minutes and then tries again.",
    causes: [
      "The program is not there, or the path is mistyped: `cannot execute` stands beside it then.",
      "A getty has a terminal that does not exist on this machine, or an argument that it does not know.",
      "The program puts itself into the background, so what init started ends at once: a daemon needs its option for the foreground.",
      "The program ends because its settings are wrong or another copy is running.",
    ],
    find: [
      "Run the process of the record by hand and look at what it says and how it ends: `COMMAND; echo $?`.",
      "For a getty: `ls -l /dev/TERMINAL`, and `dmesg | grep tty` shows the terminals that the kernel has found.",
      "`grep -i getty /var/log/syslog /var/log/messages /var/log/daemon.log` shows what a getty complained of.",
    ],
    remedy: ["Mend the record or take it out, then `telinit q`: that ends the pause at once."],
  },
  {
    id: "no-more-processes",
    templates: ["no more processes left in this runlevel"],
    meaning:
      "Nothing that init started is running any more in this level. It has nothing to do until a request comes.",
    causes: [
      "The level has no respawn record: `initdefault` names a level without a login.",
      "All its records are disabled because they respawned too fast.",
      "In 0 and 6: rc has ended, but the machine has not been halted.",
      "The file has a mistake that makes init drop the gettys' lines.",
    ],
    find: [
      "`runlevel` shows the level, `grep -n respawn /etc/inittab` the records.",
      "`dmesg` or the console shows which lines were dropped at boot.",
    ],
    remedy: [
      "Boot with `single` or with another level on the kernel's command line, such as `2`, and correct `initdefault` or the records.",
    ],
    about: "default-level",
  },
  {
    id: "invalid-default",
    templates: ["Initdefault level '{level}' is invalid"],
    meaning: "The record `initdefault` names no runlevel, so init asks for one on the console.",
    causes: [
      "The highest character of the field is none of 0 to 9 and S. Of several characters the one with the highest code counts.",
    ],
    remedy: ["Write one level: `id:3:initdefault:`."],
    about: "initdefault",
  },
  {
    id: "enter-runlevel",
    templates: ["Enter runlevel:", "Enter runlevel", "Enter runlevel: {level}"],
    meaning: "Init asks on the console which level to enter, and waits for an answer from 0 to 9 or S.",
    causes: ["No accepted record has the action `initdefault`, or it names no level."],
    find: ["Look above for `Initdefault level` and for dropped lines."],
    remedy: ["Type a level, then correct the record `initdefault`."],
    about: "initdefault",
  },
  {
    id: "obsolete-powerstatus",
    templates: ["warning: found obsolete path {path}, use {other} instead"],
    meaning:
      "The UPS daemon has written the state of the power into the old file. Init reads it all the same.",
    remedy: ["Configure or upgrade the daemon so that it writes to `/var/run/powerstatus`."],
  },
  {
    id: "cannot-execute",
    templates: ['cannot execute "{program}"'],
    meaning: "The first word of the process cannot be run, so the process ends at once with status 1.",
    causes: [
      "The program is not there, or a path is mistyped.",
      "It is not executable, or its interpreter or libraries are missing.",
      "The line ends in a carriage return, which belongs to the word.",
      "Quotes or a variable surround a path: without a shell they belong to the name.",
    ],
    find: ["`ls -l PROGRAM`, `head -1 PROGRAM` for a script, `ldd PROGRAM`, `file PROGRAM`."],
    remedy: ["Correct the path in the record, or install the program; then `telinit q`."],
  },
  {
    id: "cannot-fork",
    templates: ["cannot fork, retry..", "cannot fork: {reason}", "cannot fork"],
    meaning: "Init could not make a process. It tries again after five seconds.",
    causes: [
      "Memory or the number of processes is used up, often by a program that starts copies of itself.",
    ],
    find: ["`ps aux | wc -l`, `free`, `cat /proc/sys/kernel/pid_max`; look for many processes of one name."],
    remedy: ["End what uses up the machine."],
  },
  {
    id: "out-of-memory",
    templates: ["out of memory"],
    meaning: "Init got no memory. It waits five seconds and tries again.",
    causes: ["The machine has no memory left."],
    find: ["`free`, and `dmesg | grep -i oom`."],
  },
  {
    id: "cannot-open",
    templates: ["can't open {terminal}", "open({terminal}): {reason}"],
    meaning: "Init cannot open its console, or the terminal it was to use.",
    causes: [
      "`/dev` is empty or not mounted, or the kernel's `console=` names a device that is not there.",
      "In a container there is no console.",
    ],
    find: ["`ls -l /dev/console /dev/null`; `cat /proc/cmdline`."],
    remedy: [
      "Mount devtmpfs on `/dev`, make the device (`mknod /dev/console c 5 1`), or correct `console=`.",
    ],
  },
  {
    id: "cannot-duplicate",
    templates: ["cannot duplicate console fd", "cannot duplicate /dev/null fd", "cannot duplicate {path} fd"],
    meaning: "The child that init made could not set up its standard input, output and error.",
    causes: ["The system has no free file handles, or the console went away."],
  },
  {
    id: "no-root-folder",
    templates: ["unable to chdir to /: {reason}"],
    meaning: "Init could not go to `/` before it started a process.",
    causes: ["The root file system is damaged or gone."],
    find: ["`dmesg` shows errors of the disk."],
  },
  {
    id: "pipe",
    templates: ["pipe: {reason}"],
    meaning: "Init could not make the pipe through which it hands its state over to a new copy of itself.",
    causes: ["No free file handles or no memory."],
  },
  {
    id: "panic",
    templates: [
      "PANIC: segmentation violation! sleeping for {seconds} seconds.",
      "PANIC: segmentation violation at {word} sleeping for {seconds} seconds.",
    ],
    meaning: "Init itself met a memory fault. It waits and goes on, so that the kernel does not panic.",
    causes: [
      "Bad memory, a damaged program or library, or a fault of init; an empty file in `/etc/inittab.d` is one of them.",
    ],
    find: ["Compare the package's checksums; test the memory."],
    remedy: ["Save what is open and reboot in an orderly way."],
  },
  {
    id: "got-line",
    templates: ["Got line: {word}"],
    meaning:
      "A remainder of init 3.14's reading of `/etc/inittab.d`: each line of those files is left in a buffer, and a child may write it to the console. It does no harm.",
    since: "3.14",
  },
  {
    id: "selinux",
    templates: ["Unable to load SELinux Policy. Machine is in enforcing mode. Halting now."],
    meaning: "SELinux is to be enforced and its policy cannot be loaded, so init stops the machine.",
    causes: [
      "The policy's package is missing or damaged, or `/etc/selinux/config` names a policy that is not installed.",
    ],
    remedy: ["Boot with `enforcing=0` or `selinux=0` on the kernel's command line and reinstall the policy."],
  },
];

/** Init of sysvinit. */
export const sysvinitMessages: SpeakingProgram = {
  id: "sysvinit",
  title: "init of sysvinit",
  tags: ["init"],
  dialects: ["sysvinit"],
  messages: [...tableMessages, ...running],
};
