import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { execProblem, withoutExec } from "../exec-list.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const busyboxImpliedExec: LineRule = {
  id: "busybox-implied-exec",
  code: "IT602",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (exec-swallows-list)", "spec/dialects.md, 3.3"],
  docs: {
    what: "A shell command does not work with the `exec` that BusyBox init puts in front.",
    why: 'Init runs `sh -c "exec COMMAND"`: the shell replaces itself with the first program, so what follows `;`, `&&` or `||` is never reached, and an assignment or a keyword in front is taken for a program.',
    instead: "Wrap the command in `sh -c '...'`, use `env` for variables, or write a script.",
    wrong: [
      {
        text: "::sysinit:/bin/mount -a; /sbin/swapon -a\n",
        dialect: "busybox",
        fixed: "::sysinit:/bin/sh -c '/bin/mount -a; /sbin/swapon -a'\n",
      },
      {
        text: "tty1::respawn:TERM=linux /sbin/getty 38400 tty1\n",
        dialect: "busybox",
        fixed: "tty1::respawn:env TERM=linux /sbin/getty 38400 tty1\n",
      },
    ],
    right: [
      { text: "::sysinit:/bin/sh -c '/bin/mount -a; /sbin/swapon -a'\n", dialect: "busybox" },
      { text: "::respawn:/sbin/syslogd -n >/dev/null 2>&1\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "shell"],
  check: (context) => {
    const problem = execProblem(context);
    if (problem === undefined) return nothing;
    return [
      {
        range: inProcess(context, problem.range),
        message: message("busybox-implied-exec", { effect: problem.effect }),
        fixes: context.line.count > 1 ? [] : withoutExec(context),
      },
    ];
  },
};
