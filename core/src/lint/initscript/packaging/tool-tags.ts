// What the rules of this folder say in the words of lintian and rpmlint.

import type { ScriptReport, ToolTag } from "../contract.ts";

/** A tag of lintian's; without a line it is about the whole file. */
export function lintianTag(severity: ToolTag["severity"], tag: string, line = 0): ToolTag {
  return { tool: "lintian", tag, severity, line };
}

/** A tag of rpmlint's. */
export function rpmlintTag(severity: "E" | "W", tag: string): ToolTag {
  return { tool: "rpmlint", tag, severity };
}

/** A report, shown to the user only where `told` is true. */
export function report(told: boolean, content: ScriptReport): ScriptReport {
  return told ? content : { ...content, tagOnly: true };
}

/** Of things with the same key the first: lintian reports nothing twice about one place. */
export function firstOfEach<T>(things: readonly T[], key: (thing: T) => string): T[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const its = key(thing);
    if (seen.has(its)) return false;
    seen.add(its);
    return true;
  });
}
