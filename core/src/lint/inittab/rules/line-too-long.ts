import { fieldRange } from "../../../inittab/line.ts";
import { type InittabScan, lineTextAt } from "../../../inittab/scan.ts";
import { lineLimit } from "../../../inittab/versions.ts";
import type { TextRange } from "../../../text/range.ts";
import type { Report } from "../../contract.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { faultOf, initsWords } from "../fault.ts";
import { tailsOf } from "../long-lines.ts";
import { message } from "../message.ts";

const filler = "x".repeat(240);

export const lineTooLong: FileRule = {
  id: "line-too-long",
  code: "IT111",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "observed: sysvinit 2.88, 3.06, 3.14 (line-254, line-255, line-256, line-300, comment-600, comment-long-with-entry-tail)",
  ],
  docs: {
    what: "A line has more than 254 bytes.",
    why: "Sysvinit 3.14 drops a longer line unless it is a comment.\nOlder releases read it in pieces of 255 bytes and take each piece for a line: even the tail of a long comment is read as an entry.",
    instead: "Put a long command into a script, and break a long comment into several lines.",
    wrong: [
      { text: `rc:2345:wait:/etc/rc.local ${filler}\n` },
      { text: `# ${filler} and more text\n`, version: "3.06", fixed: `# ${filler} and\n# more text\n` },
    ],
    right: [{ text: `# ${filler} and more text\n` }, { text: "rc:2345:wait:/etc/rc.local\n" }],
  },
  scope: "file",
  check: (file) => (file.behaviour.longLines === "dropped" ? droppedLines(file) : piecedLines(file)),
};

/** 3.14 and later: the line is lost as a whole. */
function droppedLines({ scan, rejected }: FileContext): readonly Report[] {
  const reports: Report[] = [];
  for (const index of rejected()) {
    const line = scan.lines[index];
    if (line?.rejection !== "line-cut") continue;
    const encoding = scan.options.encoding ?? "utf-8";
    if (faultOf(line, lineTextAt(scan, index), encoding) !== "line-too-long") continue;
    const start = scan.starts[index] ?? 0;
    reports.push({
      range: shown(scan, index, { start: start + line.start, end: start + line.end }),
      message: message("line-too-long", { lineLimit: lineLimit - 1 }),
    });
  }
  return reports;
}

/** Before 3.14: reports what becomes of the pieces after the first one. */
function piecedLines(file: FileContext): readonly Report[] {
  const { scan, behaviour } = file;
  return tailsOf(scan).flatMap(({ head, pieces }) => {
    const dropped = pieces.filter((index) => scan.lines[index]?.rejection !== undefined);
    const [first] = dropped;
    const line = first === undefined ? undefined : scan.lines[first];
    if (first === undefined || line?.rejection === undefined) return [];
    const start = scan.starts[first] ?? 0;
    const field = fieldRange(line, "action");
    const action = field === undefined ? "" : scan.text.slice(start + field.start, start + field.end);
    const words = initsWords(line.rejection, behaviour, action);
    const isComment = scan.lines[head]?.kind === "comment";
    return [
      {
        range: { start, end: start + Math.max(line.end, 1) },
        message: message("line-too-long.cut", { comment: isComment, lineLimit, words }),
        related: [
          {
            range: shown(scan, head, { start: scan.starts[head] ?? 0, end: start }),
            message: message("line-too-long.related"),
          },
        ],
        fixes: isComment ? wrapped(scan, head) : [],
      },
    ];
  });
}

/** A marker over thousands of characters helps nobody. */
function shown(scan: InittabScan, index: number, range: TextRange): TextRange {
  const limit = (scan.starts[index] ?? 0) + lineLimit;
  return { start: range.start, end: Math.max(range.start + 1, Math.min(range.end, limit)) };
}

/** Breaks a long comment at blanks; only where its words let it. */
function wrapped(scan: InittabScan, head: number): Report["fixes"] & object {
  const start = scan.starts[head] ?? 0;
  const newline = scan.text.indexOf("\n", start);
  const end = newline < 0 ? scan.text.length : newline;
  const lines: string[] = [];
  // A lone word may be longer than the limit of bytes; then the comment stays as it is.
  let rest = scan.text.slice(start, end);
  while (rest.length > 250) {
    const at = rest.lastIndexOf(" ", 250);
    if (at < 3) return [];
    lines.push(rest.slice(0, at));
    rest = `# ${rest.slice(at + 1)}`;
  }
  lines.push(rest);
  return [
    {
      title: message("line-too-long.fix"),
      kind: "suggestion",
      edits: [{ start, end, text: lines.join("\n") }],
    },
  ];
}
