import { type Action, actionsOf, findAction, mistakenActions } from "../../../inittab/actions.ts";
import { listOf, type Message } from "../../../text/message.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const unknownAction: LineRule = {
  id: "unknown-action",
  code: "IT108",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "action"',
    "observed: sysvinit 2.88, 3.06, 3.14 (action-unknown, action-prefix, action-blanks, action-case)",
  ],
  docs: {
    what: "The action of an entry is a word that sysvinit does not know.",
    why: "Init drops the entry: a getty with `respwan` means no login on that line.\nLetter case does not matter, but blanks around the word do.",
    instead:
      "Write one of the actions of inittab(5).\nWords of BusyBox init such as `askfirst` mean nothing to sysvinit.",
    wrong: [
      {
        text: "1:2345:respwan:/sbin/getty 38400 tty1\n",
        fixed: "1:2345:respawn:/sbin/getty 38400 tty1\n",
      },
      {
        text: "1:2345: respawn:/sbin/getty 38400 tty1\n",
        fixed: "1:2345:respawn:/sbin/getty 38400 tty1\n",
      },
      { text: "sh:2345:askfirst:/bin/login\n", fixed: "sh:2345:respawn:/bin/login\n" },
    ],
    right: [{ text: "1:2345:Respawn:/sbin/getty 38400 tty1\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    if (context.fault !== "unknown-action") return nothing;
    const word = context.field("action");
    const range = context.range("action");
    const { reason, likely } = explain(word);
    return [
      {
        range,
        message: reason,
        fixes:
          likely === undefined ? [] : [suggestion(message("fix.write", { text: likely }), range, likely)],
      },
    ];
  },
};

function explain(word: string): { readonly reason: Message; readonly likely: string | undefined } {
  const own = actionsOf("sysvinit");
  const foreign = findAction(word.trim().toLowerCase());
  if (foreign !== undefined && !own.includes(foreign)) {
    const programs = foreign.dialects.map((program) => message("unknown-action.program", { program }));
    const action = quoted(word.trim());
    const reason = message("unknown-action.foreign", { action, programs: listOf(programs, "and") });
    return { reason, likely: substitute(foreign) };
  }
  const action = quoted(word);
  const likely = mistakenActions.get(word.trim().toLowerCase()) ?? nearestName(word, own);
  if (likely === undefined) return { reason: message("unknown-action", { action }), likely };
  const isBlanks = word.trim().toLowerCase() === likely;
  return {
    reason: isBlanks
      ? message("unknown-action.blanks", { action })
      : message("unknown-action.mistyped", { action, likely }),
    likely,
  };
}

/** The action of sysvinit that comes nearest to one of another program. */
function substitute(action: Action): string | undefined {
  if (action.respawns) return "respawn";
  return action.trigger === "never" ? "off" : undefined;
}
