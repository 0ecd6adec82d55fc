import { dialectFacts } from "../../../inittab/dialect.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";

export const openrcRunlevelMissing: FileRule = {
  id: "openrc-runlevel-missing",
  code: "IT911",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded cases numeric, bad-runlevel and numbers of OpenRC", "openrc(8)"],
  docs: {
    what: "An entry calls `openrc` with a runlevel that does not exist.",
    why: "The runlevels of OpenRC are folders in `/etc/runlevels`, and the numbers of System V are not among them.\nOpenRC says ` * 3: not a valid runlevel`, ends with status 1 and changes nothing: the machine stays in the previous runlevel, and its logins come up without the services.",
    instead:
      "Name a folder of `/etc/runlevels`: `default`, `nonetwork`, `shutdown` or one of your own; `single` and `reboot` need none.",
    wrong: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc 3\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
        fixed:
          "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n",
      },
    ],
    right: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
      },
    ],
  },
  scope: "file",
  check: (file) =>
    (openrcTable(file)?.records ?? []).flatMap(({ index, level }) => {
      if (isThere(file, level)) return [];
      const whole = file.range(index, "process");
      const at = file.field(index, "process").lastIndexOf(level);
      const range = { start: whole.start + at, end: whole.start + at + level.length };
      const near = meant(file, level);
      const values = { level: quoted(level), folder: `/etc/runlevels/${level}` };
      return [
        {
          range,
          message:
            file.openrc === undefined
              ? message("openrc-runlevel-missing.number", values)
              : message("openrc-runlevel-missing", values),
          fixes: near === undefined ? [] : [suggestion(message("fix.write", { text: near }), range, near)],
        },
      ];
    }),
};

/** Those that need no folder: the present level may be entered again, and sysinit is the first one. */
const builtIn: ReadonlySet<string> = new Set(["single", "reboot", "sysinit"]);

/** Without the system around, only the numbers of System V are known to be none. */
function isThere({ openrc }: FileContext, level: string): boolean {
  if (openrc === undefined) return !/^[0-9sS]$/.test(level);
  return builtIn.has(level) || openrc.runlevels.has(level);
}

function meant({ openrc, scan }: FileContext, level: string): string | undefined {
  const byNumber = numbers.get(level);
  // An init without runlevels has one way down for all.
  if (byNumber === "reboot" && dialectFacts[scan.dialect].levels === "") return "shutdown";
  if (byNumber !== undefined) return byNumber;
  return nearestName(
    level,
    [...(openrc?.runlevels.keys() ?? [])].map((name) => ({ name })),
  );
}

/** What the levels of System V are in the table that OpenRC brings for sysvinit. */
const numbers: ReadonlyMap<string, string> = new Map([
  ["0", "shutdown"],
  ["1", "single"],
  ["s", "single"],
  ["S", "single"],
  ["2", "nonetwork"],
  ["3", "default"],
  ["4", "default"],
  ["5", "default"],
  ["6", "reboot"],
]);
