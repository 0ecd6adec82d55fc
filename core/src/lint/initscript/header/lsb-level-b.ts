import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv, levelWords } from "./values.ts";

export const lsbLevelB: ScriptRule = {
  id: "lsb-level-b",
  code: "IT753",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "A list of runlevels contains `B`.",
    why: "SUSE called the boot phase B.\nEverywhere else, insserv exits with `Wrong runlevel key 'B'` as soon as it reads the script, whichever script it was called for: no service of the machine can be enabled or disabled.",
    instead: "Write `S` for the boot phase.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "B", "Default-Stop": "" }),
        fixed: exampleScript({ "Default-Start": "S", "Default-Stop": "" }),
      },
    ],
    right: [{ text: exampleScript({ "Default-Start": "S", "Default-Stop": "" }) }],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    return insservValues(script, "runlevels").flatMap((value) =>
      levelWords(value)
        .filter(({ text }) => /^[bB]$/.test(text))
        .map((word) => ({
          range: word,
          message: message("lsb-level-b", { word: word.text }),
          fixes: [suggestion(message("fix.replace", { text: "S" }), word, "S")],
        })),
    );
  },
};
