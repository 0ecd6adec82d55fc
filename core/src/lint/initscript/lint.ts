// Runs the rules about init scripts.

import { isFor } from "../../initscript/families/traits.ts";
import type { Finding } from "../contract.ts";
import { severityOf } from "../options.ts";
import { byPlace, toFinding } from "../report.ts";
import { silence } from "../silence.ts";
import { type ScriptLintOptions, scriptContext } from "./context.ts";
import type { ScriptContext, ScriptInput, ScriptNeed, ScriptRule, ToolTag } from "./contract.ts";
import { orderTags } from "./packaging/tool-view.ts";
import { isFilledIn, placeholdersIn } from "./placeholders.ts";
import { scriptRules } from "./registry.ts";
import { placedSilencers, silencedLines } from "./silence.ts";

/** What the checker says of a script, in the order of the text. Never fails. */
export function lintScript(input: ScriptInput, options: ScriptLintOptions = {}): readonly Finding[] {
  const script = scriptContext(input, options);
  const asked = scriptRules.filter((rule) => isAsked(rule, script, options));
  const placeholders = placeholdersIn(script.text);
  const findings = asked.flatMap((rule) =>
    rule
      .check(script)
      .filter(({ tagOnly, range }) => tagOnly !== true && !isFilledIn(placeholders, range))
      .map((report) => toFinding(rule, report, options)),
  );
  const silencers = placedSilencers(script);
  return silence(findings, {
    lines: silencedLines(script, silencers),
    silencers,
    rules: scriptRules,
    wasAsked: (rule) => asked.includes(rule),
    options,
  }).toSorted(byPlace);
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

function isAsked(rule: ScriptRule, script: ScriptContext, options: ScriptLintOptions): boolean {
  if (severityOf(rule, options) === "off" || rule.needs?.some((need) => !isKnown[need](script)) === true)
    return false;
  return options.everyFamily === true || isFor(rule.families, script.family, hasHeader(script));
}

const isKnown: Readonly<Record<ScriptNeed, (script: ScriptContext) => boolean>> = {
  shell: ({ outline }) => outline() !== undefined,
  name: ({ hasName }) => hasName,
  mode: ({ mode }) => mode !== undefined,
  tree: ({ tree }) => tree !== undefined,
  root: ({ root }) => root !== undefined,
};

function hasHeader({ sections }: ScriptContext): boolean {
  return sections().length > 0;
}
