import { PassThrough } from "node:stream";
import fc from "fast-check";
import { serveStreams } from "../../../server/src/node/serve.ts";
import { type Message, wellFormed } from "../../../server/src/testing/hostile-messages.ts";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { machineWith } from "./system.ts";

/** A stream that may be broken: a change at a place, given as a part of the whole. */
interface Damage {
  readonly at: number;
  readonly gone: number;
  readonly bytes: Uint8Array;
}

interface Stream {
  readonly messages: readonly Message[];
  readonly headers: readonly string[];
  readonly damages: readonly Damage[];
  /** Where the stream is cut into pieces, as parts of the whole. */
  readonly cuts: readonly number[];
}

/** What may stand for `Content-Length: N`; `N` is the right length. */
const header = fc.oneof(
  { weight: 8, arbitrary: fc.constant("Content-Length: N") },
  fc.constantFrom(
    ...[
      "content-length:N",
      "Content-Length: -N",
      "Content-Length: -1",
      "Content-Length: 0",
      "Content-Length: N0",
    ],
    ...["Content-Length: 1e9", "Content-Length: 99999999999", "Content-Length: many", "Content-Length:", ""],
    ...["Content-Length: N\r\nContent-Length: N", "Content-Length: N\r\nContent-Length: 3", "X: Y"],
    ...["Content-Type: x\r\nContent-Length: N", "Content-Length: N\r\n", "Content-Length: N\n", "N"],
  ),
);

const machine = machineWith([""]);

const part = fc.double({ min: 0, max: 1, noNaN: true });

const stream: fc.Arbitrary<Stream> = fc.record({
  messages: fc.array(fc.oneof(...wellFormed), { minLength: 1, maxLength: 12 }),
  headers: fc.array(header, { minLength: 1, maxLength: 12 }),
  damages: fc.array(
    fc.record({
      at: part,
      gone: fc.nat(12),
      bytes: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constant(Buffer.from("\r\n\r\n"))),
    }),
    { maxLength: 2 },
  ),
  cuts: fc.array(part, { maxLength: 6 }),
});

function bytesOf({ messages, headers, damages }: Stream): Buffer {
  const frames = messages.map(([kind, method, params], index) => {
    const id = kind === "request" ? { id: index } : {};
    const body = JSON.stringify({ jsonrpc: "2.0", ...id, method, params });
    const named = (headers[index % headers.length] ?? "").replaceAll("N", String(Buffer.byteLength(body)));
    return `${named}\r\n\r\n${body}`;
  });
  let bytes = Buffer.from(frames.join(""));
  for (const { at, gone, bytes: put } of damages) {
    const place = Math.floor(at * bytes.length);
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + gone)]);
  }
  return bytes;
}

/** Broken frames: the server says so and ends, or goes on; what it writes are whole messages, and nothing is thrown. */
export const frames: Area = {
  name: "frames",
  about: "streams of broken messages to the language server",
  weight: 2,
  missing: () => undefined,
  start: async () => {
    const thrown: unknown[] = [];
    const note = (error: unknown) => thrown.push(error);
    process.on("uncaughtException", note).on("unhandledRejection", note);
    return trialOf(stream, async (value) => {
      thrown.length = 0;
      const { code, output } = await serveBytes(bytesOf(value), value.cuts);
      const dumps = thrown.map((error) => (error instanceof Error ? String(error.stack) : String(error)));
      return [...complaintsOf(output), ...(code === 0 || code === 1 ? [] : [`exit code ${code}`]), ...dumps];
    });
  },
};

async function serveBytes(
  bytes: Buffer,
  cuts: readonly number[],
): Promise<{ readonly code: number; readonly output: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const written: Buffer[] = [];
  output.on("data", (piece: Buffer) => written.push(piece));
  const exited = new Promise<number>((exit) => {
    serveStreams(input, output, machine, { exit, tell: () => {} });
  });
  const ends = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].sort(
    (one, other) => one - other,
  );
  let begin = 0;
  for (const end of ends) {
    input.write(bytes.subarray(begin, end));
    begin = end;
    await new Promise((resolve) => setImmediate(resolve));
  }
  input.end();
  const code = await exited;
  // What is under way in a process that has ended is gone with it.
  const text = Buffer.concat(written).toString();
  await new Promise((resolve) => setTimeout(resolve, 2));
  return { code, output: text };
}

function complaintsOf(output: string): readonly string[] {
  const complaints: string[] = [];
  let rest = Buffer.from(output);
  while (rest.length > 0) {
    const text = rest.toString("latin1");
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(text);
    if (head === null) return [`the server writes no message: ${text.slice(0, 100)}`];
    const end = head[0].length + Number(head[1]);
    const body: unknown = JSON.parse(rest.toString("utf8", head[0].length, end));
    const said = JSON.stringify(body);
    if (said.includes("-32603") || /"type":1,"message"/.test(said)) complaints.push(said);
    rest = rest.subarray(end);
  }
  return complaints;
}
