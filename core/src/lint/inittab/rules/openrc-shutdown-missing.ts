import { dialectFacts } from "../../../inittab/dialect.ts";
import type { FileRule } from "../contract.ts";
import { isPartOfTable } from "../login.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";

export const openrcShutdownMissing: FileRule = {
  id: "openrc-shutdown-missing",
  code: "IT913",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded case no-shutdown of OpenRC below BusyBox init"],
  docs: {
    what: "A table that starts services with OpenRC has no entry that stops them: none calls `openrc shutdown`.",
    why: "At shutdown init then kills all processes, and no service is stopped in its own way: databases are cut off, and what the runlevel `shutdown` does (killing, unmounting, saving the clock) does not happen.",
    instead:
      "Add an entry for the shutdown: `::shutdown:/sbin/openrc shutdown`, or with sysvinit one for each of the runlevels 0 and 6.",
    wrong: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\ntty1::respawn:/sbin/getty 38400 tty1\n::shutdown:/bin/umount -a -r\n",
        dialect: "busybox",
        fixed:
          "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\ntty1::respawn:/sbin/getty 38400 tty1\n::shutdown:/sbin/openrc shutdown\n::shutdown:/bin/umount -a -r\n",
      },
    ],
    right: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\ntty1::respawn:/sbin/getty 38400 tty1\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const table = openrcTable(file);
    const started = table?.records.findLast(({ rank }) => rank !== undefined);
    if (isPartOfTable(file)) return [];
    if (table === undefined || started === undefined || table.unknownDown) return [];
    if (table.entered.has("shutdown") || table.entered.has("reboot")) return [];
    const process = file.field(started.index, "process");
    const program = process.trim().split(/\s/)[0] ?? "";
    const record = `::shutdown:${program} shutdown`;
    const [first] = file.linesOf("shutdown");
    const edit =
      first === undefined
        ? file.appended(record)
        : { ...emptyAt(file.range(first, "id").start), text: `${record}\n` };
    return [
      {
        range: file.range(started.index, "process"),
        message: message("openrc-shutdown-missing"),
        fixes:
          dialectFacts[file.scan.dialect].levels === ""
            ? [{ title: message("openrc-shutdown-missing.fix"), kind: "suggestion", edits: [edit] }]
            : [],
      },
    ];
  },
};

function emptyAt(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}
