import type { FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { isPartOfTable } from "../login.ts";
import { message } from "../message.ts";

export const noInitdefault: FileRule = {
  id: "no-initdefault",
  code: "IT215",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "initdefault"', "observed: sysvinit 3.06 (boot-prompt, boot-prompt-answers)"],
  docs: {
    what: "The table has no initdefault entry.",
    why: "Init asks `Enter runlevel:` on the console at each boot and does nothing else until somebody answers, unless the boot loader names a level.",
    instead:
      "Name the runlevel, usually in the first entry.\nFewer than three entries, or nothing but programs to keep running, are taken for a part of a file and not judged.",
    wrong: [
      {
        text: "si::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
    right: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n1:23:respawn:/sbin/getty 38400 tty1\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    if (isPartOfTable(file) || file.linesOf("initdefault").length > 0) return [];
    if (isAmongDropped(file, (text) => /\binitdefault\b/i.test(text))) return [];
    const start = file.scan.starts[file.firstRecord] ?? 0;
    const id = file.freeId(["id", "df", "dflt"]);
    const insert = (level: string, free: string) => {
      const record = `${free}:${level}:initdefault:`;
      return {
        title: message("fix.insert-record", { record }),
        kind: "suggestion" as const,
        edits: [{ start, end: start, text: `${record}\n` }],
      };
    };
    return [
      {
        range: { start, end: start + (file.scan.lines[file.firstRecord]?.end ?? 0) },
        message: message("no-initdefault"),
        fixes: id === undefined ? [] : ["3", "2", "5"].map((level) => insert(level, id)),
      },
    ];
  },
};
