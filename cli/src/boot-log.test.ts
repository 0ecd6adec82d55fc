// `inittab boot-log`: logs of real programs beside the simulated boot.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder, type RunOptions, show } from "./testing/program.ts";

const fixtures = join(packageFolder, "../test-fixtures");
const log = (name: string) => readFileSync(join(fixtures, "boot-logs", name), "utf8");

async function check(args: string, options: RunOptions = {}): Promise<string> {
  const words = args
    .replaceAll("SYSTEMS", join(fixtures, "systems"))
    .replaceAll("LOGS", join(fixtures, "boot-logs"));
  return (await show(["boot-log", ...words.split(" ")], options)).replaceAll(fixtures, "FIXTURES");
}

test("lines of BusyBox's init", async () => {
  expect(await check("LOGS/busybox.syslog LOGS/busybox.inittab --dialect busybox")).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/busybox.syslog: lines of init; 5 things as in the simulated boot of FIXTURES/boot-logs/busybox.inittab
      Nothing differs, as far as the log shows it.
      \`console::respawn:/bin/busybox sleep 5\` was started 2 times
      Measured:
        1 s  console::sysinit:/bin/busybox sleep 1
        0 s  console::sysinit:/bin/busybox usleep 300000
        2 s  console::wait:/bin/busybox sleep 2
        5 s  console::respawn:/bin/busybox sleep 5
    exit 0"
  `);
});

test("accounting by sysvinit, as utmpdump and last print it", async () => {
  expect(await check("LOGS/wtmp.utmpdump LOGS/wtmp.last SYSTEMS/debian")).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/wtmp.utmpdump: records of utmpdump; 9 things as in the simulated boot of FIXTURES/systems/debian/etc/inittab
      Nothing differs, as far as the log shows it.
      \`2:23:respawn:/sbin/getty 38400 tty2\` was started 2 times
      Measured:
          7.7 s  si:#:sysinit:/etc/init.d/rcS
         4.49 s  l2:2:wait:/etc/init.d/rc 2
        17.59 s  2:23:respawn:/sbin/getty 38400 tty2
    FIXTURES/boot-logs/wtmp.last: lines of last -x; 1 thing as in the simulated boot of FIXTURES/systems/debian/etc/inittab
      Nothing differs, as far as the log shows it.
      Measured:
        7 s  si:#:sysinit:/etc/init.d/rcS
    exit 0"
  `);
});

test("the archive that bootchart leaves, as BusyBox and bootchart2 write it", async () => {
  const all = "LOGS/bootchart-busybox.tgz LOGS/bootchart2.tgz";
  expect(await check(`${all} LOGS/bootchart.inittab`)).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/bootchart-busybox.tgz: samples of bootchart; 4 things as in the simulated boot of FIXTURES/boot-logs/bootchart.inittab
      Nothing differs, as far as the log shows it.
      Measured:
        0.61 s  console::sysinit:/etc/init.d/rcS
        1.23 s  console::sysinit:/bin/net up
    FIXTURES/boot-logs/bootchart2.tgz: samples of bootchart; 4 things as in the simulated boot of FIXTURES/boot-logs/bootchart.inittab
      Nothing differs, as far as the log shows it.
    exit 0"
  `);
});

test("an entry that is kept running and that no sample shows", async () => {
  const inittab = `${log("bootchart.inittab")}tty2::respawn:/sbin/getty 38400 tty2\n::respawn:/sbin/watchdog\n`;
  expect(await check("LOGS/bootchart2.tgz inittab", { files: { inittab } })).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/bootchart2.tgz: samples of bootchart; 4 things as in the simulated boot of inittab
      at the end of the log: \`/sbin/getty 38400 tty2\` is never seen, although the simulated boot keeps it running
        likely entry: line 6: tty2::respawn:/sbin/getty 38400 tty2
    exit 1"
  `);
});

