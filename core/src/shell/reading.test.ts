import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanInittab } from "../inittab/scan.ts";
import { lintInittab } from "../lint/inittab/lint.ts";
import { anyText } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { readShell, type ShellReading } from "./reading.ts";

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
    fc.assert(
      fc.property(anyText(), (text) => {
        const { firstCommand, error } = readShell(text, 0);
        for (const { start, end } of firstCommand) expect(0 <= start && start < end).toBe(true);
        for (const { end } of firstCommand) expect(end).toBeLessThanOrEqual(text.length);
        if (error !== undefined) expect(error.range.end).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What is read of a process, in one line. */
function told({ firstCommand, separator, goesOn, background, joined, error }: ShellReading): string {
  const words = firstCommand.map(({ text }) => `<${text}>`).join(" ");
  const parts = separator === undefined ? "" : ` ${separator.text}@${separator.start}${goesOn ? "…" : ""}`;
  const ampersand = background === undefined ? "" : ` background@${background.start}`;
  const close = joined === undefined ? "" : ` joined@${joined.start}`;
  return `${words}${parts}${ampersand}${close}${error === undefined ? "" : ` stops at ${inEnglish.text(error.what)}`}`;
}

describe("what the rules are told", () => {
  test.each([
    ["/bin/a b 'c d'  >e 2>&1", "</bin/a> <b> <'c d'>"],
    ["X=1 /bin/a; b", "<X=1> </bin/a> ;@10…"],
    ["/bin/a;", "</bin/a> ;@6"],
    ["/bin/a && b || c", "</bin/a> &&@7…"],
    ["/bin/a | b; c", "</bin/a> |@7…"],
    ["/bin/a & b", "</bin/a> &@7…"],
    ["/bin/a 'x; y' # z; w", "</bin/a> <'x; y'>"],
    ["/bin/a & # z", "</bin/a> &@7 background@7"],
    ["a; b &", "<a> ;@1… background@5"],
    ["(a; b) && c", "<(> &&@7…"],
    ["if a; then b; fi; c", "<if> ;@16…"],
    ["! a b", "<!> <a> <b>"],
    ["a x?a=1&b=2", "<a> <x?a=1> &@7… joined@7"],
    ["( a x&y )", "<(> joined@5"],
    ["a $(b x&y)", "<a> <$(b x&y)>"],
    [`a $\${`, `<a> <$\${>`],
    ["a )", " stops at a `)` that nothing opens"],
    ["x=(1 2) a", ""],
    ["/bin/a <<<b; c", "</bin/a> ;@11…"],
  ])("%s", (process, expected) => expect(told(readShell(process, 0))).toBe(expected));

  test("a process may be long", () => {
    const long = "a && b | c; ".repeat(50_000);
    expect(told(readShell(`${long}d &`, 0))).toBe(`<a> &&@2… background@${long.length + 2}`);
  });

  test("ranges count from the beginning of the process", () => {
    expect(told(readShell("+a 'b", 1))).toBe(" stops at a single quote that is never closed");
    expect(readShell("+a 'b", 1).error?.range).toEqual({ start: 3, end: 4 });
    expect(readShell("+a; b", 1).separator).toMatchObject({ start: 2, end: 3 });
  });

  test("what one of the shells can read is no error", () => {
    const errors = (process: string) =>
      [false, true].map((busybox) => {
        const { error } = readShell(process, 0, { busybox, execs: false });
        return error === undefined ? "fine" : inEnglish.text(error.what);
      });
    expect(errors("in a")).toEqual(["fine", "an `in` outside a `case`"]);
    expect(errors("a `;`")).toEqual(["fine", "a `;` with no command in front of it"]);
    expect(errors("a |& b")).toEqual(["fine", "a `&` with no command in front of it"]);
    expect(errors("a <(b)")).toEqual(["fine", "fine"]);
    expect(errors("a;; b")).toEqual(["a `;;` outside a `case`", "a `;;` outside a `case`"]);
  });

  test("an `exec` in front makes a command of what would be none", () => {
    const withExec = (process: string) => told(readShell(process, 0, { busybox: false, execs: true }));
    expect(withExec("; a")).toBe("");
    expect(withExec("then a")).toBe("");
    expect(withExec("a )")).toBe(" stops at a `)` that nothing opens");
    // What it spoils is the matter of another rule.
    expect(withExec("(a; b)")).toBe("<(>");
  });
});
