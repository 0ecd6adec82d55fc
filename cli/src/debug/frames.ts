// The messages of the Debug Adapter Protocol in a stream of bytes: a header with the length of the body, then the body.

/** The largest message that is waited for; an adapter gets requests alone. */
const mostBytes = 16 * 1024 * 1024;

/** Anything longer without an end is not a header. */
const mostHeaderBytes = 4096;

const headerEnd = "\r\n\r\n";

/** The bytes are not a message, and the beginning of the next one is not known. */
export class FrameError extends Error {}

/** The messages of a stream as JSON has them; a body that is not JSON is skipped. Throws a `FrameError`. */
export async function* messagesIn(stream: AsyncIterable<Buffer | string>): AsyncGenerator<unknown> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    bytes = Buffer.concat([bytes, Buffer.from(piece)]);
    for (let body = bodyIn(bytes); body !== undefined; body = bodyIn(bytes)) {
      bytes = body.rest;
      const message = parsed(body.text);
      if (message !== undefined) yield message;
    }
  }
}

/** A message with its header. */
export function framed(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}${headerEnd}${body}`;
}

/** The first body, if all of it is there. */
function bodyIn(bytes: Buffer): { readonly text: string; readonly rest: Buffer } | undefined {
  const end = bytes.indexOf(headerEnd);
  if (end < 0 || end > mostHeaderBytes) {
    if (bytes.length > mostHeaderBytes) throw new FrameError();
    return undefined;
  }
  const length = lengthIn(bytes.toString("latin1", 0, end));
  const start = end + headerEnd.length;
  if (bytes.length < start + length) return undefined;
  return { text: bytes.toString("utf8", start, start + length), rest: bytes.subarray(start + length) };
}

function lengthIn(header: string): number {
  const [, digits = ""] = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(header) ?? [];
  const length = Number(digits);
  if (digits === "" || length > mostBytes) throw new FrameError();
  return length;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
