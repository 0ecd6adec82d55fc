import { readScan } from "../../../inittab/read.ts";
import { quoted } from "../../../text/words.ts";
import type { Report } from "../../contract.ts";
import { safe } from "../../report.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const busyboxReplacedEntry: FileRule = {
  id: "busybox-replaced-entry",
  code: "IT601",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (duplicate-entry)", "spec/dialects.md, 3.2"],
  docs: {
    what: "A later entry has the same terminal and the same command.",
    why: "To BusyBox init, the terminal and the command identify an entry; the two entries are one.\nThe later one wins: only its action counts, at its place in the file.\nA script that is named for both `ctrlaltdel` and `shutdown` loses the first of the two.",
    instead:
      "Delete the entry that is not meant.\nIf both actions are meant, write one of the commands differently, for example with its path.",
    wrong: [
      {
        text: "::ctrlaltdel:/sbin/reboot\n::shutdown:/bin/umount -a -r\n::ctrlaltdel:/bin/umount -a -r\n",
        dialect: "busybox",
      },
      {
        text: "::sysinit:/bin/mount -a\n::respawn:/sbin/syslogd -n\n::sysinit:/bin/mount -a\n",
        dialect: "busybox",
        fixed: "::respawn:/sbin/syslogd -n\n::sysinit:/bin/mount -a\n",
      },
    ],
    right: [
      {
        text: "::ctrlaltdel:/sbin/reboot\n::shutdown:/bin/umount -a -r\n::ctrlaltdel:umount -a -r\n",
        dialect: "busybox",
      },
      { text: "tty1::respawn:/bin/sh\ntty2::respawn:/bin/sh\n", dialect: "busybox" },
    ],
  },
  scope: "file",
  check: (file) => {
    const { replaced } = readScan(file.scan);
    if (replaced.length === 0) return [];
    const indexes = indexesByCount(file.scan);
    return replaced.map(({ record, by }) => {
      const index = indexes.get(record.line) ?? 0;
      const later = indexes.get(by.line) ?? 0;
      return report(file, index, later, record.action === by.action);
    });
  },
};

function report(file: FileContext, index: number, later: number, same: boolean): Report {
  const { scan } = file;
  const start = scan.starts[index] ?? 0;
  const line = scan.lines[index];
  const end = start + (line?.end ?? 0);
  const place = file.lineNumber(later);
  const whole = { start, end: start + (line?.length ?? 0) };
  return {
    range: { start, end },
    message: same
      ? message("busybox-replaced-entry", { line: place })
      : message("busybox-replaced-entry.other-action", {
          line: place,
          action: quoted(file.field(index, "action")),
        }),
    related: [{ range: file.range(later, "process"), message: message("busybox-replaced-entry.related") }],
    fixes: same ? [safe(message("fix.delete-this-entry"), whole, "")] : [],
    unnecessary: true,
  };
}