test("OpenRC's lines, without and with colours and of several services at once, and its own log", async () => {
  const said = async (name: string) => check(`LOGS/${name} LOGS/openrc`);
  const plain = await said("openrc-plain.log");
  expect(plain).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/openrc-plain.log: lines of OpenRC; 0 things as in the simulated boot of FIXTURES/boot-logs/openrc/etc/inittab
      Scripts by what they print: \`devfs\` (line 9), \`hostname\` (line 10), \`localmount\` (line 11), \`networking\` (line 13), \`syslog\` (line 16), \`chronyd\` (line 17), \`local\` (line 21), \`sshd\` (line 25), \`web\` (line 26)
      line 20: OpenRC could not start \`chronyd\`
      line 23: OpenRC could not start \`local\`
      line 26: OpenRC did not start \`web\`, because \`chronyd\` did not start
    exit 1"
  `);
  const outcome = (text: string) => text.replace(/^.*\n/, "").replace(/\(?line \d+\)?/g, "");
  expect(outcome(await said("openrc-colour.log"))).toBe(outcome(plain));
  expect(await said("openrc-parallel.log")).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/openrc-parallel.log: lines of OpenRC; 0 things as in the simulated boot of FIXTURES/boot-logs/openrc/etc/inittab
      Scripts by what they print: \`devfs\` (line 9), \`hostname\` (line 10), \`syslog\` (line 11), \`localmount\` (line 11), \`networking\` (line 14), \`chronyd\` (line 17), \`sshd\` (line 22), \`local\` (line 22), \`web\` (line 26)
      line 20: OpenRC could not start \`chronyd\`
      line 24: OpenRC could not start \`local\`
      line 26: OpenRC did not start \`web\`, because \`chronyd\` did not start
    exit 1"
  `);
  expect(await said("openrc.rc.log")).toMatchInlineSnapshot(`
    "FIXTURES/boot-logs/openrc.rc.log: rc.log of OpenRC; 3 things as in the simulated boot of FIXTURES/boot-logs/openrc/etc/inittab
      Scripts by what they print: \`devfs\` (line 13), \`hostname\` (line 38), \`localmount\` (line 40), \`networking\` (line 43), \`syslog\` (line 48), \`chronyd\` (line 56), \`local\` (line 61), \`sshd\` (line 66), \`web\` (line 68)
      line 60: OpenRC could not start \`chronyd\`
      line 64: OpenRC could not start \`local\`
      line 68: OpenRC did not start \`web\`, because \`chronyd\` did not start
      Measured:
        0 s  console::sysinit:/sbin/openrc sysinit
        1 s  console::sysinit:/sbin/openrc boot
        0 s  console::wait:/sbin/openrc default
    exit 1"
  `);
});

test("in the system around the table, the scripts are named by what they print, and the next one that is missed", async () => {
  const console = [
    "[    2.000000] init started: BusyBox v1.38.0 (x)",
    "[    2.900000] starting pid 70, tty '': '/etc/init.d/rcS'",
    "Starting syslogd: OK",
    "[    3.200000] random: crng init done",
    "Starting klogd: OK",
    "Starting network: ",
  ];
  const text = await check("console.log SYSTEMS/buildroot", { files: { "console.log": console.join("\n") } });
  expect(text).toContain(
    "Scripts by what they print: `S01syslogd` (line 3), `S02klogd` (line 5), `S40network` (line 6)",
  );
  expect(text).toContain(
    "Of `S50dropbear`, which prints something too and comes next, the log shows nothing.",
  );
  const files = { "console.log": console.join("\n"), inittab: "::sysinit:/etc/init.d/rcS\n" };
  expect(await check("console.log inittab", { files })).not.toContain("Scripts");
});

test("where they part, the entry is named, and the scenario plays what was measured", async () => {
  const files = {
    "console.log":
      "[ 2.0] init started: BusyBox v1.36.1 (x)\n[ 2.1] starting pid 60, tty '': '/etc/init.d/rcS'\n[ 5.5] starting pid 70, tty '': '/bin/net up'\n",
    inittab: "::sysinit:/etc/init.d/rcS\n::wait:/bin/net up\n::respawn:/sbin/getty 115200 ttyS0\n",
  };
  expect(await check("console.log inittab", { files })).toMatchInlineSnapshot(`
    "console.log: lines of init; 2 things as in the simulated boot of inittab
      at the end of the log: the log ends while init waits for \`/bin/net up\` to end; \`/sbin/getty 115200 ttyS0\` comes after it
        likely entry: line 2: console::wait:/bin/net up
      Measured:
                     3.4 s  console::sysinit:/etc/init.d/rcS
        until the log ends  console::wait:/bin/net up
    exit 1"
  `);
  expect(await check("--format json console.log inittab", { files })).toMatch(
    /"entry":\{"id":"[^"]*",.*"line":2\}/,
  );
  const folder = mkdtempSync(join(tmpdir(), "inittab-boot-log-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const write = () => check("--scenario made.json console.log inittab", { cwd: folder });
  expect(await write()).toContain("likely entry: line 2");
  expect(JSON.parse(readFileSync(join(folder, "made.json"), "utf8"))).toMatchObject({
    processes: { "/etc/init.d/rcS": { runs: 3.4 }, "/bin/net up": { runs: null } },
  });
  const played = await show(["simulate", "--format", "json", "--scenario", "made.json"], { cwd: folder });
  expect(played).toContain('"t":3.4,"event":"start","id":"/bin/net up"');
  expect(played).not.toContain("getty");
  expect(await write()).toMatch(/made.json: .*exit 2$/s);
  rmSync(folder, { recursive: true });
});

test("a file that is not a log of a boot, and a table that is not there", async () => {
  expect(
    await check("x.log inittab", { files: { "x.log": "hello\n", inittab: "::once:/bin/x\n" } }),
  ).toMatchInlineSnapshot(`
    "! inittab: x.log: shows nothing of a boot
    exit 2"
  `);
  expect(await check("LOGS/wtmp.last")).toMatchInlineSnapshot(`
    "! inittab: .: no inittab: name one, or the root of a system, after the logs
    exit 2"
  `);
  expect(await check("LOGS/wtmp.last nowhere")).toContain("nowhere: no such file or directory");
  expect(
    await check("LOGS/wtmp.last inittab", { files: { inittab: "# inittab: dialect=toybox\n" } }),
  ).toContain("exit 2");
});
