import type { ScriptRule } from "../contract.ts";
import { exampleHeader } from "../header/example.ts";
import { message } from "../message.ts";
import { guess } from "./edits.ts";
import { chkconfigHeader } from "./new-headers.ts";
import { rpmlintBody } from "./rpmlint-body.ts";
import { report, rpmlintTag } from "./tool-tags.ts";

const body = ". /etc/init.d/functions\n";

export const chkconfigLineMissing: ScriptRule = {
  id: "chkconfig-line-missing",
  code: "IT727",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["chkconfig(8)", "observed: rpmlint 2.4, chkconfig 1.3.49.5 (lint-003, lint-004)"],
  tags: [
    {
      tool: "rpmlint",
      tag: "no-chkconfig-line",
      difference:
        "Reported for Red Hat's scripts only, and not where the LSB header gives chkconfig all it wants. `chkconfig-malformed` reports a line that is present but malformed.",
    },
  ],
  docs: {
    what: "The script has neither a `chkconfig:` line nor an LSB header with runlevels.",
    why: "chkconfig refuses the script, so the service cannot be enabled.",
    instead:
      "Add `# chkconfig: LEVELS START STOP` with the runlevels in which the script starts and its two numbers; `-` stands for no runlevel.",
    wrong: [
      {
        text: `#!/bin/sh\n${body}`,
        fixed: `#!/bin/sh\n# chkconfig: - 50 50\n# description: svc service\n${body}`,
      },
    ],
    right: [
      { text: `#!/bin/sh\n# chkconfig: 345 80 20\n# description: x\n${body}` },
      { text: `#!/bin/sh\n${exampleHeader({})}${body}` },
    ],
  },
  check: (script) => {
    if (rpmlintBody(script).chkconfigLines.length > 0) return [];
    const header = script.chkconfig();
    const written = header.lines.some(({ tag }) => tag === "chkconfig");
    return [
      report(!written && header.obstacle !== undefined, {
        range: script.lineRange(1),
        message: message("chkconfig-line-missing"),
        fixes: [guess(message("chkconfig-line-missing.insert"), [chkconfigHeader(script)])],
        tags: [rpmlintTag("E", "no-chkconfig-line")],
      }),
    ];
  },
};
