import { findAction } from "../../../inittab/actions.ts";
import type { FileRule } from "../contract.ts";
import { exampleRoot } from "../example-root.ts";
import { partOf } from "../in-root.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const programMissing: FileRule = {
  id: "program-missing",
  code: "IT280",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "procd"],
  sources: [
    "execve(2): ENOENT",
    "observed: sysvinit 3.06 (respawn-too-fast); BusyBox 1.35 (respawn-missing-program)",
  ],
  docs: {
    what: "The root file system around the inittab lacks the program of an entry.",
    why: "The entry fails each time init runs it; one that is respawned fails again and again.\nThe rule applies only if the file is the `etc/inittab` of a whole system: a folder or an archive that contains a shell or an init.\nIt ignores what may be mounted when the machine runs: everything below the mount points of `etc/fstab` and in empty folders.",
    instead: "Install the program, or write its actual path.",
    wrong: [
      {
        text: "tty1::respawn:/sbin/agetty 38400 tty1\n",
        dialect: "busybox",
        root: exampleRoot,
      },
      { text: "::sysinit:/bin/sh /etc/rc.boot\n", dialect: "busybox", root: exampleRoot },
    ],
    right: [
      { text: "tty1::respawn:/sbin/getty 38400 tty1\n", dialect: "busybox", root: exampleRoot },
      {
        text: "::once:/opt/bin/daemon\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/fstab", text: "/dev/sda2 /opt ext4 defaults 0 0\n" }],
      },
    ],
  },
  scope: "file",
  check: (file) => {
    const table = file.inRoot();
    if (table === undefined) return [];
    const indexes = indexesByCount(file.scan);
    return table.programs.flatMap(({ record, program, range, fate, readBy }) => {
      const index = indexes.get(record.line);
      if (index === undefined || fate.kind !== "missing") return [];
      const action = findAction(record.action);
      const again = action?.respawns === true;
      return {
        // Distributions ship lines for a power supply that tells of its failure, without the programs.
        ...(action?.trigger === "power" && { severity: "information" as const }),
        range: partOf(file.range(index, "process"), range),
        message:
          readBy === undefined
            ? message("program-missing", { program, again })
            : message("program-missing.script", { program, shell: readBy }),
      };
    });
  },
};
