import { findAction } from "../../../inittab/actions.ts";
import type { FileRule } from "../contract.ts";
import { exampleRoot } from "../example-root.ts";
import { partOf } from "../in-root.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const programNotExecutable: FileRule = {
  id: "program-not-executable",
  code: "IT281",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "procd"],
  sources: ["execve(2): EACCES", "observed: BusyBox 1.35 (respawn-missing-program)"],
  docs: {
    what: "What an entry runs is not a program in the root file system around the inittab: it is a file without the executable bit, or a folder.",
    why: "Not even root may execute a file that nobody may execute, so the entry fails each time.\nThe rule reports nothing if no file of the root has the bit, as on file systems that do not keep it.",
    instead: "Use `chmod 755`, or let a shell read the file: `/bin/sh /etc/rc.boot`.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/init.d/rcS", text: "#!/bin/sh\n", mode: 0o644 }],
      },
    ],
    right: [
      {
        text: "::sysinit:/bin/sh /etc/init.d/rcS\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/init.d/rcS", text: "#!/bin/sh\n", mode: 0o644 }],
      },
    ],
  },
  scope: "file",
  check: (file) => {
    const table = file.inRoot();
    if (table === undefined) return [];
    const indexes = indexesByCount(file.scan);
    return table.programs.flatMap(({ record, program, range, fate }) => {
      const index = indexes.get(record.line);
      if (index === undefined || fate.kind !== "not-executable") return [];
      const again = findAction(record.action)?.respawns === true;
      const { octal } = fate;
      return {
        range: partOf(file.range(index, "process"), range),
        message:
          octal === undefined
            ? message("program-not-executable.no-file", { program })
            : message("program-not-executable", { program, octal, again }),
      };
    });
  },
};
