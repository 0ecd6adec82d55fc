import { defaultLevelOf, isLevel } from "../../../inittab/runlevels.ts";
import { quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { levelsIn } from "../levels.ts";
import { message } from "../message.ts";

export const initdefaultInvalid: LineRule = {
  id: "initdefault-invalid",
  code: "IT213",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "initdefault"', "observed: sysvinit 3.06 (boot-initdefault-invalid)"],
  docs: {
    what: "The highest character of the initdefault entry is not a runlevel.",
    why: "Init says `Initdefault level 'X' is invalid` and asks on the console at each boot; a machine without an operator never comes up.",
    instead: "Name one runlevel, `0` to `9` or `S`.",
    wrong: [
      { text: "id:x:initdefault:\n", fixed: "id:3:initdefault:\n" },
      { text: "id:5x:initdefault:\n", fixed: "id:5:initdefault:\n" },
    ],
    right: [{ text: "id:3:initdefault:\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["initdefault"],
  check: (context) => {
    if (context.action?.name !== "initdefault") return nothing;
    const field = context.field("runlevels");
    const taken = defaultLevelOf(field);
    if (field === "" || isLevel(taken)) return nothing;
    const range = context.range("runlevels");
    const known = levelsIn(field);
    const wishes = known.length > 0 ? known : ["3", "2", "5"];
    return [
      {
        range,
        message: message("initdefault-invalid", { taken: quoted(taken) }),
        fixes: wishes.map((level) => suggestion(message("fix.write", { text: level }), range, level)),
      },
    ];
  },
};
