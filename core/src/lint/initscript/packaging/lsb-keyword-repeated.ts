import type { LsbField } from "../../../initscript/header/lsb.ts";
import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import { fixLimit } from "../../fix-limit.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { deleteLines, guess, keywordRange, replace } from "./edits.ts";
import { headerPlaceOf } from "./fields.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";

export const lsbKeywordRepeated: ScriptRule = {
  id: "lsb-keyword-repeated",
  code: "IT704",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, rpmlint 2.4, insserv 1.24.0 (lint-012)"],
  tags: [
    { tool: "lintian", tag: "init.d-script-has-duplicate-lsb-keyword" },
    {
      tool: "rpmlint",
      tag: "redundant-lsb-keyword",
      difference:
        "rpmlint adds the keywords of a second header to those of the first; we report the second header as `lsb-section-duplicate`.",
    },
  ],
  docs: {
    what: "A keyword occurs twice in the LSB header.",
    why: "insserv takes the first value, lintian and update-rc.d take the last, and chkconfig takes either or both.",
    instead: "Put all words after one keyword.",
    wrong: [
      {
        text: exampleScript({}).replace("# Required-Stop", "# Required-Start: $network\n# Required-Stop"),
        fixed: exampleScript({ "Required-Start": "$remote_fs $network" }),
      },
      {
        text: exampleScript({}).replace("### END", "# Short-Description: another\n### END"),
        fixed: exampleScript({}),
      },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => [
    ...repetitions(script).map(({ line, keyword }, index) => {
      const { first, field: later } = headerPlaceOf(script, line) ?? {};
      const written = later?.fact?.keyword ?? keyword;
      return {
        range: keywordRange(script, line),
        message: message("lsb-keyword-repeated", { written: quoted(written) }),
        related:
          first === undefined
            ? []
            : [
                {
                  range: first.keyword,
                  message: message("lsb-keyword-repeated.related", { written: quoted(written) }),
                },
              ],
        fixes:
          first === undefined || later === undefined || index >= fixLimit
            ? []
            : [merge(script, first, later)],
        tags: [lintianTag("W", "init.d-script-has-duplicate-lsb-keyword", line)],
      };
    }),
    ...script.rpmlint().problems.flatMap((problem) =>
      problem.kind === "redundant-keyword"
        ? [
            report(false, {
              range: script.lineRange(problem.line),
              message: message("lsb-keyword-repeated.tool", { keyword: quoted(problem.keyword) }),
              tags: [rpmlintTag("E", "redundant-lsb-keyword")],
            }),
          ]
        : [],
    ),
  ],
};

function repetitions(script: ScriptContext): readonly { readonly line: number; readonly keyword: string }[] {
  return script
    .lintian()
    .problems.flatMap((problem) => (problem.kind === "duplicate-keyword" ? [problem] : []));
}

function merge(script: ScriptContext, first: LsbField, later: LsbField): Fix {
  const last = later.continuation.at(-1)?.number ?? later.line.number;
  const away = deleteLines(script, later.line.number, last);
  const kind = later.fact?.value ?? "text";
  if (kind === "text" || kind === "flag") return guess(message("lsb-keyword-repeated.delete"), [away]);
  const words = new Set([...first.words, ...later.words].map(({ text }) => text));
  const blank = first.value.text === "" ? " " : "";
  return guess(message("lsb-keyword-repeated.merge"), [
    replace(first.value, blank + [...words].join(" ")),
    away,
  ]);
}
