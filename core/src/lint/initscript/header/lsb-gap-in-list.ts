import { insservWords, wordsBehindGap } from "../../../initscript/header/insserv.ts";
import { listOf } from "../../../text/message.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbGapInList: ScriptRule = {
  id: "lsb-gap-in-list",
  code: "IT750",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0 (ins-056 to ins-070)"],
  docs: {
    what: "A list of names in the header has two separators in a row.",
    why: "insserv ends the list at the gap and drops all names after it without a message.\nThe script may then start before something that it needs, or provide fewer names than it says.\nFor insserv, a space, a comma and a semicolon are separators, so a comma followed by a space is a gap too.",
    instead: "Put exactly one space between two names.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs  $syslog" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
      },
      {
        text: exampleScript({ "Should-Start": "mysql, ldap" }),
        fixed: exampleScript({ "Should-Start": "mysql ldap" }),
      },
    ],
    right: [
      { text: exampleScript({ "Required-Start": "$remote_fs $syslog" }) },
      { text: exampleScript({ "Required-Start": "$remote_fs $syslog  " }) },
      { text: exampleScript({ "Default-Start": "2  3  4  5" }) },
    ],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    return insservValues(script, "names", "dependencies").flatMap((value) => {
      const lost = wordsBehindGap(value);
      const seen = insservWords(value);
      const last = lost.at(-1);
      if (last === undefined) return [];
      const words = [...seen, ...lost].map(({ text }) => text);
      const forgotten = listOf(
        lost.slice(0, 3).map(({ text }) => quoted(text)),
        "and",
      );
      return {
        range: { start: seen.at(-1)?.end ?? value.start, end: last.end },
        message: message("lsb-gap-in-list", {
          keyword: value.keyword,
          forgotten,
          more: Math.max(0, lost.length - 3),
        }),
        fixes: [
          suggestion(message("lsb-gap-in-list.fix"), { start: value.start, end: last.end }, words.join(" ")),
        ],
      };
    });
  },
};
