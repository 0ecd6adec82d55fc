import { insservKeyword, type LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { readLintianHeader } from "../../../initscript/header/lintian.ts";
import type { LsbField } from "../../../initscript/header/lsb.ts";
import { readRpmlintHeader } from "../../../initscript/header/rpmlint.ts";
import { type HeaderReader, headerReaders, viewHeader } from "../../../initscript/header/views.ts";
import { listOf } from "../../../text/message.ts";
import { safe } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";

export const lsbKeywordSpelling: ScriptRule = {
  id: "lsb-keyword-spelling",
  code: "IT756",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, rpmlint 2.4, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "A keyword of the LSB header is spelled in a way that not every program understands.",
    why: "insserv ignores case, accepts `_` for `-`, and allows any number of blanks before the keyword.\nFor the other programs the keyword is unknown, or the line is not a keyword line at all, and its value is lost.",
    instead:
      "Write `#`, one space, and the keyword as the standard spells it; insserv's own keywords begin with `X-`.",
    wrong: [
      {
        text: exampleScript({}).replace("Default-Start", "default-start"),
        fixed: exampleScript({}),
      },
      {
        text: exampleScript({}).replace("Default-Start", "Default_Start"),
        fixed: exampleScript({}),
      },
      {
        text: exampleScript({ "X-Start-Before": "web" }).replace("X-Start", "Start"),
        fixed: exampleScript({ "X-Start-Before": "web" }),
      },
      {
        text: exampleScript({}).replace("# Provides", "#Provides"),
        fixed: exampleScript({}),
      },
    ],
    right: [
      { text: exampleScript({}) },
      { text: exampleScript({}).replace("# Short", "# X-UnitedLinux-Should-Start: ldap\n# Short") },
      { text: exampleScript({ "Short-Description": "Default_Start: is no keyword here" }) },
    ],
  },
  check: (script) =>
    (script.sections()[0]?.fields ?? []).slice(0, 200).flatMap((field) => {
      const keyword = misspeltKeyword(field);
      if (keyword === undefined) return [];
      const usualPlace = field.line.text.startsWith(`# ${field.keyword.text}`);
      const range = { start: field.line.start, end: field.keyword.end };
      const deaf = deafReaders(field, keyword);
      return {
        range: usualPlace ? field.keyword : range,
        message: message("lsb-keyword-spelling", { keyword, deaf: listOf(deaf, "and"), count: deaf.length }),
        fixes: [safe(message("lsb-keyword-spelling.fix", { keyword }), range, `# ${keyword}`)],
      };
    }),
};

/** The keyword that insserv takes a field for, and some other program does not; undefined for all other fields. */
export function misspeltKeyword(field: LsbField): LsbKeyword | undefined {
  const { line, keyword } = field;
  const meant = insservKeyword(keyword.text)?.keyword;
  // insserv passes over an indented line and one with a blank before the colon, and does not use descriptions.
  if (meant === undefined || meant === "Description" || !line.text.startsWith("#")) return undefined;
  if (line.text.charAt(keyword.end - line.start) !== ":" || line.text.startsWith(`# ${meant}:`))
    return undefined;
  return deafReaders(field, meant).length > 0 ? meant : undefined;
}

/** The programs that would take the line for the keyword if it were spelt as usual. */
function deafReaders({ line, keyword }: LsbField, meant: LsbKeyword): readonly HeaderReader[] {
  const written = alone(line.text);
  // Whoever writes a vendor's extension does not count on chkconfig.
  const readers = headerReaders.filter((reader) => reader !== "chkconfig" || !keyword.text.startsWith("X-"));
  const usual = alone(`# ${meant}${line.text.slice(keyword.end - line.start)}`);
  return readers.filter(
    (reader) => understands(reader, usual, meant) && !understands(reader, written, meant),
  );
}

function alone(line: string): string {
  return `### BEGIN INIT INFO\n${line}\n### END INIT INFO\n`;
}

/** The checkers accept extensions that mean nothing to them; for the other programs only a value counts. */
function understands(reader: HeaderReader, text: string, meant: LsbKeyword): boolean {
  switch (reader) {
    case "lintian":
      return !readLintianHeader(text).problems.some(
        ({ kind }) => kind === "bad-line" || kind === "unknown-keyword",
      );
    case "rpmlint":
      return !readRpmlintHeader(text).problems.some(
        ({ kind }) => kind === "malformed-line" || kind === "unknown-keyword",
      );
    case "insserv":
    case "chkconfig":
    case "update-rc.d":
      return viewHeader(reader, text).values.has(meant);
  }
}
