import { dialectFacts, dialects } from "../../../inittab/dialect.ts";
import { suggestion } from "../../report.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const initdefaultWithoutEffect: FileRule = {
  id: "initdefault-without-effect",
  code: "IT257",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  dialects: dialects.filter((dialect) => dialectFacts[dialect].startsServicesBy !== undefined),
  sources: [
    "illumos, usr/src/cmd/init/init.c: initdefault is ignored with a message",
    "spec/dialects.md, section 7",
  ],
  docs: {
    what: "A table of Solaris that starts the service manager has an initdefault entry.",
    why: "Since SMF (Solaris 10), init ignores the entry with a message: svc.startd brings the machine to its default milestone.",
    instead: "Delete the entry, and set the milestone: `svcadm milestone -d`.",
    wrong: [
      {
        text: "smf::sysinit:/lib/svc/bin/svc.startd\nis:3:initdefault:\n",
        dialect: "solaris",
        fixed: "smf::sysinit:/lib/svc/bin/svc.startd\n",
      },
    ],
    right: [
      { text: "smf::sysinit:/lib/svc/bin/svc.startd\n", dialect: "solaris" },
      { text: "is:3:initdefault:\nfs::sysinit:/sbin/rcS\n", dialect: "solaris" },
    ],
  },
  scope: "file",
  check: (file) => {
    const manager = dialectFacts[file.scan.dialect].startsServicesBy;
    if (manager === undefined) return [];
    const isManaged = file.linesOf("sysinit").some((index) => file.field(index, "process").includes(manager));
    if (!isManaged) return [];
    return file.linesOf("initdefault").map((index) => {
      const start = file.scan.starts[index] ?? 0;
      const end = start + (file.scan.lines[index]?.length ?? 0);
      return {
        range: file.range(index, "action"),
        message: message("initdefault-without-effect", { manager }),
        fixes: [suggestion(message("fix.delete-the-record"), { start, end }, "")],
        unnecessary: true,
      };
    });
  },
};
