import { writeFileSync } from "node:fs";
import { policyFileSchema } from "@inittab/core";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { show } from "../testing/program.ts";
import { writeTree } from "../testing/write-tree.ts";

const levels = ["0", "1", "2", "3", "4", "5", "6"];

const start = (name: string): readonly string[] => [
  `etc/rc.d/init.d/${name}`,
  "  #!/bin/sh",
  '  case "$1" in',
  `  start) touch /var/lock/subsys/${name} ;;`,
  `  stop) rm -f /var/lock/subsys/${name} ;;`,
  "  esac",
];

/** A system with a login on a serial line, and two services that start in the wrong order. */
const system = [
  "etc/inittab",
  "  id:3:initdefault:",
  "  fw::sysinit:/sbin/firewall up",
  ...levels.map((level) => `  l${level}:${level}:wait:/etc/rc.d/rc ${level}`),
  "  ca::ctrlaltdel:/sbin/shutdown -r now",
  "  ~~:S:wait:/sbin/sulogin",
  "  S0:345:respawn:/sbin/agetty 9600 ttyS0",
  "  x:5:respawn:/usr/bin/xdm -nodaemon",
  "etc/redhat-release",
  "  CentOS release 6.10 (Final)",
  "etc/init.d -> rc.d/init.d",
  ...levels.map((level) => `etc/rc${level}.d -> rc.d/rc${level}.d`),
  ...start("web"),
  ...start("net"),
  ...levels.flatMap((level) =>
    level === "3" || level === "5"
      ? [`etc/rc.d/rc${level}.d/S20web -> ../init.d/web`, `etc/rc.d/rc${level}.d/S30net -> ../init.d/net`]
      : [`etc/rc.d/rc${level}.d/K20net -> ../init.d/net`, `etc/rc.d/rc${level}.d/K80web -> ../init.d/web`],
  ),
].join("\n");

/** Verifies the system, or its table, with a policy file, and prints what the user sees. */
function check(policies: unknown, path: string = "root"): Promise<string> {
  return show(["verify", "--question", "race", "--policy", "p.json", path], {
    prepare: (folder) => {
      writeTree(`${folder}/root`, system);
      writeFileSync(`${folder}/p.json`, `${JSON.stringify(policies, null, 1)}\n`);
    },
  });
}

test("policies that hold", async () => {
  const policies = [
    { before: ["firewall", "agetty"] },
    { neverTogether: ["firewall", "xdm"] },
    { login: "ttyS0", in: "3-5" },
    { runs: "xdm", in: "5" },
    { runs: "web", in: "3" },
    { before: ["web", "net"] },
    { stopsBefore: ["net", "web"] },
    { within: 20, of: "boot", runs: "net", durations: { web: 20 } },
  ];
  expect(await check({ policies })).toMatchInlineSnapshot(`
    "root/etc/inittab
      nothing found
      382 states, 4907 steps: every way was looked at
      Every sequence of changes of runlevel: 7 states of the services
    exit 0"
  `);
});

test("one policy alone is a file, too", async () => {
  expect(await check({ runs: "xdm", in: "5" })).toContain("nothing found");
  expect(await check({ runs: "xdm", in: "3" })).toContain("`xdm` does not run in runlevel 3");
});

test("policies that do not hold, each with the shortest sequence", async () => {
  const policies = [
    { before: ["xdm", "agetty"] },
    { neverTogether: ["agetty", "xdm"] },
    { login: "/dev/ttyS0", in: "2-5" },
    { runs: "xdm", in: "3,5" },
    { runs: "web", in: "2" },
    { before: ["net", "web"] },
    { neverTogether: ["net", "web"] },
    { stopsBefore: ["web", "net"] },
    { within: 20, of: "boot", runs: "agetty" },
    { within: 20, of: "boot", runs: "net" },
    { within: 20, of: "boot", runs: "xdm" },
  ];
  const durations = { web: 21, firewall: 30 };
  expect(await check({ durations, policies })).toMatchInlineSnapshot(`
    "root/etc/inittab
      warning policy line 12: \`agetty\` is started while \`xdm\` does not run
          after: kill fw, kill l3
      warning policy line 13: \`agetty\` and \`xdm\` run at the same time
          after: telinit 5, kill l5
      warning policy: Nobody can log in on ttyS0 in runlevel 2
          after: telinit 2, kill l2
      warning policy line 13: \`xdm\` does not run in runlevel 3
          after: kill fw, kill l3
      warning policy line 12: \`agetty\` is started 30 seconds after the boot has begun, and not within 20
          after: kill fw, kill l3
      warning policy: \`net\` is started 51 seconds after the boot has begun, and not within 20
          after: kill fw
      warning policy line 13: \`xdm\` is not started by the boot
          after: kill fw, kill l3
      warning policy: \`web\` does not run in runlevel 2
          after: telinit 2
      warning policy: \`web\` is started before \`net\`
      warning policy: \`net\` and \`web\` run at the same time
      warning policy: On the way to runlevel 0 \`net\` is stopped before \`web\`
          after: telinit 0
      382 states, 4907 steps: every way was looked at
      Every sequence of changes of runlevel: 7 states of the services
    exit 1"
  `);
});

