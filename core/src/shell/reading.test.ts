import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanInittab } from "../inittab/scan.ts";
import { lintInittab } from "../lint/inittab/lint.ts";
import { readShell } from "./reading.ts";

describe("the reader of a shell command", () => {
  // A form feed and a vertical tab part no words; the reader once skipped neither nor read on, and took all memory.
  test.each(["\f", "\v", "\f;", ";\f", "a;\v\f b"])("comes to an end behind %j", (process) => {
    for (const dialect of ["sysvinit", "busybox"] as const)
      expect(lintInittab(scanInittab(`1:2:wait:;${process}\n`, { dialect })).findings).toBeDefined();
  });

  test("a form feed is a part of its word", () => {
    expect(readShell("a\fb ;c", 0).firstCommand.map(({ text }) => text)).toEqual(["a\fb"]);
  });

  test("whatever the text is, it ends within the text", () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code));
    const unit = fc.constantFrom(...controls, "\u2028", "\u2029", "\u202e", "\ud800", "\udc00", "\ufeff");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const { firstCommand, error } = readShell(text, 0);
        for (const { start, end } of firstCommand) expect(0 <= start && start < end).toBe(true);
        for (const { end } of firstCommand) expect(end).toBeLessThanOrEqual(text.length);
        if (error !== undefined) expect(error.range.end).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});
