// `inittab simulate --show env,utmp`: what otherwise the trace alone tells.

import { expect, test } from "vitest";
import { show } from "../testing/program.ts";

const table =
  "id:3:initdefault:\nsi::sysinit:/bin/true\nl3:3:wait:/etc/rc 3\n1:3:respawn:/sbin/mingetty tty1\n";

/** The story of the first four seconds. */
async function check(...args: readonly string[]): Promise<string> {
  const told = await show(["simulate", "--until", "4", ...args, "inittab"], { files: { inittab: table } });
  return told.split("\n\n")[1] ?? told;
}

test("the environment of each start, as far as it is another one than before", async () => {
  expect(await check("--show", "env")).toMatchInlineSnapshot(`
    "     0.00  the kernel starts init
                 INIT: version 3.14 booting
                 si starts: /bin/true (init waits for it)
                   its environment: CONSOLE=/dev/console HOME=/ INIT_VERSION=sysvinit-3.14 PATH=/sbin:/usr/sbin:/bin:/usr/bin PREVLEVEL=N RUNLEVEL=S SHELL=/bin/sh TERM=linux
         1.00  si ends
                 INIT: Entering runlevel: 3
                 l3 starts: /etc/rc 3 (init waits for it)
                   its environment: RUNLEVEL=3
         2.00  l3 ends
                 1 starts: /sbin/mingetty tty1"
  `);
});

test("the records of utmp and wtmp at the end", async () => {
  expect(await check("--show", "utmp")).toMatchInlineSnapshot(`
    "     0.00  the kernel starts init
                 INIT: version 3.14 booting
                 si starts: /bin/true (init waits for it)
         1.00  si ends
                 INIT: Entering runlevel: 3
                 l3 starts: /etc/rc 3 (init waits for it)
         2.00  l3 ends
                 1 starts: /sbin/mingetty tty1
         4.00  utmp: DEAD_PROCESS si
               utmp: BOOT_TIME ~~ ~ reboot
               utmp: RUN_LVL ~~ ~ runlevel 3 N
               utmp: DEAD_PROCESS l3
               utmp: INIT_PROCESS 1
               wtmp: INIT_PROCESS si
               wtmp: DEAD_PROCESS si
               wtmp: BOOT_TIME ~~ ~ reboot
               wtmp: RUN_LVL ~~ ~ runlevel 3 N
               wtmp: INIT_PROCESS l3
               wtmp: DEAD_PROCESS l3
               wtmp: INIT_PROCESS 1"
  `);
});

test("words that are none, and another init", async () => {
  expect(await check("--show", "env,wtmp")).toMatchInlineSnapshot(`
    "! inittab: --show takes env, utmp or both, not wtmp
    ! Try: inittab simulate --help
    exit 2"
  `);
  expect(await check("--show", "env", "--dialect", "busybox")).toMatchInlineSnapshot(`
    "! inittab: --show goes with sysvinit only
    ! Try: inittab simulate --help
    exit 2"
  `);
});
