import { describe, expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import type { Scenario } from "./scenario.ts";
import { simulate, stateAt, timeline } from "./simulate.ts";
import { explainRecords } from "./why.ts";

const inittab = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l6:6:wait:/etc/init.d/rc 6
ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now
po:345:powerokwait:/bin/po
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
2:23:respawn:/sbin/getty 38400 tty2
x:2:respawn:/bin/false
d:ab:ondemand:/usr/sbin/food
o:2:off:/bin/o
b::bootwait:/bin/b
`;
const scenario: Scenario = {
  inittab,
  until: 60,
  processes: { x: { runs: 0.1 } },
  events: [
    { at: 10, signal: "PWR", powerstatus: "O" },
    { at: 20, signal: "INT" },
  ],
};

/** Why each record runs or does not at a moment, a line a record. */
function check(seconds: number, changes: Partial<Scenario> = {}): string {
  return explainRecords(stateAt({ ...scenario, ...changes }, seconds))
    .map(({ record, message }) => `${record.id}: ${inEnglish.text(message)}`)
    .join("\n");
}

describe("why a record runs or does not", () => {
  test("while the system boots", () => {
    expect(check(0.5)).toMatchInlineSnapshot(`
      "ca: waits for Ctrl-Alt-Del (INT)
      po: waits for the power to come back (PWR)
      id: never runs: its action is initdefault
      si: runs, and init waits for it
      ~~: not in the sysinit phase; its field is S
      l0: not in the sysinit phase; its field is 0
      l2: not in the sysinit phase; its field is 2
      l6: not in the sysinit phase; its field is 6
      1: not in the sysinit phase; its field is 2345
      2: not in the sysinit phase; its field is 23
      x: not in the sysinit phase; its field is 2
      d: waits for telinit a or b
      o: never runs: its action is off
      b: waits for the boot phase
      2: dropped: duplicate ID field "2""
    `);
  });
  test("while init waits", () => {
    expect(check(2.5)).toMatchInlineSnapshot(`
      "ca: waits for Ctrl-Alt-Del (INT)
      po: waits for the power to come back (PWR)
      id: never runs: its action is initdefault
      si: the sysinit phase is over
      ~~: not in runlevel 2; its field is S
      l0: not in runlevel 2; its field is 0
      l2: runs, and init waits for it
      l6: not in runlevel 2; its field is 6
      1: waits for l2 to end
      2: waits for l2 to end
      x: waits for l2 to end
      d: waits for telinit a or b
      o: never runs: its action is off
      b: the boot phase is over
      2: dropped: duplicate ID field "2""
    `);
  });
  test("at rest", () => {
    expect(check(15)).toMatchInlineSnapshot(`
      "ca: waits for Ctrl-Alt-Del (INT)
      po: armed, waits for a runlevel in 345
      id: never runs: its action is initdefault
      si: the sysinit phase is over
      ~~: not in runlevel 2; its field is S
      l0: not in runlevel 2; its field is 0
      l2: has run; runs again only after init has left runlevel 2 and come back
      l6: not in runlevel 2; its field is 6
      1: runs
      2: runs
      x: disabled until 0:05:05: respawned 10 times
      d: waits for telinit a or b
      o: never runs: its action is off
      b: the boot phase is over
      2: dropped: duplicate ID field "2""
    `);
  });
  test("while init kills, asks, or does not run yet", () => {
    const killing: Scenario = {
      inittab: "id:2:initdefault:\na:2:once:/bin/a\nb:3:once:/bin/b\n",
      processes: { a: { runs: null, onTerm: "ignore" } },
      events: [{ at: 1, telinit: "3" }],
      until: 9,
    };
    expect(check(2, killing)).toMatchInlineSnapshot(`
      "id: never runs: its action is initdefault
      a: runs
      b: waits until init has killed the processes that must end
      ~~: not in runlevel 3; its field is S"
    `);
    expect(check(1, { inittab: "a:2:once:/bin/a\nb::boot:/bin/b\n", events: [] })).toMatchInlineSnapshot(`
      "a: waits until a runlevel is typed on the console
      b: waits until a runlevel is typed on the console
      ~~: waits until a runlevel is typed on the console"
    `);
    expect(check(1, { inittab: "a:2:once:/bin/a\n", bootArgs: ["-b"], events: [] })).toMatchInlineSnapshot(`
      "a: waits for the emergency shell
      ~~: waits for the emergency shell"
    `);
  });
});

test("a simulation of a bare inittab goes the usual ways, and a shutdown brings the machine down", () => {
  const { intervals, levels, until } = timeline(scenario);
  const lines = intervals
    .filter(({ record }) => record.id !== "x")
    .map(
      ({ record, start, end, how }) =>
        `${record.id}: ${start.toFixed(2)} to ${end === null ? "the end" : end.toFixed(2)}, ${how}`,
    );
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "si: 0.00 to 1.00, exit
    b: 1.00 to 2.00, exit
    l2: 2.00 to 3.00, exit
    1: 3.00 to 21.00, terminated
    2: 3.00 to 21.00, terminated
    ca: 20.00 to 21.00, exit
    l6: 21.01 to 22.01, exit"
  `);
  expect(levels.map(({ level, start }) => `${level} from ${start}`).join(", ")).toMatchInlineSnapshot(
    `"# from 0, * from 1, 2 from 2, 6 from 21"`,
  );
  expect({ until, ended: simulate(scenario).ended }).toMatchInlineSnapshot(`
    {
      "ended": {
        "how": "reboot",
        "t": 22.01,
      },
      "until": 22.01,
    }
  `);
});

test("what brings a machine down does so in its own way", () => {
  const ends = (process: string, level = "2") =>
    simulate({
      inittab: `id:${level}:initdefault:\nx:${level}:once:${process}\nl0:0:wait:/sbin/poweroff\nl6:6:wait:/sbin/reboot -f\n`,
      until: 600,
    });
  const table = [
    ["/sbin/shutdown -h now", "2"],
    ["/sbin/shutdown -r +2", "2"],
    ["/sbin/shutdown -t 30 -r now", "2"],
    ["/sbin/shutdown -c", "2"],
    ["/sbin/halt -f", "2"],
    ["/sbin/halt", "0"],
    ["/sbin/halt -d -p", "0"],
    ["/etc/rc.d/rc 6", "6"],
    ["/sbin/telinit 6", "2"],
    ["/bin/true", "2"],
  ].map(([process = "", level]) => {
    const { ended } = ends(process, level);
    return `${process} in ${level}: ${ended === undefined ? "goes on" : `${ended.how} at ${ended.t}`}`;
  });
  expect(table.join("\n")).toMatchInlineSnapshot(`
    "/sbin/shutdown -h now in 2: power off at 2
    /sbin/shutdown -r +2 in 2: reboot at 122
    /sbin/shutdown -t 30 -r now in 2: reboot at 2
    /sbin/shutdown -c in 2: goes on
    /sbin/halt -f in 2: halt at 1
    /sbin/halt in 0: halt at 1
    /sbin/halt -d -p in 0: power off at 1
    /etc/rc.d/rc 6 in 6: reboot at 1
    /sbin/telinit 6 in 2: reboot at 2
    /bin/true in 2: goes on"
  `);
});
