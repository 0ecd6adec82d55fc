import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess } from "./edits.ts";
import { lintianBody } from "./lintian-body.ts";
import { lintianTag } from "./tool-tags.ts";

const library = ". /lib/lsb/init-functions\n";

export const scriptUsrInterpreter: ScriptRule = {
  id: "script-usr-interpreter",
  code: "IT722",
  severity: "hint",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: ["debian"],
  sources: ["observed: lintian 2.116 (lint-070)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-uses-usr-interpreter",
      difference:
        "Reported for Debian's scripts only, and with a low severity: few machines still mount /usr late.",
    },
  ],
  docs: {
    what: "The interpreter is below `/usr`.",
    why: "If /usr is a file system of its own, it may not be mounted yet when the script should run.",
    instead: "Use `/bin/sh` for a shell script.",
    wrong: [
      {
        text: `${exampleScript({}).replace("/bin/sh", "/usr/bin/sh")}${library}`,
        fixed: `${exampleScript({})}${library}`,
      },
    ],
    right: [{ text: `${exampleScript({})}${library}` }],
  },
  check: (script) => {
    const { interpreter } = lintianBody(script);
    const range = script.lineRange(1);
    const at = script.text.slice(range.start, range.end).indexOf(interpreter);
    if (!interpreter.startsWith("/usr/")) return [];
    // What is not ASCII is cut at its bytes and is not found.
    const place = at < 0 ? range : { start: range.start + at, end: range.start + at + interpreter.length };
    const shell = /^\/usr\/bin\/(sh|bash|dash)$/.exec(interpreter)?.[1];
    const fixes: readonly Fix[] =
      shell === undefined
        ? []
        : [guess(message("fix.write", { text: `/bin/${shell}` }), [{ ...place, text: `/bin/${shell}` }])];
    return [
      {
        range: place,
        message: message("script-usr-interpreter", { interpreter: quoted(interpreter) }),
        fixes,
        tags: [lintianTag("W", "init.d-script-uses-usr-interpreter", 1)],
      },
    ];
  },
};
