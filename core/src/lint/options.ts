import type { Rule, Severity } from "./contract.ts";

/** What a user may change about the rules. */
export interface LintOptions {
  /** By rule id: another severity, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** The text is a part of a file: rules about what a whole file lacks say nothing. */
  readonly fragment?: boolean;
}

/** The severity that a rule has under these options. */
export function severityOf(rule: Rule, options: LintOptions): Severity | "off" {
  return options.severities?.[rule.id] ?? (rule.group === "nursery" ? "off" : rule.severity);
}
