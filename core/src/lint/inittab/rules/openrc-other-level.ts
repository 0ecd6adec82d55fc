import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";

export const openrcOtherLevel: FileRule = {
  id: "openrc-other-level",
  code: "IT914",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["spec/openrc.md, sections 1 and 7", "openrc(8)"],
  docs: {
    what: "An entry for the shutdown makes OpenRC enter a runlevel in which services start, or an entry for the boot makes it enter one in which all stop.",
    why: "OpenRC goes by the name that it is called with, whatever init is about to do.\n`openrc default` at shutdown starts what is missing and stops nothing that belongs there; `openrc shutdown` at boot stops all services and runs those of the runlevel `shutdown`, which kill processes and unmount file systems.",
    instead:
      "Call `openrc shutdown` (with sysvinit in runlevel 6 `openrc reboot`) at shutdown and only then.",
    wrong: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\ntty1::shutdown:/sbin/openrc boot\n",
        dialect: "busybox",
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
    (openrcTable(file)?.records ?? []).flatMap(({ index, level, rank, isDown }) => {
      const range = file.range(index, "process");
      if (isDown && starting.has(level))
        return [{ range, message: message("openrc-other-level.down", { level }) }];
      if (!isDown && rank !== undefined && stopping.has(level))
        return [{ range, message: message("openrc-other-level.boot", { level }) }];
      return [];
    }),
};

/** The levels of a machine that is coming up or is up, as OpenRC itself names them; people may add others for anything. */
const starting: ReadonlySet<string> = new Set(["sysinit", "boot", "default", "nonetwork"]);

/** Those of one that goes down. */
const stopping: ReadonlySet<string> = new Set(["shutdown", "reboot"]);
