import { parseChkconfigLevels } from "../../../initscript/header/chkconfig.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { chkconfigNumbers, levelDigits } from "./chkconfig-lines.ts";
import { exampleScript } from "./example.ts";
import { lsbLevels } from "./headers-disagree-levels.ts";
import { fieldOf } from "./values.ts";

const above = "# chkconfig: 35 20 80\n# description: An example\n";

export const headersDisagreeStop: ScriptRule = {
  id: "headers-disagree-stop",
  code: "IT770",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "A runlevel of the `chkconfig:` line is also in Default-Stop.",
    why: "chkconfig removes the runlevels of Default-Stop from the list, so the script does not start there.",
    instead: "Remove the runlevel from one of the two lists.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "3", "Default-Stop": "0 1 5 6" }, above),
        fixed: exampleScript({ "Default-Start": "3", "Default-Stop": "0 1 6" }, above),
      },
    ],
    right: [{ text: exampleScript({ "Default-Start": "3 5", "Default-Stop": "0 1 6" }, above) }],
  },
  check: (script) => {
    const numbers = chkconfigNumbers(script);
    const field = fieldOf(script, "Default-Stop");
    const stops = lsbLevels(field);
    if (numbers === undefined || field === undefined || stops === undefined) return [];
    const { text } = numbers.levels;
    const { levels = 0 } = script.chkconfig();
    const lost = (text === "-" ? 0 : parseChkconfigLevels(text)) & stops & ~levels;
    if (lost === 0) return [];
    const left = field.value.text
      .split(/\s+/)
      .filter((word) => !levelDigits(lost).includes(word))
      .join(" ");
    const digits = [...levelDigits(lost)];
    const values = { count: digits.length, levels: digits.join(" ") };
    return [
      {
        range: field.value,
        message: message("headers-disagree-stop", values),
        related: [{ range: numbers.line, message: message("headers-disagree-stop.related") }],
        fixes: [suggestion(message("headers-disagree-stop.take-out", values), field.value, left)],
      },
    ];
  },
};
