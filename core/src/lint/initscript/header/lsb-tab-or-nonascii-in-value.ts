import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbTabOrNonasciiInValue: ScriptRule = {
  id: "lsb-tab-or-nonascii-in-value",
  code: "IT751",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: ["redhat", "debian"],
  sources: ["observed: insserv 1.24.0 (ins-056 to ins-070)"],
  docs: {
    what: "A list in the header has a tab, a control character or a character beyond ASCII in it.",
    why: "insserv ends a value at the first byte that is not printing ASCII and forgets the rest, without a word.\nA tab between two names, or a no-break space from a web page, looks like any other blank.",
    instead: "Separate names and runlevels with blanks, and spell names in plain letters.",
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
      const shown = /[\s\u00a0]/.test(character) ? "" : `${quoted(character)}, `;
      const kind =
        character === "\t"
          ? "a tab"
          : character === "\u00a0"
            ? "a no-break space"
            : /[\0-\x1f\x7f]/.test(character)
              ? `${shown}a control character`
              : `${shown}no character of ASCII`;
      return {
        range: { start: value.start + at, end: range.end },
        message: `insserv ends ${value.keyword} here, before ${kind}, and forgets the rest of the line`,
        fixes: /[^ -~]/.test(blanked) ? [] : [suggestion("Separate with blanks", range, blanked)],
      };
    });
  },
};
