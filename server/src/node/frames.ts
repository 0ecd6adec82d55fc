// Messages in a stream of bytes: a header with the length of the body, then the body, as the base protocol has it. Once a
// length is wrong, nothing tells where the next message begins; the reader says so and reads no further.

import type { Readable, Writable } from "node:stream";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageWriter,
} from "vscode-languageserver/node";
import type { ListAnswer, ListRoom } from "./long-message.ts";

/** What is wrong with the bytes. */
export type FrameFault =
  /** A malformed header, or one whose length is missing, given twice, not a number or too large. */
  | "header"
  /** The stream has ended within a message. */
  | "cut"
  /** The body is not JSON; the reader continues with the next message. */
  | "body";

/** Reported by the reader if bytes are not a message. */
export class FrameError extends Error {
  readonly fault: FrameFault;

  constructor(fault: FrameFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The largest message that is waited for: more than any document that an editor opens. */
const mostBytes = 256 * 1024 * 1024;

/** What is put together from pieces has room that is kept for the next message, up to so many bytes. */
const mostKept = 2 ** 20;

/** Headers are two short lines; anything longer is not a header. */
const mostHeaderBytes = 4096;

const headerEnd = "\r\n\r\n";

/** Reads messages from a stream. After an error in a header it is silent. */
export class FrameReader extends AbstractMessageReader {
  readonly #input: Readable;
  #pieces: Buffer[] = [];
  #size = 0;
  /** Where pieces were put together before. */
  #room = Buffer.alloc(0);
  /** The length of the body that is awaited; undefined while a header is. */
  #length: number | undefined;
  #callback: DataCallback = () => {};
  #isOver = false;

  constructor(input: Readable) {
    super();
    this.#input = input;
  }

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    const input = this.#input;
    const data = (piece: Buffer) => this.#take(piece);
    const end = () => this.#end();
    const error = (problem: Error) => this.fireError(problem);
    input.on("data", data).on("end", end).on("close", end).on("error", error);
    return { dispose: () => input.off("data", data).off("end", end).off("close", end).off("error", error) };
  }

  #take(piece: Buffer): void {
    if (this.#isOver) return;
    this.#pieces.push(piece);
    this.#size += piece.length;
    while (this.#length === undefined ? this.#readHeader() : this.#readBody(this.#length));
  }

  /** Whether there is a header; only then is there more to read. */
  #readHeader(): boolean {
    if (this.#size === 0) return false;
    const bytes = this.#joined();
    const end = bytes.subarray(0, mostHeaderBytes).indexOf(headerEnd, 0, "latin1");
    const text = bytes.toString("latin1", 0, end < 0 ? mostHeaderBytes : end);
    const length = end < 0 ? undefined : lengthIn(text);
    if (end < 0 && text.length < mostHeaderBytes && mayBecomeHeader(text)) return false;
    if (length === undefined) {
      this.#fail();
      return false;
    }
    this.#keep(bytes.subarray(end + headerEnd.length));
    this.#length = length;
    return true;
  }

  #readBody(length: number): boolean {
    if (this.#size < length) return false;
    const bytes = this.#joined();
    this.#keep(bytes.subarray(length));
    this.#length = undefined;
    const body = parse(bytes.toString("utf8", 0, length));
    if (body === undefined) this.fireError(new FrameError("body"));
    else this.#callback(body.message);
    return true;
  }

  #joined(): Buffer {
    const [first] = this.#pieces;
    if (first !== undefined && this.#pieces.length === 1) return first;
    const bytes = this.#roomFor(this.#size);
    let at = 0;
    for (const piece of this.#pieces) at += piece.copy(bytes, at);
    this.#pieces = [bytes];
    return bytes;
  }

  /** Room for so many bytes: mostly that of the message before, which has been read. */
  #roomFor(size: number): Buffer {
    if (size > mostKept || this.#pieces.some(({ buffer }) => buffer === this.#room.buffer))
      return Buffer.allocUnsafe(size);
    if (this.#room.length < size) this.#room = Buffer.allocUnsafeSlow(size);
    return this.#room.subarray(0, size);
  }

  #keep(rest: Buffer): void {
    this.#pieces = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#size > 0 || this.#length !== undefined) this.fireError(new FrameError("cut"));
    this.fireClose();
  }

  #fail(): void {
    this.#isOver = true;
    this.#keep(Buffer.alloc(0));
    this.#input.pause();
    this.fireError(new FrameError("header"));
  }
}

/** A longer message leaves in pieces of so many characters: all at once it would be in memory twice. */
const longestPiece = 65_536;

/**
 * Writes messages to a stream. A message leaves in one piece: a header on its own would be another call of the system, and
 * for the client something to wake up for. Of a long one the next piece is written when the last one has left.
 */
export class FrameWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #room: ListRoom | undefined;
  /** Settles when all that has been given so far has left; undefined while nothing waits. */
  #last: Promise<void> | undefined;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on("error", (problem) => this.fireError(problem)).on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return this.#send(message).catch((problem) => {
      this.fireError(problem, message, undefined);
      throw problem;
    });
  }

  end(): void {
    this.#output.end();
  }

  async #send(message: Message): Promise<void> {
    if (isLongList(message)) return this.#inTurn(() => this.#putList(message));
    const body = JSON.stringify(message);
    const length = Buffer.byteLength(body);
    // Characters of one byte each need not be looked at again.
    const encoding = length === body.length ? "latin1" : "utf8";
    const header = headerOf(length);
    if (this.#last === undefined && body.length <= longestPiece) return this.#put(header + body, encoding);
    return this.#inTurn(async () => {
      const { piecesOf } = await import("./long-message.ts");
      await this.#put(header, encoding);
      for (const piece of piecesOf(body, longestPiece)) await this.#put(piece, encoding);
    });
  }

  async #putList(message: ListAnswer): Promise<void> {
    this.#room ??= new (await import("./long-message.ts")).ListRoom();
    const bytes = this.#room.fill(message);
    await this.#put(headerOf(bytes.length), "latin1");
    await this.#put(bytes, "latin1");
    this.#room.forgetLong();
  }

  /** Does this after all that waits. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = (this.#last ?? Promise.resolve()).then(work);
    const last = done
      .catch(() => undefined)
      .then(() => {
        if (this.#last === last) this.#last = undefined;
      });
    this.#last = last;
    return done;
  }

  #put(piece: string | Buffer, encoding: BufferEncoding): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#output.write(piece, encoding, (problem) => {
        if (problem === null || problem === undefined) resolve();
        else reject(problem);
      });
    });
  }
}

/** A list of more items becomes bytes in parts. */
const mostItems = 200;

