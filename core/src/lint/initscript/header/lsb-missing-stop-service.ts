import { insservWords } from "../../../initscript/header/insserv.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { missingName } from "./lsb-missing-service.ts";
import { isReadByInsserv } from "./values.ts";

const system = { path: "etc/inittab", text: "id:2:initdefault:\n" };

export const lsbMissingStopService: ScriptRule = {
  id: "lsb-missing-stop-service",
  code: "IT760",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "Required-Stop names a service that no script in the folder provides.",
    why: "No program reports it, not even insserv: the word simply has no effect.\nIf it is a misspelling, the script may stop when what it needs is already gone.",
    instead: "Correct the name, or move it to Should-Stop to say that it may be absent.",
    wrong: [{ text: exampleScript({ "Required-Stop": "$remote_fs rsylog" }), files: [system] }],
    right: [
      { text: exampleScript({ "Required-Stop": "$remote_fs" }), files: [system] },
      {
        text: exampleScript({ "Required-Stop": "rsyslog" }),
        files: [system, { path: "etc/init.d/rsyslog", text: exampleScript({ Provides: "rsyslog" }) }],
      },
    ],
  },
  check: (script) => {
    const { "Required-Stop": value, "Required-Start": starts } = script.insserv().values;
    if (script.tree === undefined || value === undefined || !isReadByInsserv(script)) return [];
    const view = insservView(script.tree);
    if (!view.complete) return [];
    const told = new Set((starts === undefined ? [] : insservWords(starts)).map(({ text }) => text));
    return insservWords(value).flatMap((word) => {
      const missing = missingName(script, view, word);
      if (missing === undefined || told.has(word.text)) return [];
      return {
        range: word,
        message: message("lsb-missing-stop-service", { missing }),
      };
    });
  },
};
