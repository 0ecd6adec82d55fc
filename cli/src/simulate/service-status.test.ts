// What `service NAME status` says in the course of a simulation: `inittab simulate --rc SYSROOT --status NAME`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder, runInittab } from "../testing/program.ts";

const systems = join(packageFolder, "../test-fixtures/systems");

/** The times of the story, what happens from outside, and the states of services. */
async function check(system: string, ...args: readonly string[]): Promise<string> {
  const root = `${systems}/${system}`;
  const { stdout, stderr, exitCode } = await runInittab([
    ...["simulate", "--rc", root],
    ...args,
    `${root}/etc/inittab`,
  ]);
  if (exitCode !== 0) return stderr.replaceAll(systems, "SYSTEMS");
  const story = (stdout.split("\n\n")[1] ?? "").split("\n");
  return story
    .filter((line) => /^ {0,8}\d[\d.]* {2}\S| service \w+ status/.test(line))
    .filter((line) => /service|telinit/.test(line))
    .map((line) => line.trim())
    .join("\n");
}

test("a process that is killed leaves its lock, until rc stops the service", async () => {
  expect(
    await check(
      "redhat",
      ...["--status", "httpd", "--at", "20 kill-service httpd"],
      ...["--at", "30 telinit 1", "--at", "50 telinit 3"],
    ),
  ).toMatchInlineSnapshot(`
    "service httpd status: httpd (pid  PID) is running... (exit status 0)
    20.00  somebody kills the process of the service httpd; its lock and its pid file stay
    service httpd status: httpd dead but pid file exists (exit status 1)
    30.00  telinit 1
    service httpd status: httpd is stopped (exit status 3)
    50.00  telinit 3
    service httpd status: httpd (pid  PID) is running... (exit status 0)"
  `);
});

test("a service without a process, whose script says nothing of its own", async () => {
  expect(await check("redhat", "--status", "network", "--at", "20 telinit 1")).toMatchInlineSnapshot(`
    "service network status: prints nothing (exit status 0)
    20.00  telinit 1
    service network status: prints nothing (exit status 3)"
  `);
});

test("the same as data", async () => {
  const root = `${systems}/redhat`;
  const { stdout } = await runInittab([
    ...["simulate", "--rc", root, "--status", "sshd", "--at", "20 kill-service sshd", "--format", "json"],
    `${root}/etc/inittab`,
  ]);
  const { services }: { services: readonly unknown[] } = JSON.parse(stdout);
  expect(services.map((each) => JSON.stringify(each)).join("\n")).toMatchInlineSnapshot(`
    "{"t":1,"name":"sshd","process":true,"lock":true,"pidFile":true,"output":"sshd (pid  PID) is running...","status":0}
    {"t":20,"name":"sshd","process":false,"lock":true,"pidFile":true,"output":"sshd dead but pid file exists","status":1}"
  `);
});

test("a service that is not known, and a system that has none", async () => {
  expect(await check("redhat", "--status", "nothing")).toBe("");
  const { stderr, exitCode } = await runInittab(["simulate", "--status", "sshd", "x"]);
  expect(`${exitCode} ${stderr}`).toMatchInlineSnapshot(`
    "2 inittab: --status goes with --rc only
    Try: inittab simulate --help
    "
  `);
  expect(await check("redhat", "--at", "20 kill-service a b")).toMatchInlineSnapshot(`
    "inittab: --at '20 kill-service a b': write kill-service NAME
    Try: inittab simulate --help
    "
  `);
});
