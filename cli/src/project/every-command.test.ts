// Every command goes by the same `inittab.json`: each is asked here for something that only that file can have told it.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { debugged, refusal } from "../testing/debug-client.ts";
import { packageFolder, show } from "../testing/program.ts";
import { writeTree } from "../testing/write-tree.ts";

const systems = join(packageFolder, "../test-fixtures/systems");

/** Runs the program beside these settings, in a copy of an example system or in a tree. */
function check(args: string, settings: object, system: string): Promise<string> {
  return show(args.split(" "), {
    prepare: (folder) => {
      if (system.includes("\n")) writeTree(folder, system);
      else cpSync(join(systems, system), folder, { recursive: true, verbatimSymlinks: true });
      writeFileSync(join(folder, "inittab.json"), JSON.stringify(settings));
    },
  });
}

const board = `
etc/inittab
  ::sysinit:/etc/init.d/rcS
  ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100
x.inittab-test.json
  { "inittab": "etc/inittab", "tests": [{ "name": "x",
    "events": [], "expect": [{ "says": "BusyBox" }] }] }
`;

describe("the release of BusyBox", () => {
  test("is the one that is simulated", async () => {
    const settings = { busybox: { release: "1.36.1", preset: "openembedded" } };
    expect(await check("simulate --until 5 etc/inittab", settings, board)).toContain(
      "etc/inittab, BusyBox 1.36.1 of OpenEmbedded",
    );
    expect(await check("simulate --init 1.37.0 --until 5 etc/inittab", settings, board)).toContain(
      "BusyBox 1.37.0",
    );
    expect(await check("simulate --settings none --until 5 etc/inittab", settings, board)).toContain(
      "BusyBox 1.38.0 of Buildroot",
    );
  });

  test("is the one of scenarios with expectations", async () => {
    const loud = { busybox: { config: { FEATURE_INIT_QUIET: false } } };
    const said = (settings: object) => check("test x.inittab-test.json", settings, board);
    expect(await said(loud)).toContain("ok   x");
    expect(await said({})).toContain("FAIL x");
  });

  test("that there is not is refused, with its place", async () => {
    expect(
      await check("check etc/inittab", { busybox: { release: "1.12", colour: 1 } }, board),
    ).toMatchInlineSnapshot(`
      "! inittab: inittab.json:1:23: error: \`busybox.release\`: must be one of "1.35.0", "1.36.1", "1.37.0", "1.38.0"
      ! inittab: inittab.json:1:30: error: \`busybox.colour\`: "colour" is not known here
      exit 2"
    `);
  });
});

describe("the family of the scripts", () => {
  const tree = `
etc/init.d/ssh
  #!/bin/sh
  touch /var/lock/subsys/ssh
etc/rc3.d/S20ssh -> ../init.d/ssh
`;

  test("says whose rc is followed", async () => {
    expect(await check("rc --to 3 .", { family: "redhat" }, tree)).toContain(
      "flavor el6, because inittab.json says so",
    );
    expect(await check("rc --to 3 .", { family: "debian" }, tree)).toContain(
      "flavor deb12, because inittab.json says so",
    );
    expect(await check("rc --to 3 .", {}, tree)).toContain("exit 2");
    expect(await check("rc --flavor el4 --to 3 .", { family: "debian" }, tree)).not.toContain("says so");
  });

  test("says what makes the links", async () => {
    expect(await check("order .", { family: "openrc" }, tree)).toContain("OpenRC 0.63.3");
    expect(await check("order .", { family: "buildroot" }, tree)).toContain("exit 2");
    expect(await check("order .", {}, tree)).toContain("insserv 1.24.0");
  });

  test("counts in a simulation with scripts", async () => {
    const table = `${tree}etc/inittab\n  id:3:initdefault:\n  l3:3:wait:/etc/rc.d/rc 3\n`;
    const settings = { family: "redhat" };
    expect(await check("simulate --rc . --until 5 etc/inittab", settings, table)).toContain(
      "flavor el6, because inittab.json says so",
    );
  });
});

test("the release of OpenRC is the one that is followed", async () => {
  const settings = { openrc: "0.45.2" };
  expect(await check("rc .", settings, "alpine-openrc")).toContain("0.45.2");
  expect(await check("rc .", {}, "alpine-openrc")).toContain("0.63.3");
  expect(await check("rc --flavor openrc-0.63.3 .", settings, "alpine-openrc")).not.toContain("0.45.2");
  expect(await check("order .", settings, "alpine-openrc")).toContain("OpenRC 0.45.2");
  expect(await check("order --tool openrc-0.63.3 .", settings, "alpine-openrc")).toContain("OpenRC 0.63.3");
});

test("the release of sysvinit is the one that is simulated, verified, planned and compared with a log", async () => {
  const table = `
etc/inittab
  id:3:initdefault:
  1:3:respawn:/sbin/getty 38400 tty1
  2:3:respawn:/sbin/getty 38400 tty2`;
  const tree = `${table}\nnew/inittab${table.slice("\netc/inittab".length)}\nboot.log\n  INIT: Entering runlevel: 3\n`;
  const told = (args: string, release: string) => check(args, { release }, tree);
  expect(await told("simulate --until 5 etc/inittab", "2.88")).toContain("sysvinit 2.88");
  for (const args of ["verify etc/inittab", "plan etc/inittab new/inittab", "boot-log boot.log etc/inittab"])
    for (const dialect of ["toybox", "sysvinit"])
      expect(/toybox/.test(await check(args, { dialect }, tree)), `${args} ${dialect}`).toBe(
        dialect === "toybox",
      );
});

describe("the debugger", () => {
  const debug = (settings: object, launch: object) =>
    debugged({ system: `${board}inittab.json\n  ${JSON.stringify(settings)}\n`, launch }, async () => {});

  test("goes by it", async () => {
    expect(await refusal(debug({ dialect: "toybox" }, {}))).toContain("toybox");
  });

  test("says what is wrong with it", async () => {
    expect(await refusal(debug({ dialect: "sysv" }, {}))).toContain("`dialect`: must be one of");
  });
});
