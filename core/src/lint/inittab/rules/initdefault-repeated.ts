import type { Fix } from "../../contract.ts";
import { safe, suggestion } from "../../report.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { continues } from "../long-lines.ts";
import { message } from "../message.ts";

export const initdefaultRepeated: FileRule = {
  id: "initdefault-repeated",
  code: "IT214",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (initdefault-two, boot-initdefault-first)"],
  docs: {
    what: "There is a second initdefault entry.",
    why: "Init uses only the first one; editing the second changes nothing.",
    instead: "Keep one initdefault entry.",
    wrong: [
      {
        text: "id:3:initdefault:\ngr:5:initdefault:\n",
        fixed: "id:3:initdefault:\n",
      },
    ],
    right: [{ text: "id:3:initdefault:\n#gr:5:initdefault:\n" }],
  },
  scope: "file",
  check: (file) => {
    const [first, ...others] = file.linesOf("initdefault");
    if (first === undefined) return [];
    return others.map((index) => ({
      range: file.range(index, "runlevels"),
      message: message("initdefault-repeated", { line: file.lineNumber(first) }),
      related: [{ range: file.range(first, "runlevels"), message: message("initdefault-repeated.related") }],
      fixes: [deletion(file, index)],
      unnecessary: true,
    }));
  },
};

/** Without the record another one with its id would be accepted, and its `S` would no longer count. */
function deletion({ scan, duplicates }: FileContext, index: number): Fix {
  const start = scan.starts[index] ?? 0;
  const line = scan.lines[index];
  const range = { start, end: start + (line?.length ?? 0) };
  const matters =
    line?.terminated !== true ||
    continues(scan, index) ||
    line.runlevels.includes("S") ||
    duplicates.some(([, first]) => first === index);
  return (matters ? suggestion : safe)(message("fix.delete-the-record"), range, "");
}
