import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const ampersandInWord: LineRule = {
  id: "ampersand-in-word",
  code: "IT236",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (exec-shell)", "POSIX, Shell Command Language, 2.9.3"],
  docs: {
    what: "An `&` appears in the middle of a word.",
    why: "It makes init call a shell, and for the shell it ends the command: `http://host/?a=1&b=2` starts the program in the background without `b=2`.",
    instead: "Quote the word.",
    wrong: [
      {
        text: "wg::once:/usr/bin/wget http://localhost/on?unit=1&state=up\n",
        fixed: "wg::once:/usr/bin/wget 'http://localhost/on?unit=1&state=up'\n",
      },
    ],
    right: [
      { text: "wg::once:/usr/bin/wget 'http://localhost/on?unit=1&state=up'\n" },
      { text: "wg::once:/usr/bin/wget http://localhost/on >/dev/null 2>&1\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "&"],
  check: (context) => {
    const { action, process } = context;
    if (action?.process !== "run" || !process.includes("&")) return nothing;
    const reading = context.shell();
    if (reading?.joined === undefined || reading.error !== undefined) return nothing;
    const { start, end } = reading.joined;
    const from = start - (/[^ \t]*$/.exec(process.slice(0, start))?.[0].length ?? 0);
    const to = end + (/^[^ \t]*/.exec(process.slice(end))?.[0].length ?? 0);
    const word = process.slice(from, to);
    return [
      {
        range: inProcess(context, reading.joined),
        message: message("ampersand-in-word"),
        fixes: /['"\\`$]/.test(word)
          ? []
          : [
              suggestion(
                message("fix.quote-the-word"),
                inProcess(context, { start: from, end: to }),
                `'${word}'`,
              ),
            ],
      },
    ];
  },
};
