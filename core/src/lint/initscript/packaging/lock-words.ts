import { quoted } from "../../../text/words.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { rpmlintBody } from "./rpmlint-body.ts";
import { rpmlintTag } from "./tool-tags.ts";

const header = "#!/bin/sh\n. /etc/init.d/functions\n";

export const lockWords: ScriptRule = {
  id: "lock-words",
  code: "IT729",
  severity: "information",
  group: "nursery",
  since: "0.1.0",
  scope: "script",
  families: "locks",
  sources: ["observed: rpmlint 2.4 (lint-059, lint-061, lint-062)"],
  tags: [
    {
      tool: "rpmlint",
      tag: "subsys-not-used",
      difference:
        "Off by default. rpmlint looks for the path anywhere in the text; `lock-missing`, `lock-not-touched` and `lock-not-removed` follow what start and stop do, and only where rc looks at locks.",
    },
    {
      tool: "rpmlint",
      tag: "incoherent-subsys",
      difference:
        "Off by default. rpmlint takes the first thing that looks like an assignment for a variable's value, quotes included, and does not know any form of `$0`; `lock-name-mismatch` follows the shell. If variables refer to each other in a circle, rpmlint ends with an error; we do not.",
    },
  ],
  docs: {
    what: "rpmlint objects to the lock files: no path below `/var/lock/subsys` in the text, or one whose name it does not take for the script's.",
    why: "rc stops only the services that have a lock.\nrpmlint searches the text for the path, so a package with this script gets its tag, rightly or not.",
    instead: "Touch and remove `/var/lock/subsys/NAME`, with the name of the script written out.",
    wrong: [
      { text: `${header}daemon svcd\n` },
      { text: `${header}touch /var/lock/subsys/svcd\n` },
      { text: `${header}touch /var/lock/subsys/\${0##*/}\n` },
    ],
    right: [
      { text: `${header}touch /var/lock/subsys/svc\n` },
      { text: `${header}prog=svc\ntouch /var/lock/subsys/$prog\n` },
    ],
  },
  check: (script) => {
    const { subsys } = rpmlintBody(script);
    if (subsys.length === 0)
      return [
        {
          range: script.lineRange(1),
          message: message("lock-words"),
          tags: [rpmlintTag("E", "subsys-not-used")],
        },
      ];
    return subsys.flatMap(({ line, name, verdict }): readonly ScriptReport[] =>
      verdict === "same"
        ? []
        : [
            {
              range: script.lineRange(line.number),
              message: message("lock-words.other", { name: quoted(name), script: quoted(script.name) }),
              tags: [rpmlintTag(verdict === "unresolved" ? "W" : "E", "incoherent-subsys")],
            },
          ],
    );
  },
};
