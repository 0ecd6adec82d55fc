import { wordLimit } from "../../../inittab/versions.ts";
import { quoted } from "../../../text/words.ts";
import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const tooManyWords: LineRule = {
  id: "too-many-words",
  code: "IT234",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (exec-words)"],
  docs: {
    what: "A command that init runs without a shell has more than 14 words.",
    why: "Init drops the words after the fourteenth without a message.",
    instead: "Put the command into a script, or quote a word so that init calls a shell.",
    wrong: [
      {
        text: "ad::once:/bin/add 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n",
        fixed: 'ad::once:"/bin/add" 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n',
      },
    ],
    right: [{ text: "ad::once:/bin/add 1 2 3 4 5 6 7 8 9 10 11 12 13\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "many-words"],
  check: (context) => {
    const { action, process } = context;
    // A word and a blank take two characters.
    if (action?.process !== "run" || process.length < 2 * wordLimit) return nothing;
    if (!mayHaveTooMany(process)) return nothing;
    const command = context.command();
    if (command.kind !== "direct" || command.cutBy !== "words") return nothing;
    const [word] = command.words;
    const first = word === undefined ? undefined : inProcess(context, word);
    return [
      {
        range: inProcess(context, command.lost),
        message: message("too-many-words", { wordLimit, process: quoted(process.slice(command.lost.start)) }),
        fixes:
          first === undefined
            ? []
            : [
                {
                  title: message("too-many-words.fix"),
                  kind: "suggestion",
                  edits: [
                    { start: first.start, end: first.start, text: '"' },
                    { start: first.end, end: first.end, text: '"' },
                  ],
                },
              ],
      },
    ];
  },
};

/** Counts blanks only: cheap enough for every line. */
function mayHaveTooMany(process: string): boolean {
  let blanks = 0;
  for (let at = 0; at < process.length; at++) {
    const code = process.charCodeAt(at);
    if (code === 32 || code === 9) blanks++;
  }
  return blanks >= wordLimit;
}
