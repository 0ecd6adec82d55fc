import { printLsbHeader } from "../../../initscript/script/make-header.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { strayIn } from "../header/lsb-outside-header.ts";
import { message } from "../message.ts";
import { guess } from "./edits.ts";
import { lsbHeader } from "./new-headers.ts";
import { lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

export const lsbSectionMissing: ScriptRule = {
  id: "lsb-section-missing",
  code: "IT700",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "insserv",
  sources: ["observed: lintian 2.116 (lint-004, lint-010)", "observed: insserv 1.24.0 (lint-004)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-missing-lsb-section",
      difference:
        "Not reported for Red Hat's scripts, whose `chkconfig:` line does the work, nor where the begin marker is present but not at the start of its line: `lsb-marker-not-exact` reports that.",
    },
  ],
  docs: {
    what: "The script has no LSB header.",
    why: "insserv warns that the LSB tags are missing and makes no links, so a service that has none is never started.",
    instead: "Say in a header what the script provides, what it needs and in which runlevels it starts.",
    wrong: [
      {
        text: "#!/bin/sh\n. /lib/lsb/init-functions\nstart_daemon /usr/sbin/svcd\n",
        fixed: `#!/bin/sh\n${printLsbHeader([
          { keyword: "Provides", value: "svc" },
          { keyword: "Required-Start", value: "$remote_fs $syslog" },
          { keyword: "Required-Stop", value: "$remote_fs $syslog" },
          { keyword: "Default-Start", value: "2 3 4 5" },
          { keyword: "Default-Stop", value: "0 1 6" },
          { keyword: "Short-Description", value: "svc service" },
        ]).join("\n")}\n. /lib/lsb/init-functions\nstart_daemon /usr/sbin/svcd\n`,
      },
    ],
    right: [
      { text: exampleScript({}) },
      { text: "#!/bin/sh\n# chkconfig: 345 80 20\n# description: x\n. /etc/init.d/functions\n" },
    ],
  },
  check: (script) => {
    if (script.lintian().found || isOverridden(script)) return [];
    // Where keywords stand without a header, another rule says so.
    const seen = script.sections().length > 0 || strayIn(script) !== undefined;
    return [
      report(!seen && !isForChkconfigOnly(script), {
        range: script.lineRange(1),
        message: message("lsb-section-missing", { unlinked: isUnlinked(script) }),
        fixes: seen ? [] : [guess(message("lsb-section-missing.insert"), [lsbHeader(script)])],
        tags: [lintianTag("W", "init.d-script-missing-lsb-section")],
      }),
    ];
  },
};

/** insserv reads the header of another file instead. */
function isOverridden({ tree, name }: ScriptContext): boolean {
  return tree?.overrides.some((files) => files.some((file) => file.name === name)) === true;
}

/** The system's links are known, and none leads to the script: links may also be made by hand. */
function isUnlinked({ tree, name }: ScriptContext): boolean {
  if (tree === undefined || tree.folders.size === 0) return false;
  const script = tree.scripts.find((each) => each.name === name);
  const entries = [...tree.folders.values()].flatMap((folder) => folder.entries);
  return script !== undefined && entries.every(({ realPath }) => realPath !== script.realPath);
}
