// A rule's page, from the rule's own words; the files below docs/rules and the command line show the same.

import { dialectFacts, dialects } from "../inittab/dialect.ts";
import { defaultSysvinitVersion } from "../inittab/versions.ts";
import type { Example, Rule, RuleGroup } from "./contract.ts";

const groups: Readonly<Record<RuleGroup, string>> = {
  error: "init will not do this",
  suspicious: "init does it, but it is hardly meant",
  portability: "differs between releases or programs",
  style: "works, and reads badly",
  nursery: "new, and off by default",
};

/** The page of a rule as Markdown, one sentence per line. */
export function rulePage(rule: Rule): string {
  const { docs } = rule;
  const where =
    rule.dialects.length === dialects.length
      ? "every dialect"
      : rule.dialects.map((dialect) => dialectFacts[dialect].title).join(", ");
  return [
    `# ${rule.id}`,
    docs.what,
    [
      "|  |  |",
      "| --- | --- |",
      `| Code | ${rule.code} |`,
      `| Severity | ${rule.severity} |`,
      `| Group | ${rule.group}: ${groups[rule.group]} |`,
      `| Applies to | ${where} |`,
      `| Since | ${rule.since} |`,
    ].join("\n"),
    "## Why it matters",
    docs.why,
    "## What to do instead",
    docs.instead,
    ...(rule.wholeFile === true ? ["The rule judges whole files and says nothing about a part of one."] : []),
    "## Wrong",
    ...docs.wrong.flatMap(wrongExample),
    "## Right",
    ...docs.right.flatMap(shownExample),
    "## Silence it",
    "In the file, for the next record or for all of it:",
    codeBlock(`# inittab-disable-next-line ${rule.id}\n# inittab-disable-file ${rule.id}\n`),
    "## Sources",
    rule.sources.map((source) => `- ${source}`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The table of all rules as Markdown. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| ${rule.code} | [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.group} | ${rule.docs.what.replaceAll("|", "\\|")} |`,
  );
  return [
    "# Rules",
    [
      "Each rule has an id, which settings and silencing comments use, and a code, which never changes.",
      "Codes: 1xx init drops the line, 2xx it is hardly meant, 3xx lock-out and security, 4xx portability, 9xx the checker itself.",
      "Only findings of severity `error` make `inittab check` fail.",
      "These pages are generated from the rules; every example on them is checked by the tests.",
    ].join("\n"),
    ["| Code | Rule | Severity | Group | Finds |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function wrongExample(example: Example): readonly string[] {
  const fixed = example.fixed === undefined ? [] : ["With the first fix:", block(example.fixed, example)];
  return [...shownExample(example), ...fixed];
}

function shownExample(example: Example): readonly string[] {
  const { dialect = "sysvinit", version } = example;
  const remark =
    dialect !== "sysvinit"
      ? [`For ${dialectFacts[dialect].title}:`]
      : version !== undefined && version !== defaultSysvinitVersion
        ? [`For sysvinit ${version}:`]
        : [];
  return [...remark, block(example.text, example)];
}

function block(text: string, example: Example): string {
  if (example.escaped === true) return codeBlock(text.replace(/[\r\0]/g, visible));
  return codeBlock(text.endsWith("\n") ? text : `${text}<end of file>\n`);
}

function visible(character: string): string {
  return character === "\r" ? "\\r" : "\\0";
}

function codeBlock(text: string): string {
  return `\`\`\`inittab\n${text.endsWith("\n") ? text : `${text}\n`}\`\`\``;
}
