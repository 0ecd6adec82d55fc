// What logs show of a boot, and where it parts from the simulated one.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanInittab } from "../inittab/scan.ts";
import { simulatedInit } from "../simulate/machines.ts";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { compareBoot, measuredProcesses } from "./compare.ts";
import { readBootLog } from "./read.ts";

const levels = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:23:respawn:/sbin/getty 38400 tty1
`;
const busybox = "::sysinit:/etc/init.d/rcS\n::wait:/bin/net\n::respawn:/sbin/getty 115200 ttyS0\n";

/** Where a log parts from the boot of a table, and what it measures. */
function check(log: string, table: string): string {
  const boot = readBootLog(log);
  if (boot === undefined) return "no boot";
  const simulation = simulatedInit(scanInittab(table).dialect)?.open({ inittab: table, until: 600 });
  if (simulation?.kind !== "simulation") throw new Error("no simulation");
  const result = compareBoot(boot, simulation.simulation.play());
  const { divergence, measured, agreed, restarted } = result;
  return [
    divergence === undefined
      ? "same"
      : `${divergence.line ?? "end"}: ${inEnglish.text(divergence.message)} [${divergence.entry?.record.line ?? "-"}]`,
    `${agreed} agreed`,
    ...restarted.map(({ entry, times }) => `${entry.process} ${times} times`),
    ...measured.map(({ entry, seconds }) => `${entry.process} ${seconds}`),
    JSON.stringify(measuredProcesses(result)),
  ].join("\n");
}

describe("lines of init", () => {
  test("on a console with the kernel's clock", () => {
    const log = `[    0.000000] Linux version 6.1.0
[    3.100000] Run /sbin/init as init process
\rINIT: version 3.06 booting
[    9.600000] Starting network: OK
[   12.350000] INIT: Entering runlevel: 2
`;
    expect(check(log, levels)).toMatchInlineSnapshot(`
      "same
      1 agreed
      /etc/init.d/rcS 9.25
      {"si":{"runs":9.25}}"
    `);
    expect(check(log.replace("runlevel: 2", "runlevel: 3"), levels)).toMatchInlineSnapshot(`
      "5: runlevel 3 is entered; in the simulated boot, it is runlevel 2 [1]
      0 agreed
      /etc/init.d/rcS 9.25
      {"si":{"runs":9.25}}"
    `);
    expect(check(`${log.split("INIT: Ent")[0]}\nINIT: Id "x" respawning too fast`, levels)).toBe("no boot");
  });

  test("an entry that init disables is the likely cause", () => {
    const log = `[    3.100000] INIT: version 3.06 booting