test("what starts together with others is started in time, and in order", async () => {
  const files = {
    inittab:
      "id:3:initdefault:\nfw::sysinit:/sbin/firewall up\n1:3:respawn:/sbin/getty tty1\n2:3:respawn:/sbin/getty tty2\nS0:3:respawn:/sbin/agetty 9600 ttyS0\n",
    "p.json": JSON.stringify({ within: 20, of: "boot", runs: "agetty", durations: { firewall: 20 } }),
    "order.json": JSON.stringify({ before: ["getty", "agetty"] }),
    "late.json": JSON.stringify({ within: 20, of: "boot", runs: "agetty", durations: { firewall: 21 } }),
  };
  const told = (policy: string) =>
    show(["verify", "--question", "race", "--policy", policy, "inittab"], { files });
  expect(await told("p.json")).toContain("nothing found");
  expect(await told("order.json")).toContain("nothing found");
  expect(await told("late.json")).toContain(
    "`agetty` is started 21 seconds after the boot has begun, and not within 20",
  );
});

test("a table alone says what needs a system", async () => {
  const policies = [{ runs: "web", in: "3" }, { stopsBefore: ["web", "net"] }, { before: ["web", "agetty"] }];
  expect(await check(policies, "root/etc/inittab")).toMatchInlineSnapshot(`
    "root/etc/inittab
      nothing found
      382 states, 4907 steps: every way was looked at
    ! inittab: p.json:2:2: error: \`web\` is neither an entry nor a program of the table; to judge init scripts, name the root of a system instead of its table
    ! inittab: p.json:6:2: error: The order in which services are stopped is known only for a whole system: name its root instead of its table
    ! inittab: p.json:12:2: error: \`web\` is neither an entry nor a program of the table; to judge init scripts, name the root of a system instead of its table
    exit 2"
  `);
  expect(await check({ before: ["web", "agetty"] })).toMatchInlineSnapshot(`
    "root/etc/inittab
      nothing found
      382 states, 4907 steps: every way was looked at
      Every sequence of changes of runlevel: 7 states of the services
    ! inittab: p.json:1:1: error: \`agetty\` is an entry and \`web\` an init script; the two cannot be compared
    exit 2"
  `);
});

test("what is no policy is told with its place", async () => {
  const policies = [{ before: ["a"] }, { login: "tty1", in: "x" }, { runs: "a" }, { runs: "a", within: 3 }];
  expect(await check({ policies })).toMatchInlineSnapshot(`
    "! inittab: p.json:4:14: error: must have two names or more
    ! inittab: p.json:10:10: error: must be runlevels, such as 3, 2-5 or S
    ! inittab: p.json:12:3: error: must have either in, or within and of
    ! inittab: p.json:15:3: error: must have either in, or within and of
    exit 2"
  `);
  expect(await check([{ after: ["a", "b"] }, 3])).toMatchInlineSnapshot(`
    "! inittab: p.json:2:2: error: must have exactly one of before, neverTogether, stopsBefore, login, runs
    ! inittab: p.json:8:2: error: must be an object
    exit 2"
  `);
});

describe("the schema of policy files", () => {
  test("is published with the package", async () => {
    await expect(`${JSON.stringify(policyFileSchema, null, 2)}\n`).toMatchFileSnapshot(
      "../../policy.schema.json",
    );
  });

  const accepts = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(policyFileSchema);
  test.each([
    [true, { before: ["a", "b"] }],
    [true, [{ login: "ttyS0", in: "2-5" }]],
    [true, { $schema: "x", durations: { a: 3 }, policies: [{ within: 20, of: "boot", runs: "a" }] }],
    [false, { runs: "a" }],
    [false, { before: "a" }],
    [false, { policies: [{ after: ["a", "b"] }] }],
  ])("accepts %s: %j", (expected, value) => {
    expect(accepts(value)).toBe(expected);
  });
});
