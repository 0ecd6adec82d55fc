// A rule's page, from the rule's own words; the files below docs/rules and the command line show the same.

import type { ScriptFamily } from "../initscript/family.ts";
import { dialectFacts, dialects } from "../inittab/dialect.ts";
import { defaultSysvinitVersion } from "../inittab/versions.ts";
import type { AnyRule } from "./all-rules.ts";
import type { Example, Rule, RuleGroup } from "./contract.ts";
import type { ExampleFile, ScriptExample, ScriptRule } from "./initscript/contract.ts";

const groups: Readonly<Record<RuleGroup, string>> = {
  error: "init will not do this",
  suspicious: "init does it, but it is hardly meant",
  portability: "differs between releases or programs",
  style: "works, and reads badly",
  nursery: "new, and off by default",
};

const scriptGroups: Readonly<Record<RuleGroup, string>> = {
  ...groups,
  error: "it will not work, or the tools refuse it",
  suspicious: "it works, but hardly as meant",
  portability: "differs between systems or tools",
};

const families: Readonly<Record<ScriptFamily, string>> = {
  redhat: "init scripts of the Red Hat family",
  debian: "init scripts of the Debian family",
};

/** The page of a rule as Markdown, one sentence per line. */
export function rulePage(rule: AnyRule): string {
  const { docs } = rule;
  const isScript = rule.scope === "script";
  return [
    `# ${rule.id}`,
    docs.what,
    [
      "|  |  |",
      "| --- | --- |",
      `| Code | ${rule.code} |`,
      `| Severity | ${rule.severity} |`,
      `| Group | ${rule.group}: ${(isScript ? scriptGroups : groups)[rule.group]} |`,
      `| Applies to | ${isScript ? scriptsOf(rule) : dialectsOf(rule)} |`,
      `| Since | ${rule.since} |`,
    ].join("\n"),
    "## Why it matters",
    docs.why,
    "## What to do instead",
    docs.instead,
    ...remarks(rule),
    "## Wrong",
    ...(isScript ? rule.docs.wrong.flatMap(wrongScript) : rule.docs.wrong.flatMap(wrongExample)),
    "## Right",
    ...(isScript ? rule.docs.right.flatMap(shownScript) : rule.docs.right.flatMap(shownExample)),
    "## Silence it",
    `In the file, for the next ${isScript ? "line" : "record"} or for all of it:`,
    codeBlock(
      `# inittab-disable-next-line ${rule.id}\n# inittab-disable-file ${rule.id}\n`,
      isScript ? "sh" : "inittab",
    ),
    "## Sources",
    rule.sources.map((source) => `- ${source}`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function remarks(rule: AnyRule): readonly string[] {
  if (rule.scope === "script")
    return rule.needsTree === true
      ? ["The rule needs the rest of the system, its init.d and rc folders, and says nothing without."]
      : [];
  return rule.wholeFile === true ? ["The rule judges whole files and says nothing about a part of one."] : [];
}

function dialectsOf({ dialects: given }: Rule): string {
  if (given.length === dialects.length) return "every dialect";
  return given.map((dialect) => dialectFacts[dialect].title).join(", ");
}

function scriptsOf({ families: given }: ScriptRule): string {
  const names = given.map((family) => families[family]);
  return names.length > 1 ? "init scripts of both families" : names.join(", ");
}

/** The table of all rules as Markdown. */
export function ruleTable(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    (rule) =>
      `| ${rule.code} | [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.group} | ${rule.docs.what.replaceAll("|", "\\|")} |`,
  );
  return [
    "# Rules",
    [
      "Each rule has an id, which settings and silencing comments use, and a code, which never changes.",
      "Codes: 1xx init drops the line, 2xx it is hardly meant, 3xx lock-out and security, 4xx portability, 6xx BusyBox, 7xx the headers of init scripts, 8xx the rest of init scripts, 9xx the checker itself.",
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

function codeBlock(text: string, language = "inittab"): string {
  return `\`\`\`${language}\n${text.endsWith("\n") ? text : `${text}\n`}\`\`\``;
}

function wrongScript(example: ScriptExample): readonly string[] {
  const fixed = example.fixed === undefined ? [] : ["With the first fix:", scriptBlock(example.fixed)];
  return [...shownScript(example), ...fixed];
}

function shownScript({ name, mode, files, text }: ScriptExample): readonly string[] {
  const called = name === undefined ? [] : [`called \`${name}\``];
  const permitted = mode === undefined ? [] : [`with the permissions ${mode.toString(8).padStart(4, "0")}`];
  const given = [...called, ...permitted].join(", ");
  return [
    ...(given === "" ? [] : [`A script ${given}:`]),
    scriptBlock(text),
    ...(files === undefined || files.length === 0 ? [] : ["Beside it:", ...files.map(besideIt)]),
  ];
}

function besideIt({ path, text = "", target }: ExampleFile): string {
  if (target !== undefined) return `- \`${path}\`, a link to \`${target}\``;
  return text === "" ? `- \`${path}\`` : `- \`${path}\`:\n\n${indented(scriptBlock(text))}`;
}

function indented(block: string): string {
  return block.replace(/^(?=.)/gm, "  ");
}

function scriptBlock(text: string): string {
  const shown = text.replace(/[\r\0]/g, visible);
  return codeBlock(shown.endsWith("\n") ? shown : `${shown}<end of file>\n`, "sh");
}
