import type { ScriptRule } from "../contract.ts";
import { exampleHeader, exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { deleteLines, guess } from "./edits.ts";
import { headerPlaceOf } from "./fields.ts";
import { lintianTag } from "./tool-tags.ts";

export const lsbSectionDuplicate: ScriptRule = {
  id: "lsb-section-duplicate",
  code: "IT701",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116 (lint-008)", "observed: insserv 1.24.0"],
  tags: [{ tool: "lintian", tag: "init.d-script-has-duplicate-lsb-section" }],
  docs: {
    what: "A second LSB header follows the first.",
    why: "insserv and lintian read the first and ignore the second; chkconfig combines both.\nA change to the wrong one has no effect.",
    instead: "Keep one header.",
    wrong: [
      { text: `${exampleScript({})}${exampleHeader({})}exit 0\n`, fixed: `${exampleScript({})}exit 0\n` },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) =>
    script.lintian().problems.flatMap(({ kind, line }) => {
      if (kind !== "duplicate-section") return [];
      const end = headerPlaceOf(script, line)?.section.end?.line.number;
      return [
        {
          range: script.lineRange(line),
          message: message("lsb-section-duplicate"),
          fixes:
            end === undefined
              ? []
              : [guess(message("lsb-section-duplicate.delete"), [deleteLines(script, line, end)])],
          unnecessary: true,
          tags: [lintianTag("E", "init.d-script-has-duplicate-lsb-section", line)],
        },
      ];
    }),
};
