import { lineLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import type { Message } from "../../../text/message.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const nulByte: LineRule = {
  id: "nul-byte",
  code: "IT113",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14"],
  docs: {
    what: "A line that init drops contains a NUL byte.",
    why: "Init sees nothing after a NUL byte, so fields are missing.\nFor sysvinit 3.14 the byte hides the newline as well: it loses the line and also the next one, even where the first is a comment.",
    instead: "Delete the byte; an editor or a file transfer put it there.",
    wrong: [
      {
        text: "l2:2:wait:/etc/rc 2\0\nl3:3:wait:/etc/rc 3\n",
        fixed: "l2:2:wait:/etc/rc 2\nl3:3:wait:/etc/rc 3\n",
        escaped: true,
      },
      {
        text: "l2:2:wa\0it:/etc/rc 2\n",
        version: "3.06",
        fixed: "l2:2:wait:/etc/rc 2\n",
        escaped: true,
      },
    ],
    right: [{ text: "l2:2:wait:/etc/rc 2\nl3:3:wait:/etc/rc 3\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["unseen"],
  check: (context) => {
    const swallowed = swallowedLine(context);
    if (context.fault !== "nul-byte" && swallowed === "") return nothing;
    const { text } = context;
    const at = text.indexOf("\0");
    const edits = [...text.matchAll(/\0/g)].map(({ index }) => ({ start: index, end: index + 1, text: "" }));
    return [
      {
        range: { start: at, end: at + 1 },
        message: reason(context, swallowed !== ""),
        fixes: [
          edits.length === 1
            ? suggestion(message("fix.delete-the-nul-byte"), { start: at, end: at + 1 }, "")
            : { title: message("fix.delete-the-nul-bytes"), kind: "suggestion", edits },
        ],
      },
    ];
  },
};

/** What init does with the line. */
function reason(context: LineContext, swallows: boolean): Message {
  const { line, behaviour } = context;
  if (line.rejection !== undefined && line.rejection !== "line-cut")
    return message("nul-byte.dropped", {
      words: initsWords(line.rejection, behaviour, context.field("action")),
    });
  if (!swallows) return message("nul-byte.cut");
  return message(line.kind === "comment" ? "nul-byte.loses-next" : "nul-byte.drops-both");
}

/** The line that 3.14 throws away because a NUL byte hides the newline in front of it. */
function swallowedLine({ text, behaviour, encoding }: LineContext): string {
  if (behaviour.longLines !== "dropped") return "";
  const nul = text.indexOf("\0");
  const newline = text.indexOf("\n");
  if (nul < 0 || nul > newline || byteLength(text.slice(0, newline + 1), encoding) > lineLimit) return "";
  return text.slice(newline + 1);
}
