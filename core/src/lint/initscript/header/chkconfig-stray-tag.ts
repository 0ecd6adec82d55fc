import {
  type ChkconfigHeader,
  type ChkconfigLine,
  readChkconfigHeader,
} from "../../../initscript/header/chkconfig.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { Message } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { firstCodeLine, levelDigits } from "./chkconfig-lines.ts";

export const chkconfigStrayTag: ScriptRule = {
  id: "chkconfig-stray-tag",
  code: "IT768",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "A comment in the body of the script is a tag for chkconfig and changes what chkconfig reads from the script.",
    why: "chkconfig reads the whole file, not only the top: a comment `# Default-Stop: 5` a hundred lines below removes runlevel 5.",
    instead: "Word the comment differently, for instance without the colon.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\nstart() {\n# Default-Stop: 5\n\t:\n}\n",
        fixed:
          "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\nstart() {\n# Default-Stop 5\n\t:\n}\n",
      },
    ],
    right: [
      { text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n: start\n# Default-Stop 5\n" },
      { text: "#!/bin/sh\n: first\n# chkconfig: 2345 20 80\n# description: An example\n" },
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n: start\n# chkconfig: 2345 20 80\n",
      },
    ],
  },
  check: (script) => {
    const header = script.chkconfig();
    const first = header.lines.find(({ tag }) => tag === "chkconfig");
    if (header.obstacle !== undefined || first === undefined) return [];
    const code = firstCodeLine(script);
    const section = script.sections()[0]?.range;
    const block = commentBlock(script, first.line);
    const candidates = header.lines.filter(
      ({ tag, line, start }) =>
        tag !== "begin" &&
        line > code &&
        !(block.from <= line && line <= block.to) &&
        !(section !== undefined && section.start <= start && start < section.end),
    );
    // For each of them the whole file is read again.
    const affordable = Math.min(20, Math.ceil(2_000_000 / script.text.length) - 1);
    return candidates.slice(0, affordable).flatMap((line) => {
      const effect = effectOf(script.text, header, line);
      if (effect === undefined) return [];
      const text = script.text.slice(line.start, line.end);
      const colon = line.start + text.indexOf(":");
      return {
        range: { start: line.start + text.indexOf("#"), end: line.start + text.trimEnd().length },
        message: effect,
        fixes: [suggestion(message("chkconfig-stray-tag.fix"), { start: colon, end: colon + 1 }, "")],
      };
    });
  },
};

/** The lines around one that are comments too, from the first to the last. */
function commentBlock(
  { lines }: ScriptContext,
  line: number,
): { readonly from: number; readonly to: number } {
  const isComment = (number: number): boolean => lines[number - 1]?.text.startsWith("#") === true;
  let from = line;
  let to = line;
  while (isComment(from - 1)) from--;
  while (isComment(to + 1)) to++;
  return { from, to };
}

/** What a line changes; undefined for nothing, and where chkconfig could not use the script without it. */
function effectOf(text: string, header: ChkconfigHeader, line: ChkconfigLine): Message | undefined {
  const blanked = text.slice(0, line.start) + " ".repeat(line.end - line.start) + text.slice(line.end);
  const without = readChkconfigHeader(blanked);
  if (without.obstacle !== undefined) return undefined;
  if (without.levels !== header.levels)
    return message("chkconfig-stray-tag.levels", {
      before: levelDigits(without.levels ?? 0),
      after: levelDigits(header.levels ?? 0),
    });
  for (const list of ["requiredStart", "requiredStop", "shouldStart", "shouldStop", "provides"] as const)
    if (joined(without[list]) !== joined(header[list]))
      return message("chkconfig-stray-tag.list", {
        tag: line.tag,
        before: joined(without[list]),
        after: joined(header[list]),
      });
  return without.description === header.description ? undefined : message("chkconfig-stray-tag.description");
}

function joined(words: readonly HeaderWord[]): string {
  return words.map(({ text }) => text).join(" ");
}
