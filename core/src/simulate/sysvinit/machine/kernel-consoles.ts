// The terminals that init adds because the kernel's command line names them. Source: spec/sysvinit.md, section 2.10;
// observed: kernel-console-autocon.

import type { SysvinitBehaviour } from "../../../inittab/versions.ts";

/** A terminal to be added, and the id that it gets. */
export interface KernelConsole {
  readonly device: string;
  readonly id: string;
}

/** The longest device name and id, in bytes. */
const deviceLimit = 32;
const idRoom = 8;

/** Init reads one line of at most this many bytes. */
const cmdlineLimit = 4095;

/** The terminals of a kernel command line, in order, one for each time a device is named. */
export function kernelConsoles(
  cmdline: string | undefined,
  behaviour: SysvinitBehaviour,
): readonly KernelConsole[] {
  if (cmdline === undefined || behaviour.kernelConsoles === "never") return [];
  const line = (cmdline.split("\n", 1)[0] ?? "").slice(0, cmdlineLimit);
  if (behaviour.kernelConsoles !== "always" && !line.includes("init.autocon=1")) return [];
  return [...line.matchAll(/console=([-./0-9A-Z_a-z]+)/g)].map((match) => {
    const device = (match[1] ?? "").slice(0, deviceLimit);
    return { device, id: device.replace(/^tty/, "").slice(0, idRoom) };
  });
}

/** The process of such a terminal. */
export function kernelConsoleCommand(device: string): string {
  return `/sbin/agetty -L -s 115200,38400,9600 ${device} vt102`;
}

/** The levels of such a terminal. */
export const kernelConsoleLevels = "2345";
