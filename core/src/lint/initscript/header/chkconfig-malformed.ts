import type { ChkconfigLine } from "../../../initscript/header/chkconfig.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { Message } from "../../../text/message.ts";
import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { isTemplate } from "./chkconfig-lines.ts";
import { joinedLevels } from "./lsb-levels-joined.ts";

export const chkconfigMalformed: ScriptRule = {
  id: "chkconfig-malformed",
  code: "IT766",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["chkconfig(8), RUNLEVEL FILES", "observed: chkconfig 1.3.49.5"],
  docs: {
    what: "chkconfig cannot read the `chkconfig:` line.",
    why: "chkconfig then says `service svc does not support chkconfig` and makes no links.\nThe line needs one word of runlevels (digits from 0 to 6, or `-`) and two numbers from 0 to 99 with white space after them.",
    instead: "Write `# chkconfig: 2345 20 80`: the runlevels, the start number, the stop number.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20\n# description: An example\n",
        fixed: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n",
      },
      {
        text: "#!/bin/sh\n# chkconfig: 2,3,5 20 80\n# description: An example\n",
        fixed: "#!/bin/sh\n# chkconfig: 235 20 80\n# description: An example\n",
      },
      {
        text: "#!/bin/sh\n# chkconfig: 35 200 80\n# description: An example\n",
        fixed: "#!/bin/sh\n# chkconfig: 35 20 80\n# description: An example\n",
      },
    ],
    right: [
      { text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n" },
      { text: "#!/bin/sh\n# chkconfig: - 05 095 tail\n# description: An example\n" },
    ],
  },
  check: (script) => {
    const { obstacleLine: line } = script.chkconfig();
    if (line === undefined) return [];
    const text = script.text.slice(line.start, line.end);
    if (isTemplate(text)) return [];
    const hash = line.start + text.indexOf("#");
    const comments = script.outline()?.shell.comments;
    // In a text that the script writes somewhere, the line may be meant for another file.
    if (comments?.every(({ start, end }) => hash < start || hash >= end) === true) return [];
    const { why, range, fixes } = diagnose(line);
    return [
      {
        range,
        message: why,
        fixes,
      },
    ];
  },
};

interface Diagnosis {
  readonly why: Message;
  readonly range: { readonly start: number; readonly end: number };
  readonly fixes: readonly Fix[];
}

function diagnose(line: ChkconfigLine): Diagnosis {
  const [levels, start, stop] = line.words;
  const whole = { start: line.start, end: line.end };
  if (levels === undefined) return { why: message("chkconfig-malformed.empty"), range: whole, fixes: [] };
  if (start === undefined)
    return { why: message("chkconfig-malformed.no-numbers"), range: levels, fixes: [] };
  const number =
    badNumber("start", start, stop) ?? (stop === undefined ? undefined : badNumber("stop", stop, start));
  if (number !== undefined) return number;
  if (stop === undefined) {
    const complement = String(100 - Number(start.text)).padStart(2, "0");
    const end = { start: start.end, end: start.end };
    return {
      why: message("chkconfig-malformed.no-stop"),
      range: { start: levels.start, end: start.end },
      fixes:
        complement.length > 2
          ? []
          : [suggestion(message("fix.add", { text: complement }), end, ` ${complement}`)],
    };
  }
  const digits = (joinedLevels(levels.text) ?? []).filter((level) => /\d/.test(level)).join("");
  return {
    why: message("chkconfig-malformed.levels", { levels: quoted(levels.text) }),
    range: levels,
    fixes: digits === "" ? [] : [suggestion(message("fix.write", { text: digits }), levels, digits)],
  };
}

/** What stops at 100 less its start, or the other way round, is stopped in the order opposite to that of the starts. */
function badNumber(
  which: "start" | "stop",
  word: HeaderWord,
  other: HeaderWord | undefined,
): Diagnosis | undefined {
  if (isNumber(word)) return undefined;
  const complement = other !== undefined && isNumber(other) ? 100 - Number(other.text) : 100;
  const numbers = [complement, 99]
    .filter((number) => number < 100)
    .map((number) => String(number).padStart(2, "0"));
  return {
    why: message("chkconfig-malformed.number", { which, number: quoted(word.text) }),
    range: word,
    fixes: [...new Set(numbers)].map((text) => suggestion(message("fix.write", { text }), word, text)),
  };
}

function isNumber({ text }: HeaderWord): boolean {
  return /^\+?\d+$/.test(text) && Number(text) <= 99;
}
