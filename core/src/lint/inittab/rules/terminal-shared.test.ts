import { expect, test } from "vitest";
import { checkMarked, findings, firing } from "../../../testing/lint-check.ts";

const busybox = { dialect: "busybox" } as const;

test("two gettys on one terminal, in a common level", () => {
  checkMarked(`\
1:2345:respawn:/sbin/getty 38400 tty1
S0:12345:respawn:/sbin/getty -L 115200 ttyS0 vt100
S1:45:respawn:/sbin/agetty -L /dev/ttyS0 115200 vt100
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared: agetty waits for input on /dev/ttyS0, as does the entry on line 2 in runlevels 45; they take each other's input
c1:3:respawn:/sbin/mingetty --noclear vc/1
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared: mingetty waits for input on /dev/tty1, as does the entry on line 1 in runlevel 3; they take each other's input
`);
});

test("in quotes, and gettys of which only the terminal is known", () => {
  checkMarked(`\
1:2345:respawn:/sbin/getty 38400 'tty1'
2:2345:respawn:/sbin/rungetty --autologin joe tty1
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared
3:2345:respawn:/sbin/agetty -t 60 -L "tty2"
4:2345:respawn:sh -c "exec /sbin/mingetty tty2"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared
`);
  expect(firing("1:2:respawn:/sbin/getty 38400 tty1\n2:2:respawn:/sbin/ngetty tty1 tty2\n")).toEqual([]);
});

test("tty0 is whatever console is shown", () => {
  checkMarked(`\
1:2:respawn:/sbin/getty 38400 tty1
0:2:respawn:/sbin/getty 38400 tty0
#           ^^^^^^^^^^^^^^^^^^^^^^ terminal-shared: getty waits for input on /dev/tty0, which may be the console that is shown, as does the entry on line 1 in runlevel 2; they take each other's input
`);
  expect(firing("0:2:respawn:/sbin/getty 38400 tty0\nS0:2:respawn:/sbin/getty 38400 ttyS0\n")).toEqual([]);
  expect(firing("0:2:respawn:/sbin/getty 38400 tty0\n2:2:respawn:/sbin/getty 38400 tty2\n")).toEqual([
    "terminal-shared",
  ]);
});

test("mgetty names its line last, and so does a sulogin that is kept running", () => {
  checkMarked(`\
S0:23:respawn:/sbin/agetty 115200 ttyS0 vt102
S1:3:respawn:/usr/sbin/mgetty -x 4 -s 38400 ttyS0
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared
1:3:respawn:/sbin/mingetty tty1
a:3:respawn:/sbin/sulogin -t 60 /dev/tty1
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared
`);
  expect(firing("1:3:respawn:/sbin/mingetty tty1\na:3:respawn:/sbin/sulogin\n")).toEqual([]);
  expect(firing("1:3:respawn:/usr/sbin/mgetty ttyS0\na:3:respawn:/usr/sbin/mgetty ttyS1\n")).toEqual([]);
});

test("a login that takes its terminal by a redirection", () => {
  const login = "a:2:respawn:/bin/login -f pi </dev/tty1 >/dev/tty1 2>&1\n";
  expect(firing(`${login}1:2:respawn:/sbin/getty 38400 tty1\n`)).toEqual(["terminal-shared"]);
  expect(firing(`${login}2:2:respawn:/sbin/getty 38400 tty2\n`)).toEqual([]);
});

test("levels that never meet, records that are off, and what init waits for", () => {
  expect(firing("1:23:respawn:/sbin/getty tty1\na:45:respawn:/sbin/getty tty1\n")).toEqual([]);
  expect(firing("1:23:respawn:/sbin/getty tty1\na:23:off:/sbin/getty tty1\n")).toEqual([]);
  expect(firing("1:S:respawn:/sbin/agetty console\n~~:S:wait:/sbin/sulogin /dev/console\n")).toEqual([]);
  expect(firing("1:2:respawn:/sbin/agetty $TTY\na:2:respawn:/sbin/agetty $TTY\n")).toEqual([]);
});

test("an entry of BusyBox sits on the terminal of its id", () => {
  checkMarked(
    `\
ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100
/dev/ttyS0::askfirst:-/bin/sh
#                    ^^^^^^^^ terminal-shared: sh waits for input on /dev/ttyS0, as does the entry on line 1; they take each other's input
::askfirst:-/bin/sh
console::respawn:/sbin/getty -L console 0 vt100
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared
tty1::respawn:/sbin/agetty --noclear - linux
tty2::respawn:/sbin/agetty - linux
`,
    busybox,
  );
  expect(firing("tty1::respawn:/sbin/getty 38400 tty1\ntty1::once:/usr/bin/app\n", busybox)).toEqual([]);
  // The second of two that are alike takes the place of the first.
  const twice = "tty1::askfirst:-/bin/sh\n".repeat(2);
  expect(firing(twice, busybox)).toEqual(["busybox-replaced-entry"]);
});

test("procd keeps entries that are alike", () => {
  const twice = "ttyS0::askfirst:/usr/libexec/login.sh\n".repeat(2);
  const [finding] = findings(twice, { dialect: "procd" });
  expect(finding?.message).toBe(
    "login.sh waits for input on /dev/ttyS0, as does the entry on line 1; they take each other's input",
  );
  expect(
    firing("::askconsole:/bin/ash --login\ntty1::askfirst:/bin/ash --login\n", { dialect: "procd" }),
  ).toEqual([]);
});

test("a terminal that a shell in between opens", () => {
  checkMarked(`\
1:2:respawn:/sbin/agetty 38400 tty1
2:2:respawn:/bin/sh -c "exec /bin/bash </dev/tty1 >/dev/tty1 2>&1"
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terminal-shared: bash waits for input on /dev/tty1, as does the entry on line 1 in runlevel 2; they take each other's input
`);
});
