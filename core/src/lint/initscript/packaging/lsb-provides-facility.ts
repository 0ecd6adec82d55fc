import { quoted } from "../../../text/words.ts";
import { fixLimit } from "../../fix-limit.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords } from "./edits.ts";
import { changedWords } from "./runlevels.ts";
import { firstOfEach, lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

export const lsbProvidesFacility: ScriptRule = {
  id: "lsb-provides-facility",
  code: "IT714",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Facility Names",
    "observed: lintian 2.116, insserv 1.24.0, chkconfig 1.3.49.5 (lint-032)",
  ],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-provides-virtual-facility",
      difference:
        "Not reported for Red Hat's scripts: chkconfig compares the names as they are written, and Red Hat's own scripts do it.",
    },
  ],
  docs: {
    what: "`Provides` has a name that begins with `$`.",
    why: "Such names belong to the system: insserv skips the word with a warning, and scripts that ask for it do not find this script.",
    instead: "Name the script in insserv's configuration, on the line of the facility.",
    wrong: [{ text: exampleScript({ Provides: "svc $mail" }), fixed: exampleScript({}) }],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const value = script.lintian().values.get("Provides");
    if (value === undefined) return [];
    const virtual = value.words.filter(({ text }) => text.startsWith("$"));
    return firstOfEach(virtual, ({ text }) => text).map((word, index) =>
      report(!isForChkconfigOnly(script), {
        range: word,
        message: message("lsb-provides-facility", {
          word: quoted(word.text),
          text: quoted(`${word.text} +${script.name || "name"}`),
        }),
        fixes:
          index >= fixLimit
            ? []
            : [
                guess(message("fix.delete", { text: quoted(word.text) }), [
                  setWords(script, value, changedWords(value, { without: [word.text] })),
                ]),
              ],
        tags: [lintianTag("W", "init.d-script-provides-virtual-facility")],
      }),
    );
  },
};
