import type { TextEdit } from "../../../text/range.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, insertKeywords, setWords } from "./edits.ts";
import { changedWords, inOrder, runlevels } from "./runlevels.ts";
import { firstOfEach, lintianTag } from "./tool-tags.ts";

export const lsbStartInStopLevel: ScriptRule = {
  id: "lsb-start-in-stop-level",
  code: "IT709",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116 (lint-038)", "observed: Debian's rc"],
  tags: [{ tool: "lintian", tag: "init.d-script-starts-in-stop-runlevel" }],
  docs: {
    what: "`Default-Start` names runlevel 0 or 6.",
    why: "The machine goes down in these runlevels, and nothing should start any more.\nDebian's rc calls even their start links with `stop`.",
    instead:
      "Name the runlevel in `Default-Stop`; what must run last at shutdown does so in its `stop` action.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "0 2 3 4 5", "Default-Stop": "1 6" }),
        fixed: exampleScript({}),
      },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const { levels } = runlevels(script, "Default-Start");
    const wrong = firstOfEach(
      levels.filter(({ text }) => text === "0" || text === "6"),
      ({ text }) => text,
    );
    return wrong.map((word) => ({
      range: word,
      message: message("lsb-start-in-stop-level", { word: word.text }),
      fixes: [guess(message("lsb-start-in-stop-level.move", { level: word.text }), move(script, word.text))],
      tags: [lintianTag("E", "init.d-script-starts-in-stop-runlevel")],
    }));
  },
};

function move(script: ScriptContext, level: string): readonly TextEdit[] {
  const start = runlevels(script, "Default-Start").value;
  const stop = runlevels(script, "Default-Stop").value;
  const away =
    start === undefined ? [] : [setWords(script, start, changedWords(start, { without: [level] }))];
  const there =
    stop === undefined
      ? insertKeywords(script, ["Default-Stop"], level)
      : [setWords(script, stop, inOrder(changedWords(stop, { added: [level] })))];
  return [...away, ...there];
}
