import { defaultLevelOf, findRunlevel } from "../../../inittab/runlevels.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const initdefaultHalts: LineRule = {
  id: "initdefault-halts",
  code: "IT216",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "initdefault"', "init(8): levels 0 and 6 halt and reboot the machine"],
  docs: {
    what: "The default runlevel is 0 or 6.",
    why: "By convention of every distribution, runlevel 0 halts the machine and runlevel 6 reboots it, so it goes down again as soon as it has come up.\nOnly the boot word `single` or another runlevel on the kernel's command line gets in.",
    instead: "Name a runlevel from 2 to 5.",
    wrong: [{ text: "id:6:initdefault:\n", fixed: "id:3:initdefault:\n" }],
    right: [{ text: "id:3:initdefault:\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["initdefault"],
  check: (context) => {
    if (context.action?.name !== "initdefault") return nothing;
    const field = context.field("runlevels");
    const level = defaultLevelOf(field);
    if (level !== "0" && level !== "6") return nothing;
    const range = context.range("runlevels");
    return [
      {
        range,
        message: message("initdefault-halts", { level, purpose: findRunlevel(level)?.purpose ?? "" }),
        fixes: ["3", "2", "5"].map((wish) => suggestion(message("fix.write", { text: wish }), range, wish)),
      },
    ];
  },
};
