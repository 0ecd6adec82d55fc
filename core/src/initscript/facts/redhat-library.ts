// What the generations of Red Hat's library, /etc/rc.d/init.d/functions, do differently; rc-flavors.ts says which system
// has which. Source: the functions files of the initscripts named, spec 4.2 and 7.1. Recorded, in functions.json: calls of
// all functions of 9.03, and of `status` of 8.45, 7.93 and 7.3.

/** What a generation of the library does differently from its sisters. */
export interface RedHatLibrary {
  readonly pidFile: PidFileFacts;
  readonly status: StatusFacts;
  readonly daemon: DaemonFacts;
  readonly killproc: KillprocFacts;
  readonly pidofproc: PidofprocFacts;
  /** `checkpid` is content with one process that lives, or wants all of them to. */
  readonly checkpid: "one" | "all";
}

/** How the functions read a pid file. */
export interface PidFileFacts {
  /** Which lines count. */
  readonly lines: "up-to-an-empty-one" | "first";
  /** What `status` answers about a file that may not be read. */
  readonly unreadable: 4 | 1;
}

/** How `status` finds out what it says. */
export interface StatusFacts {
  /** The letters of its options, in the only order in which it takes them. */
  readonly options: string;
  /** Whether the pid file comes before the processes of the program's name. */
  readonly looksFirst: "pid-file" | "name";
  /** It takes the program for the path that it is, folders and all, also in the names of the lock and the pid file. */
  readonly keepsFolders: boolean;
}

/** How `daemon` reads its words. */
export interface DaemonFacts {
  /** The options that take a value. */
  readonly options: readonly string[];
  /** What follows `Usage: daemon`. */
  readonly usage: string;
}

/** How `killproc` reads its words, and how it ends when there is nothing to kill. */
export interface KillprocFacts {
  /** The letters of its options, in the only order in which it takes them. */
  readonly options: string;
  /** What follows `Usage: killproc`. */
  readonly usage: string;
  readonly nothingToKill: 0 | 1;
  /** The same with a signal while the variable LSB is set; undefined where that makes no difference. */
  readonly nothingToSignal: 7 | undefined;
}

/** How `pidofproc` reads its words and ends. */
export interface PidofprocFacts {
  /** It takes `-p` with a pid file. */
  readonly takesPidFile: boolean;
  /** Its status when it finds nothing: what the pid file says, as `status` would answer, or always 1. */
  readonly nothingFound: "state" | 1;
}

/** initscripts 9.03. */
export const el6Library: RedHatLibrary = {
  pidFile: { lines: "up-to-an-empty-one", unreadable: 4 },
  status: { options: "plb", looksFirst: "pid-file", keepsFolders: false },
  daemon: {
    options: ["--check", "--user", "--pidfile"],
    usage: "[+/-nicelevel] {program} [arg1]...",
  },
  killproc: {
    options: "pbd",
    usage: "[-p pidfile] [ -d delay] {program} [-signal]",
    nothingToKill: 0,
    nothingToSignal: 7,
  },
  pidofproc: { takesPidFile: true, nothingFound: "state" },
  checkpid: "one",
};

/** initscripts 8.45. */
export const el5Library: RedHatLibrary = {
  ...el6Library,
  pidFile: { lines: "first", unreadable: 1 },
  status: { ...el6Library.status, options: "pl" },
  daemon: { ...el6Library.daemon, usage: "[+/-nicelevel] {program}" },
  killproc: { ...el6Library.killproc, options: "pd" },
};

/** initscripts 7.93. */
export const el4Library: RedHatLibrary = {
  ...el5Library,
  status: { options: "", looksFirst: "name", keepsFolders: false },
  daemon: { ...el5Library.daemon, options: ["--check", "--user"] },
  killproc: {
    options: "d",
    usage: "[ -d delay] {program} [signal]",
    nothingToKill: 1,
    nothingToSignal: undefined,
  },
  pidofproc: { takesPidFile: false, nothingFound: 1 },
};

/** initscripts 7.3. */
export const rh73Library: RedHatLibrary = {
  ...el4Library,
  killproc: { ...el4Library.killproc, options: "", usage: "{program} [signal]" },
  checkpid: "all",
};

/** initscripts 3.18. No call of it is recorded: where nothing else is known of it, it does what its successors do. */
export const rh5Library: RedHatLibrary = {
  ...el4Library,
  status: { ...el4Library.status, keepsFolders: true },
  killproc: { ...el4Library.killproc, options: "", usage: el6Library.killproc.usage },
};
