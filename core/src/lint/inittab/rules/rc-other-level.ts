import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const rcOtherLevel: LineRule = {
  id: "rc-other-level",
  code: "IT252",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["init(8); rc of Debian and of Red Hat: the argument is the folder of links that is used"],
  docs: {
    what: "An entry calls rc with the number of a runlevel in which the entry does not run.",
    why: "Entering the runlevel then starts and stops the services of another one, while `runlevel` names the one that was asked for.",
    instead: "Write the number of the entry's own runlevel.",
    wrong: [
      {
        text: "l4:4:wait:/etc/init.d/rc 3\n",
        fixed: "l4:4:wait:/etc/init.d/rc 4\n",
      },
    ],
    right: [
      { text: "l4:4:wait:/etc/init.d/rc 4\n" },
      { text: "lm:2345:wait:/etc/init.d/rc 3\n" },
      { text: "ls:S:wait:/etc/init.d/rc 1\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["script"],
  check: (context) => {
    if (!context.process.includes("/rc")) return nothing;
    const [, head = "", level = ""] = callOfRc.exec(context.process) ?? [];
    if (level === "" || context.action?.trigger !== "runlevel") return nothing;
    const { runlevels } = context.line;
    const own = [...runlevels].filter((character) => /[0-9S]/.test(character));
    // Single-user mode and level 1 are used one for the other, and a record without levels runs in all of them.
    if (
      own.length === 0 ||
      own.includes(level) ||
      (/[S1]/.test(level) && own.some((one) => /[S1]/.test(one)))
    )
      return nothing;
    const range = inProcess(context, { start: head.length, end: head.length + level.length });
    const [only] = own;
    return [
      {
        range,
        message: message("rc-other-level", { level, count: own.length, own: own.join("") }),
        fixes:
          own.length === 1 && only !== undefined
            ? [suggestion(message("fix.write", { text: only }), range, only)]
            : [],
      },
    ];
  },
};

/** A call of rc with a level; what a shell would do after it does not matter. */
const callOfRc =
  /^([+@]*(?:(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh[ \t]+(?:-c[ \t]+["'])?)?\/(?:[^\s/]+\/)*rc[ \t]+)([0-9S])(?=[ \t;&|<>"']|$)/;
