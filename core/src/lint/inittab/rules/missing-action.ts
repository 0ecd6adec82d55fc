import type { Report } from "../../contract.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const missingAction: LineRule = {
  id: "missing-action",
  code: "IT103",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "action"',
    "observed: sysvinit 2.88, 3.06, 3.14 (missing-action, all-empty, one-field, two-fields-no-newline)",
  ],
  docs: {
    what: "The action field of an entry is empty or missing.",
    why: "There is no default action: init drops the entry.",
    instead: "Write an action, or begin the line with `#` if it is a comment.",
    wrong: [
      { text: "l2:2::/etc/init.d/rc 2\n", fixed: "l2:2:wait:/etc/init.d/rc 2\n" },
      { text: "old\n", fixed: "# old\n" },
    ],
    right: [{ text: "l2:2:wait:/etc/init.d/rc 2\n" }, { text: "# old\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, line } = context;
    if (fault !== "missing-action") return nothing;
    return [line.idEnd < 0 ? notARecord(context) : withoutAction(context)];
  },
};

function notARecord(context: LineContext): Report {
  const { line, behaviour } = context;
  const words = initsWords("missing-action", behaviour);
  if (line.start === line.end) {
    const blanks = { start: 0, end: Math.max(line.end, 1) };
    return {
      range: blanks,
      message: message("missing-action.blanks", { words }),
      fixes: [safe(message("fix.delete-the-blanks"), blanks, "")],
      unnecessary: true,
    };
  }
  return {
    range: { start: line.start, end: line.end },
    message: message("missing-action.no-record", { words }),
    fixes: [safe(message("fix.make-it-a-comment"), { start: line.start, end: line.start }, "# ")],
  };
}

function withoutAction(context: LineContext): Report {
  const { line, behaviour } = context;
  const words = initsWords("missing-action", behaviour);
  const place = context.range("action");
  const complete = line.actionEnd >= 0;
  return {
    // An empty field is shown with the colons around it.
    range: complete ? { start: place.start - 1, end: place.end + 1 } : { start: line.start, end: line.end },
    message: complete
      ? message("missing-action.empty", { words })
      : message("missing-action.ends-before", { words }),
    fixes: complete
      ? ["wait", "once", "respawn"].map((name) =>
          suggestion(message("fix.insert-action", { name }), place, name),
        )
      : [],
  };
}
