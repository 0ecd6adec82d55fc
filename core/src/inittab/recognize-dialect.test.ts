import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { dialects } from "./dialect.ts";
import { dialectEdit, isCommentFor } from "./dialect-comment.ts";
import { readInittab } from "./read.ts";
import { chooseDialect, type DialectHints, findDialectStatement } from "./recognize-dialect.ts";
import { editScan, scanInittab } from "./scan.ts";

/** Who decides about a text, as one line. */
function check(text: string, hints: DialectHints = {}): string {
  const { dialect, by, because } = chooseDialect(text, hints);
  return `${dialect} by ${by}: ${inEnglish.text(because)}`;
}

const levels = "1:2345:respawn:/sbin/getty 38400 tty1\n";
const ask = "tty1::askfirst:-/bin/sh\n";

test("the first 300 entries are looked at", () => {
  const after = (count: number) =>
    check(`${"tty1::respawn:/bin/a\n".repeat(count)}::askconsole:/bin/ash\n`).split(":")[0];
  expect(after(299)).toBe("procd by content");
  expect(after(300)).toBe("busybox by content");
});

describe("what the entries say", () => {
  test.each([
    ["", "sysvinit by content: it holds nothing but comments"],
    ["# nothing\n\n", "sysvinit by content: it holds nothing but comments"],
    ["[section]\n", "unknown by content: no line has four fields"],
    [
      "a:b:c:d\ne:f:g:h\n",
      "unknown by content: most lines have too few fields or an action that no init knows",
    ],
    ["::askconsole:/bin/ash\n", "procd by content: it has the action askconsole"],
    [
      "::sysinit:/etc/init.d/rcS S boot\n",
      "procd by content: it starts rcS with the words that procd expects; OpenWrt's BusyBox init before procd used the same words, so the text alone cannot tell the two apart",
    ],
    [ask, "busybox by content: it has the action askfirst"],
    ["::respawn:/bin/a\n", "busybox by content: most ids are empty"],
    [": x:2:hold:a\nx:2:hold:/bin/a\n", "aix by content: it has words or comments of AIX"],
    [":x:2:respawn:/bin/a\nx:2:wait:/etc/rc\n", "aix by content: it has words or comments of AIX"],
    ["sm::sysinit:/lib/svc/bin/svc.startd\n", "solaris by content: it starts programs of Solaris"],
    ["io::sysinit:/sbin/ioinitrc\n", "hp-ux by content: it starts programs of HP-UX"],
    ["ca::ctrlaltdel:/sbin/reboot\n", "sysvinit by content: it has the action ctrlaltdel"],
    ["a:2:respawn:/etc/getty a dx_9600\n", "irix by content: it has the line settings of IRIX"],
    ["a:2:off:/etc/getty a\n", "system-v by content: its programs live in /etc"],
    [
      "up:s:initdefault:\nbl::bootwait:/etc/bcheckrc\nta:2:respawn:/etc/getty console\n",
      "system-v by content: its programs live in /etc",
    ],
    ["bc::bootwait:/etc/brc\n1:2:respawn:/sbin/getty tty1\n", "sysvinit by content: entries have runlevels"],
    ["tty1::respawn:/bin/a\n", "busybox by content: no entry has runlevels"],
    [levels, "sysvinit by content: entries have runlevels"],
  ])("%j", (text, expected) => expect(check(text)).toBe(expected));
});

describe("what the path says", () => {
  test.each([
    ["# nothing\n", "/src/buildroot/board/x/inittab", "busybox by path: its path names buildroot"],
    ["# nothing\n", "/src/openwrt-22/files/etc/inittab", "procd by path: its path names openwrt"],
    [levels, "/src/meta/recipes-core/busybox/files/inittab", "busybox by path: its path names busybox"],
    [levels, "/src/busybox-1.35/sysvinit/inittab", "sysvinit by content: entries have runlevels"],
    [levels, "/old/HP-UX/etc/inittab", "hp-ux by path: its path names hpux"],
    ["tty1::respawn:/bin/a\n", "package\\sysvinit\\inittab", "sysvinit by path: its path names sysvinit"],
    // A distribution is no proof against entries.
    [levels, "/src/buildroot/board/x/inittab", "sysvinit by content: entries have runlevels"],
    // Nor is any folder against words that only one init knows, or for an init that would not know the words.
    [ask, "/src/sysvinit/inittab", "busybox by content: it has the action askfirst"],
    ["id:3:initdefault:\n", "/busybox/inittab", "sysvinit by content: entries have runlevels"],
    [
      "::sysinit:/etc/init.d/rcS S boot\n",
      "/sysvinit/x",
      "procd by content: it starts rcS with the words that procd expects; OpenWrt's BusyBox init before procd used the same words, so the text alone cannot tell the two apart",
    ],
    [
      "::sysinit:/etc/init.d/rcS S boot\n",
      "/attitude_adjustment/package/base-files/files/etc/inittab",
      "busybox by path: its path names attitude_adjustment, an OpenWrt from before procd",
    ],
    // The name of the file is no clue.
    [levels, "/etc/inittab.busybox", "sysvinit by content: entries have runlevels"],
    [levels, "busybox", "sysvinit by content: entries have runlevels"],
  ])("%j in %s", (text, path, expected) => expect(check(text, { path })).toBe(expected));
});

