import { expect, test } from "vitest";
import { runHere, show } from "./testing/program.ts";

/** The first line and the last of what is told about something, and the exit code. */
async function check(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runHere(["explain", ...args]);
  return exitCode === 0 ? (stdout.split("\n")[0] ?? "") : `${stderr.trim()} (exit ${exitCode})`;
}

test("a topic, whatever the kind of the word", async () => {
  const words = [
    "respawn",
    "RESPAWN",
    "S",
    "~~",
    "RUNLEVEL",
    "SIGHUP",
    "/sbin/agetty",
    "/etc/initscript",
    "#",
    "+",
  ];
  const told = await Promise.all(words.map(async (word) => `${word}: ${await check(word)}`));
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "respawn: Action respawn
    RESPAWN: Action respawn
    S: Runlevel S
    ~~: The entry that init adds for single-user mode
    RUNLEVEL: Variable RUNLEVEL
    SIGHUP: Signal HUP
    /sbin/agetty: Command agetty
    /etc/initscript: File /etc/initscript
    #: Runlevel #, the sysinit phase
    +: A leading + in the process field"
  `);
  expect(await check("--dialect", "busybox", "respawn")).toMatchInlineSnapshot(`"Action respawn (BusyBox)"`);
});

test("what runs another program does not end at once", async () => {
  expect(await show(["explain", "ttyrun"])).toBe(
    [
      "Program ttyrun",
      "",
      "ttyrun: starts a program once its terminal is there.",
      "",
      "It runs the command that it is given.",
      "",
      "OpenEmbedded's ttyrun",
      "exit 0",
    ].join("\n"),
  );
});

test("a rule by id and by code", async () => {
  const page = await show(["explain", "duplicate-id"]);
  expect(page).toContain("l3:3:wait:/etc/rc.d/rc 3");
  expect(await show(["explain", "it110"])).toBe(page);
});

test("a whole line, quoted or not", async () => {
  const line = "1:2345:respawn:/sbin/agetty --noclear 38400 tty1 linux";
  const quoted = await show(["explain", line]);
  expect(await show(["explain", "--", ...line.split(" ")])).toBe(quoted);
  const fields = quoted.split("\n").filter((text) => /^( {4}|id|runlevels|action|process|exit) ?/.test(text));
  expect(fields.join("\n")).toMatchInlineSnapshot(`
    "    1:2345:respawn:/sbin/agetty --noclear 38400 tty1 linux
    id 1
    runlevels 2345
    action respawn
    process /sbin/agetty --noclear 38400 tty1 linux
    exit 0"
  `);
  const dropped = await show(["explain", "--init-version", "3.06", "--format", "md", "l2:2:wait"]);
  expect(dropped).toContain("```inittab\nl2:2:wait\n```");
  expect(dropped).toContain("missing process field");
});

test("nothing is known of a word", async () => {
  expect(await check("respwan")).toMatchInlineSnapshot(
    `"inittab: nothing is known about respwan; did you mean respawn? (exit 2)"`,
  );
  expect(await check("xyzzyx")).toMatchInlineSnapshot(`"inittab: nothing is known about xyzzyx (exit 2)"`);
  expect(await check("dupli")).toMatchInlineSnapshot(
    `"inittab: nothing is known about dupli; did you mean duplicate-id, lsb-section-duplicate? (exit 2)"`,
  );
  expect(await check("\x1b[31m")).toMatchInlineSnapshot(`"inittab: nothing is known about ␛[31m (exit 2)"`);
  expect(await check()).toMatchInlineSnapshot(`
    "inittab: give a WORD, a RULE, a LINE or a MESSAGE
    Try: inittab explain --help (exit 2)"
  `);
  expect(await check("a", "--format", "json")).toMatchInlineSnapshot(`
    "inittab: --format json: not one of text, md
    Try: inittab explain --help (exit 2)"
  `);
});
