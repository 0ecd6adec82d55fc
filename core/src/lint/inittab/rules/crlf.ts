import { lineAt } from "../../../inittab/scan.ts";
import { carriageReturnFixes, firstCarriageReturn } from "../carriage-returns.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

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
    why: "Init keeps the CR: it becomes the last character of the process.\n`/etc/init.d/rcS` is then not found, and `getty 38400 tty1` opens a terminal whose name ends in CR.\nEach empty line is dropped with `missing action field`.\nOnly comments and initdefault entries are unharmed.",
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
    const at = firstCarriageReturn(scan);
    if (at < 0) return [];
    const line = scan.lines[lineAt(scan, at)];
    return [
      {
        range: { start: at, end: at + 1 },
        message: line?.kind === "rejected" ? message("crlf.with-empty") : message("crlf"),
        fixes: carriageReturnFixes(scan.text),
      },
    ];
  },
};
