import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { fieldOf, headerRange, isReadByInsserv } from "./values.ts";

export const lsbLinksOverride: ScriptRule = {
  id: "lsb-links-override",
  code: "IT783",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "The links of the script are in other runlevels than the header names.",
    why: "The links win: a script that is already enabled keeps its runlevels, even if the header changes later.\ninsserv says so when the script is named: `current start runlevel(s) (2) of script svc overrides LSB defaults (2 3 4 5)`.",
    instead:
      "Nothing needs to be done if the administrator means it.\n`insserv -d svc` takes the runlevels of the header.",
    wrong: [
      {
        text: exampleScript({}),
        files: [{ path: "etc/rc2.d/S01svc", target: "../init.d/svc" }],
      },
    ],
    right: [
      {
        text: exampleScript({ "Default-Start": "2", "Default-Stop": "0" }),
        files: [
          { path: "etc/rc2.d/S01svc", target: "../init.d/svc" },
          { path: "etc/rc0.d/K01svc", target: "../init.d/svc" },
        ],
      },
      { text: exampleScript({}) },
    ],
  },
  check: (script) => {
    if (script.tree === undefined || !isReadByInsserv(script)) return [];
    const told = new Set<string>();
    return insservView(script.tree).messages.flatMap((said): readonly ScriptReport[] => {
      if (said.kind !== "links-override-levels" || said.script !== script.name) return [];
      const { direction, current, header } = said;
      if (told.has(direction)) return [];
      told.add(direction);
      const keyword = direction === "start" ? "Default-Start" : "Default-Stop";
      return [
        {
          range: fieldOf(script, keyword)?.value ?? headerRange(script),
          message:
            current === "empty"
              ? message("lsb-links-override.none", { direction, keyword, header })
              : message("lsb-links-override", { direction, current, keyword, header }),
        },
      ];
    });
  },
};
