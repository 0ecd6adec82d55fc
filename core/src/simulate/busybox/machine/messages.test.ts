import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLength } from "../../../text/bytes.ts";
import { busyboxMessages, lineAsWritten } from "./messages.ts";

const long = (bytes: number) => "x".repeat(bytes);

test("a line has 125 bytes, of which the digits of a number are some", () => {
  const start = (length: number, pid: number) =>
    lineAsWritten(busyboxMessages.start("", long(length), pid), "utf-8");
  // 13 bytes, the number, 11 bytes, the command and a quote.
  expect(start(99, 2)).toBe(`starting pid <pid>, tty '': '${long(99)}'`);
  expect(start(100, 2)).toBe(`starting pid <pid>, tty '': '${long(100)}`);
  expect(start(99, 12)).toBe(`starting pid <pid>, tty '': '${long(99)}`);
  expect(start(200, 12345)).toBe(`starting pid <pid>, tty '': '${long(96)}`);
});

test("a long command hides how its process ended, and its number", () => {
  const over = (length: number) => lineAsWritten(busyboxMessages.over(long(length), 7, { code: 3 }), "utf-8");
  expect(over(10)).toBe(`process '${long(10)}' (pid <pid>) exited, exitcode:3. Scheduling for restart.`);
  expect(over(80)).toBe(`process '${long(80)}' (pid <pid>) exited, exitcode:3. Schedu`);
  expect(over(109)).toBe(`process '${long(109)}' (pid `);
  expect(over(300)).toBe(`process '${long(116)}`);
});

test("bytes are counted, whatever the characters are", () => {
  const text = `${long(110)}ééé`;
  const line = busyboxMessages.cannotRun(text, "");
  expect(lineAsWritten(line, "latin-1")).toBe(`can't run '${text}':`.padEnd(125).slice(0, 125).trimEnd());
  expect(lineAsWritten(line, "utf-8")).toBe(`can't run '${long(110)}éé`);
});

test("no line is longer than its limit", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 99_999 }), (command, pid) => {
      const written = lineAsWritten(busyboxMessages.over(command, pid, { signal: 15 }), "utf-8");
      const real = byteLength(written.replace(/<pid>(?=\)|$)/, String(pid)));
      // The place of a character that is cut in two is filled up.
      expect(real).toBeLessThanOrEqual(125 + 2 * 3);
    }),
  );
});
