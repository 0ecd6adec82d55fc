import type { LsbMarker } from "../../../initscript/header/lsb.ts";
import { safe, suggestion } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { exampleScript } from "./example.ts";

const marker = { begin: "### BEGIN INIT INFO", end: "### END INIT INFO" } as const;

export const lsbMarkerNotExact: ScriptRule = {
  id: "lsb-marker-not-exact",
  code: "IT755",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: ["redhat", "debian"],
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, rpmlint 2.4, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "The line that begins or ends the LSB header is not exactly as the standard has it.",
    why: "insserv finds the marker anywhere in a line.\nlintian wants it at the start of the line, rpmlint wants the end marker at the end of its line, and update-rc.d wants it alone.\nSo some programs see a header where others see none, or one that never ends.",
    instead:
      "Put `### BEGIN INIT INFO` and `### END INIT INFO` on lines of their own, without anything before or behind.",
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
    if (section === undefined) return [];
    const reports = [judge("begin", section.begin)];
    if (section.end !== undefined) reports.push(judge("end", section.end));
    return reports.flatMap((report) => report ?? []);
  },
};

function judge(which: "begin" | "end", { line, range, exact }: LsbMarker): ScriptReport | undefined {
  // A line of code that has the marker in it is none: it is no comment for chkconfig, nor for people.
  if (exact || !/^\s*#/.test(line.text)) return undefined;
  const before = line.text.slice(0, range.start - line.start);
  const behind = line.text.slice(range.end - line.start);
  const message = complaint(which, before, behind);
  if (message === undefined) return undefined;
  const onlyBlanks = before.trim() === "" && behind.trim() === "";
  const fix = onlyBlanks ? safe : suggestion;
  return {
    range: { start: line.start, end: line.end },
    message,
    fixes: [fix(`Write \`${marker[which]}\` alone`, line, marker[which])],
  };
}

function complaint(which: "begin" | "end", before: string, behind: string): string | undefined {
  const name = `the ${which} marker`;
  if (before !== "")
    return which === "begin"
      ? `${name} is not at the start of its line: insserv sees this header, lintian, rpmlint and update-rc.d do not`
      : `${name} is not at the start of its line: insserv sees the end of the header, lintian and update-rc.d do not`;
  if (which === "begin")
    // The standard allows blanks, and every reader does.
    return behind.trim() === ""
      ? undefined
      : `${name} has text behind it: insserv, lintian and rpmlint see this header, update-rc.d does not`;
  if (behind.trim() !== "")
    return `${name} has text behind it: insserv and lintian see the end of the header, rpmlint and update-rc.d do not`;
  const blanks = behind === "\r" ? "a carriage return" : "white space";
  return `${name} has ${blanks} behind it: rpmlint does not see the end of the header`;
}
