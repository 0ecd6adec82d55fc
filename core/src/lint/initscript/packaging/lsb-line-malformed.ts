import type { SourceLine } from "../../../initscript/header/lines.ts";
import { printField } from "../../../initscript/script/make-header.ts";
import { type RememberedWork, rememberedWork } from "../../../text/remembered-work.ts";
import { type Slices, spend } from "../../../text/slices.ts";
import { quoted } from "../../../text/words.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule, ToolTag } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { misspeltKeyword } from "../header/lsb-keyword-spelling.ts";
import { message } from "../message.ts";
import { deleteLines, guess, replace } from "./edits.ts";
import { type HeaderPlace, headerPlaceOf } from "./fields.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";

const described = exampleScript({ Description: "what svc does" });

export const lsbLineMalformed: ScriptRule = {
  id: "lsb-line-malformed",
  code: "IT703",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: lintian 2.116, rpmlint 2.4 (lint-017 to lint-022, lint-r-004)",
  ],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-has-bad-lsb-line",
      difference:
        "`lsb-keyword-spelling` reports a keyword that insserv understands all the same, and `lsb-keyword-unknown` an unknown one.",
    },
    {
      tool: "rpmlint",
      tag: "malformed-line-in-lsb-comment-block",
      difference:
        "rpmlint repeats it for every line of the script when it does not see the end marker; we report only the marker.",
    },
  ],
  docs: {
    what: "A line of the LSB header is neither a keyword with its value nor a continuation of the description.",
    why: "No program reads it.\nThat is harmless for a stray remark, but a keyword or a second line of dependencies is lost.",
    instead:
      "Write `#`, one space, the keyword and a colon.\nOnly `Description` may continue, on lines with a tab or two spaces after the `#`.",
    wrong: [
      { text: exampleScript({}).replace("Provides:", "Provides :"), fixed: exampleScript({}) },
      { text: exampleScript({}).replace("# Short", "#\n# Short"), fixed: exampleScript({}) },
      {
        text: described.replace("### END", "# for everybody\n### END"),
        fixed: described.replace("### END", "#  for everybody\n### END"),
      },
      {
        text: exampleScript({}).replace("# Default-Start", "#   $network\n# Default-Start"),
        fixed: exampleScript({ "Required-Stop": "$remote_fs $network" }),
      },
    ],
    right: [{ text: exampleScript({}) }, { text: described.replace("### END", "#  for everybody\n### END") }],
  },
  prepare: (script) => reports.slices(script),
  check: (script) => reports.now(script),
};

const reports: RememberedWork<ScriptContext, readonly ScriptReport[]> = rememberedWork(find);

function* find(script: ScriptContext): Slices<readonly ScriptReport[]> {
  const lintian = script.lintian();
  const lines = new Map<number, ToolTag[]>();
  const add = (line: number, tag: ToolTag): void => {
    lines.set(line, [...(lines.get(line) ?? []), tag]);
  };
  for (const { kind, line } of lintian.problems)
    if (kind === "bad-line") add(line, lintianTag("W", "init.d-script-has-bad-lsb-line", line));
  for (const { kind, line } of script.rpmlint().problems)
    if (kind === "malformed-line") add(line, rpmlintTag("E", "malformed-line-in-lsb-comment-block"));
  const unknown = new Set(
    script.rpmlint().problems.flatMap(({ kind, line }) => (kind === "unknown-keyword" ? [line] : [])),
  );
  const found: ScriptReport[] = [];
  const meter = { spent: 0 };
  for (const [number, tags] of lines) {
    const inside =
      lintian.section !== undefined && number >= lintian.section.from && number < lintian.section.to;
    found.push(judge(script, number, tags, inside && !unknown.has(number)));
    if (spend(meter, lineCost)) yield;
  }
  return found;
}

/** To judge a line takes about as long as looking at so many things in a list. */
const lineCost = 20;

function judge(
  script: ScriptContext,
  number: number,
  tags: readonly ToolTag[],
  inside: boolean,
): ScriptReport {
  const line = script.lines[number - 1];
  const range = script.lineRange(number);
  if (!inside || line === undefined)
    return report(false, { range, message: message("lsb-line-malformed"), tags });
  const place = headerPlaceOf(script, number);
  const field = place?.field;
  const told = line.text.startsWith("#") && (field === undefined || misspeltKeyword(field) === undefined);
  return report(told, {
    range,
    message:
      field === undefined
        ? line.text.replace(/^#/, "").trim() === ""
          ? message("lsb-line-malformed.empty-comment")
          : message("lsb-line-malformed.no-keyword", { line: quoted(line.text) })
        : message("lsb-line-malformed.form", { keyword: quoted(field.keyword.text) }),
    fixes: [repair(script, line, place)],
    tags,
  });
}

function repair(script: ScriptContext, line: SourceLine, place: HeaderPlace | undefined): Fix {
  const { field, above } = place ?? {};
  const away = deleteLines(script, line.number, line.number);
  const content = line.text.replace(/^#+/, "").trim();
  if (content === "") return { title: message("fix.delete-the-empty-comment"), kind: "safe", edits: [away] };
  if (field !== undefined) {
    const keyword = field.fact?.keyword ?? field.keyword.text;
    const text = printField({ keyword, value: field.value.text });
    return guess(message("lsb-line-malformed.keyword-line"), [replace(line, text)]);
  }
  if (above?.fact?.keyword === "Description")
    return {
      title: message("lsb-line-malformed.description"),
      kind: "safe",
      edits: [replace(line, `#  ${content}`)],
    };
  // The line itself goes: what joins the line above takes its place there.
  if (above?.line.number === line.number - 1 && /^#(?:\t| {2})/.test(line.text)) {
    const joined = { start: above.value.end, end: line.end };
    return guess(message("lsb-line-malformed.join", { keyword: above.keyword.text }), [
      replace(joined, ` ${content}`),
    ]);
  }
  return guess(message("fix.delete-the-line"), [away]);
}
