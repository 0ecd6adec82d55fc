// The `chkconfig:` line and what chkconfig takes from both headers.

import type { ChkconfigLine } from "../../../initscript/header/chkconfig.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { ScriptContext } from "../contract.ts";

/** The first `chkconfig:` line, which is the one that counts, taken apart; undefined where chkconfig refuses it. */
export interface ChkconfigNumbers {
  readonly line: ChkconfigLine;
  readonly levels: HeaderWord;
  readonly start: HeaderWord;
  readonly stop: HeaderWord;
}

/** The `chkconfig:` line that counts; undefined where there is none or chkconfig refuses the script. */
export function chkconfigNumbers(script: ScriptContext): ChkconfigNumbers | undefined {
  const header = script.chkconfig();
  if (header.obstacle !== undefined) return undefined;
  const line = header.lines.find(({ tag }) => tag === "chkconfig");
  const [levels, start, stop] = line?.words ?? [];
  if (line === undefined || levels === undefined || start === undefined || stop === undefined)
    return undefined;
  return /^(?:-|[0-6]+)$/.test(levels.text) ? { line, levels, start, stop } : undefined;
}

/** The digits of a set of levels, each once; `-` for none. */
export function levelDigits(levels: number): string {
  const digits = [0, 1, 2, 3, 4, 5, 6].filter((level) => (levels & (1 << level)) !== 0);
  return digits.length === 0 ? "-" : digits.join("");
}

/** The first line that is neither blank nor comment, counted from 1; after the last one where there is none. */
export function firstCodeLine({ lines }: ScriptContext): number {
  const found = lines.find(({ text }) => !/^\s*(?:#|$)/.test(text));
  return found?.number ?? lines.length + 1;
}

/** The line as it would be without what a package's build puts in. */
export function isTemplate(text: string): boolean {
  return /@\w+@|%\{?\w+|\{\{|\$\{?\w+/.test(text);
}
