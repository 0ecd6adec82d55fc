import { isLevel } from "../../../inittab/runlevels.ts";
import { runlevelsLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import type { Fix } from "../../contract.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const runlevelsTooLong: LineRule = {
  id: "runlevels-too-long",
  code: "IT105",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "runlevels"',
    "observed: sysvinit 2.88, 3.06, 3.14 (rlevel-11, rlevel-12, rlevel-12-two-fields)",
  ],
  docs: {
    what: "A runlevels field has more than eleven bytes.",
    why: "Init drops the whole entry, even where the action makes it ignore the runlevels.",
    instead: "Name each runlevel once and leave out separators; an empty field means all of 0 to 9.",
    wrong: [
      {
        text: "sv:0,1,2,3,4,5,6:wait:/etc/rc.local\n",
        fixed: "sv:0123456:wait:/etc/rc.local\n",
      },
    ],
    right: [{ text: "sv:0123456789S:wait:/etc/rc.local\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour, line, encoding } = context;
    if (fault !== "runlevels-too-long") return nothing;
    // Without a colon the newline ends the field, and init counts it.
    const withNewline = line.runlevelsEnd < 0;
    const length = byteLength(context.field("runlevels"), encoding) + (withNewline ? 1 : 0);
    return [
      {
        range: context.range("runlevels"),
        message: message("runlevels-too-long", {
          length,
          withNewline,
          runlevelsLimit,
          initsWords: initsWords(fault, behaviour),
        }),
        fixes: fixes(context),
      },
    ];
  },
};

function fixes(context: LineContext): readonly Fix[] {
  const marks = [...new Set(context.field("runlevels"))].filter(
    (mark) => isLevel(mark) || /[abc]/i.test(mark),
  );
  if (context.line.runlevelsEnd < 0 || marks.length === 0 || marks.length > runlevelsLimit) return [];
  const levels = marks.join("");
  return [suggestion(message("fix.write", { text: levels }), context.range("runlevels"), levels)];
}
