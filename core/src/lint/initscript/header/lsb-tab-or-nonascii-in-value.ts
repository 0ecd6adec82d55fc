import type { Message } from "../../../text/message.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbTabOrNonasciiInValue: ScriptRule = {
  id: "lsb-tab-or-nonascii-in-value",
  code: "IT751",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0 (ins-056 to ins-070)"],
  docs: {
    what: "A list in the header contains a tab, a control character or a character outside ASCII.",
    why: "insserv ends a value at the first byte that is not printable ASCII and drops the rest without a message.\nA tab between two names, or a no-break space from a web page, looks like an ordinary space.",
    instead: "Separate names and runlevels with spaces, and spell names in plain ASCII letters.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs\t$syslog" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
      },
      {
        text: exampleScript({ "Default-Start": "2 3\u00a04 5" }),
        fixed: exampleScript({ "Default-Start": "2 3 4 5" }),
      },
      { text: exampleScript({ Provides: "café" }) },
    ],
    right: [
      { text: exampleScript({ "Required-Start": "$remote_fs $syslog" }) },
      { text: exampleScript({ "Required-Start": "$remote_fs $syslog\t" }) },
      { text: exampleScript({ "Short-Description": "A café\tfor daemons" }) },
    ],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    return insservValues(script, "names", "dependencies", "runlevels", "flag").flatMap((value) => {
      const written = script.text.slice(value.start, script.lineRange(value.line).end).trimEnd();
      const at = value.text.length;
      const character = String.fromCodePoint(written.codePointAt(at) ?? 0x20);
      // A long line ends at a printing character; that is another matter.
      if (at >= written.length || /[ -~]/.test(character)) return [];
      const blanked = written.replace(/[\s\u00a0]+/g, " ");
      const range = { start: value.start, end: value.start + written.length };
      return {
        range: { start: value.start + at, end: range.end },
        message: message("lsb-tab-or-nonascii-in-value", {
          keyword: value.keyword,
          kind: describe(character),
        }),
        fixes: /[^ -~]/.test(blanked)
          ? []
          : [suggestion(message("lsb-tab-or-nonascii-in-value.fix"), range, blanked)],
      };
    });
  },
};

function describe(character: string): Message {
  if (character === "\t") return message("lsb-tab-or-nonascii-in-value.tab");
  if (character === "\u00a0") return message("lsb-tab-or-nonascii-in-value.no-break-space");
  const shown = /\s/.test(character) ? "" : `${quoted(character)}, `;
  const isControl = /[\0-\x1f\x7f]/.test(character);
  return message("lsb-tab-or-nonascii-in-value.other", { shown, control: isControl });
}
