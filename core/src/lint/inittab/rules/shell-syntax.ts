import { nothing } from "../../report.ts";
import { closeQuote } from "../close-quote.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const shellSyntax: LineRule = {
  id: "shell-syntax",
  code: "IT235",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "observed: sysvinit 2.88, 3.06, 3.14 (exec-shell): which characters make init call a shell",
    "POSIX, Shell Command Language, 2.2 and 2.10",
  ],
  docs: {
    what: "Init runs the process through a shell, but no shell can parse it.",
    why: "One character such as `'` or `(` is enough for init to call `/bin/sh`.\nIf it was meant as plain text, the shell finds an unclosed quote or a misplaced parenthesis, and nothing is run.",
    instead: "Quote the text.\nSince sysvinit 3.02, an `@` in front of a process prevents the shell.",
    wrong: [
      { text: "kb::kbrequest:/bin/echo It's not configured\n" },
      { text: "kb::kbrequest:/bin/echo keyboard request (see inittab)\n" },
    ],
    right: [
      { text: `kb::kbrequest:/bin/echo "It's not configured"\n` },
      { text: "kb::kbrequest:@/bin/echo keyboard request (see inittab)\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "shell"],
  check: (context) => {
    if (context.action?.process !== "run") return nothing;
    const error = context.shell()?.error;
    if (error === undefined) return nothing;
    return [
      {
        range: inProcess(context, error.range),
        message: message("shell-syntax", { what: error.what }),
        fixes: closeQuote(context, error.range),
      },
    ];
  },
};
