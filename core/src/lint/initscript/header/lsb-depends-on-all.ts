import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { suggestion } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependencyRange, wordFor } from "./dependency-words.ts";
import { withoutWord } from "./edits.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

const keywords = {
  start: ["Required-Start", "Should-Start"],
  stop: ["Required-Stop", "Should-Stop"],
} as const satisfies Record<string, readonly LsbKeyword[]>;

export const lsbDependsOnAll: ScriptRule = {
  id: "lsb-depends-on-all",
  code: "IT763",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "A script depends on one that itself depends on `$all`.",
    why: "A script with `$all` starts after all others, so nothing can start after it.\ninsserv complains many times that this can not be true.\nThen it either changes nothing, as with any circle, or gives the scripts the numbers 98 and 99, whatever else they depend on.",
    instead: "Remove the dependency, or replace `$all` in the other script with what it really needs.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs last" }),
        files: [
          { path: "etc/init.d/last", text: exampleScript({ Provides: "last", "Required-Start": "$all" }) },
        ],
        fixed: exampleScript({ "Required-Start": "$remote_fs" }),
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs" }),
        files: [
          { path: "etc/init.d/last", text: exampleScript({ Provides: "last", "Required-Start": "$all" }) },
        ],
      },
    ],
  },
  check: (script) => {
    if (script.tree === undefined || !isReadByInsserv(script)) return [];
    const view = insservView(script.tree);
    const told = new Set<string>();
    return view.messages.flatMap((said): readonly ScriptReport[] => {
      if (said.kind !== "depends-on-all" || said.script !== script.name) return [];
      const { on, direction } = said;
      const key = `${direction} ${on}`;
      if (told.has(key)) return [];
      told.add(key);
      const found = wordFor(script, view, on, keywords[direction]);
      return [
        {
          range: dependencyRange(script, view, on, keywords[direction]),
          message: message("lsb-depends-on-all", { on, direction }),
          fixes:
            found === undefined || found.word.text.startsWith("$")
              ? []
              : [
                  {
                    ...suggestion(
                      message("lsb-depends-on-all.fix", { text: found.word.text, keyword: found.keyword }),
                      found.word,
                      "",
                    ),
                    edits: [withoutWord(script.text, found.word)],
                  },
                ],
        },
      ];
    });
  },
};
