import { dialectFacts } from "../../../inittab/dialect.ts";
import type { Message } from "../../../text/message.ts";
import { quoted } from "../../../text/words.ts";
import { nothing } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const skippedLine: LineRule = {
  id: "skipped-line",
  code: "IT121",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd", "solaris"],
  sources: [
    "spec/dialects.md, section 5: procd's inittab.c",
    "spec/dialects.md, section 7: illumos, usr/src/cmd/init/init.c",
  ],
  docs: {
    what: "A line that procd or Solaris init skips, mostly without a message.",
    why: "Both accept only lines of their own form, with an action that they know.\nIf procd does not know the action, it says `Unknown init handler` and names the action; everything else is skipped silently.",
    instead: "Write all four fields and an action of this init, or make the line a comment.",
    wrong: [
      { text: "::askconsole:/bin/ash --login\n::wait:/bin/a\n", dialect: "procd" },
      { text: "::askconsole:/bin/ash --login\n::respawn\n", dialect: "procd" },
      { text: "p3:s1234:powerfail:/sbin/sh\nsc:8:respawn:/usr/lib/saf/sac\n", dialect: "solaris" },
    ],
    right: [
      { text: "::askconsole:/bin/ash --login\ntty1::respawn:/bin/a\n", dialect: "procd" },
      { text: "p3:s1234:powerfail:/sbin/sh\nsc:234:respawn:/usr/lib/saf/sac\n", dialect: "solaris" },
    ],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { line, fault, dialect, text } = context;
    if (fault !== "unknown-handler" && fault !== "skipped") return nothing;
    // A comment that is indented is skipped as well, which is all that it should be.
    if (dialectFacts[dialect].style.unanchored && /^\s*#/.test(text)) return nothing;
    return [{ range: { start: 0, end: Math.max(line.end, 1) }, message: reason(context) }];
  },
};

function reason(context: LineContext): Message {
  const { line, fault, dialect } = context;
  const { program = "init", style } = dialectFacts[dialect];
  const action = context.field("action");
  if (fault === "unknown-handler") return message("skipped-line.unknown-handler", { action: quoted(action) });
  if (line.actionEnd < 0) return message("skipped-line.fields", { program });
  if (style.unanchored) return message("skipped-line.letters-and-digits");
  return message("skipped-line.unknown", { action: quoted(action) });
}
