// Bytes of a file or of standard input as text, with everything that can be wrong with them told in words.

import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { Encoding } from "@inittab/core";

/** A text that was read. */
export interface Input {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** Something that the user should know about the bytes. */
  readonly note?: string;
}

/** A path that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly why: string;
}

/** The most bytes that are read: far more than any init would, and less than a string can hold. */
const sizeLimit = 256 * 1024 * 1024;

/** The name that stands for standard input, and how it is shown. */
export const standardInput = { argument: "-", shown: "<stdin>" } as const;

/** Reads a file, or standard input for `-`. Never throws for anything that a path can be. */
export async function readInput(
  path: string,
  stdin: AsyncIterable<Buffer | string>,
): Promise<Input | Unreadable> {
  const shown = path === standardInput.argument ? standardInput.shown : path || "''";
  try {
    const bytes = path === standardInput.argument ? await readAll(stdin) : await readFile(path);
    return typeof bytes === "string" ? { path: shown, why: bytes } : decode(shown, bytes);
  } catch (error) {
    return { path: shown, why: whyUnreadable(error) };
  }
}

/** The words for an error of the operating system. */
export function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  switch ("code" in error ? error.code : undefined) {
    case "ENOENT":
    case "ENOTDIR":
      return "no such file or directory";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "is a directory";
    case "ELOOP":
      return "too many symbolic links";
    case "ENAMETOOLONG":
      return "the name is too long";
    case "ERR_INVALID_ARG_VALUE":
      return "not a possible file name";
    default:
      return error.message;
  }
}

/** What a shell hands over for `<(command)`: a pipe that surely has a writer. */
const openedByShell = /^\/(dev\/(stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

async function readFile(path: string): Promise<Buffer | string> {
  // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
  const nonBlocking = openedByShell.test(path) ? 0 : constants.O_NONBLOCK;
  const file = await open(path, constants.O_RDONLY | nonBlocking);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) return "is a directory";
    if (openedByShell.test(path)) return await readAll(file.createReadStream({ autoClose: false }));
    if (stats.isFIFO()) return "is a FIFO; use - to read what another program writes";
    if (!stats.isFile()) return "is not a regular file";
    if (stats.size > sizeLimit) return tooLarge();
    // Files below /proc say that they are empty.
    return await readAll(file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }));
  } finally {
    await file.close();
  }
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer | string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    pieces.push(bytes);
    size += bytes.length;
    if (size > sizeLimit) return tooLarge();
  }
  return Buffer.concat(pieces, size);
}

function tooLarge(): string {
  return `is larger than ${sizeLimit / 1024 / 1024} MiB`;
}

function decode(path: string, bytes: Buffer): Input {
  // A byte order mark stays in the text: init takes it for a part of the first field.
  if (isUtf8(bytes)) return { path, text: bytes.toString("utf8"), encoding: "utf-8" };
  const note = /^(\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1", 0, 2))
    ? "is UTF-16, which no init reads; taken byte by byte"
    : `line ${firstBadLine(bytes)} is not UTF-8; the file is taken byte by byte`;
  return { path, text: bytes.toString("latin1"), encoding: "latin-1", note };
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(at, end))) break;
    at = end;
  }
  return line;
}
