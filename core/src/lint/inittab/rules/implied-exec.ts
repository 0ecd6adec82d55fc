import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { execProblem, withoutExec } from "../exec-list.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const impliedExec: LineRule = {
  id: "implied-exec",
  code: "IT401",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06 (exec-shell, exec-shell-assignment, exec-shell-chains)"],
  docs: {
    what: "Before sysvinit 3.11: a shell command does not work with the `exec` that init puts in front.",
    why: 'Init runs `sh -c "exec COMMAND"`: the shell replaces itself with the first program, so what follows `;`, `&&` or `||` is never reached, and an assignment or a keyword in front is taken for a program.',
    instead: "Wrap the command in `sh -c '...'`, use `env` for variables, or write a script.",
    wrong: [
      {
        text: "po::powerokwait:/bin/echo power is back; /bin/beep\n",
        version: "3.06",
        fixed: "po::powerokwait:/bin/sh -c '/bin/echo power is back; /bin/beep'\n",
      },
      {
        text: "1:23:respawn:TERM=vt100 /sbin/getty 38400 tty1\n",
        version: "3.06",
        fixed: "1:23:respawn:env TERM=vt100 /sbin/getty 38400 tty1\n",
      },
    ],
    right: [
      { text: "po::powerokwait:/bin/sh -c '/bin/echo power is back; /bin/beep'\n", version: "3.06" },
      { text: "1:23:respawn:env TERM=vt100 /sbin/getty 38400 tty1\n", version: "3.06" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "shell"],
  check: (context) => {
    if (!context.behaviour.execsInShell) return nothing;
    const problem = execProblem(context);
    if (problem === undefined) return nothing;
    return [
      {
        range: inProcess(context, problem.range),
        message: message("implied-exec", { effect: problem.effect }),
        fixes: withoutExec(context),
      },
    ];
  },
};
