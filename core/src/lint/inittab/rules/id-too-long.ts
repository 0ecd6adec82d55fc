import { idLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const idTooLong: LineRule = {
  id: "id-too-long",
  code: "IT104",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "id"', "observed: sysvinit 2.88, 3.06, 3.14 (id-1-to-5, id-utf8, id-inner-blank)"],
  docs: {
    what: "An id has more than four bytes, or a line without any colon is taken for one.",
    why: "Init drops the whole entry.\nA letter outside ASCII counts as two bytes or more, and blanks count too.",
    instead:
      "Use one to four characters; for a getty, the end of the terminal's name is usual: `1` for `tty1`, `S0` for `ttyS0`.\nBegin a line with `#` if it is a comment.",
    wrong: [
      {
        text: "tty10:2345:respawn:/sbin/getty 38400 tty10\n",
        fixed: "10:2345:respawn:/sbin/getty 38400 tty10\n",
      },
      { text: "serial line\n", fixed: "# serial line\n" },
    ],
    right: [{ text: "10:2345:respawn:/sbin/getty 38400 tty10\n" }, { text: "# serial line\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour, line, encoding } = context;
    if (fault !== "id-too-long") return nothing;
    const range = context.range("id");
    const words = initsWords(fault, behaviour);
    const id = context.field("id");
    const said =
      line.idEnd < 0
        ? message("id-too-long.no-record", { words })
        : message("id-too-long", { id: quoted(id), bytes: byteLength(id, encoding), limit: idLimit, words });
    return [{ range, message: said, fixes: [fix(context, id)] }];
  },
};

function fix(context: LineContext, id: string): Fix {
  const range = context.range("id");
  if (context.line.idEnd < 0)
    return safe(message("fix.make-it-a-comment"), { start: range.start, end: range.start }, "# ");
  const trimmed = id.trim().replace(/[^\x21-\x7e]/g, "");
  const tail = trimmed.replace(/^tty(?=.)/, "");
  const shorter = (trimmed.length <= idLimit ? trimmed : tail.slice(-idLimit)) || "x";
  return suggestion(message("id-too-long.shorten", { shorter }), range, shorter);
}
