import { message } from "../message.ts";
// The same findings about links, by the entry of the rc folder that they are about.

import type { InitScript, InitTree } from "../../../initscript/tree/model.ts";
import type { Finding } from "../../contract.ts";
import { type LintOptions, severityOf } from "../../options.ts";
import { toFinding } from "../../report.ts";
import { linkProblems, shortPath } from "./link-problems.ts";
import { linkRules } from "./rules.ts";

/** A finding about an entry of an rc folder; its range is empty, since a link has no text. */
export interface LinkFinding extends Finding {
  /** The script of init.d for which the same is reported when it is checked; undefined where the entry leads to none. */
  readonly script: InitScript | undefined;
}

/** What the rules about links say, by the path of the entry (`etc/rc3.d/S20ssh`), in the order of the folders. */
export function linkFindings(
  tree: InitTree,
  options: LintOptions = {},
): ReadonlyMap<string, readonly LinkFinding[]> {
  const found = new Map<string, LinkFinding[]>();
  for (const { rule: id, entry, text, severity, script } of linkProblems.now(tree).all) {
    const rule = linkRules.find((each) => each.id === id);
    if (rule === undefined || severityOf(rule, options) === "off") continue;
    const said = message("links.problem", { entries: shortPath(entry), text });
    const report = {
      range: { start: 0, end: 0 },
      message: said,
      ...(severity === undefined ? {} : { severity }),
    };
    const finding: LinkFinding = { ...toFinding(rule, report, options), script };
    found.set(entry.path, [...(found.get(entry.path) ?? []), finding]);
  }
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
