import { type BareKeyword, bareKeywords } from "../../../initscript/header/bare.ts";
import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { exampleHeader, exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { deleteLines, guess, insertLines } from "./edits.ts";
import { lintianTag } from "./tool-tags.ts";

const marker = "### END INIT INFO";

export const lsbSectionUnterminated: ScriptRule = {
  id: "lsb-section-unterminated",
  code: "IT702",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116 (lint-006, lint-007)", "observed: insserv 1.24.0"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-has-unterminated-lsb-section",
      difference:
        "We also report a header that the end of the file cuts off; lintian says nothing then, but insserv refuses to install anything.",
    },
  ],
  docs: {
    what: "The LSB header has no end marker, or a line before it is not a comment.",
    why: "Without an end marker, insserv exits with an error, whichever script it was called for: no service can be enabled or disabled.\nFor lintian, a line that is not a comment ends the header, and the keywords below it are lost.",
    instead: "End the header with `### END INIT INFO`, and begin each line before it with `#`.",
    wrong: [
      {
        text: `${exampleScript({}).replace(`${marker}\n`, "")}exit 0\n`,
        fixed: `${exampleScript({})}exit 0\n`,
      },
      {
        text: exampleScript({}).replace("# Default-Start", "x=1\n# Default-Start"),
        fixed: `${exampleScript({})}x=1\n`,
      },
      { text: exampleScript({}).replace("# Default-Start", "\n# Default-Start"), fixed: exampleScript({}) },
      { text: `#!/bin/sh\n${exampleHeader({}).replace(`${marker}\n`, "")}`, fixed: exampleScript({}) },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const end = script.sections().find((section) => section.end !== undefined)?.end?.line.number;
    const told = script.lintian().problems.find(({ kind }) => kind === "unterminated-section");
    if (told !== undefined) {
      const bare = bareKeywords(script.text);
      const [first] = bare;
      return first?.line.number === told.line
        ? [judgeBare(script, first, bare)]
        : [judge(script, told.line, end)];
    }
    const [section] = script.sections();
    if (section === undefined || end !== undefined) return [];
    return [
      {
        range: section.begin.range,
        message: message("lsb-section-unterminated"),
        fixes: [
          guess(message("lsb-section-unterminated.insert"), [
            insertLines(script, script.lines.length + 1, [marker]),
          ]),
        ],
      },
    ];
  },
};

/** The first keyword without its `#`; the fix puts one before each of them. */
function judgeBare(script: ScriptContext, first: BareKeyword, all: readonly BareKeyword[]): ScriptReport {
  const { number } = first.line;
  return {
    range: script.lineRange(number),
    severity: "warning",
    message: message("lsb-section-unterminated.bare", { keyword: `${first.keyword}:` }),
    fixes: [
      guess(
        message("lsb-section-unterminated.comment"),
        all.map(({ line }) => {
          const blanks = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
          return { start: line.start, end: line.start + blanks, text: "# " };
        }),
      ),
    ],
    tags: [lintianTag("E", "init.d-script-has-unterminated-lsb-section", number)],
  };
}

function judge(script: ScriptContext, number: number, end: number | undefined): ScriptReport {
  const { text } = script.lines[number - 1] ?? { text: "" };
  const below = end !== undefined && end > number;
  return {
    range: script.lineRange(number),
    severity: below ? "warning" : "error",
    message: below
      ? message("lsb-section-unterminated.line", {
          line: text.trim() === "" ? message("lsb-section-unterminated.blank-line") : quoted(text),
        })
      : message("lsb-section-unterminated.before-line"),
    fixes: [repair(script, number, below ? end : undefined)],
    tags: [lintianTag("E", "init.d-script-has-unterminated-lsb-section", number)],
  };
}

function repair(script: ScriptContext, number: number, end: number | undefined): Fix {
  const { text = "" } = script.lines[number - 1] ?? {};
  if (end === undefined)
    return guess(message("lsb-section-unterminated.insert"), [insertLines(script, number, [marker])]);
  const away = deleteLines(script, number, number);
  if (text.trim() === "") return { title: message("fix.delete-the-blank-line"), kind: "safe", edits: [away] };
  const moved = insertLines(script, end + 1, [text.replace(/\r$/, "")]);
  return guess(message("lsb-section-unterminated.move"), [away, moved]);
}
