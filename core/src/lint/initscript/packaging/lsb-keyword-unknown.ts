import { lsbKeywords } from "../../../initscript/facts/lsb-keywords.ts";
import type { TextRange } from "../../../text/range.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule, ToolTag } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { misspeltKeyword } from "../header/lsb-keyword-spelling.ts";
import { message } from "../message.ts";
import { keywordRange } from "./edits.ts";
import { headerPlaceOf } from "./fields.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";

export const lsbKeywordUnknown: ScriptRule = {
  id: "lsb-keyword-unknown",
  code: "IT705",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: lintian 2.116, rpmlint 2.4 (lint-r-006)",
  ],
  tags: [
    { tool: "lintian", tag: "init.d-script-has-unknown-lsb-keyword" },
    {
      tool: "rpmlint",
      tag: "unknown-lsb-keyword",
      difference:
        "`lsb-keyword-spelling` reports a keyword that only rpmlint does not know, because rpmlint distinguishes case.",
    },
  ],
  docs: {
    what: "The LSB header has a keyword that no program knows.",
    why: "insserv, chkconfig and update-rc.d ignore it, so what it should say is lost.",
    instead: "Use one of the nine keywords of the standard; keywords of your own begin with `X-`.",
    wrong: [
      {
        text: exampleScript({}).replace("Default-Stop", "Defualt-Stop"),
        fixed: exampleScript({}),
      },
      {
        text: exampleScript({}).replace("### END", "# Author: A. U. Thor\n### END"),
        fixed: exampleScript({}).replace("### END", "# X-Author: A. U. Thor\n### END"),
      },
    ],
    right: [
      { text: exampleScript({}) },
      { text: exampleScript({}).replace("### END", "# X-Author: A. U. Thor\n### END") },
    ],
  },
  check: (script) => {
    const lines = new Map<number, ToolTag[]>();
    for (const { kind, line } of script.lintian().problems)
      if (kind === "unknown-keyword")
        lines.set(line, [lintianTag("W", "init.d-script-has-unknown-lsb-keyword", line)]);
    for (const { kind, line } of script.rpmlint().problems)
      if (kind === "unknown-keyword")
        lines.set(line, [...(lines.get(line) ?? []), rpmlintTag("E", "unknown-lsb-keyword")]);
    return [...lines].map(([line, tags]) => judge(script, line, tags));
  },
};

function judge(script: ScriptContext, number: number, tags: readonly ToolTag[]): ScriptReport {
  const range = keywordRange(script, number);
  const keyword = script.text.slice(range.start, range.end);
  const { section } = script.lintian();
  const inside = section !== undefined && number >= section.from && number <= section.to;
  const field = headerPlaceOf(script, number)?.field;
  return report(inside && (field === undefined || misspeltKeyword(field) === undefined), {
    range,
    message: message("lsb-keyword-unknown", { keyword: quoted(keyword) }),
    fixes: repairs(keyword, range),
    tags,
  });
}

function repairs(keyword: string, range: TextRange): readonly Fix[] {
  const near = nearestName(
    keyword,
    lsbKeywords.map((fact) => ({ name: fact.keyword.toLowerCase() })),
  );
  const meant = lsbKeywords.find((fact) => fact.keyword.toLowerCase() === near)?.keyword;
  const own = suggestion(message("lsb-keyword-unknown.fix", { keyword }), range, `X-${keyword}`);
  return meant === undefined
    ? [own]
    : [suggestion(message("fix.replace", { text: meant }), range, meant), own];
}
