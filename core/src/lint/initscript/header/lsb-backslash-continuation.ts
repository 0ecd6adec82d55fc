import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { insservWords } from "../../../initscript/header/insserv.ts";
import type { SourceLine } from "../../../initscript/header/lines.ts";
import type { Message } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbBackslashContinuation: ScriptRule = {
  id: "lsb-backslash-continuation",
  code: "IT752",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["Linux Standard Base 5.0, Comment Conventions for Init Scripts", "observed: insserv 1.24.0"],
  docs: {
    what: "A value in the LSB header ends in a backslash.",
    why: "Values of this header cannot continue on the next line; only the `description` of chkconfig's header can.\ninsserv takes the backslash for a name: in Required-Start it refuses to enable the script, because no script provides `\\`.\nWhat the next line says is lost.",
    instead: "Write the whole list on one line.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs \\\n#   $syslog" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
      },
      {
        text: exampleScript({ "Should-Start": "mysql \\" }),
        fixed: exampleScript({ "Should-Start": "mysql" }),
      },
    ],
    right: [
      { text: exampleScript({ "Required-Start": "$remote_fs $syslog" }) },
      { text: "#!/bin/sh\n# chkconfig: 35 20 80\n# description: one line \\\n#              and another\n" },
    ],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    return insservValues(script, "names", "dependencies", "runlevels").flatMap((value) => {
      const { end } = script.lineRange(value.line);
      const written = script.text.slice(value.start, end).trimEnd();
      if (!written.endsWith("\\")) return [];
      const at = value.start + written.length - 1;
      const before = value.start + written.slice(0, -1).trimEnd().length;
      const rest = continuation(script.lines[value.line]);
      const [to, text] = rest === undefined ? [at + 1, ""] : [rest, " "];
      const word = insservWords(value).at(-1)?.text;
      return {
        range: { start: at, end: at + 1 },
        message: consequence(value.keyword, word === "\\", word ?? ""),
        fixes: [
          suggestion(
            rest === undefined
              ? message("fix.delete-the-backslash")
              : message("lsb-backslash-continuation.join"),
            { start: before, end: to },
            text,
          ),
        ],
      };
    });
  },
};

function consequence(keyword: LsbKeyword, alone: boolean, word: string): Message {
  if (alone && keyword === "Required-Start") return message("lsb-backslash-continuation.service");
  if (alone && keyword === "Provides") return message("lsb-backslash-continuation.provided");
  const isLevels = keyword.startsWith("Default-");
  if (alone && !isLevels) return message("lsb-backslash-continuation.name", { keyword });
  return word.endsWith("\\") && !isLevels
    ? message("lsb-backslash-continuation.part", { word, keyword })
    : message("lsb-backslash-continuation", { keyword });
}

/** Where the words of a continued line begin; undefined for a line that says something of its own. */
function continuation(line: SourceLine | undefined): number | undefined {
  const [, prefix] = /^(#[ \t]*)(?![\w-]+[ \t]*:)[^#\s]/.exec(line?.text ?? "") ?? [];
  return line === undefined || prefix === undefined ? undefined : line.start + prefix.length;
}
