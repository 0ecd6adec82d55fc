import { describe, expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { simulatedInit } from "../machines.ts";
import type { Scenario } from "./scenario.ts";

const inittab = `id:2:initdefault:
1:23:respawn:/sbin/getty 38400 tty1
pf::powerfail:/bin/pf
ca::ctrlaltdel:/sbin/reboot
ha:4:once:/sbin/halt
po:5:once:/sbin/poweroff -f
`;

/** The story of a run in the form of the command line, from a second on. */
function check(changes: Partial<Scenario>, from: number = 0): string {
  const opening = simulatedInit("sysvinit")?.open({ inittab, until: 30, ...changes });
  if (opening === undefined || opening.kind === "wrong") throw new Error("this is no scenario");
  return opening.simulation
    .run()
    .story.filter(({ at }) => at >= from)
    .map(({ at, depth, message }) => `${at.toFixed(2)} ${depth === 0 ? "" : "  "}${inEnglish.text(message)}`)
    .join("\n");
}

test("what happens from outside is told in its own words", () => {
  const events = [
    { at: 5, setenv: ["INIT_A=1", "INIT_B=2"] },
    { at: 6, setenv: "INIT_C=3" },
    { at: 7, signal: "PWR", powerstatus: "F" },
    { at: 8, signal: "HUP" },
    { at: 9, signal: "TSTP" },
    { at: 10, telinit: "3", waitBetweenSignals: 1 },
    { at: 15, kill: "1", how: "TERM" },
    { at: 16, kill: "1" },
    { at: 17, remove: "/etc/inittab" },
    { at: 18, write: inittab },
  ] as const;
  expect(check({ events }, 5)).toMatchInlineSnapshot(`
    "5.00 telinit -e INIT_A=1, telinit -e INIT_B=2
    6.00 telinit -e INIT_C=3
    7.00 signal PWR to init (the power supply, powerstatus "F")
    7.00   pf starts: /bin/pf
    8.00 signal HUP to init (reread the file; nothing is logged)
    8.00 pf ends
    9.00 signal TSTP to init (pause until CONT)
    10.00 telinit -t 1 3
    10.00   init is stopped and acts on it after CONT
    15.00 somebody sends TERM to 1
    15.00   1 gets TERM and ends
    16.00 1 comes to its end
    16.00   no process of 1 runs, so nothing ends
    17.00 /etc/inittab is removed
    18.00 /etc/inittab is written
    18.00   init does not notice: it reads the file only when asked to"
  `);
});

test("a raw request may give its level as a number, of which one byte counts", () => {
  const level = (runlevel: number): string => check({ events: [{ at: 5, initctl: { runlevel } }] }, 5);
  expect(level(0x133)).toContain("Switching to runlevel: 3");
  expect(level(0x33)).toMatchInlineSnapshot(`
    "5.00 a request on the control pipe: {"runlevel":51}
    5.00   INIT: Switching to runlevel: 3"
  `);
});

describe("programs that bring the machine down", () => {
  test("ask init for the level of their name", () => {
    expect(check({ events: [{ at: 5, signal: "INT" }] }, 5)).toMatchInlineSnapshot(`
      "5.00 signal INT to init (Ctrl-Alt-Del)
      5.00   ca starts: /sbin/reboot (init waits for it)
      6.00 ca ends
      6.00 a process asks for runlevel 6
      6.00   INIT: Switching to runlevel: 6
      6.00   INIT: Sending processes configured via /etc/inittab the TERM signal
      6.00   1 gets TERM and ends
      6.01   INIT: no more processes left in this runlevel"
    `);
    expect(check({ events: [{ at: 5, telinit: "4" }] }, 5)).toMatchInlineSnapshot(`
      "5.00 telinit 4
      5.00   INIT: Switching to runlevel: 4
      5.00   INIT: Sending processes configured via /etc/inittab the TERM signal
      5.00   1 gets TERM and ends
      5.01   ha starts: /sbin/halt
      6.01 ha ends
      6.01   INIT: no more processes left in this runlevel
      6.01 a process asks for runlevel 0
      6.01   INIT: Switching to runlevel: 0"
    `);
  });
  test("go down at once where they are forced to", () => {
    expect(check({ events: [{ at: 5, telinit: "5" }] }, 5)).toMatchInlineSnapshot(`
      "5.00 telinit 5
      5.00   INIT: Switching to runlevel: 5
      5.00   INIT: Sending processes configured via /etc/inittab the TERM signal
      5.00   1 gets TERM and ends
      5.01   po starts: /sbin/poweroff -f
      6.01 po ends
      6.01 the machine goes down: power off"
    `);
  });
});

describe("an answer to the question for a level", () => {
  const asked = (typed: string): string =>
    check({ inittab: "3:3:once:/bin/three\n", tty: true, events: [{ at: 5, console: typed }] }, 5);
  test("is a level alone on its line", () => {
    expect(asked("3\n")).toMatchInlineSnapshot(`
      "5.00 typed at the console: "3\\n"
      5.00   INIT: Entering runlevel: 3
      5.00   3 starts: /bin/three
      6.00 3 ends
      6.00   INIT: no more processes left in this runlevel"
    `);
    expect(asked("33\n")).not.toContain("3 starts");
  });
  test("is read eight bytes at a time", () => {
    expect(asked("123456783\n")).toContain("3 starts: /bin/three");
    expect(asked("12345673\n")).not.toContain("3 starts");
    expect(asked("1234567893\n")).not.toContain("3 starts");
  });
});

test("a request or a signal from which nothing follows says so", () => {
  const events = [
    { at: 5, telinit: "2" },
    { at: 6, telinit: "x" },
    { at: 7, telinit: ["2", "3"] },
    { at: 8, signal: "USR1" },
    { at: 9, signal: "TERM" },
    { at: 10, signal: "USR2" },
    { at: 11, telinit: "q" },
  ] as const;
  expect(check({ events }, 5)).toMatchInlineSnapshot(`
    "5.00 telinit 2
    5.00   ignored: the runlevel is already 2
    6.00 telinit x: telinit prints its usage and sends init no request
    7.00 telinit 2 3: telinit prints its usage and sends init no request
    8.00 signal USR1 to init (close the control pipe and open it again)
    8.00   no process is started or stopped by it
    9.00 signal TERM to init (init ignores it)
    10.00 signal USR2 to init (close the control pipe)
    10.00   from here on the real init spins in its main loop, using all of one CPU
    11.00 telinit q
    11.00   nothing reads the request from the control pipe"
  `);
});

test("init waits for the emergency shell", () => {
  expect(check({ bootArgs: ["emergency"], until: 2 })).toMatchInlineSnapshot(`
    "0.00 the kernel starts init emergency
    0.00   INIT: version 3.14 booting
    0.00   ~~ starts: /sbin/sulogin (init waits for it)"
  `);
});

test("single-user mode in which nothing is to run is told of", () => {
  const hidden = "nothing is to run in S, so init leaves it at once for the default runlevel";
  const empty = inittab.replace("pf:", "p2:").replace("~~", "");
  expect(check({ inittab: empty, bootArgs: ["single"] })).toContain(hidden);
  expect(check({ inittab: empty, bootArgs: ["single"] })).toContain(
    "the runlevels field of p2 contains S or is empty",
  );
  expect(check({ inittab: empty, events: [{ at: 5, telinit: "S" }] }, 5)).toContain(hidden);
  const shell = `${empty}~~:S:wait:/sbin/sulogin\n`;
  expect(check({ inittab: shell, bootArgs: ["single"] })).not.toContain(hidden);
  expect(check({ inittab: shell, events: [{ at: 5, telinit: "S" }] }, 5)).not.toContain(hidden);
  expect(check({ inittab: empty, bootArgs: ["3"], events: [{ at: 5, telinit: "1" }] })).not.toContain(hidden);
});
