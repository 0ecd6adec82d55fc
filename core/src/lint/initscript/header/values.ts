// The values of a header as insserv takes them, where a rule judges what insserv makes of them.

import { type LsbKeyword, type LsbValueKind, lsbKeywords } from "../../../initscript/facts/lsb-keywords.ts";
import { hasLinksOnlyBy } from "../../../initscript/families/guess.ts";
import type { InsservValue } from "../../../initscript/header/insserv.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { LsbField } from "../../../initscript/header/lsb.ts";
import type { TextRange } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";

/**
 * Whether what insserv makes of the header is worth telling: not where chkconfig alone reads the headers, and not
 * where an override file or the interpreter openrc-run stands in for the header.
 */
export function isReadByInsserv(script: ScriptContext): boolean {
  const { family, tree } = script;
  if (hasLinksOnlyBy(family, "chkconfig") && tree?.configuration === undefined) return false;
  if (script.insserv().openrc) return false;
  return tree?.overrides.some((files) => files.some(({ name }) => name === script.name)) !== true;
}

/** The header's values of these kinds, in the order of the keyword table. */
export function insservValues(
  script: ScriptContext,
  ...kinds: readonly LsbValueKind[]
): readonly InsservValue[] {
  const { values } = script.insserv();
  return lsbKeywords.flatMap(({ keyword, value: kind }) => {
    const value = values[keyword];
    return value === undefined || !kinds.includes(kind) ? [] : value;
  });
}

/** The words of a runlevel list as insserv finds them. */
export function levelWords(value: InsservValue): readonly HeaderWord[] {
  return [...value.text.matchAll(/[^ ,;\t]+/g)].map((match) => ({
    text: match[0],
    start: value.start + match.index,
    end: value.start + match.index + match[0].length,
  }));
}

/** The field of the first section that a keyword's value comes from. */
export function fieldOf(script: ScriptContext, keyword: LsbKeyword): LsbField | undefined {
  return script.sections()[0]?.fields.find((field) => field.fact?.keyword === keyword);
}

/** Where to tell something about the header as a whole: its begin marker, or the script's first line. */
export function headerRange(script: ScriptContext): TextRange {
  return script.sections()[0]?.begin.range ?? script.lineRange(1);
}
