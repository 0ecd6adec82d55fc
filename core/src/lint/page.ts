// A rule's page, from the rule's own words; the files below docs/rules and the command line show the same. What differs
// between kinds of files, a room says in its words.

import { alternatives } from "../text/words.ts";
import type { Example, RuleFacts, RuleGroup } from "./contract.ts";
import { silencersOf } from "./silencer.ts";

/** How the pages of one kind of rules speak. */
export interface RoomWords<Rule extends RuleFacts<E>, E extends Example> {
  /** What the groups mean there. */
  readonly groups: Readonly<Record<Exclude<RuleGroup, OwnGroup>, string>>;
  /** What the first digits of codes mean: `1xx init drops the line`. */
  readonly codes: readonly string[];
  /** Where the rule applies. */
  readonly appliesTo: (rule: Rule) => string;
  /** Sentences about when the rule says nothing. */
  readonly remarks: (rule: Rule) => readonly string[];
  /** The blocks above and below an example's text. */
  readonly around: (example: E) => { readonly above: readonly string[]; readonly below: readonly string[] };
  /** An example's text, or what a fix makes of it, as it is shown. */
  readonly shown: (text: string, example: E) => string;
  /** What a silencer for the next line is about: a line, a record. */
  readonly unit: string;
  /** The language of the examples, as Markdown names it. */
  readonly language: string;
}

/** The parts of a rule's page that differ between kinds of files. */
export interface PageParts {
  readonly group: string;
  readonly appliesTo: string;
  readonly remarks: readonly string[];
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly unit: string;
  readonly language: string;
}

/** The groups that mean the same everywhere. */
type OwnGroup = "style" | "nursery";

const ownGroups: Readonly<Record<OwnGroup, string>> = {
  style: "works, and reads badly",
  nursery: "new, and off by default",
};

/** What the first digits of codes mean everywhere. */
const ownCodes: readonly string[] = ["9xx the checker itself"];

/** The parts of a rule's page that its room has words for. */
export function pageParts<Rule extends RuleFacts<E>, E extends Example>(
  rule: Rule,
  words: RoomWords<Rule, E>,
): PageParts {
  const block = (text: string, example: E) => codeBlock(words.shown(text, example), words.language);
  const right = (example: E): readonly string[] => {
    const { above, below } = words.around(example);
    return [...above, block(example.text, example), ...below];
  };
  const wrong = (example: E): readonly string[] => {
    const fixed = example.fixed === undefined ? [] : ["With the first fix:", block(example.fixed, example)];
    return [...right(example), ...fixed];
  };
  return {
    group: { ...ownGroups, ...words.groups }[rule.group],
    appliesTo: words.appliesTo(rule),
    remarks: words.remarks(rule),
    wrong: rule.docs.wrong.flatMap(wrong),
    right: rule.docs.right.flatMap(right),
    unit: words.unit,
    language: words.language,
  };
}

/** The page of a rule as Markdown, one sentence per line. A rule about several kinds of files has parts for each. */
export function pageOf(rule: RuleFacts, parts: readonly PageParts[]): string {
  const { docs } = rule;
  const of = (part: (parts: PageParts) => string): readonly string[] => [...new Set(parts.map(part))];
  const silencers = silencersOf(rule.id);
  const units = of(({ unit }) => unit);
  return [
    `# ${rule.id}`,
    docs.what,
    [
      "|  |  |",
      "| --- | --- |",
      `| Code | ${rule.code} |`,
      `| Severity | ${rule.severity} |`,
      `| Group | ${rule.group}: ${of(({ group }) => group).join("; ")} |`,
      `| Applies to | ${of(({ appliesTo }) => appliesTo).join("; ")} |`,
      `| Since | ${rule.since} |`,
    ].join("\n"),
    "## Why it matters",
    docs.why,
    "## What to do instead",
    docs.instead,
    ...parts.flatMap(({ remarks }) => remarks),
    "## Wrong",
    ...parts.flatMap(({ wrong }) => wrong),
    "## Right",
    ...parts.flatMap(({ right }) => right),
    "## Silence it",
    `In the file, for the next ${alternatives(units)}${units.length > 1 ? "," : ""} or for all of it:`,
    codeBlock(`${silencers.nextLine}${silencers.file}`, parts[0]?.language ?? ""),
    "## Sources",
    rule.sources.map((source) => `- ${source}`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The table of these rules as Markdown; `codes` tells what the first digits of their codes mean. */
export function tableOf(rules: readonly RuleFacts[], codes: readonly string[]): string {
  const rows = rules.map(
    (rule) =>
      `| ${rule.code} | [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.group} | ${rule.docs.what.replaceAll("|", "\\|")} |`,
  );
  return [
    "# Rules",
    [
      "Each rule has an id, which settings and silencing comments use, and a code, which never changes.",
      `Codes: ${[...codes, ...ownCodes].join(", ")}.`,
      "Only findings of severity `error` make `inittab check` fail.",
      "These pages are generated from the rules; every example on them is checked by the tests.",
    ].join("\n"),
    ["| Code | Rule | Severity | Group | Finds |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A text as a block of code. */
export function codeBlock(text: string, language: string): string {
  return `\`\`\`${language}\n${text.endsWith("\n") ? text : `${text}\n`}\`\`\``;
}

/** A text that may end without a newline, which a block of code does not show. */
export function withEndOfFile(text: string): string {
  return text.endsWith("\n") ? text : `${text}<end of file>\n`;
}

/** A text with the characters as escapes that a page cannot show. */
export function escaped(text: string): string {
  return text.replace(/[\r\0]/g, (character) => (character === "\r" ? "\\r" : "\\0"));
}
