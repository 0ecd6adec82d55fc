// Bytes of a file or of standard input as text, with everything that can be wrong with them as messages.

import { isUtf8 } from "node:buffer";
import { lstat, open, realpath, stat } from "node:fs/promises";
import { type Encoding, type Message, treeFileLimit } from "@inittab/core";
import { openRegular } from "@inittab/host/look";
import { message } from "./message.ts";
import type { ArchivePlace } from "./root/root.ts";
import { standardInputError } from "./standard-input.ts";
import { type Unreadable, whyUnreadable } from "./unreadable.ts";

/** A text that was read. */
export interface Input {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** Something that the user should know about the bytes. */
  readonly note?: Message;
  /** The archive that it is in. */
  readonly place?: ArchivePlace;
}

/** The most bytes that are read: far more than any init would, and less than a string can hold. */
const sizeLimit = 256 * 1024 * 1024;

/** The name that stands for standard input, and how it is shown. */
export const standardInput = { argument: "-", shown: "<stdin>" } as const;

/**
 * Reads a file, or standard input for `-`. With `within`, the real path of a file that nobody has named, no link is
 * followed. Never throws for anything that a path can be.
 */
export async function readInput(
  path: string,
  stdin: AsyncIterable<Buffer | string>,
  within?: string,
): Promise<Input | Unreadable> {
  const shown = path === standardInput.argument ? standardInput.shown : path || "''";
  try {
    const bytes = path === standardInput.argument ? await readAll(stdin) : await readFile(path, within);
    return Buffer.isBuffer(bytes) ? decode(shown, bytes) : { path: shown, why: bytes };
  } catch (error) {
    return { path: shown, why: whyUnreadable(error) };
  }
}

/** Takes a file out of an archive; `path`: where it is found, if a link leads there. */
export function readInArchive(
  place: ArchivePlace,
  path: string = place.root.shown(place.below),
): Input | Unreadable {
  const { root, below } = place;
  const bytes = root.bytes(below);
  return bytes === undefined
    ? { path, why: message("input.too-large", { size: treeFileLimit / 1024 / 1024 }) }
    : { ...decode(path, bytes), place };
}

/** What a shell hands over for `<(command)`: a pipe that surely has a writer. */
const openedByShell = /^\/(dev\/(stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/** Standard input by one of its names in the file system. */
const ownInput = /^\/(dev\/(stdin|fd\/0)|proc\/self\/fd\/0)$/;

async function readFile(path: string, within: string | undefined): Promise<Buffer | Message> {
  const fault = ownInput.test(path) ? standardInputError() : undefined;
  if (fault !== undefined) throw fault;
  const byShell = within === undefined && openedByShell.test(path);
  if (!byShell) {
    const stats = await (within === undefined ? stat(path) : lstat(within));
    if (stats.isDirectory()) return message("input.folder");
    if (stats.isFIFO()) return message("input.fifo");
    if (!stats.isFile()) return message("input.not-regular");
    if (stats.size > sizeLimit) return tooLarge();
  }
  const file = byShell ? await open(path) : await openRegular(within ?? (await realpath(path)));
  try {
    if (byShell) {
      if ((await file.stat()).isDirectory()) return message("input.folder");
      return await readAll(file.createReadStream({ autoClose: false }));
    }
    if ((await file.stat()).size > 0) return await file.readFile();
    // Files below /proc say that they are empty.
    return await readAll(file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }));
  } finally {
    await file.close();
  }
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer | Message> {
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

function tooLarge(): Message {
  return message("input.too-large", { size: sizeLimit / 1024 / 1024 });
}

function decode(path: string, bytes: Buffer): Input {
  // A byte order mark stays in the text: init takes it for a part of the first field.
  if (isUtf8(bytes)) return { path, text: bytes.toString("utf8"), encoding: "utf-8" };
  const note = /^(\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1", 0, 2))
    ? message("input.utf-16")
    : message("input.not-utf-8", { line: firstBadLine(bytes) });
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
