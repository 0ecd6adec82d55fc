import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords, inOrder, runlevels, startLevels } from "./runlevels.ts";
import { lintianTag } from "./tool-tags.ts";

const debianScript = (levels: string): string =>
  `${exampleScript({ "Default-Stop": levels })}. /lib/lsb/init-functions\n`;

/** Scripts that are the shutdown themselves. */
const shutdownScripts = ["killprocs", "sendsigs", "halt", "reboot"];

export const lsbStopLevelsIncomplete: ScriptRule = {
  id: "lsb-stop-levels-incomplete",
  code: "IT713",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["debian"],
  sources: ["observed: lintian 2.116 (lint-043)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-possible-missing-stop",
      difference:
        "Reported for Debian's scripts only: chkconfig stops a service in every runlevel that does not start it.",
    },
  ],
  docs: {
    what: "The script stops in some of the runlevels 0, 1 and 6, but not in all of them.",
    why: "In the others the service is not stopped, but killed with everything else.",
    instead: "Name `0 1 6`, or nothing if stopping is not worth the time.",
    wrong: [{ text: debianScript("0 6"), fixed: debianScript("0 1 6") }],
    right: [{ text: debianScript("0 1 6") }, { text: debianScript("") }],
  },
  check: (script) => {
    const { value, levels } = runlevels(script, "Default-Stop");
    const missing = ["0", "1", "6"].filter((level) => !levels.some(({ text }) => text === level));
    const start = startLevels(script);
    const boots = start.size === 1 && start.has("s");
    if (value === undefined || boots || shutdownScripts.includes(script.name)) return [];
    if (missing.length === 0 || missing.length === 3) return [];
    const words = inOrder(changedWords(value, { added: missing }));
    return [
      {
        range: value,
        message: message("lsb-stop-levels-incomplete", { missing: listOf(missing, "or") }),
        fixes: [
          guess(message("fix.add-words", { words: listOf(missing, "and") }), [
            setWords(script, value, words),
          ]),
        ],
        tags: [lintianTag("W", "init.d-script-possible-missing-stop")],
      },
    ];
  },
};
