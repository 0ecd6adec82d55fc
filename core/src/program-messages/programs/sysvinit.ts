// What the running init of sysvinit says. Source: spec/sysvinit.md, section 16; observed: sysvinit 2.88, 3.06, 3.14, but
// for the troubles of the system at the end, which were read in the program.

import type { ProgramMessage, SpeakingProgram } from "../contract.ts";
import { tableMessages } from "./sysvinit-table.ts";

const running: readonly ProgramMessage[] = [
  {
    id: "booting",
    templates: ["version {version} booting", "version {version}  booting", "SysV init version: {version}"],
    meaning: "Process 1 starts. Everything before this line comes from the kernel.",
  },
  {
    id: "reloading",
    templates: ["version {version} reloading", "version {version}  reloading"],
    meaning:
      "After `telinit u`, init has replaced itself with its program on disk. The entries and processes stay as they are.",
  },
  {
    id: "entering",
    templates: ["Entering runlevel: {level}"],
    meaning:
      "The sysinit and boot entries are done, or single-user mode has ended, and init enters this runlevel. Its wait entries, usually rc, are next.",
  },
  {
    id: "switching",
    templates: ["Switching to runlevel: {level}"],
    meaning:
      "Somebody asked for this runlevel: with telinit, shutdown, halt or reboot. Init now stops the entries whose field lacks the runlevel, then starts those whose field has it.",
    causes: [
      "A call of `telinit`, `shutdown`, `halt` or `reboot`, by a person, a script, or a ctrlaltdel or power entry.",
    ],
    find: [
      "`last -x | head` shows the changes of runlevel; root's shell history and the logs of the UPS or ACPI daemon show who asked.",
    ],
  },
  {
    id: "going-single",
    templates: ["Going single user"],
    meaning:
      "Somebody asked for single-user mode. Init stops the entries that lack `S` among their runlevels and starts those that have it.",
    causes: ["`telinit S`, `init 1` by way of its script, or `shutdown` without `-h` or `-r`."],
    about: "single-user",
  },
  {
    id: "rereading",
    templates: ["Re-reading inittab"],
    meaning: "`telinit q` was called: init reads the table again.",
    causes: ["A person or a package's script called `telinit q`. SIGHUP does the same but logs nothing."],
  },
  {
    id: "activating",
    templates: ["Activating demand-procedures for '{level}'"],
    meaning:
      "`telinit` was called with a, b or c: init starts the entries that have this letter among their runlevels.",
  },
  {
    id: "re-exec",
    templates: ["Trying to re-exec init"],
    meaning:
      "`telinit u` was called: init runs its program from disk again. Packages do this after an upgrade.",
  },
  {
    id: "re-exec-failed",
    templates: ["Attempt to re-exec failed"],
    meaning: "Init could not run its program from disk and keeps running as the old one.",
    causes: [
      "`/sbin/init` is missing, is not executable, or does not fit the libraries while a package is being upgraded.",
    ],
    find: ["`ls -l /sbin/init`, `ldd /sbin/init`."],
    remedy: ["Repair the package, then `telinit u` again. Do not reboot before `/sbin/init` runs."],
  },
  {
    id: "bad-runlevel",
    templates: ["bad runlevel: {level}"],
    meaning: "A request for something that is not a runlevel came through the control pipe. Init ignores it.",
    causes: ["A program writes requests of its own into `/run/initctl`; telinit itself refuses such a word."],
    find: ["`fuser -v /run/initctl` shows who else has the pipe open."],
  },
  {
    id: "bogus-request",
    templates: ["got bogus initrequest"],
    meaning: "What came through the control pipe has the wrong size or the wrong mark. Init ignores it.",
    causes: [
      "Somebody wrote into the pipe by hand, for example with `echo`.",
      "A telinit or shutdown of another init or of another release was used.",
    ],
    find: ["`ls -l /run/initctl /dev/initctl`, `telinit --version`, `which -a telinit shutdown`."],
    remedy: ["Use the telinit that belongs to this init."],
  },
  {
    id: "unimplemented-request",
    templates: ["got unimplemented initrequest."],
    meaning:
      "A well-formed request with a number that init does not know came through the control pipe. Init ignores it.",
    causes: ["A program was built for another init."],
  },
  {
    id: "request-error",
    templates: ["error reading initrequest"],
    meaning: "Init could not read from its control pipe; it closes the pipe and opens it again.",
    causes: ["A problem with the file system that holds the pipe."],
    find: ["`ls -l /run/initctl`; it must begin with `p`."],
    remedy: ["`kill -USR1 1` makes init open the pipe again."],
  },
  {
    id: "not-a-fifo",
    templates: ["{path} is not a fifo"],
    meaning:
      "There is something else where init's control pipe belongs, so telinit, shutdown and halt cannot reach init.",
    causes: ["A script or an archive put a file there, or `telinit` wrote into it while there was no pipe."],
    find: ["`ls -l /run/initctl /dev/initctl`; a pipe begins with `p`."],
    remedy: ["Remove the file, then `kill -USR1 1`: init creates the pipe again."],
  },
  {
    id: "sending-signal",
    templates: [
      "Sending processes configured via /etc/inittab the {signal} signal",
      "Sending processes the {signal} signal",
    ],
    meaning:
      "The runlevel was changed or the table was read again. Init ends the processes whose entry is gone or does not name the runlevel: it sends TERM first and, a few seconds later, KILL to those that are left.",
    causes: [
      "Init logs it at every change of runlevel that has processes to end. KILL means that a process did not end after TERM.",
    ],
    find: ["`telinit -t SECONDS` sets the pause; the default is 3 seconds, before 2.92 it was 5."],
    remedy: ["Where a process needs longer, give its entry a script that stops it, or use a longer `-t`."],
  },
  {
    id: "seems-to-hang",
    templates: ["Pid {pid} [id {id}] seems to hang"],
    meaning: "A process of this entry is still there after KILL. Init stops waiting for it.",
    causes: [
      "The process waits in the kernel: for a disk, a tape, or a network file system that does not answer.",
    ],
    find: ["`ps -o pid,stat,wchan,args -p PID`: the state `D` means that it waits in the kernel."],
    remedy: ["Bring back the device or the server. KILL takes effect as soon as the wait is over."],
  },
  {
    id: "respawning-too-fast",
    templates: [
      'Id "{id}" respawning too fast: disabled for {minutes} minutes',
      'Id "{id}" respawning too fast: disabled for five minutes',
    ],
    meaning:
      "The process of this entry ended eleven times within two minutes. Init does not start it for five minutes and then tries again.",
    causes: [
      "The program does not exist, or its path is mistyped: then `cannot execute` appears next to this message.",
      "A getty names a terminal that does not exist on this machine, or has an argument that it does not know.",
      "The program puts itself into the background, so the process that init started ends at once: a daemon needs its option for staying in the foreground.",
      "The program ends because its settings are wrong or another copy is running.",
    ],
    find: [
      "Run the process of the entry by hand and see what it prints and how it ends: `COMMAND; echo $?`.",
      "For a getty: `ls -l /dev/TERMINAL`, and `dmesg | grep tty` shows the terminals that the kernel has found.",
      "`grep -i getty /var/log/syslog /var/log/messages /var/log/daemon.log` shows what a getty complained about.",
    ],
    remedy: ["Correct or remove the entry, then run `telinit q`: that ends the pause at once."],
  },
  {
    id: "no-more-processes",
    templates: ["no more processes left in this runlevel"],
    meaning:
      "Nothing that init started is still running in this runlevel. Init has nothing to do until a request comes.",
    causes: [
      "The runlevel has no respawn entry: `initdefault` names a runlevel without a login.",
      "All its entries are disabled because they respawned too fast.",
      "In runlevels 0 and 6: rc has ended, but the machine has not been halted.",
      "A mistake in the file makes init drop the lines of the gettys.",
    ],
    find: [
      "`runlevel` shows the runlevel, `grep -n respawn /etc/inittab` the entries.",
      "`dmesg` or the console shows which lines were dropped at boot.",
    ],
    remedy: [
      "Boot with `single` or with another runlevel on the kernel's command line, such as `2`, and correct `initdefault` or the entries.",
    ],
    about: "default-level",
  },
  {
    id: "invalid-default",
    templates: ["Initdefault level '{level}' is invalid"],
    meaning: "The `initdefault` entry names no runlevel, so init asks for one on the console.",
    causes: [
      "The character of the field that counts is neither a digit from 0 to 9 nor S. If there are several characters, the one with the highest code counts.",
    ],
    remedy: ["Write one runlevel: `id:3:initdefault:`."],
    about: "initdefault",
  },
  {
    id: "enter-runlevel",
    templates: ["Enter runlevel:", "Enter runlevel", "Enter runlevel: {level}"],
    meaning: "Init asks on the console which runlevel to enter, and waits for an answer from 0 to 9 or S.",
    causes: ["No accepted entry has the action `initdefault`, or that entry names no runlevel."],
    find: ["Look further up for `Initdefault level` and for dropped lines."],
    remedy: ["Type a runlevel, then correct the `initdefault` entry."],
    about: "initdefault",
  },
  {
    id: "obsolete-powerstatus",
    templates: ["warning: found obsolete path {path}, use {other} instead"],
    meaning: "The UPS daemon has written the power status into the old file. Init reads it anyway.",
    remedy: ["Configure or upgrade the daemon so that it writes to `/var/run/powerstatus`."],
  },
  {
    id: "cannot-execute",
    templates: ['cannot execute "{program}"'],
    meaning: "The first word of the process cannot be executed, so the process ends at once with status 1.",
    causes: [
      "The program does not exist, or a path is mistyped.",
      "It is not executable, or its interpreter or libraries are missing.",
      "The line ends in a carriage return, which becomes part of the word.",
      "The path contains quotes or a variable: without a shell they are part of the name.",
    ],
    find: ["`ls -l PROGRAM`, `head -1 PROGRAM` for a script, `ldd PROGRAM`, `file PROGRAM`."],
    remedy: ["Correct the path in the entry, or install the program; then `telinit q`."],
  },
  {
    id: "cannot-fork",
    templates: ["cannot fork, retry..", "cannot fork: {reason}", "cannot fork"],
    meaning: "Init could not create a process. It tries again after five seconds.",
    causes: [
      "Memory or the number of processes is used up, often by a program that keeps starting copies of itself.",
    ],
    find: ["`ps aux | wc -l`, `free`, `cat /proc/sys/kernel/pid_max`; look for many processes of one name."],
    remedy: ["End the processes that use up the machine."],
  },
  {
    id: "out-of-memory",
    templates: ["out of memory"],
    meaning: "Init could not get memory. It waits five seconds and tries again.",
    causes: ["The machine has no memory left."],
    find: ["`free`, and `dmesg | grep -i oom`."],
  },
  {
    id: "cannot-open",
    templates: ["can't open {terminal}", "open({terminal}): {reason}"],
    meaning: "Init cannot open its console, or the terminal it was to use.",
    causes: [
      "`/dev` is empty or not mounted, or the kernel's `console=` names a device that does not exist.",
      "A container has no console.",
    ],
    find: ["`ls -l /dev/console /dev/null`; `cat /proc/cmdline`."],
    remedy: [
      "Mount devtmpfs on `/dev`, create the device (`mknod /dev/console c 5 1`), or correct `console=`.",
    ],
  },
  {
    id: "cannot-duplicate",
    templates: ["cannot duplicate console fd", "cannot duplicate /dev/null fd", "cannot duplicate {path} fd"],
    meaning: "The child process of init could not set up its standard input, output and error.",
    causes: ["The system has no free file handles, or the console has disappeared."],
  },
  {
    id: "no-root-folder",
    templates: ["unable to chdir to /: {reason}"],
    meaning: "Init could not go to `/` before it started a process.",
    causes: ["The root file system is damaged or gone."],
    find: ["`dmesg` shows disk errors."],
  },
  {
    id: "pipe",
    templates: ["pipe: {reason}"],
    meaning: "Init could not create the pipe through which it hands its state to a new copy of itself.",
    causes: ["There are no free file handles, or there is no free memory."],
  },
  {
    id: "panic",
    templates: [
      "PANIC: segmentation violation! sleeping for {seconds} seconds.",
      "PANIC: segmentation violation at {word} sleeping for {seconds} seconds.",
    ],
    meaning:
      "Init itself has caused a memory fault. It waits and carries on so that the kernel does not panic.",
    causes: [
      "Bad memory, a damaged program or library, or a bug in init; an empty file in `/etc/inittab.d` triggers one.",
    ],
    find: ["Compare the package's checksums; test the memory."],
    remedy: ["Save what is open and reboot cleanly."],
  },
  {
    id: "got-line",
    templates: ["Got line: {word}"],
    meaning:
      "A leftover of how init 3.14 reads `/etc/inittab.d`: each line of those files stays in a buffer, and a child process may write it to the console. It is harmless.",
    since: "3.14",
  },
  {
    id: "selinux",
    templates: ["Unable to load SELinux Policy. Machine is in enforcing mode. Halting now."],
    meaning: "SELinux is to be enforced, but its policy cannot be loaded, so init stops the machine.",
    causes: [
      "The package with the policy is missing or damaged, or `/etc/selinux/config` names a policy that is not installed.",
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
