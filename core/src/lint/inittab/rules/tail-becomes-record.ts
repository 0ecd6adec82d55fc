import { lineLimit } from "../../../inittab/versions.ts";
import { quoted } from "../../../text/words.ts";
import type { FileRule } from "../contract.ts";
import { tailsOf } from "../long-lines.ts";
import { message } from "../message.ts";

const filler = "x".repeat(250);

export const tailBecomesRecord: FileRule = {
  id: "tail-becomes-record",
  code: "IT240",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06 (comment-long-with-entry-tail, line-300)"],
  docs: {
    what: "Before sysvinit 3.14: the rest of a long line is an entry of its own.",
    why: "Init reads a line in pieces of 255 bytes and takes each for a line, so what follows the 255th byte of a comment can be run.",
    instead: "Break the comment into several lines.",
    wrong: [{ text: `# ${filler}   x:2:once:/bin/sync\n`, version: "3.06" }],
    right: [{ text: `# ${filler}\n# x:2:once:/bin/sync\n`, version: "3.06" }],
  },
  scope: "file",
  check: ({ scan, behaviour }) => {
    if (behaviour.longLines !== "pieces") return [];
    return tailsOf(scan).flatMap(({ pieces }) => {
      const index = pieces.find((piece) => scan.lines[piece]?.kind === "record");
      const line = index === undefined ? undefined : scan.lines[index];
      if (index === undefined || line === undefined) return [];
      const start = scan.starts[index] ?? 0;
      return [
        {
          range: { start: start + line.start, end: start + line.end },
          message: message("tail-becomes-record", { lineLimit, id: quoted(line.id) }),
        },
      ];
    });
  },
};
