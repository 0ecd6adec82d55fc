// Whole tables to begin with, for a file that has nothing in it yet. Each names its dialect, so that nothing has to guess.

import type { Dialect, InittabScan, Message, TextRange } from "@inittab/core";
import type { Completion } from "../../features/completion-item.ts";
import { proposalMessage } from "./proposal-message.ts";
import { choice, gap, lastStop, plainText } from "./snippet.ts";

/** A table, with places to fill in. */
export interface Table {
  readonly dialect: Dialect;
  readonly title: string;
  readonly about: Message;
  /** In the notation of the protocol's snippets. */
  readonly lines: readonly string[];
}

/** The tables for the dialect that was asked for, or else all, those of the likely dialect first. */
export function tableCompletions(scan: InittabScan, range: TextRange): readonly Completion[] {
  const own = tables.filter(({ dialect }) => dialect === scan.dialect);
  const others = tables.filter(({ dialect }) => dialect !== scan.dialect);
  const isSure = scan.guess.by === "settings" && own.length > 0;
  return [...own, ...(isSure ? [] : others)].map(({ title, about, lines }) => {
    const text = lines.join("\n");
    return {
      kind: "record" as const,
      label: title,
      detail: about,
      documentation: { kind: "code" as const, code: plainText(text).trimEnd(), language: "inittab" },
      range,
      text,
      snippet: true as const,
    };
  });
}

