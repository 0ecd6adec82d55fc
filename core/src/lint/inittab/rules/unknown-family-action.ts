import { actionsOf } from "../../../inittab/actions.ts";
import { actionDialectOf, type Dialect, dialectFacts, systemVFamily } from "../../../inittab/dialect.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

/** Those whose reader does not judge the action itself, as that of Solaris does. */
const judged: readonly Dialect[] = systemVFamily.filter((dialect) => {
  const { moreActions, style } = dialectFacts[dialect];
  return moreActions !== true && style.actions === undefined;
});

export const unknownFamilyAction: LineRule = {
  id: "unknown-family-action",
  code: "IT122",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: judged,
  sources: [
    "the manuals of AIX 4.3, HP-UX 11i, IRIX 6.5 and SCO OpenServer, inittab",
    "spec/dialects.md, section 2",
  ],
  docs: {
    what: "The action of an entry is a word that the manual of AIX, HP-UX, IRIX or SCO OpenServer does not know.",
    why: "The System V inits outside Linux know eleven actions; AIX also knows `hold`.\n`ctrlaltdel`, `kbrequest`, `powerokwait` and `powerfailnow` are inventions of Linux, `askfirst`, `shutdown` and `restart` of BusyBox.\nThe manuals do not say what becomes of the entry; what it is meant to do does not happen.",
    instead:
      "Write an action of that system.\nIf the file is for another init, say so: `# inittab: dialect=sysvinit`.",
    wrong: [
      {
        text: "co:234:respwan:/etc/getty console\n",
        dialect: "hp-ux",
        fixed: "co:234:respawn:/etc/getty console\n",
      },
      { text: "ca::ctrlaltdel:/etc/reboot\n", dialect: "irix" },
      { text: "co:2:hold:/etc/getty console\n", dialect: "sco" },
    ],
    right: [
      { text: "co:2:hold:/usr/sbin/getty /dev/console\n", dialect: "aix" },
      { text: "co:234:ondemand:/etc/getty console\n", dialect: "hp-ux" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const column = actionDialectOf(context.dialect);
    const word = context.field("action");
    const known = column === undefined ? [] : actionsOf(column);
    const asked = word.trim().toLowerCase();
    // Nobody has said whether letter case and blanks matter, or what no action at all means.
    if (asked === "" || known.some(({ name }) => name === asked)) return nothing;
    const range = context.range("action");
    const near = nearestName(word, known);
    const action = quoted(word);
    const { title } = dialectFacts[context.dialect];
    return [
      {
        range,
        message:
          near === undefined
            ? message("unknown-family-action", { action, title })
            : message("unknown-family-action.mistyped", { action, title, near }),
        fixes: near === undefined ? [] : [suggestion(message("fix.write", { text: near }), range, near)],
      },
    ];
  },
};
