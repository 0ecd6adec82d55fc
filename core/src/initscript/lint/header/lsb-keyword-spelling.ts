import { safe } from "../../../lint/report.ts";
import { insservKeyword, type LsbKeyword } from "../../facts/lsb-keywords.ts";
import type { LsbField } from "../../header/lsb.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "./example.ts";

export const lsbKeywordSpelling: ScriptRule = {
  id: "lsb-keyword-spelling",
  code: "IT756",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  scope: "script",
  families: ["redhat", "debian"],
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, rpmlint 2.4, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "A keyword of the LSB header is spelt in a way that not every program understands.",
    why: "insserv ignores case, takes `_` for `-`, and does not care how many blanks are in front.\nThe others do: for them the keyword is unknown, or the line is no keyword line at all, and its value is lost.",
    instead:
      "Write `#`, one blank, and the keyword as the standard spells it; insserv's own keywords begin with `X-`.",
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
    (script.sections()[0]?.fields ?? []).flatMap((field) => {
      const keyword = misspeltKeyword(field);
      if (keyword === undefined) return [];
      const range = { start: field.line.start, end: field.keyword.end };
      return {
        range: field.line.text.startsWith(`# ${field.keyword.text}`) ? field.keyword : range,
        message: `insserv takes this for ${keyword}; ${deafTo(field)}`,
        fixes: [safe(`Write \`# ${keyword}\``, range, `# ${keyword}`)],
      };
    }),
};

/** The keyword that insserv takes a field for although its spelling is not the usual one; undefined for all other fields. */
export function misspeltKeyword({ line, keyword }: LsbField): LsbKeyword | undefined {
  const meant = insservKeyword(keyword.text)?.keyword;
  // insserv passes over a blank before the colon, and over descriptions.
  if (meant === undefined || meant === "Description" || line.text.charAt(keyword.end - line.start) !== ":")
    return undefined;
  if (!line.text.startsWith("#")) return undefined;
  const usualPlace = line.text.startsWith(`# ${keyword.text}`);
  const vendorForm = /^X-/.test(keyword.text) && !keyword.text.includes("_");
  const usualName = keyword.text === meant || (vendorForm && meant.startsWith("Should-"));
  return usualPlace &&
    (usualName || (vendorForm && /-(?:Start-Before|Stop-After|Interactive)$/.test(keyword.text)))
    ? undefined
    : meant;
}

function deafTo({ line, keyword }: LsbField): string {
  if (!line.text.startsWith(`# ${keyword.text}`))
    return "lintian, rpmlint and update-rc.d take it for no keyword line";
  if (keyword.text.includes("_")) return "lintian takes it for no keyword line, the others do not know it";
  if (/^x-/i.test(keyword.text)) return "rpmlint does not know it";
  return /^(?:start-before|stop-after|interactive)$/i.test(keyword.text)
    ? "lintian and rpmlint do not know it"
    : "rpmlint, chkconfig and update-rc.d do not know it";
}