describe("what somebody says", () => {
  const preset = { dialect: "toybox", because: { id: "the setting says so" } } as const;

  test("is believed in this order: asked for, the file's comment, what is set, what it looks like", () => {
    const text = `${levels}# inittab: dialect=irix\n`;
    expect([
      check(text, { dialect: "sco", preset }),
      check(text, { dialect: "auto", preset, path: "/busybox/inittab" }),
      check(levels, { preset, path: "/busybox/inittab" }),
      check(levels, { path: "/busybox/inittab" }),
      check(levels),
    ]).toEqual([
      "sco by request: it was asked for",
      "irix by comment: line 2 says so",
      "toybox by settings: the setting says so",
      "busybox by path: its path names busybox",
      "sysvinit by content: entries have runlevels",
    ]);
  });

  test.each([
    ["#inittab:dialect=aix\n", "aix"],
    ["#\tinittab: \tdialect=aix \r\n", "aix"],
    [": inittab: dialect=aix\n", "aix"],
    ["  # inittab: dialect=solaris\n", "solaris"],
    ["si::sysinit:/etc/rc # inittab: dialect=sco\n", "sco"],
    ["it::off:# inittab: dialect=hp-ux", "hp-ux"],
    ["# inittab: dialect=nonsense\n# inittab: dialect=irix\n# inittab: dialect=sco\n", "irix"],
    // Talk about it is no statement.
    ["# inittab: dialect=aix would be wrong\n", "sysvinit"],
    ["# dialect=aix\n", "sysvinit"],
    ["inittab: dialect=aix\n", "unknown"],
    ["# inittab: dialect=\n", "sysvinit"],
    ["# inittab: dialect=nonsense\n", "sysvinit"],
  ])("%j", (text, expected) => expect(chooseDialect(text).dialect).toBe(expected));
});

describe("writing the dialect into a file", () => {
  function written(text: string, dialect: (typeof dialects)[number] | "auto"): string {
    const edit = dialectEdit(text, dialect, findDialectStatement(text));
    return edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }

  test.each([
    [ask, "busybox", `# inittab: dialect=busybox\n${ask}`],
    [`# /etc/inittab\n${ask}`, "busybox", `# /etc/inittab\n# inittab: dialect=busybox\n${ask}`],
    ["# swallows \\\n::once:/bin/a\n", "toybox", "# inittab: dialect=toybox\n# swallows \\\n::once:/bin/a\n"],
    [levels, "aix", `: inittab: dialect=aix\n${levels}`],
    [`it:2:wait:/etc/rc\n`, "hp-ux", "i0::off:# inittab: dialect=hp-ux\nit:2:wait:/etc/rc\n"],
    [`# a\n# inittab: dialect=aix\n${levels}`, "irix", `# a\n# inittab: dialect=irix\n${levels}`],
    [`# a\n# inittab: dialect=irix\n${levels}`, "aix", `# a\n: inittab: dialect=aix\n${levels}`],
    ["a:2:wait:/etc/rc # inittab: dialect=sco\n", "hp-ux", "a:2:wait:/etc/rc # inittab: dialect=hp-ux\n"],
    ["# inittab: dialect=irix", "irix", "# inittab: dialect=irix"],
    [`# inittab: dialect=irix\n${levels}`, "auto", levels],
    [levels, "auto", levels],
  ] as const)("%j as %s", (text, dialect, expected) => expect(written(text, dialect)).toBe(expected));

  test("what is written is found again, and the init that it names takes no notice of it", () => {
    const dialect = fc.constantFrom(...dialects);
    const line = pieceOf("", "# a", "# a \\", levels.trim(), ask.trim(), "it:2:wait:/etc/rc", "  ", "x");
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, dialect, (before, name) => {
        const after = written(before, name);
        const statement = findDialectStatement(after);
        expect(statement?.dialect).toBe(name);
        expect(chooseDialect(after).dialect).toBe(name);
        if (statement !== undefined) expect(isCommentFor(name, statement.form)).toBe(true);
        expect(written(after, "auto")).toBe(before);
        const entries = (table: string) =>
          readInittab(table, { dialect: name }).records.flatMap(({ id, process, action, path }) =>
            action === "off" && process.startsWith("#")
              ? []
              : [`${path === undefined} ${id} ${action} ${process}`],
          );
        expect(entries(after)).toEqual(entries(before));
      }),
    );
  });
});