/** A table for each init whose usual lines are known; several systems can have the same init. */
export const tables: readonly Table[] = [
  {
    dialect: "busybox",
    title: "BusyBox init, as Buildroot has it",
    about: proposalMessage("table.busybox"),
    lines: [
      "# inittab: dialect=busybox",
      "",
      "# At boot, one after the other.",
      "::sysinit:/bin/mount -t proc proc /proc",
      "::sysinit:/bin/mount -o remount,rw /",
      "::sysinit:/bin/mkdir -p /dev/pts /dev/shm",
      "::sysinit:/bin/mount -a",
      "::sysinit:/bin/hostname -F /etc/hostname",
      "::sysinit:/etc/init.d/rcS",
      "",
      "# Logins.",
      `${gap(1, "ttyS0")}::respawn:/sbin/getty -L ${gap(1, "ttyS0")} ${gap(2, "115200")} vt100`,
      "",
      "# Ctrl-Alt-Del, and on the way down.",
      "::ctrlaltdel:/sbin/reboot",
      "::shutdown:/etc/init.d/rcK",
      "::shutdown:/sbin/swapoff -a",
      "::shutdown:/bin/umount -a -r",
      lastStop,
    ],
  },
  {
    dialect: "busybox",
    title: "BusyBox init, as Alpine has it",
    about: proposalMessage("table.alpine"),
    lines: [
      "# inittab: dialect=busybox",
      "",
      "::sysinit:/sbin/openrc sysinit",
      "::sysinit:/sbin/openrc boot",
      "::wait:/sbin/openrc default",
      "",
      "# Logins.",
      "tty1::respawn:/sbin/getty 38400 tty1",
      "tty2::respawn:/sbin/getty 38400 tty2",
      `${gap(1, "ttyS0")}::respawn:/sbin/getty -L ${gap(1, "ttyS0")} ${gap(2, "115200")} vt100`,
      "",
      "::ctrlaltdel:/sbin/reboot",
      "::shutdown:/sbin/openrc shutdown",
      lastStop,
    ],
  },
  {
    dialect: "sysvinit",
    title: "sysvinit",
    about: proposalMessage("table.sysvinit"),
    lines: [
      "# inittab: dialect=sysvinit",
      "",
      "# The runlevel after boot.",
      `id:${choice(1, ["2", "3", "5"])}:initdefault:`,
      "",
      "# At boot, and in single-user mode.",
      "si::sysinit:/etc/init.d/rcS",
      "~~:S:wait:/sbin/sulogin",
      "",
      "# What is run on entering a runlevel.",
      "l0:0:wait:/etc/init.d/rc 0",
      "l1:1:wait:/etc/init.d/rc 1",
      "l2:2:wait:/etc/init.d/rc 2",
      "l3:3:wait:/etc/init.d/rc 3",
      "l4:4:wait:/etc/init.d/rc 4",
      "l5:5:wait:/etc/init.d/rc 5",
      "l6:6:wait:/etc/init.d/rc 6",
      "",
      "# Ctrl-Alt-Del.",
      "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now",
      "",
      "# Logins.",
      `1:2345:respawn:/sbin/getty ${gap(2, "38400")} tty1`,
      `2:23:respawn:/sbin/getty ${gap(2, "38400")} tty2`,
      lastStop,
    ],
  },
  {
    dialect: "procd",
    title: "OpenWrt procd",
    about: proposalMessage("table.procd"),
    lines: [
      "# inittab: dialect=procd",
      "::sysinit:/etc/init.d/rcS S boot",
      "::shutdown:/etc/init.d/rcS K shutdown",
      `${gap(1, "ttyS0")}::askfirst:/bin/ash --login`,
      lastStop,
    ],
  },
  {
    dialect: "toybox",
    title: "toybox init",
    about: proposalMessage("table.toybox"),
    lines: [
      "# inittab: dialect=toybox",
      "::sysinit:/etc/init.d/rcS",
      `tty1::respawn:/sbin/getty ${gap(1, "38400")} tty1`,
      "::ctrlaltdel:/sbin/reboot",
      "::shutdown:/bin/umount -a -r",
      lastStop,
    ],
  },
  {
    dialect: "aix",
    title: "AIX",
    about: proposalMessage("table.aix"),
    lines: [
      ": inittab: dialect=aix",
      `init:${gap(1, "2")}:initdefault:`,
      "cons:0123456789:respawn:/usr/sbin/getty /dev/console",
      lastStop,
    ],
  },
  {
    dialect: "solaris",
    title: "Solaris and illumos",
    about: proposalMessage("table.solaris"),
    lines: [
      "# inittab: dialect=solaris",
      "smf::sysinit:/lib/svc/bin/svc.startd >/dev/msglog 2<>/dev/msglog </dev/console",
      "p3:s1234:powerfail:/usr/sbin/shutdown -y -i5 -g0 >/dev/msglog 2<>/dev/msglog",
      lastStop,
    ],
  },
  {
    dialect: "hp-ux",
    title: "HP-UX",
    about: proposalMessage("table.hp-ux"),
    lines: [
      "it::off:# inittab: dialect=hp-ux",
      `init:${gap(1, "3")}:initdefault:`,
      "cons:123456:respawn:/usr/sbin/getty console console",
      lastStop,
    ],
  },
  {
    dialect: "irix",
    title: "IRIX",
    about: proposalMessage("table.irix"),
    lines: [
      "# inittab: dialect=irix",
      `is:${gap(1, "2")}:initdefault:`,
      "bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1",
      "co:23:respawn:/etc/getty console co_9600",
      lastStop,
    ],
  },
  {
    dialect: "sco",
    title: "SCO OpenServer",
    about: proposalMessage("table.sco"),
    lines: ["it::off:# inittab: dialect=sco", `is:${gap(1, "2")}:initdefault:`, lastStop],
  },
  {
    dialect: "tru64",
    title: "Tru64",
    about: proposalMessage("table.tru64"),
    lines: ["# inittab: dialect=tru64", `is:${gap(1, "3")}:initdefault:`, lastStop],
  },
  {
    dialect: "system-v",
    title: "Another System V",
    about: proposalMessage("table.system-v"),
    lines: [
      "# inittab: dialect=system-v",
      `is:${gap(1, "2")}:initdefault:`,
      "bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1",
      "co:2:respawn:/etc/getty console",
      lastStop,
    ],
  },
];
