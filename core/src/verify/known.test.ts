// Known ways to lock oneself out of a machine, in one line each, and the shortest sequence that shows them.

import { describe, expect, test } from "vitest";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { inEnglish } from "../testing/english.ts";
import { verify } from "./verify.ts";

/** A table that locks nobody out and goes down from everywhere. */
const good: readonly string[] = [
  "id:2:initdefault:",
  "si::sysinit:/etc/init.d/rcS",
  "~~:S:wait:/sbin/sulogin",
  "l0:0:wait:/etc/init.d/rc 0",
  "l1:1:wait:/etc/init.d/rc 1",
  "l6:6:wait:/etc/init.d/rc 6",
  "ca:12345:ctrlaltdel:/sbin/shutdown -r now",
  "t1:12345:respawn:/sbin/getty 38400 tty1",
  "t2:2345:respawn:/sbin/getty 38400 tty2",
];

/** What is found about the table with a line in the place of another, or behind all. */
function found(change: Readonly<Record<string, string>>, further: readonly string[] = []): string {
  const lines = good.flatMap((line) => change[line.slice(0, line.indexOf(":"))] ?? [line]);
  return about(`${[...lines, ...further].filter((line) => line !== "").join("\n")}\n`, "sysvinit");
}

function about(table: string, machine: string): string {
  const result = verify(table, machine, { events: defaultWayEvents });
  expect(result?.exhausted).toBe(true);
  // That a login is gone is no more than an information where another record may start one.
  const answers = (result?.findings ?? []).filter(
    ({ severity, question }) => severity === "warning" || question === "login",
  );
  return answers
    .map(({ question, severity, message, sequence }) =>
      [
        `${severity} ${question}`,
        inEnglish.text(message),
        sequence.map(({ words }) => words).join(", ") || "boot",
      ].join(" | "),
    )
    .join("\n");
}

