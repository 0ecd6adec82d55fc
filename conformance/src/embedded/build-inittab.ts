// A recorded case of what a build makes of an inittab.

import { buildrootInittab, openEmbeddedEntries, usualOpenEmbeddedTable } from "@inittab/core";

/** The `case` part of inittab.json. */
export type BuildInittabCase = BuildrootCase | OpenEmbeddedCase;

interface BuildrootCase {
  readonly flavor: "buildroot-inittab";
  readonly init: "busybox" | "sysvinit";
  readonly inittab: readonly string[];
  readonly options: {
    readonly getty?: boolean;
    readonly port?: string;
    readonly options?: string;
    readonly baudrate?: string;
    readonly term?: string;
    readonly remount?: boolean;
    readonly programs?: readonly string[];
  };
}

interface OpenEmbeddedCase {
  readonly flavor: "oe-inittab";
  readonly init: "busybox" | "sysvinit";
  readonly options: Readonly<
    Partial<Record<"SERIAL_CONSOLES" | "USE_VT" | "SYSVINIT_ENABLED_GETTYS", string>>
  >;
}

/** What the build makes of the table, or the entries that it appends. */
export function replayBuildInittab(recorded: BuildInittabCase): unknown {
  if (recorded.flavor === "oe-inittab") {
    const { SERIAL_CONSOLES, USE_VT, SYSVINIT_ENABLED_GETTYS } = recorded.options;
    const usual = usualOpenEmbeddedTable;
    return {
      entries: openEmbeddedEntries({
        levels: recorded.init === "sysvinit",
        serialConsoles: SERIAL_CONSOLES ?? usual.serialConsoles,
        useVt: USE_VT ?? usual.useVt,
        enabledGettys: SYSVINIT_ENABLED_GETTYS ?? usual.enabledGettys,
      }),
    };
  }
  const { init, inittab, options } = recorded;
  const { getty = true, port = "ttyS0", baudrate = "115200", term = "vt100", remount = true } = options;
  const { programs = ["swapon", "swapoff"] } = options;
  return {
    inittab: buildrootInittab(inittab, {
      levels: init === "sysvinit",
      getty: getty ? { port, options: options.options ?? "", baudrate, term } : undefined,
      remount,
      swap: programs.includes("swapon") && programs.includes("swapoff"),
    }),
  };
}
