import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { deleteLines, guess } from "./edits.ts";
import { lintianBody } from "./lintian-body.ts";
import { lintianTag } from "./tool-tags.ts";

export const scriptTemplateText: ScriptRule = {
  id: "script-template-text",
  code: "IT723",
  severity: "information",
  group: "style",
  since: "0.1.0",
  scope: "script",
  families: "all",
  sources: ["observed: lintian 2.116 (lint-073)"],
  tags: [{ tool: "lintian", tag: "init.d-script-contains-skeleton-template-content" }],
  docs: {
    what: "A line of the template that the script was made from is still there.",
    why: "It describes the template, not this script.",
    instead: "Delete the line.",
    wrong: [
      {
        text: '#!/bin/sh\n# Please remove the "Author" lines above and replace them\nexit 0\n',
        fixed: "#!/bin/sh\nexit 0\n",
      },
    ],
    right: [{ text: "#!/bin/sh\n# Starts svc.\nexit 0\n" }],
  },
  check: (script) =>
    lintianBody(script).templateLines.map(({ number }) => ({
      range: script.lineRange(number),
      message: message("script-template-text"),
      fixes: [guess(message("fix.delete-the-line"), [deleteLines(script, number, number)])],
      tags: [lintianTag("E", "init.d-script-contains-skeleton-template-content", number)],
    })),
};
