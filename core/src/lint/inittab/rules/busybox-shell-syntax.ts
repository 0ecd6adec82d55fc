import { nothing } from "../../report.ts";
import { closeQuote } from "../close-quote.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const busyboxShellSyntax: LineRule = {
  id: "busybox-shell-syntax",
  code: "IT611",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (hash-in-process): `syntax error: unterminated quoted string`"],
  docs: {
    what: "BusyBox init runs the process through a shell, but no shell can parse it.",
    why: "One character such as `'` or `(` is enough for init to call `/bin/sh`.\nIf it was meant as plain text, the shell finds an unclosed quote or a misplaced parenthesis, and nothing is run.",
    instead: "Quote the text.",
    wrong: [{ text: "::once:/bin/echo It's not configured\n", dialect: "busybox" }],
    right: [{ text: `::once:/bin/echo "It's not configured"\n`, dialect: "busybox" }],
  },
  scope: "line",
  lines: "records",
  needs: ["shell"],
  check: (context) => {
    const { text, line } = context;
    const error = context.shell()?.error;
    if (error === undefined) return nothing;
    // A quote that a `#` has left open is reported by the rule about that.
    if (text.charAt(line.end) === "#" && error.inWord) return nothing;
    return [
      {
        range: inProcess(context, error.range),
        message: message("busybox-shell-syntax", { what: error.what }),
        fixes: closeQuote(context, error.range),
      },
    ];
  },
};
