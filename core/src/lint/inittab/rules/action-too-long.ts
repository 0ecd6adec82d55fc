import { actionsOf } from "../../../inittab/actions.ts";
import { actionLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import { nearestName } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const actionTooLong: LineRule = {
  id: "action-too-long",
  code: "IT107",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (action-32)"],
  docs: {
    what: "An action field has more than 32 bytes.",
    why: "Init drops the entry.\nUsually a colon is missing, or the action was forgotten and the process stands in its place.",
    instead: "Write one of the actions, followed by a colon.",
    wrong: [
      {
        text: "pf::/etc/init.d/powerfail --because=mains-gone:now\n",
        fixed: "pf::wait:/etc/init.d/powerfail --because=mains-gone:now\n",
      },
    ],
    right: [{ text: "pf::powerwait:/etc/init.d/powerfail --because=mains-gone:now\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour, encoding } = context;
    if (fault !== "action-too-long") return nothing;
    const word = context.field("action");
    const range = context.range("action");
    const near = nearestName(word, actionsOf("sysvinit"));
    const start = { start: range.start, end: range.start };
    const fixes =
      near !== undefined
        ? [suggestion(message("fix.write", { text: near }), range, near)]
        : word.startsWith("/")
          ? ["wait", "once", "respawn"].map((name) =>
              suggestion(message("fix.insert-action", { name }), start, `${name}:`),
            )
          : [];
    return [
      {
        range,
        message: message("action-too-long", {
          byteLength: byteLength(word, encoding),
          actionLimit,
          initsWords: initsWords(fault, behaviour),
        }),
        fixes,
      },
    ];
  },
};
