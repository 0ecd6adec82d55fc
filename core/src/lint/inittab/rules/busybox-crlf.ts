import { lineAt } from "../../../inittab/scan.ts";
import { carriageReturnFixes, firstCarriageReturn } from "../carriage-returns.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const busyboxCrlf: FileRule = {
  id: "busybox-crlf",
  code: "IT607",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (crlf)", "spec/dialects.md, 3.1"],
  docs: {
    what: "Lines end in CR LF, as on DOS and Windows.",
    why: "BusyBox init keeps the CR: it becomes the last character of the process.\n`/etc/init.d/rcS` is then not found, and `getty 38400 tty1` opens a terminal whose name ends in CR.\nOnly comments are unharmed.",
    instead:
      "Convert the file to plain newlines, and keep it so with `.gitattributes` or the editor's setting.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS\r\n::respawn:/bin/sh\r\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\n::respawn:/bin/sh\n",
        escaped: true,
      },
    ],
    right: [
      { text: "::sysinit:/etc/init.d/rcS\n::respawn:/bin/sh\n", dialect: "busybox" },
      { text: "# comment\r\n::sysinit:/etc/init.d/rcS\n", dialect: "busybox", escaped: true },
      { text: "::sysinit:/etc/init.d/rcS # start\r\n", dialect: "busybox", escaped: true },
    ],
  },
  scope: "file",
  check: ({ scan }) => {
    // Behind a `#` nobody sees it.
    const at = firstCarriageReturn(scan, (index, offset) => offset < (scan.lines[index]?.end ?? 0));
    if (at < 0) return [];
    const rejected = scan.lines[lineAt(scan, at)]?.kind === "rejected";
    return [
      {
        range: { start: at, end: at + 1 },
        message: message("busybox-crlf", { rejected }),
        fixes: carriageReturnFixes(scan.text),
      },
    ];
  },
};
