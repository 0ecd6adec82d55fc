import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbInteractiveValue: ScriptRule = {
  id: "lsb-interactive-value",
  code: "IT765",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "X-Interactive has a value other than `true`.",
    why: "insserv compares the value letter by letter: `yes`, `True` and even `true` followed by a space mean nothing.\nThe script then shares its start number with others, and their messages appear between its questions.",
    instead: "Write `true` with nothing after it, or leave the keyword out.",
    wrong: [
      {
        text: exampleScript({ "X-Interactive": "yes" }),
        fixed: exampleScript({ "X-Interactive": "true" }),
      },
      {
        text: exampleScript({ "X-Interactive": "true " }),
        fixed: exampleScript({ "X-Interactive": "true" }),
      },
    ],
    right: [
      { text: exampleScript({ "X-Interactive": "true" }) },
      { text: exampleScript({ "X-Interactive": "false" }) },
    ],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    return insservValues(script, "flag").flatMap(({ text, start, end }) => {
      if (text === "true" || /^(?:false|no)\s*$/i.test(text)) return [];
      const trailing = text.trimEnd() === "true";
      return {
        range: { start, end },
        message: trailing
          ? message("lsb-interactive-value.blank")
          : message("lsb-interactive-value", { text: quoted(text) }),
        fixes: [
          suggestion(
            message("lsb-interactive-value.fix"),
            { start, end },
            script.text.charAt(start - 1) === ":" ? " true" : "true",
          ),
        ],
      };
    });
  },
};
