import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { isForRcCommon, numbersOf, topLevel } from "./script-facts.ts";

export const openwrtStartNotNumber: ScriptRule = {
  id: "openwrt-start-not-number",
  code: "IT862",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case text-number of OpenWrt"],
  docs: {
    what: "START or STOP is set to something other than a number, or has a space next to its `=`.",
    why: "`enable` puts any text into the name of the link: `START=S40` makes `SS40web`, which runs after all numbers, and `disable` never finds it.\nWith a space next to `=`, nothing is set, and the shell looks for a command instead: there is no link at all.",
    instead: "Write two digits right after the `=`.",
    wrong: [
      { text: "#!/bin/sh /etc/rc.common\nSTART=S40\nstart() { /usr/sbin/web; }\n" },
      { text: "#!/bin/sh /etc/rc.common\nSTART= 50\nstart() { /usr/sbin/web; }\n" },
    ],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=40\nstart() { /usr/sbin/web; }\n" }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => [...texts(script), ...blanks(script)],
};

function texts(script: ScriptContext): readonly ScriptReport[] {
  return numbersOf(script)
    .filter(({ value }) => value !== "" && !/^[0-9]+$/.test(value))
    .map(({ letter, value, word }) => ({
      range: word,
      message: message("openwrt-start-not-number", { link: `${letter}${value}${script.name}` }),
    }));
}

/** `START= 50` runs 50, and `START = 50` runs START. */
function blanks(script: ScriptContext): readonly ScriptReport[] {
  if (!isForRcCommon(script)) return [];
  return topLevel(script).flatMap((statement) => {
    if (statement.kind !== "command") return [];
    const [first, second] = statement.words;
    if (first === undefined) return [];
    const word = plainText(first);
    const [assigned] = statement.assignments;
    const isEmpty =
      assigned !== undefined &&
      isNumberName(assigned.name) &&
      assigned.end === assigned.start + assigned.name.length + 1 &&
      /^[0-9]+$/.test(word ?? "");
    const isCommand = isNumberName(word) && second?.text.startsWith("=") === true;
    if (!isEmpty && !isCommand) return [];
    const name = isEmpty ? assigned.name : (word ?? "");
    return [
      {
        range: { start: statement.start, end: statement.end },
        message: message("openwrt-start-not-number.blank", { name }),
      },
    ];
  });
}

function isNumberName(name: string | undefined): boolean {
  return name === "START" || name === "STOP";
}
