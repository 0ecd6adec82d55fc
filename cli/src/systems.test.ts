// The example systems can be followed by hand, and the documents about them show what the program prints.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder, runInittab } from "./testing/program.ts";

const root = join(packageFolder, "..");

/** The links of the rc folders of a system: target by level and name. */
function linksOf(folder: string): ReadonlyMap<string, string> {
  const levels = readdirSync(join(root, folder)).filter((name) => /^rc.\.d$/.test(name));
  return new Map(
    levels.flatMap((level) =>
      readdirSync(join(root, folder, level)).map((name) => [
        `${level}/${name}`,
        readlinkSync(join(root, folder, level, name)),
      ]),
    ),
  );
}

/** The links that a tool makes of a folder of scripts, in the same form. */
async function madeBy(tool: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const { stdout, stderr, exitCode } = await runInittab([
    "order",
    "--tool",
    tool,
    "--format",
    "json",
    join(root, folder),
  ]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const { rcd, runs } = JSON.parse(stdout);
  for (const run of runs) expect(run).toMatchObject({ exit: 0, stdout: [], stderr: [] });
  return new Map(
    Object.entries(rcd as Record<string, readonly string[]>).flatMap(([level, names]) =>
      names.map((name) => [`rc${level}.d/${name}`, `../init.d/${name.slice(3)}`] as const),
    ),
  );
}

test("Debian's links are those of insserv, without a complaint", async () => {
  const systems = "test-fixtures/systems/debian/etc";
  expect(linksOf(systems)).toEqual(await madeBy("insserv", `${systems}/init.d`));
});

test("Red Hat's links are those of chkconfig and of the system itself", async () => {
  const systems = "test-fixtures/systems/redhat/etc/rc.d";
  const own = [
    ["rc0.d/S00killall", "../init.d/killall"],
    ["rc0.d/S01halt", "../init.d/halt"],
    ["rc6.d/S00killall", "../init.d/killall"],
    ["rc6.d/S01reboot", "../init.d/halt"],
    ["rc1.d/S99single", "../init.d/single"],
    ...["2", "3", "4", "5"].map((level) => [`rc${level}.d/S99local`, "../rc.local"] as const),
  ] as const;
  const made = await madeBy("chkconfig", "test-fixtures/systems/redhat/etc/init.d");
  expect(linksOf(systems)).toEqual(new Map([...made, ...own]));
});

test("OpenWrt's links are those of rc.common's enable", async () => {
  const folder = join(root, "test-fixtures/systems/openwrt/etc");
  const { stdout } = await runInittab(["order", "--format", "json", join(folder, "init.d")]);
  const { rcd, passedOver } = JSON.parse(stdout);
  expect(passedOver).toEqual([]);
  expect(readdirSync(join(folder, "rc.d")).toSorted()).toEqual([...rcd.boot, ...rcd.shutdown].toSorted());
  for (const name of readdirSync(join(folder, "rc.d")))
    expect(readlinkSync(join(folder, "rc.d", name))).toBe(`../init.d/${name.slice(3)}`);
});

/** Every command of a document with what is shown below it. */
function examples(document: string): readonly (readonly [string, string])[] {
  const text = readFileSync(join(root, document), "utf8");
  const blocks = [...text.matchAll(/^```console\n\$ npx inittab (.*)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, command = "", output = ""]) => [command, output] as const);
}

describe.each([
  "docs/initscripts.md",
  "test-fixtures/systems/debian/README.md",
  "test-fixtures/systems/redhat/README.md",
  "test-fixtures/systems/buildroot/README.md",
  "test-fixtures/systems/openembedded/README.md",
  "test-fixtures/systems/openwrt/README.md",
])("%s", (document) => {
  test("has examples", () => expect(examples(document)).not.toEqual([]));
  test.each(examples(document))("inittab %s", async (command, shown) => {
    const args = command
      .split(" ")
      .map((word) => (word.startsWith("test-fixtures/") ? join(root, word) : word));
    const { stdout } = await runInittab(args);
    expect(stdout.replaceAll(`${root}/`, "")).toBe(shown);
  });
});
