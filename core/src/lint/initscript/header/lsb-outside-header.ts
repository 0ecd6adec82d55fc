import { hasLinksOnlyBy } from "../../../initscript/families/guess.ts";
import { type StrayHeader, strayHeader } from "../../../initscript/header/stray.ts";
import { headerPlace, printField, printLsbHeader } from "../../../initscript/script/make-header.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { deleteLines, guess, insertLines } from "../packaging/edits.ts";
import { exampleScript } from "./example.ts";

const begin = "### BEGIN INIT INFO";
const end = "### END INIT INFO";

export const lsbOutsideHeader: ScriptRule = {
  id: "lsb-outside-header",
  code: "IT784",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, rpmlint 2.4, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "Keywords of the LSB header stand outside any header.",
    why: "insserv and update-rc.d read keywords only between `### BEGIN INIT INFO` and `### END INIT INFO`, with exactly these words.\nWithout them, or with `#BEGIN INIT INFO`, the script has no header for these programs: it gets no links and starts in no runlevel.\nchkconfig reads keywords anywhere in the file, so scripts for it are not reported.",
    instead: "Put the exact markers around the keywords; the fix keeps their values.",
    wrong: [
      {
        text: exampleScript({}).replaceAll("### ", "#"),
        fixed: exampleScript({}),
      },
      {
        text: exampleScript({}).replaceAll(/### .*\n/g, ""),
        fixed: exampleScript({}),
      },
    ],
    right: [{ text: exampleScript({}) }, { text: "#!/bin/sh\n# Provides: a service for everybody\nsvcd\n" }],
  },
  check: (script) => {
    const stray = strayIn(script);
    const first = stray?.begin ?? stray?.keywords[0]?.line;
    if (stray === undefined || first === undefined) return [];
    return [
      {
        range: { start: first.start, end: first.end },
        message:
          stray.begin === undefined
            ? message("lsb-outside-header")
            : message("lsb-outside-header.marker", { written: first.text.trim() }),
        fixes: [guess(message("lsb-outside-header.fix"), edits(script, stray))],
      },
    ];
  },
};

/** The header that a script nearly has, where somebody would read it. */
export function strayIn({ text, family }: ScriptContext): StrayHeader | undefined {
  const { families } = family;
  if (hasLinksOnlyBy(family, "chkconfig")) return undefined;
  const isRead = families.length === 0 || families.some(({ readsHeaders }) => readsHeaders);
  return isRead ? strayHeader(text) : undefined;
}

/** Markers around the lines where nothing else stands between them, else a new header with what is there. */
function edits(script: ScriptContext, stray: StrayHeader): readonly TextEdit[] {
  const { keywords } = stray;
  const from = (stray.begin ?? keywords[0]?.line)?.number ?? 1;
  const to = (stray.end ?? keywords.at(-1)?.line)?.number ?? from;
  const between = script.lines.slice(from - 1, to);
  const isOneBlock = between.every(({ text }) => /^[ \t]*#/.test(text) || isKeywordLine(stray, text));
  if (!isOneBlock) return rebuilt(script, stray);
  const made: TextEdit[] = [];
  made.push(
    stray.begin === undefined
      ? insertLines(script, from, [begin])
      : { start: stray.begin.start, end: endOf(stray.begin), text: begin },
  );
  for (const { line, keyword, value } of keywords)
    if (!/^# ?[A-Z]/.test(line.text) || /[ \t]:/.test(line.text))
      made.push({ start: line.start, end: endOf(line), text: printField({ keyword, value }) });
  made.push(
    stray.end === undefined
      ? insertLines(script, to + 1, [end])
      : { start: stray.end.start, end: endOf(stray.end), text: end },
  );
  return made;
}

function isKeywordLine({ keywords }: StrayHeader, text: string): boolean {
  return keywords.some(({ line }) => line.text === text);
}

function rebuilt(
  script: ScriptContext,
  { keywords, begin: first, end: last }: StrayHeader,
): readonly TextEdit[] {
  const header = insertLines(script, headerPlace(script.text), printLsbHeader(keywords));
  const old = [
    ...(first === undefined ? [] : [first]),
    ...keywords.map(({ line }) => line),
    ...(last === undefined ? [] : [last]),
  ];
  return [header, ...old.map(({ number }) => deleteLines(script, number, number))];
}

/** The end of a line without its carriage return. */
function endOf({ text, end: to }: { readonly text: string; readonly end: number }): number {
  return text.endsWith("\r") ? to - 1 : to;
}
