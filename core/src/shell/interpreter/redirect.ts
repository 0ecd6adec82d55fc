// Redirections: what they do to the open files of a shell.

import type { Redirection, Word } from "../tree.ts";
import type { FileError, OpenMode, Working } from "./contract.ts";
import { expandQuoted, expandText } from "./expand/expand.ts";
import { complain, notFollowed, pathFrom, type ShellState, spend } from "./state.ts";
import { textStream } from "./streams.ts";

/** Runs something with its files redirected; undefined where one of them cannot be opened, which has been said. */
export function* withRedirections<Result>(
  shell: ShellState,
  redirections: readonly Redirection[],
  work: () => Working<Result>,
): Working<Result | undefined> {
  if (redirections.length === 0) return yield* work();
  const before = shell.descriptors;
  shell.descriptors = new Map(before);
  try {
    return (yield* redirect(shell, redirections)) ? yield* work() : undefined;
  } finally {
    shell.descriptors = before;
  }
}

/** Redirects the files of the shell itself; false where one cannot be opened, which has been said. */
export function* redirect(shell: ShellState, redirections: readonly Redirection[]): Working<boolean> {
  for (const redirection of redirections) {
    spend(shell);
    if (!(yield* redirectOne(shell, redirection))) return false;
  }
  return true;
}

const modes: Readonly<Record<string, OpenMode>> = {
  "<": "read",
  ">": "write",
  ">|": "write",
  ">>": "append",
  "<>": "read-write",
  "&>": "write",
  "&>>": "append",
};

function* redirectOne(shell: ShellState, redirection: Redirection): Working<boolean> {
  const { operator, target, document } = redirection;
  const input = operator.startsWith("<");
  const number = redirection.number === "" ? (input ? 0 : 1) : Number(redirection.number);
  if (operator === "<<" || operator === "<<-") {
    if (document?.parts === undefined) return notFollowed("<<");
    shell.descriptors.set(number, textStream(yield* expandQuoted(shell, document.parts)));
    return true;
  }
  if (operator === "<<<") {
    shell.descriptors.set(number, textStream(`${yield* expandText(shell, target.parts)}\n`));
    return true;
  }
  if (operator === "<&" || operator === ">&") return yield* duplicate(shell, number, target, operator);
  const path = yield* expandText(shell, target.parts);
  const mode = modes[operator];
  if (mode === undefined) return notFollowed(operator);
  const clobbers = operator !== ">" || !shell.options.has("noclobber");
  const opened = open(shell, path, clobbers ? mode : "new");
  if (opened === undefined) return false;
  if (opened === "hangs") {
    yield { kind: "hang", what: path };
    return false;
  }
  shell.descriptors.set(number, opened);
  if (operator.startsWith("&")) shell.descriptors.set(2, opened);
  return true;
}

function open(shell: ShellState, path: string, mode: OpenMode) {
  const { files, behaviour, umask } = shell;
  const isDevice = /^\/dev\/(?:fd\/(\d+)|std(in|out|err))$/.exec(path);
  const own = isDevice === null ? undefined : shell.descriptors.get(descriptorNamed(isDevice));
  if (own !== undefined) return own;
  if (path === "") {
    const words = mode === "read" ? behaviour.cannotOpen : behaviour.cannotCreate;
    complain(shell, words(path, reasonFor("ENOENT", mode)));
    return undefined;
  }
  const opened = files.open(pathFrom(shell, path), mode, 0o666 & ~umask);
  if (opened.kind === "open") return opened.stream;
  if (opened.kind === "hangs") return "hangs";
  const words = mode === "read" ? behaviour.cannotOpen : behaviour.cannotCreate;
  complain(shell, words(path, reasonFor(opened.error, mode)));
  return undefined;
}

function descriptorNamed([, number, name]: RegExpExecArray): number {
  if (number !== undefined) return Number(number);
  return name === "in" ? 0 : name === "out" ? 1 : 2;
}

/** What dash and ash say of a file that is not there. Observed: dash 0.5.12, BusyBox 1.35.0. */
function reasonFor(error: FileError, mode: OpenMode): string {
  if (error === "ENOENT") return mode === "read" ? "No such file" : "Directory nonexistent";
  return errorText(error);
}

const errorTexts: Readonly<Record<FileError, string>> = {
  EACCES: "Permission denied",
  EBADF: "Bad file descriptor",
  EEXIST: "File exists",
  EFBIG: "File too large",
  EINVAL: "Invalid argument",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  ENOTEMPTY: "Directory not empty",
  EPERM: "Operation not permitted",
  EPIPE: "Broken pipe",
  EROFS: "Read-only file system",
};

/** What a program says of an error; strerror(3). */
export function errorText(error: FileError): string {
  return errorTexts[error];
}

function* duplicate(shell: ShellState, number: number, target: Word, operator: string): Working<boolean> {
  const text = yield* expandText(shell, target.parts);
  if (text === "-") {
    shell.descriptors.delete(number);
    return true;
  }
  if (!/^\d+$/.test(text)) {
    // `>& file` sends errors there too, in shells that know it.
    if (operator !== ">&" || shell.behaviour.facts.redirectionNumber.source === /^\d$/.source) {
      complain(shell, "Bad fd number");
      return false;
    }
    return notFollowed(">&");
  }
  const stream = shell.descriptors.get(Number(text));
  if (stream === undefined) {
    complain(shell, `${text}: Bad file descriptor`);
    return false;
  }
  shell.descriptors.set(number, stream);
  return true;
}
