// Runs the rules about init scripts.

import type { Finding } from "../contract.ts";
import { type ScriptLintOptions, scriptContext } from "./context.ts";
import type { ScriptContext, ScriptInput, ScriptRule, ToolTag } from "./contract.ts";
import { orderTags } from "./packaging/tool-view.ts";
import { scriptRules } from "./registry.ts";
import { silenceScript } from "./silence.ts";

/** What the checker says of a script, in the order of the text. Never fails. */
export function lintScript(input: ScriptInput, options: ScriptLintOptions = {}): readonly Finding[] {
  const script = scriptContext(input, options);
  const findings: Finding[] = [];
  for (const rule of scriptRules) {
    if (!applies(rule, script, options)) continue;
    const chosen = options.severities?.[rule.id];
    if (chosen === "off" || (chosen === undefined && rule.group === "nursery")) continue;
    for (const report of rule.check(script)) {
      if (report.tagOnly === true) continue;
      findings.push({
        rule: rule.id,
        code: rule.code,
        severity: chosen ?? report.severity ?? rule.severity,
        message: report.message,
        range: report.range,
        related: report.related ?? [],
        fixes: report.fixes ?? [],
        unnecessary: report.unnecessary ?? false,
      });
    }
  }
  return silenceScript(script, findings).toSorted(
    (one, other) =>
      one.range.start - other.range.start ||
      one.range.end - other.range.end ||
      (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
  );
}

/**
 * What lintian and rpmlint would say of a script, as our rules tell it: whatever the family, the settings and silencers.
 * By severity, tag and line.
 */
export function toolTags(input: ScriptInput, tool: ToolTag["tool"]): readonly ToolTag[] {
  const script = scriptContext(input);
  const tags = scriptRules.flatMap((rule) => {
    if (rule.tags?.some((tag) => tag.tool === tool) !== true) return [];
    return rule.check(script).flatMap(({ tags: its = [] }) => its.filter((tag) => tag.tool === tool));
  });
  return orderTags(script, tags);
}

function applies(rule: ScriptRule, { family, tree }: ScriptContext, options: ScriptLintOptions): boolean {
  if (rule.needsTree === true && tree === undefined) return false;
  if (options.everyFamily === true) return true;
  const { families } = rule;
  if (families.includes("redhat") && families.includes("debian")) return true;
  return (families.includes("redhat") && family.redhat) || (families.includes("debian") && family.debian);
}
