import { lookUpSysvinitAction } from "../../../inittab/actions.ts";
import type { Fix } from "../../contract.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const missingProcess: LineRule = {
  id: "missing-process",
  code: "IT102",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "inittab(5)",
    "observed: sysvinit 2.88, 3.06, 3.14 (two-fields, three-fields, initdefault-no-process-colon)",
  ],
  docs: {
    what: "An entry has fewer than three colons.",
    why: "Init needs all four fields, even where it ignores the last one: `id:2:initdefault` without the last colon is dropped, and the machine asks for a runlevel on the console at each boot.",
    instead: "Write all three colons; a field may be empty, but its colon may not be left out.",
    wrong: [
      { text: "id:2:initdefault\n", fixed: "id:2:initdefault:\n" },
      { text: "1:2345:/sbin/getty 38400 tty1\n", fixed: "1:2345:respawn:/sbin/getty 38400 tty1\n" },
      { text: "T0:23:getty\n" },
    ],
    right: [{ text: "id:2:initdefault:\n" }, { text: "1:2345:respawn:/sbin/getty 38400 tty1\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour, line } = context;
    if (fault !== "missing-process") return nothing;
    const fields = line.idEnd < 0 ? 1 : line.runlevelsEnd < 0 ? 2 : 3;
    return [
      {
        range: { start: line.start, end: Math.max(line.end, line.start + 1) },
        message: message("missing-process", { fields, words: initsWords(fault, behaviour) }),
        fixes: fixes(context),
      },
    ];
  },
};

function fixes(context: LineContext): readonly Fix[] {
  const range = context.range("action");
  const third = context.field("action");
  const word = third.trim();
  const action = lookUpSysvinitAction(word);
  if (action !== undefined) {
    const title = message("missing-process.add-colon", { missing: action.process !== "ignored" });
    return [suggestion(title, range, `${word}:`)];
  }
  if (!word.startsWith("/")) return [];
  return ["respawn", "wait", "once"].map((name) =>
    suggestion(message("fix.insert-action", { name }), range, `${name}:${third}`),
  );
}
