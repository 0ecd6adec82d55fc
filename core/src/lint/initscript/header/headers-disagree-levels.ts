import { parseChkconfigLevels } from "../../../initscript/header/chkconfig.ts";
import type { LsbField } from "../../../initscript/header/lsb.ts";
import { normalLevels, readLevels } from "../../../initscript/levels.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { chkconfigNumbers, levelDigits } from "./chkconfig-lines.ts";
import { exampleScript } from "./example.ts";
import { joinedLevels } from "./lsb-levels-joined.ts";
import { fieldOf } from "./values.ts";

const above = (levels: string): string => `# chkconfig: ${levels} 20 80\n# description: An example\n`;

export const headersDisagreeLevels: ScriptRule = {
  id: "headers-disagree-levels",
  code: "IT769",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "The `chkconfig:` line and Default-Start name different runlevels.",
    why: "chkconfig makes one list out of both, and the order of the headers in the file decides how: with the `chkconfig:` line above, Default-Start adds its runlevels; with the LSB header above, the runlevels of the `chkconfig:` line are ignored.\ninsserv looks only at Default-Start.",
    instead: "Write the same runlevels in both headers.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "2 4", "Default-Stop": "0 1 6" }, above("35")),
        fixed: exampleScript({ "Default-Start": "2 4", "Default-Stop": "0 1 6" }, above("24")),
      },
    ],
    right: [
      { text: exampleScript({ "Default-Start": "3 5", "Default-Stop": "0 1 6" }, above("35")) },
      { text: exampleScript({ "Default-Start": "", "Default-Stop": "0 1 6" }, above("-")) },
    ],
  },
  check: (script) => {
    const numbers = chkconfigNumbers(script);
    const field = fieldOf(script, "Default-Start");
    const lsb = lsbLevels(field);
    if (numbers === undefined || field === undefined || lsb === undefined) return [];
    const { levels: word } = numbers;
    const chkconfig = word.text === "-" ? 0 : parseChkconfigLevels(word.text);
    if (chkconfig === lsb) return [];
    const { levels = 0 } = script.chkconfig();
    const blanked = [...levelDigits(chkconfig).replace("-", "")].join(" ");
    const value = { start: field.value.start, end: field.value.end };
    return [
      {
        range: word,
        message: message("headers-disagree-levels", {
          chkconfig: levelDigits(chkconfig),
          lsb: levelDigits(lsb),
          levels: levelDigits(levels),
        }),
        related: [{ range: field.line, message: message("headers-disagree-levels.related") }],
        fixes: [
          suggestion(
            message("fix.write-levels-of-header", { levels: levelDigits(lsb) }),
            word,
            levelDigits(lsb),
          ),
          suggestion(
            message("headers-disagree-levels.write"),
            value,
            needsBlank(script, value) ? ` ${blanked}` : blanked,
          ),
        ],
      },
    ];
  },
};

function needsBlank(script: ScriptContext, { start, end }: { start: number; end: number }): boolean {
  return start === end && script.text.charAt(start - 1) === ":";
}

/** The levels that a field names for both insserv and chkconfig; undefined where its words are read differently. */
export function lsbLevels(field: LsbField | undefined): number | undefined {
  if (field === undefined || field.value.text.split(/\s+/).some((word) => joinedLevels(word) !== undefined))
    return undefined;
  const reading = readLevels(field.value.text);
  return reading.wrong ? undefined : reading.levels & normalLevels;
}
