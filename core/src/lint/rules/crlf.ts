import { type InittabScan, lineAt, type TextEdit } from "../../inittab/scan.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { FileRule, Fix } from "../contract.ts";

export const crlf: FileRule = {
  id: "crlf",
  code: "IT232",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (crlf, crlf-initdefault, cr-only)"],
  docs: {
    what: "Lines end in CR LF, as on DOS and Windows.",
    why: "Init keeps the CR: it becomes the last character of the process.\n`/etc/init.d/rcS` is then not found, and `getty 38400 tty1` opens a terminal whose name ends in CR.\nEach empty line is dropped with `missing action field`.\nOnly comments and initdefault records are unharmed.",
    instead:
      "Convert the file to plain newlines, and keep it so with `.gitattributes` or the editor's setting.",
    wrong: [
      {
        text: "l2:2:wait:/etc/init.d/rc 2\r\n\r\nl3:3:wait:/etc/init.d/rc 3\r\n",
        fixed: "l2:2:wait:/etc/init.d/rc 2\n\nl3:3:wait:/etc/init.d/rc 3\n",
        escaped: true,
      },
    ],
    right: [
      { text: "l2:2:wait:/etc/init.d/rc 2\n\nl3:3:wait:/etc/init.d/rc 3\n" },
      { text: "# comment\r\nl2:2:wait:/etc/init.d/rc 2\n", escaped: true },
    ],
  },
  scope: "file",
  check: ({ scan }) => {
    const at = firstHarmful(scan);
    if (at < 0) return [];
    const line = scan.lines[lineAt(scan, at)];
    return [
      {
        range: { start: at, end: at + 1 },
        message:
          line?.kind === "rejected"
            ? 'lines end in CR LF; init drops the empty ones with "missing action field" and keeps the CR as the end of each process'
            : "lines end in CR LF; init keeps the CR as the last character of each process",
        fixes: fixes(scan.text),
      },
    ];
  },
};

/** The first CR LF that is not the end of a comment; -1 if there is none. */
function firstHarmful(scan: InittabScan): number {
  let at = scan.text.indexOf("\r\n");
  while (at >= 0 && scan.lines[lineAt(scan, at)]?.kind === "comment") at = scan.text.indexOf("\r\n", at + 2);
  return at;
}

/** A file of very many lines is better converted by the editor than by thousands of edits after each typed character. */
const fixLimit = 2000;

function fixes(text: SourceText): readonly Fix[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
    edits.push({ start: at, end: at + 1, text: "" });
    if (edits.length > fixLimit) return [];
  }
  return [{ title: "Convert all line ends", kind: "suggestion", edits }];
}
