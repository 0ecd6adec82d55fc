import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder, runHere } from "./testing/program.ts";

const fixtures = join(packageFolder, "../test-fixtures");
const systems = join(fixtures, "systems");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-messages-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is printed, with the paths of this machine shortened. */
async function check(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runHere(["explain", ...args]);
  const text = `${stdout}${stderr}`.replaceAll(systems, "SYSTEMS").replaceAll(folder, "FOLDER");
  return exitCode === 0 ? text : `${text.trim()} (exit ${exitCode})`;
}

/** The first paragraphs. */
async function head(count: number, ...args: readonly string[]): Promise<string> {
  return (await check(...args)).split("\n\n").slice(0, count).join("\n");
}

test("messages that people report", async () => {
  const reported = readFileSync(join(fixtures, "messages/reported.txt"), "utf8").trim().split("\n");
  const told = await Promise.all(reported.map((line) => head(2, "--format", "md", line)));
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "### Id "s0" respawning too fast: disabled for 5 minutes
    Said by init of sysvinit.
    ### /etc/inittab\\[12\\]: duplicate ID field "1"
    Said by init of sysvinit.
    ### no more processes left in this runlevel
    Said by init of sysvinit.
    ### process '/sbin/getty 38400 tty1' (pid 374) exited. Scheduling for restart.
    Said by init of BusyBox.
    ### can't open /dev/tty1: No such file or directory
    Said by init of BusyBox.
    ### warning: script 'foo' missing LSB tags and overrides
    Said by insserv.
    ### There is a loop between service nginx and bind9 if stopped
    Said by insserv.
    ### error: foo Default-Start contains no runlevels, aborting.
    Said by update-rc.d of Debian.
    ### service foo does not support chkconfig
    Said by chkconfig.
    ### foo dead but subsys locked
    Said by service and the helper functions of Red Hat."
  `);
});

test("a message that begins like an option", async () => {
  expect(await head(3, "--format", "md", "--dialect", "procd", "- init -")).toMatchInlineSnapshot(`
    "### \\- init -
    Said by procd of OpenWrt.
    procd enters a new state: early, ubus, init, init complete, shutdown, halt."
  `);
  expect(await check("-init")).toMatchInlineSnapshot(`
    "inittab: unknown option -i
    Try: inittab explain --help (exit 2)"
  `);
});

test("with a file: the record at fault by its line", async () => {
  const redhat = join(systems, "redhat/etc/inittab");
  const told = await check(
    "--format",
    "md",
    'INIT: Id "1" respawning too fast: disabled for 5 minutes',
    redhat,
  );
  expect(
    told
      .split("\n")
      .filter((line) => line.includes("etc/inittab"))
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "**In SYSTEMS/redhat/etc/inittab**
    - \`SYSTEMS/redhat/etc/inittab:29\`: 1:2345:respawn:/sbin/mingetty tty1 · the entry"
  `);
});

test("with a system: the script, or why the system does not say it", async () => {
  expect(
    await head(
      5,
      "--format",
      "md",
      "update-rc.d: error: ssh Default-Start contains no runlevels, aborting.",
      join(systems, "debian"),
    ),
  ).toMatchInlineSnapshot(`
    "### error: ssh Default-Start contains no runlevels, aborting.
    Said by update-rc.d of Debian.
    **In SYSTEMS/debian**
    - \`SYSTEMS/debian/etc/init.d/ssh:6\`: \\# Default-Start:     2 3 4 5 · the script \`ssh\`
    \`enable\` or \`disable\` was requested, but the header of the script names no runlevel in which the service starts. Nothing is changed."
  `);
  expect(
    await head(5, "--format", "md", "service ssh does not support chkconfig", join(systems, "debian")),
  ).toMatchInlineSnapshot(`
    "### service ssh does not support chkconfig
    Said by chkconfig.
    **SYSTEMS/debian does not look like a system that has chkconfig: it is Debian.**
    **In SYSTEMS/debian**
    - \`SYSTEMS/debian/etc/init.d/ssh:2\`: \\#\\#\\# BEGIN INIT INFO · the script \`ssh\`"
  `);
});

test("a log: each message once", async () => {
  const log = join(folder, "console.log");
  writeFileSync(
    log,
    'INIT: version 2.88 booting\r\n[ 1.0] noise\nINIT: Id "1" respawning too fast: disabled for 5 minutes\nINIT: Id "9" respawning too fast: disabled for 5 minutes\ninit: what nobody knows\n',
  );
  const told = await check("--format", "md", "--log", log, join(systems, "redhat"));
  const lines = told.split("\n").filter((line) => /^(#|\d|Line|One|Also|- `)/.test(line));
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "### version 2.88 booting
    Line 1 of the log.
    ### Id "1" respawning too fast: disabled for 5 minutes
    2 lines of the log, the first is line 3.
    Also \`Id "9" respawning too fast: disabled for 5 minutes\`.
    - \`SYSTEMS/redhat/etc/inittab:29\`: 1:2345:respawn:/sbin/mingetty tty1 · the entry
    - \`SYSTEMS/redhat/etc/inittab\`: no entry has the id \`9\`
    - \`grep -i getty /var/log/syslog /var/log/messages /var/log/daemon.log\` shows what a getty complained about.
    One line of a program whose messages are known is not known: 5."
  `);
  writeFileSync(log, "nothing of interest\n");
  expect(await check("--log", log)).toMatchInlineSnapshot(
    `"inittab: FOLDER/console.log: no line is a known message (exit 2)"`,
  );
  expect(await check("--log", join(folder, "none"))).toMatchInlineSnapshot(
    `"inittab: FOLDER/none: no such file or directory (exit 2)"`,
  );
  expect(await check("--log", log, "a", "b")).toMatchInlineSnapshot(`
    "inittab: more than one PATH given
    Try: inittab explain --help (exit 2)"
  `);
});

test("a slip in a word of init scripts gets suggestions", async () => {
  expect(await check("Requird-Start")).toMatchInlineSnapshot(
    `"inittab: nothing is known about Requird-Start; did you mean Required-Start? (exit 2)"`,
  );
  expect(await check("killprok")).toMatchInlineSnapshot(
    `"inittab: nothing is known about killprok; did you mean /etc/init.d/halt, killproc? (exit 2)"`,
  );
});

test("what is no message, no file, or several lines", async () => {
  expect(await check("foo dead but subsys locked", join(folder, "none"))).toMatchInlineSnapshot(
    `"inittab: FOLDER/none: no such file or directory (exit 2)"`,
  );
  expect(await check("no such words at all")).toMatchInlineSnapshot(
    `"inittab: nothing is known about no such words at all (exit 2)"`,
  );
  const two = await check(
    "--format",
    "md",
    "INIT: Entering runlevel: 3\nINIT: no more processes left in this runlevel",
  );
  expect(two.split("\n").filter((line) => line.startsWith("###"))).toEqual([
    "### Entering runlevel: 3",
    "### no more processes left in this runlevel",
  ]);
  expect(await head(1, "1:2345:respawn:/sbin/agetty --noclear tty1")).toBe(
    "    1:2345:respawn:/sbin/agetty --noclear tty1",
  );
});