describe("sysvinit", () => {
  test("the table itself has none", () => {
    expect(found({})).toBe("");
  });

  test("no default level: init asks on the console", () => {
    expect(found({ id: "" })).toMatchInlineSnapshot(
      `"warning login | Init waits for a runlevel to be typed on the console, and runs nothing until then | kill si"`,
    );
  });

  test("the default level is one without a login", () => {
    expect(
      found({ id: "id:4:initdefault:", t1: "t1:123:respawn:/sbin/getty 38400 tty1", t2: "" }),
    ).toMatchInlineSnapshot(`
      "warning login | Nobody can log in: in runlevel 4 init runs no login, and nothing in this table starts one | kill si
      warning login | Nobody can log in: in runlevel 5 init runs no login, and nothing in this table starts one | telinit 5"
    `);
  });

  test("a login that is started only once", () => {
    expect(found({ t1: "t1:12345:once:/sbin/getty 38400 tty1", t2: "" })).toMatchInlineSnapshot(`
      "information login | This table starts no login in runlevel 2; only what runs there, such as \`/sbin/getty 38400 tty1\`, could | kill si, kill t1
      information login | This table starts no login in runlevel 3; only what runs there, such as \`/sbin/getty 38400 tty1\`, could | telinit 3, kill t1
      information login | This table starts no login in runlevel 4; only what runs there, such as \`/sbin/getty 38400 tty1\`, could | telinit 4, kill t1
      information login | This table starts no login in runlevel 5; only what runs there, such as \`/sbin/getty 38400 tty1\`, could | telinit 5, kill t1
      information login | This table starts no login in runlevel 1; only what runs there, such as \`/etc/init.d/rc 1\`, could | telinit 1, kill l1, kill t1"
    `);
  });

  test("the default level halts the machine", () => {
    expect(found({ id: "id:0:initdefault:" })).toMatchInlineSnapshot(
      `"warning login | The boot goes into runlevel 0, and no login ever appears | kill si"`,
    );
  });

  test("nothing halts the machine in level 0", () => {
    expect(found({ l0: "" })).toMatchInlineSnapshot(
      `"warning way-down | \`telinit 0\` does not bring the machine down: nothing in this table does so | telinit 0"`,
    );
  });

  test("a login that init waits for, after the others", () => {
    expect(found({}, ["x:2:wait:/sbin/agetty 9600 ttyS0"])).toMatchInlineSnapshot(`""`);
  });

  test("a daemon that init waits for, before the logins", () => {
    expect(found({ l1: "l1:2:wait:/usr/sbin/sshd -D" })).toMatchInlineSnapshot(
      `"warning login | Nobody can log in: init waits for \`/usr/sbin/sshd -D\`, which runs until somebody ends it, and starts nothing that comes after it | kill si"`,
    );
  });

  test("a daemon that init waits for during the boot", () => {
    expect(found({ si: "si::sysinit:/sbin/syslogd -n" })).toMatchInlineSnapshot(
      `"warning login | Nobody can log in: init waits for \`/sbin/syslogd -n\`, which runs until somebody ends it, and starts nothing that comes after it | boot"`,
    );
  });

  test("a daemon that init waits for when the power fails", () => {
    expect(found({}, ["pw:2345:powerwait:/usr/sbin/sshd -D"])).toMatchInlineSnapshot(`
      "warning login | Nobody can log in: init waits for \`/usr/sbin/sshd -D\`, which runs until somebody ends it, and starts nothing that comes after it | signal PWR F, kill si
      warning way-down | After \`signal PWR F\` the machine does not go down: init never reaches the entry that does it | kill si, signal PWR F"
    `);
  });

  test("an entry of the boot phase that is respawned", () => {
    expect(found({}, ["x:#:respawn:/usr/bin/x"])).toMatchInlineSnapshot(
      `"information login | This table starts no login in runlevel #; only what runs there, such as \`/etc/init.d/rcS\`, could | kill si"`,
    );
  });

  test("an entry of single-user mode that init never starts again, so that it no longer reads requests", () => {
    expect(found({ id: "id:S:initdefault:", "~~": "~~:Ss:wait:/sbin/sulogin" })).toMatchInlineSnapshot(`
      "information login | This table starts no login in runlevel S; only what runs there, such as \`/sbin/sulogin\`, could | kill si, kill ~~
      warning way-down | After \`telinit 0\` the machine does not go down: init never reaches the entry that does it | kill si, kill ~~, telinit 0
      warning way-down | After \`telinit 6\` the machine does not go down: init never reaches the entry that does it | kill si, kill ~~, telinit 6"
    `);
  });

  test("a login that is disabled when it respawns too fast, and is the only one", () => {
    const result = verify([...good.filter((line) => !line.startsWith("t2")), ""].join("\n"), "sysvinit", {
      events: defaultWayEvents,
      questions: ["storm"],
    });
    const [first] = result?.findings ?? [];
    expect([first?.line, first?.sequence.map(({ words }) => words).join(", ")]).toMatchInlineSnapshot(`
      [
        8,
        "kill si, kill t1 KILL",
      ]
    `);
  });

  test("a login on a terminal that the machine does not have", () => {
    const table = good.map((line) => line.replace("tty1", "ttyS0")).filter((line) => !line.startsWith("t2"));
    const { findings = [] } =
      verify(`${table.join("\n")}\n`, "sysvinit", {
        events: defaultWayEvents,
        questions: ["login"],
        machine: { profile: "board-serial", console: "ttyAMA0" },
      }) ?? {};
    const { message, sequence } = findings.find(({ message: { values } }) => values?.["level"] === "3") ?? {};
    expect([message && inEnglish.text(message), sequence]).toMatchInlineSnapshot(`
      [
        "Nobody can log in in runlevel 3: the machine does not have \`ttyS0\`, where the login runs",
        [
          {
            "at": 5,
            "words": "telinit 3",
          },
        ],
      ]
    `);
  });

  test("single-user mode without a shell", () => {
    expect(found({ "~~": "" }, ["pf::powerfail:/sbin/shutdown -h +2"])).toMatchInlineSnapshot(
      `"warning login | Nobody can log in: in runlevel S init runs no login, and nothing in this table starts one | signal PWR F, telinit S"`,
    );
  });

  test("two logins on one terminal", () => {
    expect(found({ t2: "t2:2345:respawn:/sbin/getty 38400 tty1" })).toMatchInlineSnapshot(
      `"warning race | Two logins read tty1 at the same time in runlevel 2: lines 8 and 9 | kill si"`,
    );
  });
});

