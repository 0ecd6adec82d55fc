// What rules see of the links of a script for rc.common: those in /etc/rc.d, and those that its numbers ask for.

import { enableLinks } from "../../../initscript/openwrt/links.ts";
import { isForRcCommon, readNumbers } from "../../../initscript/openwrt/numbers.ts";
import type { InitScript, InitTree, TreeLink } from "../../../initscript/tree/model.ts";
import type { TextRange } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";
import { numbersOf } from "./script-facts.ts";

/** The names of the links that `enable` makes of a text; undefined where it does not tell the numbers. */
export function wantedLinks(name: string, text: string): readonly string[] | undefined {
  if (!isForRcCommon(text)) return undefined;
  const { start, stop } = readNumbers(text);
  if (start.kind === "unknown" || stop.kind === "unknown") return undefined;
  const numbers = [start, stop].map((number) => (number.kind === "set" ? number.value : ""));
  const [first = "", last = ""] = numbers;
  return enableLinks(name, { start: first, stop: last }).map((link) => link.name);
}

/** The file of the tree that the script is; undefined where there is none. */
export function scriptInTree({ tree, name }: ScriptContext): InitScript | undefined {
  return tree?.scripts.find((each) => each.name === name);
}

/** The entries of /etc/rc.d that lead to a script. */
export function linksTo({ singleFolder }: InitTree, { realPath }: InitScript): readonly TreeLink[] {
  return singleFolder.filter((link) => link.kind === "link" && link.realPath === realPath);
}

/** Where a script sets a number, or its first line. */
export function numberRange(script: ScriptContext, letter: string): TextRange {
  const last = numbersOf(script).findLast((number) => number.letter === letter);
  return last?.word ?? script.lineRange(1);
}
