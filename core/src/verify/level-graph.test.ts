import { expect, test } from "vitest";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { inEnglish } from "../testing/english.ts";
import type { LevelGraph } from "./level-graph.ts";
import { levelGraphSvg } from "./level-graph-svg.ts";
import { verify } from "./verify.ts";

function graphOf(table: string, machine = "sysvinit"): LevelGraph {
  const { graph } = verify(table, machine, { events: defaultWayEvents, graph: true }) ?? {};
  return graph ?? { nodes: [], edges: [] };
}

/** The boxes and the arrows, each in a line. */
function check(table: string, machine?: string): string {
  const { nodes, edges } = graphOf(table, machine);
  const nameOf = (place: number) => (place < 0 ? "boot" : `${nodes[place]?.kind} ${nodes[place]?.name}`);
  return [
    ...nodes.map(
      ({ always, sometimes, states, logins }, place) =>
        `${nameOf(place)}: login in ${logins} of ${states} | ${always.join(", ")} | ${sometimes.join(", ")}`,
    ),
    ...edges.map(
      ({ from, to, words, isRequested }) =>
        `${nameOf(from)} ${isRequested ? "->" : "=>"} ${nameOf(to)}: ${words.join(", ")}`,
    ),
  ].join("\n");
}

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
l6:6:wait:/etc/init.d/rc 6
ca:23:ctrlaltdel:/sbin/shutdown -r now
1:23:respawn:/sbin/getty tty1
x:3:once:/usr/bin/<daemon>
`;

test("levels, what stands still in them, and how one gets from one to another", () => {
  expect(check(table)).toMatchInlineSnapshot(`
    "level 2: login in 6 of 6 | /sbin/getty tty1 | 
    level 1: login in 0 of 6 |  | 
    down halt: login in 0 of 0 |  | 
    level 3: login in 12 of 12 | /sbin/getty tty1 | /usr/bin/<daemon>
    down reboot: login in 0 of 0 |  | 
    boot => level 2: 
    level 1 -> down halt: telinit 0
    level 1 -> level 2: telinit 2, telinit S
    level 1 -> level 3: telinit 3
    level 1 -> down reboot: telinit 6, telinit 2, telinit 3
    level 2 -> down halt: telinit 0
    level 2 -> level 1: telinit 1
    level 2 -> level 3: telinit 3
    level 2 => down reboot: telinit 6, signal INT
    level 3 -> down halt: telinit 0
    level 3 -> level 1: telinit 1
    level 3 -> level 2: telinit 2, telinit S
    level 3 => down reboot: telinit 6, signal INT"
  `);
});

test("an init that asks, and one without levels", () => {
  expect(check("1:2:respawn:/sbin/getty tty1\n")).toMatchInlineSnapshot(`
    "asking : login in 0 of 9 |  | 
    level 0: login in 0 of 8 |  | 
    level 1: login in 0 of 8 |  | 
    level 2: login in 16 of 16 | /sbin/getty tty1 | 
    level 6: login in 0 of 8 |  | 
    boot => asking : 
    asking  => level 0: console 0
    asking  => level 1: console 1
    asking  => level 2: console 2
    asking  => level 6: console 6
    level 0 -> level 1: telinit 1
    level 0 -> level 2: telinit 2
    level 0 -> level 6: telinit 6
    level 0 -> asking : telinit S
    level 1 -> level 0: telinit 0
    level 1 -> level 2: telinit 2
    level 1 -> level 6: telinit 6
    level 1 -> asking : telinit S
    level 2 -> level 0: telinit 0
    level 2 -> level 1: telinit 1
    level 2 -> level 6: telinit 6
    level 2 -> asking : telinit S
    level 6 -> level 0: telinit 0
    level 6 -> level 1: telinit 1
    level 6 -> level 2: telinit 2
    level 6 -> asking : telinit S"
  `);
  const busybox = "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n::ctrlaltdel:/sbin/reboot\n";
  expect(check(busybox, "busybox")).toMatchInlineSnapshot(`
    "level : login in 4 of 4 | -/bin/sh | 
    down reboot: login in 0 of 0 |  | 
    down halt: login in 0 of 0 |  | 
    down poweroff: login in 0 of 0 |  | 
    boot => level : 
    level  => down reboot: signal INT, signal TERM
    level  => down halt: signal USR1, signal PWR
    level  -> down poweroff: signal USR2"
  `);
});

test("the picture in the docs", async () => {
  const svg = levelGraphSvg(graphOf(table), { localizer: inEnglish, title: "The levels of a table" });
  expect(svg).toContain("/usr/bin/&lt;daemon&gt;");
  await expect(svg).toMatchFileSnapshot("../../../docs/images/levels.svg");
});

test("the same table gives the same picture, and no table none", () => {
  const draw = (text: string) => levelGraphSvg(graphOf(text), { localizer: inEnglish, title: "" });
  expect(draw(table)).toBe(draw(table));
  expect(draw("")).toContain("</svg>");
});
