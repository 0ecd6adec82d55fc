import { bareKeywords } from "../../../initscript/header/bare.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, headerRange, insertKeywords } from "./edits.ts";
import { missing } from "./lsb-keyword-missing.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";

export const lsbShortDescriptionMissing: ScriptRule = {
  id: "lsb-short-description-missing",
  code: "IT707",
  severity: "information",
  group: "style",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, rpmlint 2.4 (lint-058)"],
  tags: [
    { tool: "lintian", tag: "init.d-script-missing-lsb-short-description" },
    { tool: "rpmlint", tag: "missing-lsb-keyword" },
  ],
  docs: {
    what: "The LSB header has no `Short-Description`.",
    why: "Programs that list services have nothing to show.",
    instead: "Say in a few words what the script starts.",
    wrong: [
      {
        text: exampleScript({ "Short-Description": null }),
        fixed: exampleScript({ "Short-Description": "svc service" }),
      },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const keyword = "Short-Description";
    const tags = [
      ...missing(script, "lintian")
        .filter((each) => each === keyword)
        .map(() => lintianTag("I", "init.d-script-missing-lsb-short-description")),
      ...missing(script, "rpmlint")
        .filter((each) => each === keyword)
        .map(() => rpmlintTag("W", "missing-lsb-keyword")),
    ];
    if (tags.length === 0) return [];
    // For lintian the header ends at a keyword without its `#`, which is told there.
    const told = tags[0]?.tool === "lintian" && bareKeywords(script.text).length === 0;
    return [
      report(told, {
        range: headerRange(script),
        message: message("lsb-short-description-missing"),
        fixes: [guess(message("fix.insert", { text: keyword }), insertKeywords(script, [keyword]))],
        tags,
      }),
    ];
  },
};
