import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

export const openrcPidfileMissing: ScriptRule = {
  id: "openrc-pidfile-missing",
  code: "IT885",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["openrc-run(8), command_background", "OpenRC 0.45.2, observed"],
  docs: {
    what: "`command_background` is set and `pidfile` is not.",
    why: "OpenRC's default start function for a service with `command` refuses: ` * command_background option used but no pidfile specified`, and the service fails to start.\nA script that reads another file may get it from there, so the rule is silent about it.",
    instead: "Set `pidfile`, for example to `/run/$RC_SVCNAME.pid`.",
    wrong: [{ text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\ncommand_background=yes\n" }],
    right: [
      {
        text: '#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\ncommand_background=yes\npidfile="/run/svcd.pid"\n',
      },
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\ncommand_background=yes\nstart() {\n\t:\n}\n",
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell"],
  check: (script) => {
    const body = script.shell?.body ?? [];
    // Settings in conf.d may well have it, and so may a file that is read.
    const setElsewhere = script.tree?.openrc?.files.some(
      ({ path, text }) =>
        [`etc/conf.d/${script.name}`, `etc/conf.d/${script.name.split(".")[0]}`].includes(path) &&
        /^[ \t]*(?:export[ \t]+)?pidfile=/m.test(text),
    );
    // Also `: ${pidfile:=/run/svc.pid}`, which conf.d can set otherwise.
    if (
      setElsewhere === true ||
      /\b(?:pidfile|supervisor)(?::?=|\+=)|^[ \t]*(?:\.|source|eval)[ \t]/m.test(script.text)
    )
      return [];
    if (body.some((statement) => statement.kind === "function" && statement.name === "start")) return [];
    const assignments = body.flatMap((statement) =>
      statement.kind === "command" && statement.words.length === 0 ? statement.assignments : [],
    );
    if (!assignments.some(({ name }) => name === "command")) return [];
    return assignments.flatMap((assignment) => {
      const value = assignment.value === undefined ? undefined : plainText(assignment.value);
      return assignment.name === "command_background" && /^(?:yes|true|on|1)$/i.test(value ?? "")
        ? [{ range: assignment, message: message("openrc-pidfile-missing") }]
        : [];
    });
  },
};
