import { quoted } from "../../../text/words.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { report, rpmlintTag } from "./tool-tags.ts";

export const scriptNameDot: ScriptRule = {
  id: "script-name-dot",
  code: "IT726",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["redhat"],
  needs: ["name"],
  sources: ["observed: rpmlint 2.4 (lint-072)"],
  tags: [
    {
      tool: "rpmlint",
      tag: "init-script-name-with-dot",
      difference: "Not reported for names that end in `.init`; `name-with-unit-suffix` says more about them.",
    },
  ],
  docs: {
    what: "The name of the script contains a dot.",
    why: "chkconfig and rc take some endings for backups and skip the file; the name of the lock must have the dot too.",
    instead: "Name the script without a dot.",
    wrong: [{ text: "#!/bin/sh\n. /etc/init.d/functions\n", name: "svc.d" }],
    right: [{ text: "#!/bin/sh\n. /etc/init.d/functions\n", name: "svc" }],
  },
  check: (script) =>
    script.name.includes(".")
      ? [
          report(!script.name.endsWith(".init"), {
            range: script.lineRange(1),
            message: message("script-name-dot", { script: quoted(script.name) }),
            tags: [rpmlintTag("E", "init-script-name-with-dot")],
          }),
        ]
      : [],
};
