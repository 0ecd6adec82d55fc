// The comments that silence findings in an inittab do so in a script too.

import type { Finding } from "../../lint/contract.ts";
import { parseSilencer } from "../../lint/silence.ts";
import type { ScriptContext } from "./contract.ts";

/** Takes away what a comment silences: for the file, or for the next line that is neither blank nor a silencer. */
export function silenceScript(script: ScriptContext, findings: readonly Finding[]): Finding[] {
  const inFile = new Set<string>();
  const inLine = new Map<number, Set<string>>();
  for (const [index, line] of script.lines.entries()) {
    if (!line.text.includes("inittab-disable")) continue;
    const silencer = parseSilencer(line.text);
    if (silencer === undefined) continue;
    const next = script.lines.find(
      ({ number, text }) => number > index + 1 && text.trim() !== "" && parseSilencer(text) === undefined,
    );
    for (const { id } of silencer.rules)
      if (silencer.reach === "file") inFile.add(id);
      else if (next !== undefined) inLine.set(next.start, (inLine.get(next.start) ?? new Set()).add(id));
  }
  return findings.filter(({ rule, range }) => {
    if (inFile.has(rule)) return false;
    const line = script.lines.findLast(({ start }) => start <= range.start);
    return line === undefined || inLine.get(line.start)?.has(rule) !== true;
  });
}
