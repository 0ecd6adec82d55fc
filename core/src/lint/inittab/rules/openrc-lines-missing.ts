import type { FileContext, FileRule } from "../contract.ts";
import { isPartOfTable } from "../login.ts";
import { message } from "../message.ts";
import { type OpenrcRecord, type OpenrcTable, openrcDialects, openrcTable } from "../openrc-calls.ts";

export const openrcLinesMissing: FileRule = {
  id: "openrc-lines-missing",
  code: "IT912",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded cases no-boot and late-sysinit of OpenRC below BusyBox init"],
  docs: {
    what: "A table that starts OpenRC does not call it for `sysinit`, `boot` and `default`, or calls it in another order.",
    why: "Without `openrc boot` the services of that runlevel do not start, except for those that others need.\nIf `openrc boot` comes before `openrc sysinit`, the latter stops what the former has started.",
    instead: "Let one entry after the other call `openrc sysinit`, `openrc boot` and `openrc default`.",
    wrong: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::wait:/sbin/openrc default\ntty1::respawn:/sbin/getty 38400 tty1\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
      },
      {
        text: "::sysinit:/sbin/openrc boot\n::sysinit:/sbin/openrc sysinit\n::wait:/sbin/openrc default\ntty1::respawn:/sbin/getty 38400 tty1\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
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
    if (table === undefined || isPartOfTable(file)) return [];
    const [misplaced] = outOfOrder(table);
    if (misplaced !== undefined) {
      const [early, late] = misplaced;
      const line = file.lineNumber(late.index);
      return [
        {
          range: file.range(early.index, "process"),
          message: message("openrc-lines-missing.order", { early: early.level, late: late.level, line }),
          related: [
            {
              range: file.range(late.index, "process"),
              message: message("openrc-lines-missing.related"),
            },
          ],
        },
      ];
    }
    return missing(file, table).map(({ level, entered }) => ({
      range: file.range(entered.index, "process"),
      message: message("openrc-lines-missing", { level }),
    }));
  },
};

/** The levels of the boot, in their order; those after `boot` in its place. */
const order: readonly string[] = ["sysinit", "boot", "default"];

function placeOf(level: string): number {
  return level === "nonetwork" ? order.length - 1 : order.indexOf(level);
}

/** Pairs of which the first runs before the second and ought to run after it. */
function outOfOrder({ records }: OpenrcTable): readonly (readonly [OpenrcRecord, OpenrcRecord])[] {
  const atBoot = records.filter(({ level, rank }) => rank !== undefined && placeOf(level) >= 0);
  return atBoot.flatMap((early, at) =>
    atBoot
      .slice(at + 1)
      .filter((late) => placeOf(late.level) < placeOf(early.level))
      .map((late) => [early, late] as const),
  );
}

/** The levels that no record enters, and a record that enters a later one. */
function missing(
  file: FileContext,
  { records, entered, unknownAtBoot }: OpenrcTable,
): readonly { readonly level: string; readonly entered: OpenrcRecord }[] {
  // What is not seen may be done by a script at boot.
  const last = records.find(({ level, rank }) => rank !== undefined && placeOf(level) === order.length - 1);
  if (unknownAtBoot || last === undefined) return [];
  return order
    .slice(0, -1)
    .filter((level) => !entered.has(level) && !isEmpty(file, level))
    .map((level) => ({ level, entered: last }));
}

/** Whether the system around has no services in a level. */
function isEmpty({ openrc }: FileContext, level: string): boolean {
  return openrc !== undefined && (openrc.runlevels.get(level) ?? []).every(({ kind }) => kind === "dangling");
}
