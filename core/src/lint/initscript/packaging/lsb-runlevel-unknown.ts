import { quoted } from "../../../text/words.ts";
import { fixLimit } from "../../fix-limit.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { joinedLevels } from "../header/lsb-levels-joined.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords, runlevels } from "./runlevels.ts";
import { firstOfEach, lintianTag, report } from "./tool-tags.ts";

const lists = [
  { keyword: "Default-Start", tag: "init.d-script-has-bad-start-runlevel" },
  { keyword: "Default-Stop", tag: "init.d-script-has-bad-stop-runlevel" },
] as const;

export const lsbRunlevelUnknown: ScriptRule = {
  id: "lsb-runlevel-unknown",
  code: "IT708",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, insserv 1.24.0 (lint-039, lint-040)"],
  tags: lists.map(({ tag }) => ({
    tool: "lintian",
    tag,
    difference:
      "`lsb-levels-joined` reports runlevels in one word such as `2345`, and `lsb-level-b` reports `B`, which makes insserv exit.",
  })),
  docs: {
    what: "A list of runlevels contains a word that is not a runlevel.",
    why: "insserv ignores the word; chkconfig stops reading there, so the runlevels after it are lost.",
    instead: "Write only `0` to `6` and `S`; put remarks in `Description`.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "2 3 4 5 multiuser" }),
        fixed: exampleScript({}),
      },
      { text: exampleScript({ "Default-Stop": "none" }), fixed: exampleScript({ "Default-Stop": "" }) },
    ],
    right: [{ text: exampleScript({}) }, { text: exampleScript({ "Default-Start": "S" }) }],
  },
  check: (script) =>
    lists.flatMap(({ keyword, tag }) => {
      const { value, others } = runlevels(script, keyword);
      return firstOfEach(others, ({ text }) => text).map((word, index) => {
        const elsewhere = joinedLevels(word.text) !== undefined || /^[bB]$/.test(word.text);
        const fixes =
          value === undefined || index >= fixLimit
            ? []
            : [setWords(script, value, changedWords(value, { without: [word.text] }))].map((edit) =>
                guess(message("fix.delete", { text: quoted(word.text) }), [edit]),
              );
        return report(!elsewhere, {
          range: word,
          message: message("lsb-runlevel-unknown", { word: quoted(word.text) }),
          fixes,
          tags: [lintianTag("W", tag)],
        });
      });
    }),
};
