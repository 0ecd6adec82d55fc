import { describe, expect, test } from "vitest";
import { type RunOptions, runInittab, show } from "./testing/program.ts";

const table = `# table
id:3:initdefault:
si::sysinit:/etc/init.d/rcS
	l3:3:wait:/etc/init.d/rc 3
l3:5:wait:/etc/init.d/rc 5
bad
ca::ctrlaltdel:/sbin/shutdown -t1 -a -r now
1:2345:respawn:/sbin/getty 38400 tty1
`;

/** Reads a table and prints what the user sees. */
function check(stdin: string, args = "-", options: RunOptions = {}): Promise<string> {
  return show(["read", ...args.split(" ")], { stdin, ...options });
}

describe("text", () => {
  test("records in init's order, then what init drops", async () => {
    expect(await check(table)).toMatchInlineSnapshot(`
      "<stdin>: read as sysvinit 3.14 because it has the action ctrlaltdel

      line  id  runlevels    action       process
      7     ca  S0123456789  ctrlaltdel   /sbin/shutdown -t1 -a -r now
      2     id  3            initdefault
      3     si  #            sysinit      /etc/init.d/rcS
      4     l3  3            wait         /etc/init.d/rc 3
      8     1   2345         respawn      /sbin/getty 38400 tty1

      Default runlevel: 3 (line 2)

      Init drops 2 lines:
        line 5: l3:5:wait:/etc/init.d/rc 5
          INIT: /etc/inittab[5]: duplicate ID field "l3"
        line 6: bad
          INIT: /etc/inittab[6]: missing action field
      exit 0"
    `);
  });
  test("by release", async () => {
    const last = table.trimEnd();
    expect((await check(last)).split("\n").slice(-3).join("\n")).toMatchInlineSnapshot(`
      "  line 8: 1:2345:respawn:/sbin/getty 38400 tty1
          INIT: Error detected in /etc/inittab at line 8. Possibly too long.
      exit 0"
    `);
    expect(
      (await check(last, "--init-version 3.06 -")).split("\n").slice(-3).join("\n"),
    ).toMatchInlineSnapshot(`
      "  line 6: bad
          INIT: /etc/inittab[6]: missing action field
      exit 0"
    `);
  });
  test("another dialect", async () => {
    expect(await check("::sysinit:/etc/rcS # a\ntty1::askfirst:/bin/sh\n::frob:x\n")).toMatchInlineSnapshot(`
      "<stdin>: read as busybox because it has the action askfirst

      line  id    runlevels  action    process
      1                      sysinit   /etc/rcS
      2     tty1             askfirst  /bin/sh

      Init drops 1 line:
        line 3: ::frob:x
          INIT: Bad inittab entry at line 3
      exit 0"
    `);
  });
  test("nothing at all", async () => {
    expect(await check("", "--dialect busybox -")).toMatchInlineSnapshot(`
      "<stdin>: read as busybox

      Init would find no entry.
      exit 0"
    `);
    expect(await check("id:xyz:initdefault:\n")).toMatchInlineSnapshot(`
      "<stdin>: read as sysvinit 3.14 because entries have runlevels

      line   id  runlevels  action       process
      1      id  xyz        initdefault
      added  ~~  S          wait         /sbin/sulogin

      The initdefault of line 1 names no runlevel: init asks on the console.
      exit 0"
    `);
  });
  test("a dropped line can be very long", async () => {
    const { stdout } = await runInittab(["read", "-"], {
      stdin: `a:${"x".repeat(1_000_000)}:b:c\nb:2:wait:/x\n`,
    });
    expect(stdout.length).toBeLessThan(1000);
  });
});

test("JSON has the shape of a recorded parse case", async () => {
  expect(await check(table, "--format json --init-version sysvinit-3.06 -")).toMatchInlineSnapshot(`
    "{"name":"<stdin>","init":"sysvinit-3.06","inittab":"# table\\nid:3:initdefault:\\nsi::sysinit:/etc/init.d/rcS\\n\\tl3:3:wait:/etc/init.d/rc 3\\nl3:5:wait:/etc/init.d/rc 5\\nbad\\nca::ctrlaltdel:/sbin/shutdown -t1 -a -r now\\n1:2345:respawn:/sbin/getty 38400 tty1\\n","messages":["/etc/inittab[5]: duplicate ID field \\"l3\\"","/etc/inittab[6]: missing action field"],
    "lines":[
    {"line":1,"text":"# table\\n","result":"ignored"},
    {"line":2,"text":"id:3:initdefault:\\n","result":"accepted"},
    {"line":3,"text":"si::sysinit:/etc/init.d/rcS\\n","result":"accepted"},
    {"line":4,"text":"\\tl3:3:wait:/etc/init.d/rc 3\\n","result":"accepted"},
    {"line":5,"text":"l3:5:wait:/etc/init.d/rc 5\\n","result":"rejected","message":"/etc/inittab[5]: duplicate ID field \\"l3\\""},
    {"line":6,"text":"bad\\n","result":"rejected","message":"/etc/inittab[6]: missing action field"},
    {"line":7,"text":"ca::ctrlaltdel:/sbin/shutdown -t1 -a -r now\\n","result":"accepted"},
    {"line":8,"text":"1:2345:respawn:/sbin/getty 38400 tty1\\n","result":"accepted"}
    ],"table":[
    {"id":"ca","runlevels":"S0123456789","action":"ctrlaltdel","process":"/sbin/shutdown -t1 -a -r now"},
    {"id":"id","runlevels":"3","action":"initdefault","process":""},
    {"id":"si","runlevels":"#","action":"sysinit","process":"/etc/init.d/rcS"},
    {"id":"l3","runlevels":"3","action":"wait","process":"/etc/init.d/rc 3"},
    {"id":"1","runlevels":"2345","action":"respawn","process":"/sbin/getty 38400 tty1"}
    ]}
    exit 0"
  `);
});

test("mistakes", async () => {
  const told: string[] = [];
  for (const args of ["", "a b", "--format sarif -", "gone", ".", "--dialect x -"])
    told.push(await check("", args));
  expect(told.map((text) => text.replace(/\n/g, " / ")).join("\n")).toMatchInlineSnapshot(`
    "! inittab: '': no such file or directory / exit 2
    ! inittab: give one FILE / ! Try: inittab read --help / exit 2
    ! inittab: --format sarif: not one of text, json / ! Try: inittab read --help / exit 2
    ! inittab: gone: no such file or directory / exit 2
    ! inittab: .: is a directory without a file etc/inittab / exit 2
    ! inittab: --dialect x: not one of auto, sysvinit, busybox, procd, toybox, aix, solaris, hp-ux, irix, sco, tru64, system-v, unknown / ! Try: inittab read --help / exit 2"
  `);
});
