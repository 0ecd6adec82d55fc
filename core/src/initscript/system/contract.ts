// What a virtual system is made of: files, and programs that are written in TypeScript.

import type {
  FileError,
  ProcessEnd,
  ProcessIdentity,
  ProgramCall,
  ShellFiles,
  ShellStream,
  WorkBudget,
  Working,
} from "../../shell/interpreter/contract.ts";
import type { NativeFunction } from "../../shell/interpreter/state.ts";

/** A file of any kind. Two names may lead to the same one. */
export type FileNode = FolderNode | RegularNode | LinkNode | SpecialNode;

interface NodeBase {
  /** The permission bits. */
  mode: number;
  /** When it was written last, in seconds. */
  modified: number;
  readonly identity: number;
}

/** A folder. */
export interface FolderNode extends NodeBase {
  readonly kind: "folder";
  readonly entries: Map<string, FileNode>;
}

/** A regular file: a text, and perhaps more than that. */
export interface RegularNode extends NodeBase {
  readonly kind: "file";
  content: string;
  /** What runs where the file is executed. */
  readonly program: Program | undefined;
  /** What happens where a shell sources the file, instead of reading it. */
  readonly library: NativeFunction | undefined;
}

/** A symbolic link. */
export interface LinkNode extends NodeBase {
  readonly kind: "link";
  readonly target: string;
}

/** A fifo, a socket, or a device; only a device can be opened. */
export interface SpecialNode extends NodeBase {
  readonly kind: "fifo" | "socket" | "device";
  readonly stream: ShellStream | undefined;
}

/** A place in the tree of folders. */
export interface Place {
  readonly folder: FolderNode;
  readonly name: string;
  /** What stands there; undefined: nothing. */
  readonly node: FileNode | undefined;
  /** The path without links. */
  readonly path: string;
}

/** The files of a system. What cannot be done is answered by an error, and undefined is success. */
export interface VirtualFiles extends ShellFiles {
  /** What stands at a path. */
  readonly node: (path: string, links?: "follow" | "keep") => FileNode | undefined;
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Makes or changes a file, and the folders above it where they are missing. */
  readonly write: (path: string, content: string, mode?: number) => void;
  /** Puts a program where it can be executed. */
  readonly install: (path: string, program: Program) => void;
  /** Puts a library where it can be sourced. */
  readonly installLibrary: (path: string, library: NativeFunction) => void;
  /** Makes a folder and those above it. */
  readonly folder: (path: string, mode?: number) => void;
  readonly makeFolder: (path: string, mode: number) => FileError | undefined;
  readonly makeLink: (path: string, target: string) => FileError | undefined;
  /** A second name for a file. */
  readonly makeHardLink: (path: string, target: string) => FileError | undefined;
  readonly makeSpecial: (
    path: string,
    kind: SpecialNode["kind"],
    stream?: SpecialNode["stream"],
  ) => FileError | undefined;
  readonly readLink: (path: string) => string | undefined;
  /** Takes a file away, or a folder that is empty. */
  readonly remove: (path: string) => FileError | undefined;
  readonly rename: (from: string, to: string) => FileError | undefined;
  readonly changeMode: (path: string, mode: number) => FileError | undefined;
  readonly setTime: (path: string, time: number) => FileError | undefined;
}

/** A program at work; the answer is its exit status, or how it ends otherwise. What takes time or is about processes it yields. */
export type Program = (run: ProgramRun) => Working<number | ProcessEnd>;

/** What a program is given. */
export interface ProgramRun extends ProgramCall {
  /** Its arguments, without its name. */
  readonly args: readonly string[];
  readonly identity: ProcessIdentity;
  readonly system: SystemForPrograms;
  /** Writes to standard output and to standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All that standard input has. */
  readonly input: () => string;
  /** A path as the files know it. */
  readonly absolute: (path: string) => string;
}

/** What of the system a program may see and change. */
export interface SystemForPrograms {
  readonly files: VirtualFiles;
  readonly budget: WorkBudget;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly processes: () => readonly ProcessInfo[];
}

/** A process that has not ended. */
export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  /** What it was started with. */
  readonly argv: readonly string[];
  /** The file that is being executed; for a script its interpreter. */
  readonly file: string;
}