[   12.350000] INIT: Entering runlevel: 2
[   13.900000] INIT: Id "1" respawning too fast: disabled for 5 minutes
[   14.000000] INIT: Id "none" respawning too fast: disabled for 5 minutes
`;
    expect(check(log, levels)).toMatchInlineSnapshot(`
      "3: \`/sbin/getty 38400 tty1\` has ended so often that init starts it no more for a while; in the simulated boot it does not end [5]
      1 agreed
      /etc/init.d/rcS 9.25
      {"si":{"runs":9.25}}"
    `);
  });

  test("in bootlogd's log and in syslog", () => {
    const lines = (front: (second: string) => string) =>
      `${front("00")}INIT: version 3.06 booting\n${front("09")}INIT: Entering runlevel: 2\n`;
    for (const front of [
      (second: string) => `Tue Nov 29 20:27:${second} 2026: `,
      (second: string) => `Nov 29 20:27:${second} host `,
      (second: string) => `2026-11-29T20:27:${second}.000+00:00 host init[1]: `,
      (second: string) => `20:27:${second} `,
      (second: string) => `[2026-11-29 20:27:${second}] `,
      (second: string) => `[Sun Nov 29 20:27:${second} 2026] `,
      (second: string) => `[${Number(second)}.000000 0.000120] `,
      (second: string) => `<30>Nov 29 20:27:${second} init: `,
    ])
      expect(check(lines(front), levels)).toContain("/etc/init.d/rcS 9");
  });

  const start = (at: number, pid: number, process: string) =>
    `[ ${at.toFixed(6)}] init: starting pid ${pid}, tty '': '${process}'\n`;
  const healthy =
    "[ 2.000000] init started: BusyBox v1.36.1 (2024-03-01 10:00:00 UTC)\n" +
    start(2.1, 60, "/etc/init.d/rcS") +
    start(5.6, 90, "/bin/net") +
    start(7, 95, "/sbin/getty 115200 ttyS0");

  test("of BusyBox: each start is that of an entry", () => {
    expect(check(healthy, busybox)).toMatchInlineSnapshot(`
      "same
      3 agreed
      /etc/init.d/rcS 3.5
      /bin/net 1.4
      {"/etc/init.d/rcS":{"runs":3.5},"/bin/net":{"runs":1.4}}"
    `);
    expect(check(healthy + start(9, 97, "/sbin/getty 115200 ttyS0"), busybox)).toContain("2 times");
  });

  test("a boot that hangs names the entry that init waits for", () => {
    const hangs = healthy.split("\n").slice(0, 3).join("\n");
    expect(check(hangs, busybox)).toMatchInlineSnapshot(`
      "end: the log ends while init waits for \`/bin/net\` to end; \`/sbin/getty 115200 ttyS0\` comes after it [2]
      2 agreed
      /etc/init.d/rcS 3.5
      /bin/net null
      {"/etc/init.d/rcS":{"runs":3.5},"/bin/net":{"runs":null}}"
    `);
  });

  test("what is started otherwise, and what no entry starts", () => {
    const without = healthy.replace(/.*\/bin\/net.*\n/, "");
    expect(check(without, busybox)).toMatchInlineSnapshot(`
      "3: \`/sbin/getty 115200 ttyS0\` is started; in the simulated boot, \`/bin/net\` is started first [2]
      1 agreed
      {}"
    `);
    expect(check(healthy.replace("/bin/net", "/bin/other"), busybox)).toMatchInlineSnapshot(`
      "3: \`/bin/other\` is started, and no entry of the inittab starts it [-]
      1 agreed
      /etc/init.d/rcS 3.5
      {"/etc/init.d/rcS":{"runs":3.5}}"
    `);
    expect(check(healthy, `${busybox}::shutdown:/bin/net\n`.replace("::wait", "#"))).toMatchInlineSnapshot(`
      "3: \`/bin/net\` is started, which the simulated boot never does [4]
      2 agreed
      /bin/net 1.4
      {"/bin/net":{"runs":1.4}}"
    `);
    expect(check(healthy.replace(/.*getty.*\n/, ""), busybox)).toMatchInlineSnapshot(`
      "end: the log ends while init waits for \`/bin/net\` to end; \`/sbin/getty 115200 ttyS0\` comes after it [2]
      2 agreed
      /etc/init.d/rcS 3.5
      /bin/net null
      {"/etc/init.d/rcS":{"runs":3.5},"/bin/net":{"runs":null}}"
    `);
  });

  test("on a console, what is started on other terminals may be missing", () => {
    const table = `null::sysinit:/bin/quiet\n${busybox}tty9::respawn:/sbin/getty tty9\n`;
    const onConsole = healthy.replaceAll("init: ", "");
    expect(check(onConsole, table)).toMatch(/^same\n3 agreed/);
    expect(check(healthy, table)).toMatch(/^2: .*is started first \[1\]/);
  });

  test("the last boot of several counts, and nothing after the machine goes down", () => {
    const log = `${healthy}[ 60.000000] The system is going down NOW!\n${healthy}[ 99.000000] The system is going down NOW!\n${start(99, 120, "/bin/x")}`;
    expect(check(log, busybox)).toBe(check(healthy, busybox));
  });

  test("a clock that is set during the boot is no duration", () => {
    const log = `Jan  1 00:00:05 host init: starting pid 60, tty '': '/etc/init.d/rcS'
