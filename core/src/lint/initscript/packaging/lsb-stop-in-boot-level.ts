import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords, runlevels } from "./runlevels.ts";
import { lintianTag } from "./tool-tags.ts";

export const lsbStopInBootLevel: ScriptRule = {
  id: "lsb-stop-in-boot-level",
  code: "IT711",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, insserv 1.24.0 (lint-041)"],
  tags: [{ tool: "lintian", tag: "init-d-script-stops-in-s-runlevel" }],
  docs: {
    what: "`Default-Stop` names `S`.",
    why: "S is the boot phase: nothing that could be stopped is running yet, and insserv makes no stop links there.",
    instead: "Stop the service in 0, 1 and 6.",
    wrong: [{ text: exampleScript({ "Default-Stop": "0 1 6 S" }), fixed: exampleScript({}) }],
    right: [{ text: exampleScript({ "Default-Start": "S", "Default-Stop": "" }) }],
  },
  check: (script) => {
    const { value, levels } = runlevels(script, "Default-Stop");
    const word = levels.find(({ text }) => /[sS]/.test(text));
    if (value === undefined || word === undefined) return [];
    return [
      {
        range: word,
        message: message("lsb-stop-in-boot-level"),
        fixes: [
          guess(message("fix.delete", { text: word.text }), [
            setWords(script, value, changedWords(value, { without: ["s", "S"] })),
          ]),
        ],
        tags: [lintianTag("W", "init-d-script-stops-in-s-runlevel")],
      },
    ];
  },
};
