// What the interpreter asks of the world, and what it is given.

/** Why something is not done to a file; named as in errno(3). */
export type FileError =
  | "EACCES"
  | "EBADF"
  | "EEXIST"
  | "EFBIG"
  | "EINVAL"
  | "EISDIR"
  | "ELOOP"
  | "ENOENT"
  | "ENOTDIR"
  | "ENOTEMPTY"
  | "EPERM"
  | "EPIPE"
  | "EROFS";

/** An open file. Whoever has it shares its position. */
export interface ShellStream {
  /** At most so many characters; empty at the end. */
  readonly read: (count: number) => string;
  readonly write: (text: string) => FileError | undefined;
  readonly terminal: boolean;
}

/** What is known of a file. */
export interface FileStatus {
  readonly kind: "file" | "folder" | "link" | "fifo" | "device" | "socket";
  /** The permission bits. */
  readonly mode: number;
  readonly size: number;
  /** When it was written last, in seconds. */
  readonly modified: number;
  /** The same for two names of one file. */
  readonly identity: number;
}

/** How a file is opened. */
export type OpenMode = "read" | "write" | "append" | "read-write" | "new";

/** An open file, or why it is not opened. */
export type Opened =
  | { readonly kind: "open"; readonly stream: ShellStream }
  | { readonly kind: "error"; readonly error: FileError }
  /** Whoever opens it waits for ever: a fifo that nothing else opens. */
  | { readonly kind: "hangs" };

/** The files as the interpreter sees them; all paths are absolute, and may have `.` and `..` in them. */
export interface ShellFiles {
  readonly open: (path: string, mode: OpenMode, permissions: number) => Opened;
  /** Of the file behind all links; undefined: there is none. */
  readonly status: (path: string) => FileStatus | undefined;
  /** The same without following a link in the last place. */
  readonly linkStatus: (path: string) => FileStatus | undefined;
  /** The names in a folder, without `.` and `..`; undefined where it is none. */
  readonly names: (path: string) => readonly string[] | undefined;
  /** The path of a folder without links in it; undefined where it is none. */
  readonly realPath: (path: string) => string | undefined;
  /** Whether it may be read (4), written (2), executed (1). */
  readonly allows: (path: string, bits: number) => boolean;
}

/** Streams by file descriptor. */
export type Descriptors = ReadonlyMap<number, ShellStream>;

/** What a process may use of a resource, in the unit of `ulimit`; infinity: as much as it likes. */
export interface ProcessLimit {
  readonly soft: number;
  readonly hard: number;
}

/** Limits by the letter that `ulimit` has for them. */
export type ProcessLimits = ReadonlyMap<string, ProcessLimit>;

/** A program to be run. */
export interface ProgramCall {
  /** Where the file is. */
  readonly path: string;
  /** The same as it was called, which a script has for its `$0`; it may be relative. */
  readonly calledAs: string;
  readonly argv: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly descriptors: Descriptors;
  readonly folder: string;
  readonly umask: number;
  /** Default: what Linux gives its first process. */
  readonly limits?: ProcessLimits;
  /** Signals that are ignored. */
  readonly ignored: ReadonlySet<string>;
  /** Runs a file that does not say what runs it: a shell does that itself, others refuse it. */
  readonly unmarked?: (call: ProgramCall) => ProcessStart;
}

/** How a process ends. */
export type ProcessEnd =
  | { readonly kind: "exit"; readonly status: number }
  /** It does something that is not followed here: a notation, a builtin, an option. */
  | { readonly kind: "not-followed"; readonly what: string }
  /** All that a run may do has been done. */
  | { readonly kind: "gave-up" };

/** A process at work: it yields what it wants done, and is given the answer. */
export type Working<Result> = Generator<ShellRequest, Result, ShellAnswer>;

/** A whole process. */
export type ProcessRun = Working<ProcessEnd>;

/** A process as it is begun: it is told its number, and where signals arrive that it catches. */
export type ProcessStart = (identity: ProcessIdentity) => ProcessRun;

/** What a process is told of itself. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly parent: number;
  /** Signals that have arrived and are caught, the oldest first; whoever handles one takes it out. */
  readonly arrived: string[];
}

/** What a process asks for. */
export type ShellRequest =
  /** A program as a child, which is waited for. Answered by `ended` or `failed`. */
  | { readonly kind: "run"; readonly call: ProgramCall }
  /** The process becomes this program. Answered only by `failed`. */
  | { readonly kind: "become"; readonly call: ProgramCall }
  /** A copy of the process. In the background the answer is `started`, else `ended`. */
  | {
      readonly kind: "fork";
      readonly start: ProcessStart;
      readonly background: boolean;
      /** Signals that are ignored in the copy. */
      readonly ignored: ReadonlySet<string>;
    }
  /** Until a child has ended, or all have. Answered by `ended`, `interrupted` or `failed`. */
  | { readonly kind: "wait"; readonly pid: number | undefined }
  /** Answered by `ended` with 0, or by `failed` where there is no such process. */
  | { readonly kind: "signal"; readonly pid: number; readonly signal: string }
  /** What a signal does to this process from now on. */
  | { readonly kind: "trap"; readonly signal: string; readonly action: "default" | "ignore" | "catch" }
  /** Answered by `ended` when so many seconds have passed, or by `interrupted`. */
  | { readonly kind: "sleep"; readonly seconds: number }
  /** Never answered. */
  | { readonly kind: "hang"; readonly what: string }
  /** A script is being sourced. */
  | {
      readonly kind: "sourced";
      readonly path: string;
      readonly args: readonly string[];
      readonly environment: ReadonlyMap<string, string>;
      readonly folder: string;
    };

/** A child that a signal has killed. */
export interface KilledChild {
  readonly signal: string;
  readonly pid: number;
}

/** The answer to a request. */
export type ShellAnswer =
  /** `killed`: a child that was waited for has ended by this signal. */
  | { readonly kind: "ended"; readonly status: number; readonly killed?: KilledChild }
  | { readonly kind: "started"; readonly pid: number }
  /** `missing`: also the interpreter of a script. `format`: it is neither a program nor a script. */
  | { readonly kind: "failed"; readonly reason: "missing" | "denied" | "format" | "loop" }
  | { readonly kind: "interrupted" };

/** How much may still be done, shared by all processes of a system. A step is a command, a word, or a thousand characters. */
export interface WorkBudget {
  left: number;
}
