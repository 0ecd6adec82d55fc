// What lintian and rpmlint pass over or put in order, whatever the rule.

import { hasLinksOnlyBy } from "../../../initscript/families/guess.ts";
import type { ScriptContext, ToolTag } from "../contract.ts";
import { lintianSkips } from "./lintian-body.ts";

/** Tags in the order in which they are compared: severity, tag, line. */
export function orderTags(script: ScriptContext, tags: readonly ToolTag[]): readonly ToolTag[] {
  const skipped = lintianSkips(script);
  return tags
    .filter(
      ({ tool, tag }) => tool !== "lintian" || !skipped || tag.startsWith("non-standard-file-permissions"),
    )
    .toSorted(
      (one, other) =>
        compare(one.severity, other.severity) ||
        compare(one.tag, other.tag) ||
        (one.line ?? 0) - (other.line ?? 0),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A script that chkconfig handles and insserv never sees. */
export function isForChkconfigOnly({ family }: ScriptContext): boolean {
  return hasLinksOnlyBy(family, "chkconfig");
}
