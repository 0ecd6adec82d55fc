import { describe, expect, test } from "vitest";
import { show } from "../testing/program.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
ca::ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
`;

describe("what two inittabs do differently", () => {
  /** Compares the table with a changed one. */
  const compare = (now: string, args: readonly string[] = [], old: string = table) =>
    show(["simulate", "--diff", ...args, "old", "new"], { files: { old, new: now } });
  test("nothing", async () => {
    expect(await compare(table)).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      The inittabs are the same.
      exit 0"
    `);
    expect(await compare(`# a comment\n${table}`)).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      1 changed line, but init does the same.
      exit 0"
    `);
  });
  test("one line that does much", async () => {
    expect(await compare(table.replace("id:2", "id:3"))).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      line 1: id:2:initdefault: → id:3:initdefault:
          runlevel: 2 from 1 s → 3 from 1 s
          l2: runs from 1 s to 2 s (/etc/init.d/rc 2) → does not run
          l3: does not run → runs from 1 s to 2 s (/etc/init.d/rc 3)
          message "Entering runlevel: 2": said → not said
          message "Entering runlevel: 3": not said → said

      5 differences
      exit 1"
    `);
  });
  test("a line that only matters when something happens", async () => {
    const now = table.replace(/^ca.*\n/m, "");
    expect((await compare(now)).split("\n").slice(2).join("\n")).toMatchInlineSnapshot(`
      "1 changed line, but init does the same.
      exit 0"
    `);
    expect(await compare(now, ["--at", "20 signal INT"])).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      line 7 is gone: ca::ctrlaltdel:/sbin/shutdown -r now
          runlevel: 2 from 1 s, 6 from 21 s → 2 from 1 s
          1: runs from 2 s to 21 s (/sbin/getty 38400 tty1) → runs from 2 s on (/sbin/getty 38400 tty1)
          2: runs from 2 s to 21 s (/sbin/getty 38400 tty2) → runs from 2 s on (/sbin/getty 38400 tty2)
          ca: runs from 20 s to 21 s (/sbin/shutdown -r now) → does not run
          message "Switching to runlevel: 6": said → not said
          message "Sending processes configured via /etc/inittab the TERM signal": said → not said
          message "no more processes left in this runlevel": said → not said

      7 differences
      exit 1"
    `);
  });
  test("added, moved, dropped, and two that work together", async () => {
    const now = table.replace("l2:2:", "l2:4:").replace("id:2", "id:4").concat("si:2:once:/bin/true\n");
    expect(await compare(now)).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      line 1: id:2:initdefault: → id:4:initdefault:
          runlevel: 2 from 1 s → 4 from 1 s
          2: runs from 2 s on (/sbin/getty 38400 tty2) → does not run
          message "Entering runlevel: 2": said → not said
          message "Entering runlevel: 4": not said → said

      line 9 is new: si:2:once:/bin/true
          message "/etc/inittab[9]: duplicate ID field "si"": not said → said

      5 differences
      exit 1"
    `);
    const moved = table.replace(/^(1:.*\n)(2:.*\n)/m, "$2$1");
    expect(await compare(moved)).toMatchInlineSnapshot(`
      "old → new, sysvinit 3.14

      line 5 has moved to line 6: 1:2345:respawn:/sbin/getty 38400 tty1
          order of starts: si l2 1 2 → si l2 2 1

      1 difference
      exit 1"
    `);
  });
  test("JSON", async () => {
    expect(await compare(table.replace("2:23", "2:3"), ["--format", "json"])).toMatchInlineSnapshot(`
      "{"title":"old → new, sysvinit 3.14","changed":1,"differences":[
      {"what":"process","id":"2","was":"runs from 2 s on (/sbin/getty 38400 tty2)","causes":[{"old":{"line":6,"text":"2:23:respawn:/sbin/getty 38400 tty2"},"new":{"line":6,"text":"2:3:respawn:/sbin/getty 38400 tty2"}}],"together":false}
      ]}
      exit 1"
    `);
  });
});

test("standard input is read only once", async () => {
  const stdin = "id:2:initdefault:\n1:2:respawn:/bin/a\n";
  expect(await show(["simulate", "--diff", "-", "-"], { stdin })).toMatchInlineSnapshot(`
    "! inittab: standard input (-) can be read only once
    ! Try: inittab simulate --help
    exit 2"
  `);
  expect(await show(["simulate", "--scenario", "-", "-"], { stdin })).toMatchInlineSnapshot(`
    "! inittab: standard input (-) can be read only once
    ! Try: inittab simulate --help
    exit 2"
  `);
});
