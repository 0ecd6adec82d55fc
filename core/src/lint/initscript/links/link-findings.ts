// The same findings about links, by the entry of the rc folder that they are about.

import type { InitScript, InitTree } from "../../../initscript/tree/model.ts";
import type { Finding } from "../../contract.ts";
import type { ScriptLintOptions } from "../context.ts";
import { linkProblems, shortPath } from "./link-problems.ts";
import { linkRules } from "./rules.ts";

/** A finding about an entry of an rc folder; its range is empty, since a link has no text. */
export interface LinkFinding extends Finding {
  /** The script of init.d that is told the same thing when it is checked; undefined where the entry leads to none. */
  readonly script: InitScript | undefined;
}

/** What the rules about links say, by the path of the entry (`etc/rc3.d/S20ssh`), in the order of the folders. */
export function linkFindings(
  tree: InitTree,
  { severities = {} }: Pick<ScriptLintOptions, "severities"> = {},
): ReadonlyMap<string, readonly LinkFinding[]> {
  const found = new Map<string, LinkFinding[]>();
  for (const { rule: id, entry, text, severity, script } of linkProblems(tree)) {
    const rule = linkRules.find((each) => each.id === id);
    const chosen = severities[id];
    if (rule === undefined || chosen === "off" || (chosen === undefined && rule.group === "nursery"))
      continue;
    const finding: LinkFinding = {
      rule: id,
      code: rule.code,
      severity: chosen ?? severity ?? rule.severity,
      message: `${shortPath(entry)}: ${text}`,
      range: { start: 0, end: 0 },
      related: [],
      fixes: [],
      unnecessary: false,
      script,
    };
    found.set(entry.path, [...(found.get(entry.path) ?? []), finding]);
  }
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
