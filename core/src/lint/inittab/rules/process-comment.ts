import type { TextRange } from "../../../text/range.ts";
import type { Report } from "../../contract.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const processComment: LineRule = {
  id: "process-comment",
  code: "IT233",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (exec-words, process-hash)"],
  docs: {
    what: "A `#` appears in a command that init runs without a shell.",
    why: "It cuts the command, even in the middle of a word.\nWith a blank before it, it also leaves an additional empty argument: `mount -o remount,rw / # root` fails, because `mount` gets an empty name to mount.",
    instead:
      "Put the comment on a line of its own.\nA `#` that belongs to the command can be quoted; init then calls a shell.",
    wrong: [
      {
        text: "rw::sysinit:/bin/mount -o remount,rw / # root\n",
        fixed: "# root\nrw::sysinit:/bin/mount -o remount,rw /\n",
      },
      {
        text: "cl:2345:respawn:/usr/bin/clock --colour blue#2\n",
        fixed: "cl:2345:respawn:/usr/bin/clock --colour 'blue#2'\n",
      },
    ],
    right: [
      { text: "# root\nrw::sysinit:/bin/mount -o remount,rw /\n" },
      { text: "cl:2345:respawn:/usr/bin/clock --colour 'blue#2'\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "#"],
  check: (context) => {
    const { action, process } = context;
    if (action?.process !== "run" || !process.includes("#")) return nothing;
    const command = context.command();
    if (command.kind !== "direct" || command.cutBy !== "#") return nothing;
    const word = command.words.at(-1);
    if (word === undefined) return nothing;
    if (word.start < word.end) return [insideWord(context, word.start, command.lost)];
    return [command.words.length === 1 ? insteadOfCommand(context) : behindWord(context, command.lost)];
  },
};

function insideWord(context: LineContext, start: number, cut: TextRange): Report {
  const { process } = context;
  const lost = inProcess(context, cut);
  const end = start + (/^[^ \t]*/.exec(process.slice(start))?.[0].length ?? 0);
  // Without the rest the CR of a CRLF file would be the last character of the word.
  const repair = process === context.field("process") ? safe : suggestion;
  return {
    range: lost,
    message: message("process-comment.inside-word"),
    fixes: [
      suggestion(
        message("fix.quote-the-word"),
        inProcess(context, { start, end }),
        `'${process.slice(start, end)}'`,
      ),
      repair(message("fix.delete-the-rest"), lost, ""),
    ],
  };
}

function insteadOfCommand(context: LineContext): Report {
  return {
    range: inProcess(context, { start: 0, end: context.process.length }),
    message: message("process-comment.no-program"),
    fixes: [suggestion(message("fix.make-action-off"), context.range("action"), "off")],
  };
}

function behindWord(context: LineContext, cut: TextRange): Report {
  const { process, line } = context;
  const lost = inProcess(context, cut);
  const blank = /[ \t]*$/.exec(process.slice(0, cut.start))?.[0].length ?? 0;
  const whole = { start: lost.start - blank, end: lost.end };
  return {
    range: lost,
    message: message("process-comment.empty-argument"),
    fixes: [
      {
        title: message("process-comment.move"),
        kind: "suggestion",
        edits: [
          { start: line.start, end: line.start, text: `${process.slice(cut.start)}\n` },
          { ...whole, text: "" },
        ],
      },
      suggestion(message("fix.delete-the-comment"), whole, ""),
    ],
  };
}
