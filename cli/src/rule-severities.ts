// The option `--rule`. It asks for the names of all rules, so it is loaded only where somebody gives it.

import { findAnyRule, listOf, type Severity, severities } from "@inittab/core";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";

/** How loud the rules are that somebody has chosen, by their ids. */
export type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/** The values `ID=SEVERITY` of the option, or a `UsageError`. */
export function ruleSeverities(settings: readonly string[]): RuleSeverities {
  const chosen: Record<string, Severity | "off"> = {};
  for (const setting of settings) {
    const [name = "", severity] = setting.split("=", 2);
    const rule = findAnyRule(name);
    if (rule === undefined) throw new UsageError(message("check.no-rule", { setting, rule: name }));
    if (severity === undefined) throw new UsageError(message("check.no-severity", { setting }));
    const known = ([...severities, "off"] as const).find((word) => word === severity);
    if (known === undefined)
      throw new UsageError(
        message("check.unknown-severity", { setting, severities: listOf(severities, "comma") }),
      );
    chosen[rule.id] = known;
  }
  return chosen;
}
