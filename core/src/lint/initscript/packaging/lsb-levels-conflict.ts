import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords, runlevels, startLevels } from "./runlevels.ts";
import { firstOfEach, lintianTag } from "./tool-tags.ts";

export const lsbLevelsConflict: ScriptRule = {
  id: "lsb-levels-conflict",
  code: "IT712",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, insserv 1.24.0, chkconfig 1.3.49.5 (lint-042, lint-r-004)"],
  tags: [{ tool: "lintian", tag: "init.d-script-has-conflicting-start-stop" }],
  docs: {
    what: "A runlevel is in both `Default-Start` and `Default-Stop`.",
    why: "insserv and chkconfig make only the stop link, so the service does not start in this runlevel.",
    instead: "Name the runlevel only once.",
    wrong: [{ text: exampleScript({ "Default-Stop": "0 1 2 6" }), fixed: exampleScript({}) }],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const start = startLevels(script);
    const both = runlevels(script, "Default-Stop").levels.filter(({ text }) => start.has(text));
    return firstOfEach(both, ({ text }) => text).map((word) => ({
      range: word,
      message: message("lsb-levels-conflict", { word: word.text }),
      related: runlevels(script, "Default-Start")
        .levels.filter(({ text }) => text.toLowerCase() === word.text)
        .map((range) => ({ range, message: message("lsb-levels-conflict.related") })),
      fixes: [takeFrom(script, "Default-Stop", word.text), takeFrom(script, "Default-Start", word.text)],
      tags: [lintianTag("W", "init.d-script-has-conflicting-start-stop")],
    }));
  },
};

function takeFrom(script: ScriptContext, keyword: "Default-Start" | "Default-Stop", level: string): Fix {
  const { value } = runlevels(script, keyword);
  const without = [level, level.toUpperCase()];
  return guess(
    message("lsb-levels-conflict.delete", { level, keyword }),
    value === undefined ? [] : [setWords(script, value, changedWords(value, { without }))],
  );
}
