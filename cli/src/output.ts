// Writing so that nothing is lost and nothing is forced: each piece is awaited, and a reader that went away (`| head`)
// ends the program quietly.

import { fstatSync, statSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";

/** Where a command writes. Each promise is kept when the text has left the process. */
export interface Output {
  readonly write: (pieces: Iterable<string>) => Promise<void>;
  /** Whether colours and the width of the terminal make sense here. */
  readonly terminal: boolean;
  /** In columns. */
  readonly width: number;
}

/** The reader of our output has closed it. */
export class OutputClosed extends Error {}

/** Pieces are joined up to this many UTF-16 units before they are written. */
const pieceSize = 1 << 16;

/** The width that is assumed where no terminal says otherwise, in columns. */
const usualWidth = 100;

type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Standard output or the standard error of the process. To load a stream takes a tenth of a short run, so what goes into a
 * file, into a pipe of a shell or nowhere is written without one.
 */
export function outputOf(name: "stdout" | "stderr", environment: Environment): Output {
  const descriptor = name === "stdout" ? 1 : 2;
  if (!takesAll(descriptor)) return outputTo(process[name], environment);
  let later: ReturnType<typeof writerTo> | undefined;
  const put = async (text: string) => {
    const left = later === undefined ? writeNow(descriptor, Buffer.from(text)) : text;
    if (left.length === 0) return;
    later ??= writerTo(process[name]);
    await later(left);
  };
  return { terminal: false, width: usualWidth, write: (pieces) => inPieces(pieces, put) };
}

/** An output to a stream of the process; NO_COLOR is respected as on https://no-color.org. */
export function outputTo(stream: OutputStream, environment: Environment): Output {
  const put = writerTo(stream);
  return {
    terminal: stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb",
    width: Math.max(40, stream.columns ?? usualWidth),
    write: (pieces) => inPieces(pieces, put),
  };
}

/** Whether what is written to a descriptor is taken at once: by a file, a pipe or the null device. */
function takesAll(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.rdev === statSync("/dev/null").rdev;
  } catch {
    return false;
  }
}

/** Writes bytes and returns those that did not fit, as in a pipe that another process has made non-blocking. */
function writeNow(descriptor: number, bytes: Buffer): Buffer {
  try {
    return bytes.subarray(writeSync(descriptor, bytes));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EAGAIN") return bytes;
    throw isClosed(error) ? new OutputClosed() : error;
  }
}

function writerTo(stream: OutputStream): (bytes: string | Buffer) => Promise<void> {
  // Without a listener, the error event would end the process before the promise below can tell.
  stream.on("error", () => {});
  return (bytes) =>
    new Promise<void>((resolve, reject) => {
      stream.write(bytes, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(isClosed(error) ? new OutputClosed() : error);
      });
    });
}

async function inPieces(pieces: Iterable<string>, put: (text: string) => Promise<void>): Promise<void> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < pieceSize) continue;
    await put(waiting);
    waiting = "";
  }
  if (waiting !== "") await put(waiting);
}

function isClosed(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
