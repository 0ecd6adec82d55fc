import { type Action, type ActionDialect, actionsOf, findAction } from "../../../inittab/actions.ts";
import { alternatives, nearestName, quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";

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
    what: "The action of a record is a word that sysvinit does not know.",
    why: "Init drops the record: a getty with `respwan` means no login on that line.\nLetter case does not matter, blanks around the word do.",
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
  check: (context) => {
    if (context.fault !== "unknown-action") return nothing;
    const word = context.field("action");
    const range = context.range("action");
    const { reason, likely } = explain(word);
    return [
      {
        range,
        message: `${reason}; init drops the record`,
        fixes: likely === undefined ? [] : [suggestion(`Write \`${likely}\``, range, likely)],
      },
    ];
  },
};

const programs: Readonly<Record<Exclude<ActionDialect, "sysvinit">, string>> = {
  busybox: "BusyBox init",
  procd: "OpenWrt's procd",
  "system-v": "other System V inits",
  aix: "AIX",
};

function explain(word: string): { readonly reason: string; readonly likely: string | undefined } {
  const own = actionsOf("sysvinit");
  const foreign = findAction(word.trim().toLowerCase());
  if (foreign !== undefined && !own.includes(foreign)) {
    const known = foreign.dialects.flatMap((dialect) => (dialect === "sysvinit" ? [] : [programs[dialect]]));
    const reason = `${quoted(word.trim())} is an action of ${alternatives(known, "and")}, unknown to sysvinit`;
    return { reason, likely: substitute(foreign) };
  }
  const likely = nearestName(word, own);
  if (likely !== undefined && word.trim().toLowerCase() === likely)
    return { reason: `blanks belong to the action, and ${quoted(word)} is none`, likely };
  return {
    reason: `${quoted(word)} is no action${likely === undefined ? "" : ` (did you mean \`${likely}\`?)`}`,
    likely,
  };
}

/** The action of sysvinit that comes nearest to one of another program. */
function substitute(action: Action): string | undefined {
  if (action.respawns) return "respawn";
  return action.trigger === "never" ? "off" : undefined;
}
