// The comments that silence findings in an inittab do so in a script too.

import type { Finding } from "../contract.ts";
import { parseSilencer } from "../silence.ts";
import type { ScriptContext } from "./contract.ts";

/** Takes away what a comment silences: for the file, or for the next line that is neither blank nor a silencer. */
export function silenceScript(script: ScriptContext, findings: readonly Finding[]): Finding[] {
  const inFile = new Set<string>();
  const inLine = new Map<number, Set<string>>();
  // Silencers that wait for a line, as there may be several above each other.
  let waiting: string[] = [];
  for (const line of script.lines) {
    const silencer = line.text.includes("inittab-disable") ? parseSilencer(line.text) : undefined;
    if (silencer !== undefined) {
      const ids = silencer.rules.map(({ id }) => id);
      if (silencer.reach === "file") for (const id of ids) inFile.add(id);
      else waiting.push(...ids);
    } else if (waiting.length > 0 && line.text.trim() !== "") {
      inLine.set(line.start, new Set(waiting));
      waiting = [];
    }
  }
  return findings.filter(({ rule, range }) => {
    const lineStart = script.text.lastIndexOf("\n", range.start - 1) + 1;
    return !inFile.has(rule) && inLine.get(lineStart)?.has(rule) !== true;
  });
}
