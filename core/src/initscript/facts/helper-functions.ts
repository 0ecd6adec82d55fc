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
      "Starts a program unless its pid file (/var/run/NAME.pid) names a living process, and prints a mark.",
    returns: "0, also when it runs already (then nothing is printed); 1 when the program fails.",
    source: el6,
  },
  {
    name: "killproc",
    library: "redhat",
    usage: "killproc [-p PIDFILE] [-b BINARY] [-d DELAY] PROGRAM [-SIGNAL]",
    meaning:
      "Without signal: TERM, after 3 seconds KILL, and the pid file is removed. With a signal: sends it.",
    returns:
      "0 also when there is nothing to kill, although the mark says FAILED; 7 with a signal when LSB is set.",
    source: el6,
  },
  {
    name: "pidofproc",
    library: "redhat",
    usage: "pidofproc [-p PIDFILE] PROGRAM",
    meaning: "Prints the process numbers of a program.",
    returns: "0; 1 dead with a pid file; 3 not running.",
    source: el6,
  },
  {
    name: "pidfileofproc",
    library: "redhat",
    usage: "pidfileofproc PROGRAM",
    meaning: "Prints the living process numbers of a program's pid file.",
    returns: "0 in any case.",
    source: el6,
  },
  {
    name: "status",
    library: "redhat",
    usage: "status [-p PIDFILE] [-l LOCK] [-b BINARY] PROGRAM",
    meaning:
      "Says whether a program runs. The options count in this order only; the lock is named after the program unless -l says otherwise.",
    returns: "0 running; 1 dead with a pid file; 2 dead and locked; 3 stopped; 4 unknown.",
    source: el6,
  },
  {
    name: "checkpid",
    library: "redhat",
    usage: "checkpid PID...",
    meaning: "Tells whether one of the processes lives.",
    returns: "0 yes; 1 no.",
    source: el6,
  },
  {
    name: "action",
    library: "redhat",
    usage: "action TEXT COMMAND...",
    meaning: "Prints the text, runs the command and prints a mark.",
    returns: "The command's status.",
    source: el6,
  },
  ...(["success", "failure", "passed", "warning"] as const).map(
    (name): HelperFact => ({
      name,
      library: "redhat",
      usage: name,
      meaning: `Prints the mark of ${name} alone, without a newline.`,
      returns: name === "success" ? "0." : "The status of the command before.",
      source: el6,
    }),
  ),
  {
    name: "confirm",
    library: "redhat",
    usage: "confirm NAME",
    meaning: "Asks on the console whether a service is to be started.",
    returns: "0 yes; 1 no; 2 yes, and no more questions.",
    source: el6,
  },
  {
    name: "start_daemon",
    library: "lsb",
    usage: "start_daemon [-f] [-n NICE] [-p PIDFILE] PROGRAM ARGUMENTS",
    meaning: "Starts a program unless it runs.",
    returns: "0, also when it runs already.",
    source: deb12,
  },
  {
    name: "killproc",
    library: "lsb",
    usage: "killproc [-p PIDFILE] PROGRAM [SIGNAL]",
    meaning:
      "Without signal: stops the program, within 5 seconds. With a signal: sends it. The pid file stays.",
    returns: "0; 3 with a signal when the program does not run.",
    source: deb12,
  },
  {
    name: "pidofproc",
    library: "lsb",
    usage: "pidofproc [-p PIDFILE] PROGRAM",
    meaning: "Prints the process number of a program.",
    returns: "0; 1 dead with a pid file; 3 not running; 4 unknown.",
    source: deb12,
  },
  {
    name: "status_of_proc",
    library: "lsb",
    usage: "status_of_proc [-p PIDFILE] PROGRAM NAME",
    meaning: "Says whether a program runs. It knows nothing of lock files.",
    returns: "0 running; 1 dead with a pid file; 3 not running; 4 unknown.",
    source: deb12,
  },
  {
    name: "log_daemon_msg",
    library: "lsb",
    usage: "log_daemon_msg TEXT [NAME]",
    meaning: "Begins a line `TEXT: NAME`, which log_end_msg ends.",
    returns: "0; 1 without text.",
    source: deb12,
  },
  {
    name: "log_progress_msg",
    library: "lsb",
    usage: "log_progress_msg TEXT",
    meaning: "Goes on with the line.",
    returns: "0; 1 without text.",
    source: deb12,
  },
  {
    name: "log_end_msg",
    library: "lsb",
    usage: "log_end_msg STATUS",
    meaning: "Ends the line with `.` or ` failed!`.",
    returns: "Its argument, so under `set -e` a failure ends the script here.",
    source: deb12,
  },
  {
    name: "log_success_msg",
    library: "lsb",
    usage: "log_success_msg TEXT",
    meaning: "Prints a line that ends in a full stop.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_failure_msg",
    library: "lsb",
    usage: "log_failure_msg TEXT",
    meaning: "Prints a line that ends in `... failed!`.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_warning_msg",
    library: "lsb",
    usage: "log_warning_msg TEXT",
    meaning: "Prints a line that ends in `... (warning).`.",
    returns: "0.",
    source: deb12,
  },
  {
    name: "log_action_msg",
    library: "lsb",
    usage: "log_action_msg TEXT",
    meaning: "Prints a line of its own for something that is no daemon.",
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
