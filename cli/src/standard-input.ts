// Standard input as the program was given it. Node hides two mistakes of the caller: it takes a folder for a stream that
// is empty, and opens /dev/null in the place of a descriptor that is closed.

import { fstatSync, readFileSync, statSync } from "node:fs";

/** Why nothing can be read from standard input, with the code that the system has for it. */
class StandardInputError extends Error {
  readonly code: "EISDIR" | "EBADF";

  constructor(code: StandardInputError["code"]) {
    super(code);
    this.code = code;
  }
}

/** What keeps this process from reading its standard input; undefined where nothing does. */
export function standardInputError(): StandardInputError | undefined {
  if (fstatSync(0).isDirectory()) return new StandardInputError("EISDIR");
  return isClosed() ? new StandardInputError("EBADF") : undefined;
}

/** The standard input of this process, looked at when the first piece is asked for: a `StandardInputError` may be thrown. */
export const processInput: AsyncIterable<Buffer | string> = {
  async *[Symbol.asyncIterator]() {
    const error = standardInputError();
    if (error !== undefined) throw error;
    yield* process.stdin;
  },
};

/** Node opens /dev/null for reading and writing, a shell for reading only. Only Linux shows how a file is open. */
function isClosed(): boolean {
  try {
    if (fstatSync(0).rdev !== statSync("/dev/null").rdev) return false;
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync("/proc/self/fdinfo/0", "latin1"))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & accessMode) === readAndWrite;
  } catch {
    return false;
  }
}

/** The access mode among the flags of open(2), and that of a file that is open for reading and writing. */
const accessMode = 3;
const readAndWrite = 2;
