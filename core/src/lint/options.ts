import type { OwnPrograms } from "../programs/own-runs.ts";
import type { RuleFacts, Severity } from "./contract.ts";

/** What a user may change about rules of every kind. */
export interface LintOptions {
  /** By rule id: another severity, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** What is known of programs besides the table. */
  readonly programs?: OwnPrograms;
}

/** The severity that a rule has under these options. */
export function severityOf(rule: RuleFacts, { severities }: LintOptions): Severity | "off" {
  return severities?.[rule.id] ?? (rule.group === "nursery" ? "off" : rule.severity);
}
