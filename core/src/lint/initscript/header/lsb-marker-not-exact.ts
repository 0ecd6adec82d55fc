import { hasTrait } from "../../../initscript/families/traits.ts";
import type { LsbMarker } from "../../../initscript/header/lsb.ts";
import { readFirstLine } from "../../../initscript/script/first-line.ts";
import type { Message } from "../../../text/message.ts";
import { safe, suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";

const marker = { begin: "### BEGIN INIT INFO", end: "### END INIT INFO" } as const;

export const lsbMarkerNotExact: ScriptRule = {
  id: "lsb-marker-not-exact",
  code: "IT755",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, rpmlint 2.4, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "The line that begins or ends the LSB header is not exactly as the standard defines it.",
    why: "insserv finds the marker anywhere in a line.\nlintian wants it at the start of the line, rpmlint wants the end marker at the end of its line, and update-rc.d wants it alone.\nSo some programs see a header where others see none, or one that never ends.",
    instead:
      "Put `### BEGIN INIT INFO` and `### END INIT INFO` on lines of their own, with nothing before or after them.",
    wrong: [
      {
        text: exampleScript({}).replace("### BEGIN", "  ### BEGIN"),
        fixed: exampleScript({}),
      },
      {
        text: exampleScript({}).replace("END INIT INFO", "END INIT INFO ###"),
        fixed: exampleScript({}),
      },
      { text: exampleScript({}).replace("END INIT INFO", "END INIT INFO "), fixed: exampleScript({}) },
    ],
    right: [
      { text: exampleScript({}) },
      { text: exampleScript({}).replace("BEGIN INIT INFO", "BEGIN INIT INFO ") },
    ],
  },
  check: (script) => {
    const [section] = script.sections();
    // Where all of the script is one line, that is the mistake.
    if (section === undefined || readFirstLine(script.text).kind === "escaped") return [];
    const reports = [judge(script, "begin", section.begin)];
    if (section.end !== undefined) reports.push(judge(script, "end", section.end));
    return reports.flatMap((report) => report ?? []);
  },
};

function judge(
  { family }: ScriptContext,
  which: "begin" | "end",
  { line, range, exact }: LsbMarker,
): ScriptReport | undefined {
  // A line of code that has the marker in it is none: it is no comment for chkconfig, nor for people.
  if (exact || !/^\s*#/.test(line.text)) return undefined;
  const before = line.text.slice(0, range.start - line.start);
  const behind = line.text.slice(range.end - line.start);
  const said = complaint(which, before, behind);
  if (said === undefined) return undefined;
  const onlyBlanks = before.trim() === "" && behind.trim() === "";
  const fix = onlyBlanks ? safe : suggestion;
  // White space behind the end marker is nothing but to rpmlint and chkconfig.
  const isTheirs = family.families.some((each) => hasTrait(each, "chkconfig"));
  const isLittle = which === "end" && before === "" && behind.trim() === "" && !isTheirs;
  return {
    ...(isLittle ? { severity: "hint" as const } : {}),
    range: { start: line.start, end: line.end },
    message: said,
    fixes: [fix(message("lsb-marker-not-exact.alone", { marker: marker[which] }), line, marker[which])],
  };
}

function complaint(which: "begin" | "end", before: string, behind: string): Message | undefined {
  if (before !== "") return message(`lsb-marker-not-exact.${which}-indented`);
  // The standard allows blanks behind the first marker, and every reader does.
  if (which === "begin") return behind.trim() === "" ? undefined : message("lsb-marker-not-exact.begin-text");
  if (behind.trim() !== "") return message("lsb-marker-not-exact.end-text");
  return message("lsb-marker-not-exact.end-blanks", { carriageReturn: behind === "\r" });
}
