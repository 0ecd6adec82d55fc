import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scenarioFileSchema, simulatedDialects, simulatedInit } from "@inittab/core";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { packageFolder, runInittab, show } from "../testing/program.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
ca::ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
`;

describe("a scenario file", () => {
  const scenario = { name: "s", inittab: table, until: 4, events: [{ at: 3, kill: "1" }] };
  /** Simulates a scenario and prints what the user sees of it. */
  const play = async (text: string, args: readonly string[] = []) =>
    (
      await show(["simulate", "--scenario", "s.json", ...args], {
        files: { inittab: table, "s.json": text },
      })
    ).replace(/\n\n +0 s[\s\S]*?\n\n[\s\S]*(?=\nexit)/, "\n...");
  test("is played, and the command line changes it", async () => {
    expect(await play(JSON.stringify(scenario))).toMatchInlineSnapshot(`
      "s, sysvinit 3.14

           0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   INIT: Entering runlevel: 2
                   l2 starts: /etc/init.d/rc 2 (init waits for it)
           2.00  l2 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
           3.00  1 comes to its end
                 1 ends
                   1 starts: /sbin/getty 38400 tty1
      ...
      exit 0"
    `);
    expect(await play(JSON.stringify(scenario), ["--until", "2.5", "--boot", "3"])).toMatchInlineSnapshot(`
      "s, sysvinit 3.14

           0.00  the kernel starts init 3
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   INIT: Entering runlevel: 3
                   l3 starts: /etc/init.d/rc 3 (init waits for it)
           2.00  l3 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
      ...
      exit 0"
    `);
  });
  test("can be played with another inittab", async () => {
    const { inittab: _own, ...rest } = scenario;
    expect(await play(JSON.stringify(rest), ["inittab"])).toContain("1 comes to its end");
  });
  test("its mistakes are told with line and column", async () => {
    const mistakes = [
      '{\n  "inittab": "",\n  "until": 1,\n}',
      '{ "inittab": "",\n "until": "x", "evnets": [] }',
      '{ "inittab": null,\n "until": 5,\n "events": [\n  { "at": 1, "telinit": "3" },\n  { "at": -1, "signal": "HUP" },\n  { "at": 2 }\n ] }',
      '{ "inittab": "a:2:once:/x\\n", "until": 5, "processes": { "zz": {} },\n "events": [{ "at": 9, "kill": "yy" }] }',
      "[]",
      "",
      "// no\n{}",
    ];
    const told: string[] = [];
    for (const text of mistakes) {
      const options = { files: { "s.json": text } };
      const { exitCode, stderr } = await runInittab(["simulate", "--scenario", "s.json"], options);
      told.push(`${stderr}exit ${exitCode}`);
    }
    expect(told.join("\n\n")).toMatchInlineSnapshot(`
      "inittab: s.json:4:1: error: property name expected
      exit 2

      inittab: s.json:2:11: error: must be a number
      inittab: s.json:2:16: error: "evnets" is not known here
      exit 2

      inittab: s.json:5:11: error: must not be less than 0
      inittab: s.json:6:3: error: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl
      exit 2

      inittab: s.json:1:58: warning: no entry and no process has the id "zz"
      inittab: s.json:2:21: warning: is after the end, which is at 5
      inittab: s.json:2:32: warning: no entry and no process has the id "yy"
      exit 0

      inittab: s.json:1:1: error: must be an object
      exit 2

      inittab: s.json:1:1: error: value expected
      exit 2

      inittab: s.json:1:1: error: invalid comment token
      exit 2"
    `);
  });
});

describe("the schema of scenario files", () => {
  test("is published with the package", async () => {
    await expect(`${JSON.stringify(scenarioFileSchema, null, 2)}\n`).toMatchFileSnapshot(
      "../../scenario.schema.json",
    );
  });

  const compiled = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(
    scenarioFileSchema,
  );
  const withRecordings = simulatedDialects.filter((dialect) => dialect !== "procd");
  test.each(withRecordings)("accepts every recorded scenario of %s, as the validation does", (dialect) => {
    const folder = join(packageFolder, "../test-fixtures/conformance", dialect);
    const names = readdirSync(folder).filter((name) => name.endsWith(".scenario.json"));
    expect(names.length).toBeGreaterThan(50);
    const machine = simulatedInit(dialect);
    for (const name of names) {
      const scenario = JSON.parse(readFileSync(join(folder, name), "utf8"));
      expect({ name, errors: compiled(scenario) ? [] : compiled.errors }).toEqual({ name, errors: [] });
      const errors = machine?.open(scenario).problems.filter(({ severity }) => severity === "error");
      expect({ name, errors }).toEqual({ name, errors: [] });
    }
  });
  test("accepts a scenario of procd, as the validation does", () => {
    const scenario = {
      init: "procd",
      inittab: "ttyS0::askfirst:/bin/ash --login\n",
      devices: ["ttyS0"],
      consoles: ["ttyS0,115200"],
      processes: { "/bin/ash --login": { runs: 3 } },
      events: [
        { at: 1, tty: "console", input: "\n" },
        { at: 9, signal: "TERM" },
      ],
      until: 20,
    };
    expect(compiled(scenario) ? [] : compiled.errors).toEqual([]);
    expect(simulatedInit("procd")?.open(scenario).problems).toEqual([]);
  });
  test("refuses what belongs to neither, or mixes both", () => {
    const world = { inittab: "", until: 5 };
    const accepted = [
      { ...world, events: [{ at: 1, telinit: "3" }] },
      { ...world, events: [{ at: 1, tty: "tty1", input: "\n" }] },
      {
        ...world,
        events: [
          { at: 1, telinit: "3" },
          { at: 1, tty: "tty1", input: "\n" },
        ],
      },
      { ...world, init: "busybox-1.35", ttys: ["tty1"] },
      { ...world, init: "busybox-9" },
      { ...world, evnets: [] },
    ].map((scenario) => compiled(scenario));
    expect(accepted).toEqual([true, true, false, true, false, false]);
  });
});