test("an edit of the comment changes the dialect, as a fresh reading would", () => {
  const scan = scanInittab(`# inittab: dialect=irix\n${levels}`, {
    preset: { dialect: "aix", because: { id: "set" } },
  });
  expect(scan.dialect).toBe("irix");
  const edited = editScan(scan, { start: 0, end: 2, text: "" });
  expect([edited.dialect, edited.guess.by]).toEqual(["aix", "settings"]);
  expect(editScan(edited, { start: 0, end: 0, text: "#" }).dialect).toBe("irix");
});

test("a file that is nothing but comments is not read to its end", () => {
  const text = "# words\n".repeat(100_000);
  expect(chooseDialect(text).examined).toBeLessThan(50_000);
  expect(check(`${text}# inittab: dialect=aix\n`)).toBe(check(text));
});

test("records that are commented out are signs where there are no others", () => {
  const guess = (text: string): string => {
    const { dialect, because } = chooseDialect(text);
    return `${dialect}: ${inEnglish.text(because)}`;
  };
  expect(guess("#I0:2345:respawn:/usr/sbin/vboxgetty -d /dev/ttyI0\n-s 38400 ttyI1\n")).toBe(
    "sysvinit: entries have runlevels, among those that are commented out",
  );
  expect(guess("#ttyS0::askfirst:-/bin/sh\n")).toBe(
    "busybox: it has the action askfirst, among those that are commented out",
  );
  expect(guess("# A line is id:level:action:process\nnonsense\n")).toBe("unknown: no line has four fields");
  expect(guess("::sysinit:/bin/a\n#1:2345:respawn:/sbin/getty\n")).toBe("busybox: most ids are empty");
});

describe("one foreign word turns nothing over", () => {
  const sysv =
    "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\n1:2345:respawn:/sbin/getty tty1\n";
  const busybox = "::sysinit:/etc/init.d/rcS\n::respawn:-/bin/sh\n::shutdown:/bin/umount -a\n";

  test.each([
    [`${sysv}2:2345:askfirst:-/bin/sh\n`, "sysvinit"],
    [`${sysv}sd:06:shutdown:/etc/rc.down\n`, "sysvinit"],
    [`${sysv}ac:3:askconsole:/bin/ash\n`, "sysvinit"],
    [`${sysv}ca::ctrlaltdel:/sbin/reboot\nx:3:hold:/bin/a\n`, "sysvinit"],
    [`id:3:initdefault:\n${busybox}`, "busybox"],
    [`${busybox}tty1:2345:respawn:/sbin/getty 38400 tty1\n`, "busybox"],
    ["::sysinit:/etc/init.d/rcS\ntty1:2345:respawn:/sbin/getty tty1\ntty2::askfirst:/bin/sh\n", "busybox"],
  ])("%j", (text, expected) => expect(chooseDialect(text).dialect).toBe(expected));

  test("a file whose entries disagree is read with doubt", () => {
    expect(chooseDialect(`${sysv}2:2345:askfirst:-/bin/sh\n`).doubtful).toBe(true);
    expect(chooseDialect(`id:3:initdefault:\n${busybox}`).doubtful).toBe(true);
    expect(chooseDialect(sysv).doubtful).toBeUndefined();
    expect(chooseDialect(busybox).doubtful).toBeUndefined();
    expect(chooseDialect(`id:3:initdefault:\n${busybox}`, { dialect: "busybox" }).doubtful).toBeUndefined();
  });
});
