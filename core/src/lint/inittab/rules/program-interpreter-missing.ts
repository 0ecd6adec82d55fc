import type { FileRule } from "../contract.ts";
import { exampleRoot } from "../example-root.ts";
import { partOf } from "../in-root.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const programInterpreterMissing: FileRule = {
  id: "program-interpreter-missing",
  code: "IT282",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "procd"],
  sources: ["execve(2): ENOENT for the interpreter of a script"],
  docs: {
    what: "An entry runs a script whose first line names an interpreter that the root file system around the inittab lacks.",
    why: "The kernel says that there is no such file, which sounds as if the script itself were missing.\nA carriage return at the end of the first line belongs to the name of the interpreter.",
    instead: "Name an interpreter that exists, or remove the carriage returns.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/init.d/rcS", text: "#!/bin/bash\n" }],
      },
      {
        text: "::sysinit:/etc/init.d/rcS\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/init.d/rcS", text: "#!/bin/sh\r\nmount -a\r\n" }],
      },
    ],
    right: [
      {
        text: "::sysinit:/etc/init.d/rcS\n",
        dialect: "busybox",
        root: [...exampleRoot, { path: "etc/init.d/rcS", text: "#!/bin/sh\n" }],
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
      if (index === undefined || (fate.kind !== "no-interpreter" && fate.kind !== "carriage-return"))
        return [];
      const { interpreter } = fate;
      return {
        range: partOf(file.range(index, "process"), range),
        message: message(
          fate.kind === "carriage-return"
            ? "program-interpreter-missing.carriage-return"
            : "program-interpreter-missing",
          { program, interpreter },
        ),
      };
    });
  },
};