Nov 30 10:00:00 host init: starting pid 90, tty '': '/bin/net'
Nov 30 10:00:02 host init: starting pid 95, tty '': '/sbin/getty 115200 ttyS0'
`;
    expect(check(log, busybox)).toContain("/bin/net 2");
    expect(check(log, busybox)).not.toMatch(/rcS \d{4}/);
  });
});

describe("accounting", () => {
  const record = (type: number, pid: number, id: string, at: string, user = "") =>
    `[${type}] [${String(pid).padStart(5, "0")}] [${id.padEnd(4)}] [${user.padEnd(8)}] [            ] [                    ] [0.0.0.0        ] [2024-03-01T10:00:${at}+00:00]\n`;
  const boot = record(2, 0, "~~", "00,000000", "reboot");

  test("an entry has a beginning and an end", () => {
    const log = `${boot}${record(5, 50, "si", "00,500000")}${record(8, 50, "si", "04,750000")}${record(1, 20018, "~~", "04,750000", "runlevel")}${record(5, 60, "l2", "05,000000")}`;
    expect(check(log, levels)).toMatchInlineSnapshot(`
      "end: the log ends while init waits for \`/etc/init.d/rc 2\` to end; \`/sbin/getty 38400 tty1\` comes after it [3]
      3 agreed
      /etc/init.d/rcS 4.25
      /etc/init.d/rc 2 null
      {"si":{"runs":4.25},"l2":{"runs":null}}"
    `);
  });

  test("a plus keeps an entry out of it", () => {
    const quiet = levels.replace("/etc/init.d/rc 2", "+/etc/init.d/rc 2");
    const log = `${boot}${record(5, 50, "si", "00,500000")}${record(8, 50, "si", "04,750000")}${record(1, 20018, "~~", "04,750000", "runlevel")}${record(5, 70, "1", "09,000000")}`;
    expect(check(log, quiet)).toMatch(/^same/);
  });
});

describe("samples of bootchart", () => {
  const at = (time: number, ...lines: readonly string[]) => `${time}\n${lines.join("\n")}\n\n`;
  const of = (pid: number, name: string, parent = 1) =>
    `${pid} (${name}) S ${parent} 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 100 0`;
  const table = "::respawn:/sbin/getty 115200 ttyS0\n::respawn:/bin/log >/dev/null\n::askfirst:-/bin/sh\n";

  test("a process is its program, not what it was before and what it becomes", () => {
    const log =
      at(100, of(1, "init", 0), of(5, "init"), of(6, "sh"), of(7, "sh")) +
      at(200, of(1, "init", 0), of(5, "getty"), of(6, "log"), of(7, "sh")) +
      at(300, of(1, "init", 0), of(5, "login"), of(6, "log"), of(7, "sh")) +
      at(400, of(1, "init", 0), of(5, "sh"), of(6, "log"), of(7, "sh"));
    expect(check(log, table)).toBe("same\n3 agreed\n{}");
    expect(check(log.replace(/^7 .*\n/gm, ""), table)).toContain("`-/bin/sh` is never seen");
  });

  test("where the kernel keeps an account of tasks, a process that rests has not ended", () => {
    const log = "90\n\n100\n5 1 getty 200 0 0\n6 1 a name 7 0 0\n\n200\n7 1 sh 9 0 0\n\n";
    expect(check(log, table)).toBe(
      "end: `/bin/log >/dev/null` is never seen, although the simulated boot keeps it running [2]\n2 agreed\n{}",
    );
  });
});

test("any text is read, and what it shows does not go back in time", () => {
  const text = fc
    .array(
      pieceOf(
        "[ 1.5] ",
        "init: ",
        "INIT: version 3.06 booting",
        "INIT: Entering runlevel: 2",
        "starting pid 5, tty '': '/bin/net'",
        "process 'x' (pid 5) exited. Scheduling for restart.",
        "[5] [00050] [si  ] [        ] [            ] [                    ] [0.0.0.0        ] [2024-03-01T10:00:00,5+00:00]",
        "runlevel (to lvl 2)   6.1   Fri Mar  1 10:00:07 2024",
        "reboot   system boot  6.1   Fri Mar  1 10:00",
        "20\n5 (x) S 1 ",
        "20\n5 1 x 3 0 0\n",
        "Nov 30 10:00:00 host ",
        "\n",
        "\r",
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (log) => {
      const boot = readBootLog(log);
      let before = 0;
      for (const { at = before } of boot?.seen ?? []) {
        expect(at).toBeGreaterThanOrEqual(before);
        before = at;
      }
      check(log, busybox);
    }),
    { numRuns: 200 },
  );
});