function isLongList(message: Message): message is ListAnswer {
  return "result" in message && Array.isArray(message.result) && message.result.length > mostItems;
}

function headerOf(length: number): string {
  return `Content-Length: ${length}${headerEnd}`;
}

/** Whatever JSON says; whether it is a message is not judged here. */
function parse(body: string): { readonly message: Message } | undefined {
  try {
    return { message: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** The length that a header names once, in decimal digits. */
function lengthIn(header: string): number | undefined {
  // Nearly all clients write just this.
  const usual = /^Content-Length: (\d{1,8})$/.exec(header)?.[1];
  if (usual !== undefined) return Number(usual);
  const lines = header.split("\r\n");
  if (!lines.every((line) => field.test(line))) return undefined;
  const lengths = lines.flatMap((line) => lengthField.exec(line)?.[1] ?? []);
  const [digits = ""] = lengths;
  const length = Number(digits);
  return lengths.length === 1 && /^\d+$/.test(digits) && length <= mostBytes ? length : undefined;
}

/** A name and a value; the name is a token of RFC 7230. */
const field = /^[!#$%&'*+\-.^_`|~0-9a-z]+:[^\r\n]*$/i;
const lengthField = /^content-length:[ \t]*(.*?)[ \t]*$/i;

/** Whether bytes can still become a header: what cannot is not waited for. */
function mayBecomeHeader(text: string): boolean {
  const lines = text.split("\r\n");
  const last = (lines.pop() ?? "").replace(/\r$/, "");
  return lines.every((line) => field.test(line)) && /^[!#$%&'*+\-.^_`|~0-9a-z]*(:[^\r\n]*)?$/i.test(last);
}
