import { quoted } from "../../../text/words.ts";
import { fixLimit } from "../../fix-limit.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { insservView } from "../header/insserv-view.ts";
import { message } from "../message.ts";
import { type DependencyWord, dependencyWords } from "./dependencies.ts";
import { guess, setWords } from "./edits.ts";
import { firstOfEach, lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

/** Scripts that stand for a facility, as lintian knows them. */
const facilities: ReadonlyMap<string, string> = new Map([
  ["mountall", "$local_fs"],
  ["mountnfs", "$remote_fs"],
  ["hwclock", "$time"],
  ["portmap", "$portmap"],
  ["named", "$named"],
  ["bind9", "$named"],
  ["networking", "$network"],
  ["syslog", "$syslog"],
  ["rsyslog", "$syslog"],
  ["sysklogd", "$syslog"],
]);

export const lsbScriptForFacility: ScriptRule = {
  id: "lsb-script-for-facility",
  code: "IT719",
  severity: "information",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116 (lint-036)"],
  tags: [
    {
      tool: "lintian",
      tag: "non-virtual-facility-in-initd-script",
      difference:
        "Not reported for Red Hat's scripts, which have no insserv.conf that says what a facility is made of.",
    },
  ],
  docs: {
    what: "The script depends on a specific script where a facility is meant.",
    why: "On a machine with another logger, name server or network script the dependency is missing, and insserv refuses to enable the script or drops the dependency.",
    instead: "Name the facility.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs rsyslog" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
      },
      {
        text: exampleScript({ "Should-Start": "$network networking" }),
        fixed: exampleScript({ "Should-Start": "$network" }),
      },
    ],
    right: [{ text: exampleScript({ "Required-Start": "$remote_fs $syslog" }) }],
  },
  check: (script) => {
    const words = dependencyWords(script).filter(({ word }) => facilities.has(word.text));
    const tagged = new Set(firstOfEach(words, ({ word }) => word.text));
    return words.map((each, index) => {
      const { word } = each;
      const facility = facilities.get(word.text) ?? "";
      return report(!isForChkconfigOnly(script) && !isMissing(script, each), {
        range: word,
        message: message("lsb-script-for-facility", { word: quoted(word.text), facility }),
        fixes:
          index >= fixLimit
            ? []
            : [guess(message("fix.replace", { text: facility }), [replaced(script, each, facility)])],
        // lintian speaks of a name once, wherever it stands.
        tags: tagged.has(each) ? [lintianTag("E", "non-virtual-facility-in-initd-script")] : [],
      });
    });
  },
};

/** insserv's refusal, which `lsb-missing-service` reports, is worse news. */
function isMissing({ tree }: ScriptContext, { keyword, word }: DependencyWord): boolean {
  if (tree === undefined || keyword !== "Required-Start") return false;
  const view = insservView(tree);
  return view.complete && !view.providers.has(word.text);
}

function replaced(
  script: ScriptContext,
  { keyword, word }: DependencyWord,
  facility: string,
): ReturnType<typeof setWords> {
  const value = script.lintian().values.get(keyword);
  if (value === undefined) return { start: word.start, end: word.end, text: facility };
  const words = value.words.map(({ text }) => (text === word.text ? facility : text));
  return setWords(script, value, [...new Set(words)]);
}
