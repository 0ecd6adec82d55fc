// A rule's page, from the rule's own words; the files below docs/rules and the command line show the same. What differs
// between kinds of files, a room says in its words.

import type { Localizer } from "../text/localizer.ts";
import { listOf, type Message, type MessageValue, type Prose } from "../text/message.ts";
import { markdownBlock } from "../text/safe-text.ts";
import type { Example, RuleFacts, RuleGroup } from "./contract.ts";
import { message } from "./message.ts";
import { docsOf, sourcesOf } from "./rule-docs.ts";
import { silencersOf } from "./silencer.ts";

/** How the pages of one kind of rules speak. */
export interface RoomWords<Rule extends RuleFacts<E>, E extends Example> {
  /** What the groups mean there. */
  readonly groups: Readonly<Record<Exclude<RuleGroup, OwnGroup>, Message>>;
  /** What the first digits of codes mean: `1xx init drops the line`. */
  readonly codes: readonly Message[];
  /** Where the rule applies. */
  readonly appliesTo: (rule: Rule) => MessageValue;
  /** Sentences about when the rule says nothing. */
  readonly remarks: (rule: Rule) => readonly Message[];
  /** The blocks above and below an example's text, as Markdown. */
  readonly around: (
    example: E,
    localizer: Localizer,
  ) => { readonly above: readonly string[]; readonly below: readonly string[] };
  /** An example's text, or what a fix makes of it, as it is shown. */
  readonly shown: (text: string, example: E, localizer: Localizer) => string;
  /** What a silencer for the next line is about: a line, a record. */
  readonly unit: Message;
  /** The language of the examples, as Markdown names it. */
  readonly language: string;
}

/** The parts of a rule's page that differ between kinds of files, in words. */
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

const ownGroups: Readonly<Record<OwnGroup, Message>> = {
  style: message("rule-page.style"),
  nursery: message("rule-page.nursery"),
};

/** What the first digits of codes mean everywhere. */
const ownCodes: readonly Message[] = [message("rule-table.code-9xx")];

/** A part of a rule's documentation, ready to be translated. */
export function rulePart(rule: RuleFacts, part: "what" | "why" | "instead"): Prose {
  return { prose: `rule.${rule.id}.${part}`, english: docsOf(rule)[part] };
}

/** Every part of a rule's page that can be translated on its own. */
export function ruleProse(rule: RuleFacts): readonly Prose[] {
  return (["what", "why", "instead"] as const).map((part) => rulePart(rule, part));
}

/** The parts of a rule's page that its room has words for. */
export function pageParts<Rule extends RuleFacts<E>, E extends Example>(
  rule: Rule,
  words: RoomWords<Rule, E>,
  localizer: Localizer,
): PageParts {
  const { text: said } = localizer;
  const docs = docsOf(rule);
  const block = (text: string, example: E) =>
    markdownBlock(words.shown(text, example, localizer), words.language);
  const right = (example: E): readonly string[] => {
    const { above, below } = words.around(example, localizer);
    return [...above, block(example.text, example), ...below];
  };
  const wrong = (example: E): readonly string[] => {
    const fixed =
      example.fixed === undefined ? [] : [said(message("rule-page.fixed")), block(example.fixed, example)];
    return [...right(example), ...fixed];
  };
  return {
    group: said({ ...ownGroups, ...words.groups }[rule.group]),
    appliesTo: localizer.words(words.appliesTo(rule)),
    remarks: words.remarks(rule).map(said),
    wrong: docs.wrong.flatMap(wrong),
    right: docs.right.flatMap(right),
    unit: said(words.unit),
    language: words.language,
  };
}

/** The page of a rule as Markdown, one sentence per line. A rule about several kinds of files has parts for each. */
export function pageOf(rule: RuleFacts, parts: readonly PageParts[], localizer: Localizer): string {
  const { text, prose } = localizer;
  const of = (part: (parts: PageParts) => string): readonly string[] => [...new Set(parts.map(part))];
  const heading = (title: Message) => `## ${text(title)}`;
  const silencers = silencersOf(rule.id);
  const units = of(({ unit }) => unit);
  return [
    `# ${rule.id}`,
    prose(rulePart(rule, "what")),
    [
      "|  |  |",
      "| --- | --- |",
      `| ${text(message("rule-page.code"))} | ${rule.code} |`,
      `| ${text(message("rule-page.severity"))} | ${rule.severity} |`,
      `| ${text(message("rule-page.group"))} | ${rule.group}: ${of(({ group }) => group).join("; ")} |`,
      `| ${text(message("rule-page.applies-to"))} | ${of(({ appliesTo }) => appliesTo).join("; ")} |`,
      `| ${text(message("rule-page.since"))} | ${rule.since} |`,
    ].join("\n"),
    heading(message("rule-page.why")),
    prose(rulePart(rule, "why")),
    heading(message("rule-page.instead")),
    prose(rulePart(rule, "instead")),
    ...parts.flatMap(({ remarks }) => remarks),
    heading(message("rule-page.wrong")),
    ...parts.flatMap(({ wrong }) => wrong),
    heading(message("rule-page.right")),
    ...parts.flatMap(({ right }) => right),
    heading(message("rule-page.silence")),
    text(message("rule-page.silencers", { units: listOf(units, "or"), count: units.length })),
    markdownBlock(`${silencers.nextLine}${silencers.file}`, parts[0]?.language ?? ""),
    heading(message("rule-page.sources")),
    sourcesOf(rule)
      .map((source) => `- ${source}`)
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The table of these rules as Markdown; `codes` says what the first digits of their codes mean. */
export function tableOf(
  rules: readonly RuleFacts[],
  codes: readonly Message[],
  { text, prose }: Localizer,
): string {
  const columns = ["rule-page.code", "rule-table.rule", "rule-page.severity", "rule-page.group"] as const;
  const titles = [...columns, "rule-table.finds" as const].map((id) => text(message(id)));
  const rows = rules.map((rule) => [
    rule.code,
    `[${rule.id}](${rule.id}.md)`,
    rule.severity,
    rule.group,
    prose(rulePart(rule, "what")).replaceAll("|", "\\|"),
  ]);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `# ${text(message("rule-table.title"))}`,
    [
      message("rule-table.names"),
      message("rule-table.codes", { codes: listOf([...codes, ...ownCodes], "comma") }),
      message("rule-table.failing"),
      message("rule-table.generated"),
    ]
      .map(text)
      .join("\n"),
    [titles, titles.map(() => "---"), ...rows].map(row).join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A text that may end without a newline, which a block of code does not show. */
export function withEndOfFile(text: string, localizer: Localizer): string {
  return text.endsWith("\n") ? text : `${text}${localizer.text(message("rule-page.end-of-file"))}\n`;
}

/** A text with the characters as escapes that a page cannot show. */
export function escaped(text: string): string {
  return text.replace(/[\r\0]/g, (character) => (character === "\r" ? "\\r" : "\\0"));
}
