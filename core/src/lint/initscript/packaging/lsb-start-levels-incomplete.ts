import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords, inOrder, runlevels, startLevels } from "./runlevels.ts";
import { lintianTag } from "./tool-tags.ts";

const debianScript = (levels: string): string =>
  `${exampleScript({ "Default-Start": levels })}. /lib/lsb/init-functions\n`;

export const lsbStartLevelsIncomplete: ScriptRule = {
  id: "lsb-start-levels-incomplete",
  code: "IT710",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["debian"],
  sources: ["observed: lintian 2.116 (lint-037)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-missing-start",
      difference:
        "Reported for Debian's scripts only: on Red Hat, runlevels 3 and 5 differ from 2 and 4 on purpose.",
    },
  ],
  docs: {
    what: "The script starts in some of the runlevels 2 to 5, but not in all of them.",
    why: "Debian leaves the difference between these runlevels to the administrator, so a package starts its services in all four.",
    instead: "Name `2 3 4 5`.",
    wrong: [{ text: debianScript("2 3 5"), fixed: debianScript("2 3 4 5") }],
    right: [{ text: debianScript("2 3 4 5") }, { text: debianScript("S") }],
  },
  check: (script) => {
    const { value } = runlevels(script, "Default-Start");
    const levels = startLevels(script);
    const missing = ["2", "3", "4", "5"].filter((level) => !levels.has(level));
    if (value === undefined || missing.length === 0 || missing.length === 4) return [];
    const words = inOrder(changedWords(value, { added: missing }));
    return [
      {
        range: value,
        message: message("lsb-start-levels-incomplete", { missing: listOf(missing, "or") }),
        fixes: [
          guess(message("fix.add-words", { words: listOf(missing, "and") }), [
            setWords(script, value, words),
          ]),
        ],
        tags: [lintianTag("W", "init.d-script-missing-start")],
      },
    ];
  },
};
