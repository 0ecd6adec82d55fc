import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { execProblem, withoutExec } from "../exec-list.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const impliedExecPortability: LineRule = {
  id: "implied-exec-portability",
  code: "IT402",
  severity: "hint",
  group: "portability",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.06 and 3.11 (exec-shell-chains)"],
  docs: {
    what: "A shell command works only since sysvinit 3.11.",
    why: "Earlier releases put `exec` in front, so what follows `;`, `&&` or `||` is never reached there.\nBusyBox init still does so.",
    instead: "Wrap the command in `sh -c '...'` if the file is to be used with older releases.",
    wrong: [
      {
        text: "po::powerokwait:/bin/echo power is back; /bin/beep\n",
        fixed: "po::powerokwait:/bin/sh -c '/bin/echo power is back; /bin/beep'\n",
      },
    ],
    right: [{ text: "po::powerokwait:/bin/sh -c '/bin/echo power is back; /bin/beep'\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "shell"],
  check: (context) => {
    if (context.behaviour.execsInShell) return nothing;
    const problem = execProblem(context);
    if (problem === undefined) return nothing;
    return [
      {
        range: inProcess(context, problem.range),
        message: message("implied-exec-portability", { effect: problem.effect }),
        fixes: withoutExec(context),
      },
    ];
  },
};
