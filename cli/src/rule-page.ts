import type { Example, Rule } from "@inittab/core";

/** A rule's page as Markdown. */
export function rulePage(rule: Rule): string {
  const { docs } = rule;
  const parts = [
    `### ${rule.code} ${rule.id}`,
    docs.what,
    docs.why,
    docs.instead,
    ...docs.wrong.map((example) => `Wrong:\n\n${fence(example)}`),
    ...docs.right.map((example) => `Right:\n\n${fence(example)}`),
    `*Severity ${rule.severity}; group ${rule.group}; since ${rule.since}; dialects ${rule.dialects.join(", ")}*`,
    `*Sources: ${rule.sources.join("; ").replaceAll("*", "\\*")}*`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function fence({ text }: Example): string {
  return `\`\`\`inittab\n${text.trimEnd()}\n\`\`\``;
}
