// A table of BusyBox and the machine that plays it, for tests.

import { expect } from "vitest";
import type { BusyboxScenario } from "../simulate/busybox/scenario.ts";
import { simulatedInit } from "../simulate/machines.ts";

export const table = `::sysinit:/etc/init.d/rcS
::wait:/bin/wait
::once:/bin/once
console::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
tty3::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/etc/init.d/rcK
::shutdown:/bin/umount -a -r
`;

export const busybox = simulatedInit("busybox");

/** The machine of a scenario with the table above. */
export function play(more: Partial<BusyboxScenario> = {}) {
  if (busybox === undefined) throw new Error("there is no machine");
  const scenario = { inittab: table, until: 60, ...more };
  const opening = busybox.open(scenario);
  expect(opening.problems).toEqual([]);
  if (opening.kind === "wrong") throw new Error("this is no scenario");
  const { simulation } = opening;
  return { run: simulation.run(), playback: simulation.play(), offers: simulation.offers() };
}

/** Enter on tty2, and then Ctrl-Alt-Del. */
export const enterAndDown = {
  events: [
    { at: 10, tty: "tty2", input: "\n" },
    { at: 20, signal: "INT" },
  ],
} as const;
