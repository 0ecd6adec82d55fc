import { dialectFacts } from "../../../inittab/dialect.ts";
import type { FileRule } from "../contract.ts";
import { tailsOf } from "../long-lines.ts";
import { message } from "../message.ts";

const filler = "x".repeat(110);

export const procdLineLong: FileRule = {
  id: "procd-line-long",
  code: "IT130",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded cases len-127, len-tail-entry and long-comment of procd"],
  docs: {
    what: "A line has more than 127 bytes.",
    why: "procd reads a line in pieces of 127 bytes and takes each for a line.\nThe command loses its end, and the rest, even that of a comment, can be an entry of its own.",
    instead: "Put a long command into a script, and break a long comment into several lines.",
    wrong: [
      { text: `tty1::respawn:/usr/sbin/daemon --name=${filler}\n`, dialect: "procd" },
      { text: `# ${filler}                tty1::askfirst:/bin/ash\n`, dialect: "procd" },
    ],
    right: [{ text: `# ${filler} and a few words more\n`, dialect: "procd" }],
  },
  scope: "file",
  check: ({ scan }) => {
    const limit = dialectFacts[scan.dialect].style.pieceLimit ?? 0;
    return tailsOf(scan).flatMap(({ head, pieces }) => {
      const [first, last] = [pieces[0], pieces.at(-1)];
      if (first === undefined || last === undefined) return [];
      const entry = pieces.some((index) => scan.lines[index]?.kind === "record");
      const cut = scan.lines[head]?.kind === "record";
      if (!entry && !cut) return [];
      const range = {
        start: scan.starts[first] ?? 0,
        end: (scan.starts[last] ?? 0) + (scan.lines[last]?.end ?? 0),
      };
      // White space at the end belongs to nothing.
      if (scan.text.slice(range.start, range.end).trim() === "") return [];
      return [{ range, message: message("procd-line-long", { limit, entry }) }];
    });
  },
};
