// The machine that an inittab is for, as far as init meets it: which terminals there are, what the kernel's console is,
// and what the power supply says. Ready ones are data; what a user says goes before them.

import type { Prose } from "../text/message.ts";

/** The ready machines. */
export const machineProfiles = ["board-serial", "container", "vm", "pc"] as const;

/** A ready machine. */
export type MachineProfile = (typeof machineProfiles)[number];

/** What the power supply has left for init, in words. */
export const powerStates = ["ok", "failing", "low"] as const;

/** Everything about a machine. */
export interface Machine {
  /** Names below /dev, beside `console`, `null` and `tty`. */
  readonly terminals: readonly string[];
  /** Whether there are virtual consoles: tty0 to tty63. */
  readonly virtualConsoles: boolean;
  /** What /dev/console stands for; null: it is not one of the machine's own terminals. */
  readonly console: string | null;
  /** What a program that watches the power supply has left; undefined: nothing. */
  readonly power?: (typeof powerStates)[number] | undefined;
}

/** A ready machine, and what is different about this one. */
export interface MachineSpec {
  readonly profile?: MachineProfile;
  readonly terminals?: readonly string[];
  readonly virtualConsoles?: boolean;
  /** As the kernel's `console=` has it: `ttyS0` or `ttyS0,115200`. */
  readonly console?: string;
  readonly power?: (typeof powerStates)[number];
}

const machines: Readonly<Record<MachineProfile, Machine>> = {
  "board-serial": { terminals: ["ttyS0"], virtualConsoles: false, console: "ttyS0" },
  container: { terminals: [], virtualConsoles: false, console: null },
  vm: { terminals: ["ttyS0"], virtualConsoles: true, console: "ttyS0" },
  pc: { terminals: [], virtualConsoles: true, console: "tty0" },
};

const titles: Readonly<Record<MachineProfile, string>> = {
  "board-serial": "a board with a serial line",
  container: "a container",
  vm: "a virtual machine",
  pc: "a PC",
};

/** The machine that is meant; without a profile it is a PC. */
export function machineOf({ profile = "pc", ...own }: MachineSpec): Machine {
  const ready = machines[profile];
  const named = own.console?.replace(/^\/dev\//, "").replace(/,.*$/, "");
  // A board has one line, whatever it is called.
  const terminals = own.terminals ?? (named === undefined ? ready.terminals : [named]);
  return {
    terminals: terminals.map((name) => name.replace(/^\/dev\//, "")),
    virtualConsoles: own.virtualConsoles ?? ready.virtualConsoles,
    console: named ?? ready.console,
    power: own.power,
  };
}

/** What a machine is in a sentence, ready to be translated. */
export function machineTitle({ profile = "pc" }: MachineSpec): Prose {
  return { prose: `machine.${profile}.title`, english: titles[profile] };
}

/** Whether a machine has the terminal with this name below /dev. */
export function hasTerminal({ terminals, virtualConsoles, console }: Machine, name: string): boolean {
  if (["console", "null", "tty", console].includes(name) || terminals.includes(name)) return true;
  return virtualConsoles && /^tty(?:[0-9]|[1-5][0-9]|6[0-3])$/.test(name);
}

/** Whether the console is one of the virtual ones. */
export function hasVirtualConsole({ virtualConsoles, console }: Machine): boolean {
  return virtualConsoles && console !== null && /^tty\d+$/.test(console);
}
