import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { bareKeywords } from "../../../initscript/header/bare.ts";
import { listOf } from "../../../text/message.ts";
import type { ScriptContext, ScriptReport, ScriptRule, ToolTag } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, headerRange, insertKeywords } from "./edits.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

export const lsbKeywordMissing: ScriptRule = {
  id: "lsb-keyword-missing",
  code: "IT706",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: lintian 2.116, rpmlint 2.4, insserv 1.24.0 (lint-023 to lint-025)",
  ],
  tags: [
    { tool: "lintian", tag: "init.d-script-missing-lsb-keyword" },
    {
      tool: "rpmlint",
      tag: "missing-lsb-keyword",
      difference:
        "rpmlint reports it at each end marker, even at one without a begin marker; we report it once.",
    },
  ],
  docs: {
    what: "The LSB header lacks a keyword that insserv wants.",
    why: "insserv complains about an incomplete header.\nWithout `Default-Start` the script gets no start links; without `Required-Start` it may start before what it needs.",
    instead: "Write the keyword even if there is nothing to say: an empty value is allowed.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": null, "Default-Stop": null }),
        fixed: exampleScript({}),
      },
    ],
    right: [{ text: exampleScript({}) }, { text: exampleScript({ "Required-Start": "" }) }],
  },
  check: (script) => {
    const written = new Set(script.sections()[0]?.fields.map(({ fact }) => fact?.keyword));
    const lintian = missing(script, "lintian").filter((keyword) => keyword !== "Short-Description");
    const rpmlint = missing(script, "rpmlint").filter((keyword) => keyword !== "Short-Description");
    // What is only spelled in another way, or lacks its `#`, is reported by the rules about that.
    if (lintian.length > 0) for (const { keyword } of bareKeywords(script.text)) written.add(keyword);
    const told = lintian.filter((keyword) => !written.has(keyword));
    return missingReports(script, { lintian, rpmlint, told });
  },
};

function missingReports(
  script: ScriptContext,
  { lintian, rpmlint, told }: Readonly<Record<"lintian" | "rpmlint" | "told", readonly LsbKeyword[]>>,
): readonly ScriptReport[] {
  const tags: readonly ToolTag[] = [
    ...lintian.map(() => lintianTag("W", "init.d-script-missing-lsb-keyword")),
    ...rpmlint.map(() => rpmlintTag("W", "missing-lsb-keyword")),
  ];
  if (tags.length === 0) return [];
  const names = listOf(
    told.map((keyword) => `\`${keyword}\``),
    "and",
  );
  return [
    report(told.length > 0, {
      range: headerRange(script),
      ...(isForChkconfigOnly(script) ? { severity: "hint" as const } : {}),
      message: isForChkconfigOnly(script)
        ? message("lsb-keyword-missing", { names })
        : message("lsb-keyword-missing.incomplete", { names }),
      fixes: [guess(message("fix.insert", { text: listOf(told, "and") }), insertKeywords(script, told))],
      tags,
    }),
  ];
}

/** The keywords that a tool misses, once for each time that it says so. */
export function missing(script: ScriptContext, tool: "lintian" | "rpmlint"): readonly LsbKeyword[] {
  if (tool === "rpmlint")
    return script
      .rpmlint()
      .problems.flatMap((problem) => (problem.kind === "missing-keyword" ? [problem.keyword] : []));
  return script.lintian().problems.flatMap((problem) => {
    if (problem.kind === "missing-short-description") return ["Short-Description" as const];
    return problem.kind === "missing-keyword" ? [problem.keyword] : [];
  });
}
