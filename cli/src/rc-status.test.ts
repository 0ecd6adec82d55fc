// What `service NAME status` says after each change of runlevel.

import { describe, expect, test } from "vitest";
import { show } from "./testing/program.ts";
import { writeTree } from "./testing/write-tree.ts";

/** Follows rc through a tree and prints what the user sees. */
function check(tree: string, args: string): Promise<string> {
  return show(["rc", ...args.split(" "), "root"], {
    prepare: (folder) => writeTree(`${folder}/root`, tree),
  });
}

const _script = (name: string, ...lines: readonly string[]): string =>
  [`etc/rc.d/init.d/${name}`, "#!/bin/sh", ...lines].join("\n  ");

describe("what service says of a service afterwards", () => {
  const tree = [
    "etc/rc.d/init.d/svc",
    "  #!/bin/bash",
    "  . /etc/rc.d/init.d/functions",
    '  case "$1" in',
    "  start) daemon svcd && touch /var/lock/subsys/svc ;;",
    "  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;",
    "  status) status -l svc svcd ;;",
    "  esac",
    "etc/rc.d/init.d/own",
    "  #!/bin/sh",
    '  case "$1" in start) owned & ;; status) ownctl ;; esac',
    "etc/rc.d/rc3.d/S80svc -> ../init.d/svc",
    "etc/rc.d/rc0.d/K20svc -> ../init.d/svc",
  ].join("\n");

  test("whatever is there of it, and what is now", async () => {
    expect(await check(tree, "--flavor el6 --to 3 --to 0 --status svc")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S80svc  start  locks svc
        locks afterwards: svc
        service svc status
          process there  lock there  0  svcd (pid PID) is running...  <- now
          process there  no lock     0  svcd (pid PID) is running...
          process gone   lock there  2  svcd dead but subsys locked
          process gone   no lock     3  svcd is stopped

      from 3 to 0
        rc0.d/K20svc  stop  unlocks svc
        locks afterwards: none
        service svc status
          process there  lock there  0  svcd (pid PID) is running...
          process there  no lock     0  svcd (pid PID) is running...
          process gone   lock there  2  svcd dead but subsys locked
          process gone   no lock     3  svcd is stopped               <- now
      exit 0"
    `);
  });

  test("after its process was killed, and what rc makes of the lock that is left", async () => {
    const told = await check(tree, "--flavor el6 --to 3 --to 3 --to 0 --kill svc");
    expect(told).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S80svc  start  locks svc
        locks afterwards: svc
        the process of svc is killed; its lock and its pid file are left
        service svc status
          process there  lock there  0  svcd (pid PID) is running...
          process there  no lock     0  svcd (pid PID) is running...
          process gone   lock there  2  svcd dead but subsys locked   <- now
          process gone   no lock     3  svcd is stopped

      from 3 to 3
        S80svc  -  its lock file exists, so rc considers it started
        locks afterwards: svc
        service svc status
          process there  lock there  0  svcd (pid PID) is running...
          process there  no lock     0  svcd (pid PID) is running...
          process gone   lock there  2  svcd dead but subsys locked   <- now
          process gone   no lock     3  svcd is stopped

      from 3 to 0
        rc0.d/K20svc  stop  unlocks svc
        locks afterwards: none
        service svc status
          process there  lock there  0  svcd (pid PID) is running...
          process there  no lock     0  svcd (pid PID) is running...
          process gone   lock there  2  svcd dead but subsys locked
          process gone   no lock     3  svcd is stopped               <- now
      exit 0"
    `);
    expect(await check(tree, "--flavor el6 --to 1 --kill svc")).toContain(
      "svc is not up: there is no process to kill",
    );
    const said = await check(tree, "--flavor el6 --to 3 --kill svc --format json");
    expect(said).toContain('"killed":true');
  });

  test("a pid file that is left", async () => {
    const withFile = tree.replaceAll("killproc svcd", "killproc -p /var/run/svc.pid svcd");
    expect(await check(withFile, "--flavor el6 --to 3 --kill svc")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S80svc  start  locks svc
        locks afterwards: svc
        the process of svc is killed; its lock and its pid file are left
        service svc status
          process there                    lock there  0  svcd (pid PID) is running...
          process there                    no lock     0  svcd (pid PID) is running...
          process gone, its pid file left  lock there  2  svcd dead but subsys locked   <- now
          process gone, its pid file left  no lock     3  svcd is stopped
          process gone                     lock there  2  svcd dead but subsys locked
          process gone                     no lock     3  svcd is stopped
      exit 0"
    `);
  });

  test("by generation of the functions", async () => {
    expect(await check(tree, "--flavor el4 --to 3 --status svc")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S80svc  start  locks svc
        locks afterwards: svc
        service svc status
          process there  lock there  3  -l is stopped  <- now
          process there  no lock     3  -l is stopped
          process gone   lock there  3  -l is stopped
          process gone   no lock     3  -l is stopped
      exit 0"
    `);
  });

  test("a script that is not followed, and a name without a script", async () => {
    expect(await check(tree, "--flavor el6 --to 3 --status own --status none")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S80svc  start  locks svc
        locks afterwards: svc
        service own status
          process there  lock there  ?  the script does what is not followed here: ownctl
          process there  no lock     ?  the script does what is not followed here: ownctl
          process gone   lock there  ?  the script does what is not followed here: ownctl
          process gone   no lock     ?  the script does what is not followed here: ownctl  <- now
        service none status: there is no script of this name, so it is an unrecognized service and the status is 1
      exit 0"
    `);
  });

  test("for programs", async () => {
    const said = await check(tree, "--flavor el6 --to 3 --status svc --format json");
    const json: unknown = JSON.parse(said.slice(0, said.lastIndexOf("exit 0")));
    expect(json).toMatchObject({
      steps: [
        {
          services: [
            {
              name: "svc",
              hasScript: true,
              lock: "svc",
              states: [
                { process: true, lock: true, output: "svcd (pid PID) is running...\n", status: 0, now: true },
                { process: true, lock: false, status: 0, now: false },
                {
                  process: false,
                  lock: true,
                  output: "svcd dead but subsys locked\n",
                  status: 2,
                  now: false,
                },
                { process: false, lock: false, output: "svcd is stopped\n", status: 3, now: false },
              ],
            },
          ],
        },
      ],
    });
  });
});
