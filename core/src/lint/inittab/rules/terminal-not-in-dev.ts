import { findAction } from "../../../inittab/actions.ts";
import { dialectFacts } from "../../../inittab/dialect.ts";
import { missingTerminal } from "../../../inittab/getty.ts";
import { hasTerminal, type Machine } from "../../../inittab/machine-profile.ts";
import { readScan } from "../../../inittab/read.ts";
import { terminalOf } from "../../../inittab/terminal.ts";
import type { FileRule } from "../contract.ts";
import { exampleRoot } from "../example-root.ts";
import { partOf } from "../in-root.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const terminalNotInDev: FileRule = {
  id: "terminal-not-in-dev",
  code: "IT283",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox"],
  sources: [
    "observed: BusyBox 1.35.0 to 1.38.0 (tty-missing)",
    "observed: agetty of util-linux 2.38 stays for 10 s; sysvinit 3.06 (respawn-too-fast)",
  ],
  docs: {
    what: "An entry needs a terminal that has no node in the static `/dev` of the root file system.",
    why: "Without the node the terminal cannot be opened, even if the kernel knows the line.\nThe rule reports nothing if `/dev` has no terminals besides the console, as in images whose kernel or device manager fills it, or if there is a trace of devtmpfs, mdev or udev.",
    instead: "Add the node to the image's device table, or name a terminal that exists.",
    wrong: [
      {
        text: "ttyAMA0::respawn:/sbin/getty -L ttyAMA0 115200 vt100\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "dev/ttyS0", device: true }],
      },
    ],
    right: [
      {
        text: "ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "dev/ttyS0", device: true }],
      },
      {
        text: "ttyAMA0::respawn:/sbin/getty -L ttyAMA0 115200 vt100\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "dev/console", device: true }],
      },
    ],
  },
  scope: "file",
  check: (file) => {
    const terminals = file.inRoot()?.terminals;
    if (terminals === undefined) return [];
    const { scan } = file;
    const machine: Machine = { terminals, virtualConsoles: false, console: null };
    const indexes = indexesByCount(scan);
    const byTerminal = dialectFacts[scan.dialect].id === "terminal";
    return readScan(scan).records.flatMap((record) => {
      const index = indexes.get(record.line);
      if (index === undefined || record.path === undefined) return [];
      if (byTerminal) {
        const path = terminalOf(record.id);
        if (path === "" || hasTerminal(machine, path.slice("/dev/".length))) return [];
        return {
          range: file.range(index, "id"),
          message: message("terminal-not-in-dev", { terminal: path }),
        };
      }
      const found = missingTerminal(record.process, machine);
      if (found === undefined || findAction(record.action)?.respawns !== true) return [];
      const terminal = `/dev/${found.terminal}`;
      return {
        range: partOf(file.range(index, "process"), found),
        message: message("terminal-not-in-dev", { terminal }),
      };
    });
  },
};
