import { dialectFacts, systemVFamily } from "../../../inittab/dialect.ts";
import { nothing } from "../../report.ts";
import { backgroundReports } from "../background.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const respawnBackground: LineRule = {
  id: "respawn-background",
  code: "IT237",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", ...systemVFamily],
  sources: [
    "observed: sysvinit 2.88, 3.06, 3.14 (exec-shell, respawn-too-fast)",
    "the manuals of AIX 4.3, SunOS 5.10 and HP-UX 11i, inittab: a shell runs each command",
  ],
  docs: {
    what: "The command of a respawn or ondemand entry ends in `&`.",
    why: "Init waits for the shell, and the shell ends as soon as it has put the command into the background.\nInit starts it again at once, ten times, and then disables the entry for five minutes; ten copies may be left running.",
    instead: "Leave out the `&`: init does not wait for a respawn entry anyway.",
    wrong: [
      {
        text: "mo:2345:respawn:/usr/sbin/monitor &\n",
        fixed: "mo:2345:respawn:/usr/sbin/monitor\n",
      },
    ],
    right: [
      { text: "mo:2345:respawn:/usr/sbin/monitor\n" },
      { text: "mo:2345:respawn:/usr/sbin/monitor >/dev/null 2>&1\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["respawns", "&"],
  check: (context) =>
    context.action?.respawns === true
      ? backgroundReports(
          context,
          dialectFacts[context.dialect].givesUp === true
            ? message("respawn-background", { id: context.line.id })
            : message("respawn-background.family"),
        )
      : nothing,
};
