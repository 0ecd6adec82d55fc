import { bootLevel, formatLevels, type LevelSet } from "../../../initscript/levels.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependencyRange } from "./dependency-words.ts";
import { exampleScript } from "./example.ts";
import { type InsservView, insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

export const lsbLevelGap: ScriptRule = {
  id: "lsb-level-gap",
  code: "IT761",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "A required service does not start in all runlevels of this script.",
    why: "In the other runlevels the script would start without what it requires.\ninsserv refuses: `FATAL: service db is missed in the runlevels 4 5 to use service svc`, and once both are enabled it refuses every call.",
    instead: "Let the required service start in these runlevels as well, or this script in fewer.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "db" }),
        files: [{ path: "etc/init.d/db", text: exampleScript({ Provides: "db", "Default-Start": "2 3" }) }],
        fixed: exampleScript({ "Required-Start": "db", "Default-Start": "2 3" }),
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "db" }),
        files: [{ path: "etc/init.d/db", text: exampleScript({ Provides: "db" }) }],
      },
      {
        text: exampleScript({ "Required-Start": "db" }),
        files: [
          {
            path: "etc/init.d/db",
            text: exampleScript({ Provides: "db", "Default-Start": "S", "Default-Stop": "" }),
          },
        ],
      },
    ],
  },
  check: (script) => {
    if (script.tree === undefined || !isReadByInsserv(script)) return [];
    const view = insservView(script.tree);
    return (view.waits.start.get(script.name) ?? []).flatMap(({ earlier, must }) => {
      const gap = must ? levelGap(view, earlier, script.name) : 0;
      return gap === 0 ? [] : judge(script, view, earlier, gap);
    });
  },
};

/** The levels in which `later` starts and `earlier` does not, as insserv counts them: level S comes before all others. */
export function levelGap(view: InsservView, earlier: string, later: string): LevelSet {
  const have = view.levels.start.get(earlier) ?? 0;
  const levels = view.levels.start.get(later) ?? 0;
  return (have & bootLevel) !== 0 && (levels & bootLevel) === 0 ? 0 : levels & ~have;
}

function judge(
  script: ScriptContext,
  view: InsservView,
  earlier: string,
  gap: LevelSet,
): readonly ScriptReport[] {
  const value = script.insserv().values["Default-Start"];
  const left = formatLevels((view.levels.start.get(script.name) ?? 0) & ~gap);
  return [
    {
      range: dependencyRange(script, view, earlier, ["Required-Start"]),
      message: message("lsb-level-gap", { earlier, levels: formatLevels(gap) ?? "" }),
      fixes:
        value === undefined || left === undefined
          ? []
          : [suggestion(message("lsb-level-gap.fix", { left }), value, left)],
    },
  ];
}
