import { PassThrough } from "node:stream";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "vscode-languageserver/node";
import { FrameReader, FrameWriter } from "./frames.ts";

/** A text, which may be far longer than what is written at once. */
const text = fc
  .tuple(pieceOf("a", "\u00e9", "\u20ac", "\u{1f600}"), fc.constantFrom(1, 40_000, 70_000), fc.nat(3))
  .map(([piece, times, before]) => "-".repeat(before) + piece.repeat(times));

test("messages arrive whole and in their order, however long they are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
      const stream = new PassThrough();
      const arrived: unknown[] = [];
      const all = new Promise<void>((resolve) => {
        new FrameReader(stream).listen((message) => {
          arrived.push(message);
          if (arrived.length === texts.length) resolve();
        });
      });
      const writer = new FrameWriter(stream);
      const sent = texts.map((words) => ({
        jsonrpc: "2.0",
        method: "say",
        params: [Buffer.from(words).toString()],
      }));
      await Promise.all([all, ...sent.map((message: Message) => writer.write(message))]);
      expect(arrived).toEqual(sent);
    }),
    { numRuns: 60 },
  );
});

test("what cannot be JSON is refused, and what comes after it arrives", async () => {
  const stream = new PassThrough();
  const arrived: unknown[] = [];
  new FrameReader(stream).listen((message) => arrived.push(message));
  const writer = new FrameWriter(stream);
  const circular: unknown[] = Array.from({ length: 500 }, () => 1);
  circular.push(circular);
  const messages: object[] = [
    { jsonrpc: "2.0", result: circular },
    { jsonrpc: "2.0", params: circular },
    { jsonrpc: "2.0", method: "after" },
  ];
  const sent = messages.map((message) => writer.write({ jsonrpc: "2.0", ...message }));
  const outcomes = await Promise.allSettled(sent);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  expect(arrived).toEqual([messages[2]]);
});

test("a stream that breaks within a long message refuses it and all after it", async () => {
  const stream = new PassThrough({ highWaterMark: 1 });
  const writer = new FrameWriter(stream);
  const reported: Error[] = [];
  writer.onError(([error]) => reported.push(error));
  const message = (words: string): Message & { params: string[] } => ({ jsonrpc: "2.0", params: [words] });
  const sent = [writer.write(message("x".repeat(200_000))), writer.write(message("after it"))];
  stream.destroy(new Error("broken"));
  const outcomes = await Promise.allSettled(sent);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(reported.length).toBeGreaterThanOrEqual(2);
});
