// The one table of library functions that init scripts call. Spec 7.

/** The libraries that there are. */
export const helperLibraryNames = ["redhat", "lsb"] as const;

/** Where a function comes from. */
export type HelperLibrary = (typeof helperLibraryNames)[number];

/** The file that a script reads to have the functions of a library. */
export const helperLibraries: Readonly<Record<HelperLibrary, string>> = {
  redhat: "/etc/init.d/functions",
  lsb: "/lib/lsb/init-functions",
};

/** A function of a library. */
export interface HelperFact {
  readonly name: string;
  readonly library: HelperLibrary;
  readonly usage: string;
  readonly meaning: string;
  /** What it returns, and what surprises. */
  readonly returns: string;
  readonly source: string;
}

const el6 = "observed: initscripts 9.03.61";
const deb12 = "observed: sysvinit-utils 3.06";

/** Every function that completion and hover know, by library. */
export const helperFunctions: readonly HelperFact[] = [
  {
    name: "daemon",
    library: "redhat",
    usage: "daemon [--check NAME] [--user USER] [--pidfile FILE] [--force] [+/-NICE] PROGRAM ARGUMENTS",
    meaning:
      "Starts a program unless its pid file (/var/run/NAME.pid) names a living process, and prints a status mark.",
    returns: "0, also if it is already running (then nothing is printed); 1 if the program fails.",
    source: el6,
  },
  {
    name: "killproc",
    library: "redhat",
    usage: "killproc [-p PIDFILE] [-b BINARY] [-d DELAY] PROGRAM [-SIGNAL]",
    meaning:
      "Without a signal: sends TERM and 3 seconds later KILL, and removes the pid file. With a signal: sends it.",
    returns:
      "0, also if there is nothing to kill, although the mark says FAILED; 7 with a signal if LSB is set.",
    source: el6,
  },
  {
    name: "pidofproc",
    library: "redhat",
    usage: "pidofproc [-p PIDFILE] PROGRAM",
    meaning: "Prints the process IDs of a program.",
    returns: "0: running; 1: dead, with a pid file; 3: not running.",
    source: el6,
  },
  {
    name: "pidfileofproc",
    library: "redhat",
    usage: "pidfileofproc PROGRAM",
    meaning: "Prints those process IDs in a program's pid file whose processes are alive.",
    returns: "Always 0.",
    source: el6,
  },
  {
    name: "status",
    library: "redhat",
    usage: "status [-p PIDFILE] [-l LOCK] [-b BINARY] PROGRAM",
    meaning:
      "Reports whether a program is running. The options must be in this order; the lock file is named after the program unless -l says otherwise.",
    returns: "0: running; 1: dead, with a pid file; 2: dead, with a lock file; 3: stopped; 4: unknown.",
    source: el6,
  },
  {
    name: "checkpid",
    library: "redhat",
    usage: "checkpid PID...",
    meaning: "Reports whether at least one of the processes is alive.",
    returns: "0: yes; 1: no.",
    source: el6,
  },
  {
    name: "action",
    library: "redhat",
    usage: "action TEXT COMMAND...",
    meaning: "Prints the text, runs the command and prints a status mark.",
    returns: "The exit status of the command.",
    source: el6,
  },
  ...(["success", "failure", "passed", "warning"] as const).map(
    (name): HelperFact => ({
      name,
      library: "redhat",
      usage: name,
      meaning: `Prints only the status mark for ${name}, without a newline.`,
      returns: name === "success" ? "0." : "The exit status of the previous command.",
      source: el6,
    }),
  ),
  {
    name: "confirm",
    library: "redhat",
    usage: "confirm NAME",
    meaning: "Asks on the console whether a service is to be started.",
    returns: "0: yes; 1: no; 2: yes, and do not ask again.",
    source: el6,
  },
  {
    name: "start_daemon",
    library: "lsb",
    usage: "start_daemon [-f] [-n NICE] [-p PIDFILE] PROGRAM ARGUMENTS",
    meaning: "Starts a program unless it is running.",
    returns: "0, also if it is already running.",
    source: deb12,
  },
  {
    name: "killproc",
    library: "lsb",
    usage: "killproc [-p PIDFILE] PROGRAM [SIGNAL]",
    meaning:
      "Without signal: stops the program, within 5 seconds. With a signal: sends it. The pid file stays.",
    returns: "0; 3 with a signal if the program is not running.",
    source: deb12,
  },
  {
    name: "pidofproc",
    library: "lsb",
    usage: "pidofproc [-p PIDFILE] PROGRAM",
    meaning: "Prints the process ID of a program.",
    returns: "0: running; 1: dead, with a pid file; 3: not running; 4: unknown.",
    source: deb12,
  },
  {
    name: "status_of_proc",
    library: "lsb",
    usage: "status_of_proc [-p PIDFILE] PROGRAM NAME",
    meaning: "Reports whether a program is running. It ignores lock files.",
    returns: "0: running; 1: dead, with a pid file; 3: not running; 4: unknown.",
    source: deb12,
  },
  {
    name: "log_daemon_msg",
    library: "lsb",
    usage: "log_daemon_msg TEXT [NAME]",
    meaning: "Begins a line `TEXT: NAME`, which log_end_msg ends.",
    returns: "0; 1 if no text is given.",
    source: deb12,
  },
  {
    name: "log_progress_msg",
    library: "lsb",
    usage: "log_progress_msg TEXT",
    meaning: "Continues the line.",
    returns: "0; 1 if no text is given.",
    source: deb12,
  },
  {
    name: "log_end_msg",
    library: "lsb",
    usage: "log_end_msg STATUS",
    meaning: "Ends the line with `.` or ` failed!`.",
    returns: "Its own argument, so with `set -e` a failure ends the script here.",
    source: deb12,
  },
  {
    name: "log_success_msg",
    library: "lsb",
    usage: "log_success_msg TEXT",
    meaning: "Prints a line that ends with a period.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_failure_msg",
    library: "lsb",
    usage: "log_failure_msg TEXT",
    meaning: "Prints a line that ends with `... failed!`.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_warning_msg",
    library: "lsb",
    usage: "log_warning_msg TEXT",
    meaning: "Prints a line that ends with `... (warning).`.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_action_msg",
    library: "lsb",
    usage: "log_action_msg TEXT",
    meaning: "Prints a separate line for something that is not a daemon.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_action_begin_msg",
    library: "lsb",
    usage: "log_action_begin_msg TEXT",
    meaning: "Begins a line `TEXT...`, which log_action_end_msg ends.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_action_end_msg",
    library: "lsb",
    usage: "log_action_end_msg STATUS [TEXT]",
    meaning: "Ends the line with `done.` or `failed.`.",
    returns: "0.",
    source: deb12,
  },
];

/** The functions of this name; some names are in both libraries. */
export function findHelpers(name: string): readonly HelperFact[] {
  return helperFunctions.filter((fact) => fact.name === name);
}
