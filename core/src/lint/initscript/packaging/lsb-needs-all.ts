import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { dependencyWords } from "./dependencies.ts";
import { firstOfEach, lintianTag } from "./tool-tags.ts";

export const lsbNeedsAll: ScriptRule = {
  id: "lsb-needs-all",
  code: "IT718",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, insserv 1.24.0 (lint-035)"],
  tags: [{ tool: "lintian", tag: "init.d-script-depends-on-all-virtual-facility" }],
  docs: {
    what: "The script depends on `$all`.",
    why: "insserv puts the script after everything else, except after other scripts that depend on `$all`: these have no order among themselves.\nNothing that needs this script can come after it.\nThe standard does not define `$all`, and chkconfig ignores it.",
    instead: "Name what the script really needs.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$all" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
      },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const words = dependencyWords(script).filter(({ word }) => word.text === "$all");
    return firstOfEach(words, ({ keyword }) => keyword).map(({ word }) => ({
      range: word,
      message: message("lsb-needs-all"),
      fixes: [suggestion(message("fix.replace", { text: "$remote_fs $syslog" }), word, "$remote_fs $syslog")],
      tags: [lintianTag("E", "init.d-script-depends-on-all-virtual-facility")],
    }));
  },
};
