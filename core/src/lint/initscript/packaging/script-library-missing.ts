import { headerPlace } from "../../../initscript/script/make-header.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, insertLines } from "./edits.ts";
import { lintianBody } from "./lintian-body.ts";
import { lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

const library = ". /lib/lsb/init-functions";
const body = "start-stop-daemon --start --exec /usr/sbin/svcd\n";

export const scriptLibraryMissing: ScriptRule = {
  id: "script-library-missing",
  code: "IT724",
  severity: "hint",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: ["debian"],
  sources: ["observed: lintian 2.116 (lint-002, lint-004)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-does-not-source-init-functions",
      difference:
        "Reported for Debian's scripts only, and with a low severity: a script may do without the functions. lintian reads nothing of a file that is not UTF-8 and reports that the functions are not read; we look.",
    },
  ],
  docs: {
    what: "The script does not read the LSB functions.",
    why: "On Debian, `/lib/lsb/init-functions` hands calls of a script over to systemd.\nWithout it, systemd does not know a service that was started by hand.",
    instead: "Read `/lib/lsb/init-functions`, or let init-d-script run the script.",
    wrong: [
      {
        text: exampleScript({}) + body,
        fixed: `${exampleScript({})}${library}\n${body}`,
      },
    ],
    right: [{ text: `${exampleScript({})}${library}\n${body}` }],
  },
  check: (script) =>
    lintianBody(script).library
      ? []
      : [
          report(!isForChkconfigOnly(script) && isShell(script), {
            range: script.lineRange(1),
            message: message("script-library-missing"),
            fixes: isShell(script)
              ? [
                  guess(message("fix.insert-code", { code: library }), [
                    insertLines(script, place(script), [library]),
                  ]),
                ]
              : [],
            tags: [lintianTag("W", "init.d-script-does-not-source-init-functions")],
          }),
        ],
};

function isShell(script: ScriptContext): boolean {
  return /(?:^|\/)(?:ba|da|k)?sh$/.test(lintianBody(script).interpreter);
}

/** Behind the headers and the comments that go with them. */
function place(script: ScriptContext): number {
  const end = script.sections().at(-1)?.end?.line.number ?? headerPlace(script.text) - 1;
  return end + 1;
}
