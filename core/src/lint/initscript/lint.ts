// Runs the rules about init scripts.

import { isFor } from "../../initscript/families/traits.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import type { Finding } from "../contract.ts";
import { severityOf } from "../options.ts";
import { byPlace, toFinding } from "../report.ts";
import { silence } from "../silence.ts";
import { prepareBody } from "./body/body-facts.ts";
import { type ScriptLintOptions, scriptContext } from "./context.ts";
import type { ScriptContext, ScriptInput, ScriptNeed, ScriptRule, ToolTag } from "./contract.ts";
import { prepareScript } from "./header/prepare-tree.ts";
import { orderTags } from "./packaging/tool-view.ts";
import { isFilledIn, placeholdersIn } from "./placeholders.ts";
import { scriptRules } from "./registry.ts";
import { placedSilencers, silencedLines } from "./silence.ts";

/** What the checker says of a script, in the order of the text. Never fails. */
export function lintScript(input: ScriptInput, options: ScriptLintOptions = {}): readonly Finding[] {
  return finish(lintScriptSlices(input, options));
}

/** The same in slices: some rules take long for a script that was made for it. */
export function* lintScriptSlices(
  input: ScriptInput,
  options: ScriptLintOptions = {},
): Slices<readonly Finding[]> {
  const script = scriptContext(input, options);
  // Which rules are asked depends on them.
  if (script.text.length > largeText) yield* prepareHeaders(script);
  yield* prepareBody(script);
  const asked = scriptRules.filter((rule) => isAsked(rule, script, options));
  if (input.tree !== undefined && asked.some(({ needs }) => needs?.includes("tree")))
    yield* prepareScript(input.tree, script.name);
  const placeholders = placeholdersIn(script.text);
  const meter = { spent: 0 };
  const findings: Finding[] = [];
  for (const rule of asked) {
    if (rule.prepare !== undefined) yield* rule.prepare(script);
    for (const report of rule.check(script)) {
      if (report.tagOnly !== true && !isFilledIn(placeholders, report.range))
        findings.push(toFinding(rule, report, options));
      if (spend(meter, reportCost)) yield;
    }
    if (spend(meter, Math.ceil(script.text.length / charactersInUnit))) yield;
  }
  const silencers = placedSilencers(script);
  return silence(findings, {
    lines: silencedLines(script, silencers),
    silencers,
    rules: scriptRules,
    wasAsked: (rule) => asked.includes(rule),
    options,
  }).toSorted(byPlace);
}

/** A text in which a look at all lines takes long, in UTF-16 units; no real script is as large. */
const largeText = 100_000;

/** Reads the headers one after the other: each looks at all lines. */
function* prepareHeaders(script: ScriptContext): Slices<void> {
  yield;
  for (const read of [script.sections, script.insserv, script.lintian, script.rpmlint]) {
    read();
    yield;
  }
  yield* script.chkconfigSlices();
  yield;
}

/** To make a finding of a report takes about as long as looking at so many things in a list. */
const reportCost = 10;

/** A rule looks at so many characters in about a unit of work. */
const charactersInUnit = 25;

/**
 * What lintian and rpmlint would say about a script, as our rules report it, whatever the family and settings.
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