describe("BusyBox", () => {
  const usual = "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n::ctrlaltdel:/sbin/reboot\n";

  test("the table itself has none", () => {
    expect(about(usual, "busybox")).toBe("");
  });

  test("a shell that is started only once", () => {
    expect(about(usual.replace("askfirst", "once"), "busybox")).toMatchInlineSnapshot(
      `"information login | This table starts no login; only what runs there, such as \`/etc/init.d/rcS\`, could | kill /etc/init.d/rcS, kill -/bin/sh"`,
    );
  });

  test("a login that is waited for in front of nothing else", () => {
    expect(about("::sysinit:/etc/init.d/rcS\n::wait:/bin/login\n", "busybox")).toMatchInlineSnapshot(
      `"information login | This table starts no login; only what runs there, such as \`/etc/init.d/rcS\`, could | kill /etc/init.d/rcS, kill /bin/login"`,
    );
  });

  test("no login at all", () => {
    expect(
      about("::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/syslogd -n\n", "busybox"),
    ).toMatchInlineSnapshot(
      `"information login | This table starts no login; only what runs there, such as \`/etc/init.d/rcS\`, could | kill /etc/init.d/rcS"`,
    );
  });

  test("a daemon that init waits for, before the shell", () => {
    expect(
      about(usual.replace("::askfirst", "::wait:/usr/sbin/crond -f\n::askfirst"), "busybox"),
    ).toMatchInlineSnapshot(`
      "warning login | Nobody can log in: init waits for \`/usr/sbin/crond -f\`, which runs until somebody ends it, and starts nothing that comes after it | kill /etc/init.d/rcS
      warning way-down | After \`signal USR1\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal USR1
      warning way-down | After \`signal USR2\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal USR2
      warning way-down | After \`signal TERM\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal TERM
      warning way-down | After \`signal INT\` the machine does not go down: init never reaches the entry that does it | signal INT"
    `);
  });

  test("a daemon that init waits for at Ctrl-Alt-Del", () => {
    expect(about(usual.replace("/sbin/reboot", "/usr/sbin/crond -f"), "busybox")).toMatchInlineSnapshot(`
      "warning login | Nobody can log in: init waits for \`/usr/sbin/crond -f\`, which runs until somebody ends it, and starts nothing that comes after it | signal INT, kill /etc/init.d/rcS
      warning way-down | After \`signal USR1\` the machine does not go down: init never reaches the entry that does it | signal INT, signal USR1
      warning way-down | After \`signal USR2\` the machine does not go down: init never reaches the entry that does it | signal INT, signal USR2
      warning way-down | After \`signal TERM\` the machine does not go down: init never reaches the entry that does it | signal INT, signal TERM
      warning way-down | After \`signal INT\` the machine does not go down: init never reaches the entry that does it | signal INT"
    `);
  });

  test("a daemon that init waits for, after the shell", () => {
    expect(about(`${usual}::wait:/usr/sbin/crond -f\n`, "busybox")).toMatchInlineSnapshot(`
      "warning login | Nobody can log in: init waits for \`/usr/sbin/crond -f\`, which runs until somebody ends it, and starts nothing that comes after it | kill /etc/init.d/rcS
      warning way-down | After \`signal USR1\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal USR1
      warning way-down | After \`signal USR2\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal USR2
      warning way-down | After \`signal TERM\` the machine does not go down: init never reaches the entry that does it | kill /etc/init.d/rcS, signal TERM
      warning way-down | After \`signal INT\` the machine does not go down: init never reaches the entry that does it | signal INT"
    `);
  });
});
