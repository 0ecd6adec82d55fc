import { spawn } from "node:child_process";
import { join } from "node:path";
import { anyText } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packageFolder, runInittab } from "../testing/program.ts";
import { FrameError, framed, messagesIn } from "./frames.ts";

/** Everything that is in a stream of these pieces. */
async function read(pieces: readonly Uint8Array[]): Promise<readonly unknown[]> {
  async function* stream(): AsyncGenerator<Buffer> {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  const messages: unknown[] = [];
  for await (const message of messagesIn(stream())) messages.push(message);
  return messages;
}

test("messages come out as they went in, wherever the stream is cut", async () => {
  const message = fc.record({ seq: fc.nat(), text: anyText() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 5 }),
      fc.infiniteStream(fc.nat(40)),
      async (all, cuts) => {
        const bytes = Buffer.from(all.map(framed).join(""));
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; ) {
          const { value: length } = cuts.next();
          pieces.push(bytes.subarray(at, at + length + 1));
          at += length + 1;
        }
        expect(await read(pieces)).toEqual(all);
      },
    ),
  );
});

test("a body that is no JSON is passed over, and what is no header ends all", async () => {
  const good = framed({ seq: 1 });
  const odd = `Content-Length: 3\r\n\r\nabc${good}`;
  expect(await read([Buffer.from(odd)])).toEqual([{ seq: 1 }]);
  for (const wrong of [
    "Content-Length: -1\r\n\r\n",
    "Content-Length: 999999999\r\n\r\n",
    "\r\n\r\n",
    "x".repeat(5000),
  ])
    await expect(read([Buffer.from(wrong)]), wrong.slice(0, 30)).rejects.toThrow(FrameError);
  expect(await read([Buffer.from("Content-Length: 10\r\n\r\n{")])).toEqual([]);
});

test("the program ends when the client says goodbye, though the stream stays open", async () => {
  const child = spawn(process.execPath, [join(packageFolder, "bin/inittab.js"), "debug"]);
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.stdin.write(framed({ seq: 1, type: "request", command: "disconnect" }));
  expect(await ended).toBe(0);
  child.stdin.destroy();
});

test("the program ends with its input, and says so where it is no protocol", async () => {
  const ended = await runInittab(["debug"], {
    stdin: framed({ seq: 1, type: "request", command: "disconnect" }),
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
  expect(ended.stdout).toContain('"command":"disconnect"');
  const wrong = await runInittab(["debug", "--stdio"], { stdin: "GET / HTTP/1.1\r\n\r\n" });
  expect(wrong).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "inittab: standard input contains something that is not a message of the Debug Adapter Protocol
    ",
      "stdout": "",
    }
  `);
  expect(await runInittab(["debug", "x"])).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "inittab: unexpected argument x
    Try: inittab debug --help
    ",
      "stdout": "",
    }
  `);
});
