// How the other dialects cut lines. What BusyBox does with odd ones is compared with the real program by
// `npm run conformance:busybox`; these are the smallest forms.

import { describe, expect, test } from "vitest";
import { type Dialect, dialectFacts, dialects, systemVFamily } from "./dialect.ts";
import { readInittab } from "./read.ts";
import { terminalOf } from "./terminal.ts";

/** Reads a text and prints records, replaced records and messages, a line each. */
function check(text: string, dialect: Dialect = "busybox"): readonly string[] {
  const { records, replaced, messages } = readInittab(text, { dialect });
  const shown = ({ line, id, runlevels, action, process }: (typeof records)[number]) =>
    `${line} ${JSON.stringify(`${id}:${runlevels}:${action}:${process}`)}`;
  return [
    ...records.map(shown),
    ...replaced.map(({ record, by }) => `${shown(record)} replaced by ${by.line}`),
    ...messages,
  ];
}

describe("BusyBox", () => {
  test("a joined line bears the number of its last part", () => {
    expect(check("::once:/bin/a \\\n-b\n::once\\\n\n")).toEqual([
      '2 "::once:/bin/a -b"',
      "Bad inittab entry at line 4",
    ]);
  });

  test("a comment that is joined swallows an entry; an empty line that is joined does not", () => {
    expect(check("# a \\\n::once:/bin/b\n\\\n::once:/bin/c\n\\\n# d\n")).toEqual(['4 "::once:/bin/c"']);
  });

  test("an empty line behind a backslash leaves the one in front of it at the end", () => {
    expect(check("::once:/bin/a\\\\\n\nb\n")).toEqual(['3 "::once:/bin/ab"']);
    expect(check("::once:/bin/a\\\\\nb\n")).toEqual(['2 "::once:/bin/a\\\\b"']);
  });

  test("a backslash at the end of the file joins nothing and is gone", () => {
    for (const end of ["\\", "\\\n", "\\\n\\", "\\\\\n\n"])
      expect(check(`::once:/bin/a${end}`)[0]).toMatch(/^\d+ "::once:\/bin\/a"$/);
  });

  test("a CR keeps the backslash from joining", () => {
    expect(check("::once:/bin/a\\\r\n::once:/bin/b\n")).toEqual([
      '1 "::once:/bin/a\\\\\\r"',
      '2 "::once:/bin/b"',
    ]);
  });

  test("`#` ends the line wherever it stands", () => {
    expect(check("::once:/bin/a 'b#c'\n::on#ce:/bin/b\n::once:#\n #\n#\n")).toEqual([
      `1 "::once:/bin/a 'b"`,
      "Bad inittab entry at line 2",
      "Bad inittab entry at line 3",
      "Bad inittab entry at line 4",
    ]);
  });

  test("a NUL ends the line, and one in the first column is an empty line", () => {
    expect(check("::once:/bin/a\0b\n\0::once:/bin/c\n::once\0:/bin/d\n")).toEqual([
      '1 "::once:/bin/a"',
      "Bad inittab entry at line 3",
    ]);
  });

  test("nothing is trimmed", () => {
    expect(check(" tty1 : 2 :once:  /bin/a \n:: once:/bin/b\n::once: \n")).toEqual([
      '1 " tty1 : 2 :once:  /bin/a "',
      '3 "::once: "',
      "Bad inittab entry at line 2",
    ]);
  });

  test("the later of two entries of one terminal and command wins, with its place", () => {
    expect(
      check("tty1::wait:/bin/a\n::once:/bin/b\n/dev/tty1:2:respawn:/bin/a\ntty2::once:/bin/a\n"),
    ).toEqual([
      '2 "::once:/bin/b"',
      '3 "/dev/tty1:2:respawn:/bin/a"',
      '4 "tty2::once:/bin/a"',
      '1 "tty1::wait:/bin/a" replaced by 3',
    ]);
  });

  test("a terminal whose name is cut never finds its twin", () => {
    const long = "x".repeat(27);
    expect(check(`${long}::once:/bin/a\n${long}::once:/bin/a\n`)).toHaveLength(2);
    expect(check(`${long.slice(1)}::once:/bin/a\n${long.slice(1)}::once:/bin/a\n`)).toHaveLength(2);
    expect(check(`${long}::once:/bin/a\n${long}::once:/bin/a\n`).join()).not.toContain("replaced");
    expect(check(`${long.slice(1)}::once:/bin/a\n${long.slice(1)}::once:/bin/a\n`).join()).toContain(
      "replaced",
    );
  });

  test.each([
    ["", ""],
    ["tty1", "/dev/tty1"],
    ["/dev/tty1", "/dev/tty1"],
    ["//tty1", "/dev/tty1"],
    ["/dev//dev/tty1", "/dev/dev/tty1"],
    ["/dev/", "/dev/"],
    ["x".repeat(40), `/dev/${"x".repeat(26)}`],
    ["é".repeat(20), `/dev/${"é".repeat(13)}`],
  ])("the terminal of %j is %j", (id, terminal) => {
    expect(terminalOf(id)).toBe(terminal);
  });
});

describe("its relatives", () => {
  test("toybox joins nothing, and a process holds no colon", () => {
    const text = "::once:/bin/a \\\n::wait:/bin/b c:d\n::off:/bin/c\nshort\n::once:\n # d\n";
    expect(check(text, "toybox")).toEqual([
      '1 "::once:/bin/a \\\\"',
      "Bad inittab entry at line 2",
      "Invalid action at line number 3 ---- ignoring",
      "Bad inittab entry at line 5",
    ]);
  });

  test("procd looks for three fields of letters and digits anywhere", () => {
    const text =
      "/dev/tty1::askfirst:/bin/ash\n::wait:/bin/a\n::respawn\n :: respawn:/bin/b\n#::respawn:/bin/c\n";
    expect(check(text, "procd")).toEqual(['1 "tty1::askfirst:/bin/ash"', "Unknown init handler wait"]);
  });

  test("procd reads pieces of 127 bytes", () => {
    const piece = `::respawn:/${"a".repeat(116)}`;
    expect(check(`${piece}b::respawn:/bin/c\n`, "procd")).toEqual([`1 "${piece}"`, '2 "b::respawn:/bin/c"']);
  });

  test("Solaris drops blanks from the first fields and skips what it does not know", () => {
    const text = " co : 2 3 : respawn :/bin/a\nap:2:whatever:/bin/b\nlv:7:once:/bin/c\nem:2::/bin/d\n";
    expect(check(text, "solaris")).toEqual(['1 "co:23:respawn:/bin/a"', '4 "em:2::/bin/d"']);
  });

  test("AIX makes a comment with a colon", () => {
    expect(check(":co:2:respawn:/bin/a\n#co:2:once:/bin/b\nco:2:hold:/bin/c\n", "aix")).toEqual([
      '2 "#co:2:once:/bin/b"',
      '3 "co:2:hold:/bin/c"',
    ]);
  });

  test("only System V and BusyBox join lines", () => {
    expect(dialects.filter((dialect) => dialectFacts[dialect].style.joins)).toEqual([
      "busybox",
      ...systemVFamily,
    ]);
  });
});
