// Arming the entries that wait for a sign: power, ctrlaltdel, kbrequest. Source: spec/sysvinit.md, section 9.

import { initPaths } from "./paths.ts";
import { emit, say, setEntries, type Work } from "./work.ts";

/** Arms all entries with one of these actions: they run when the walk reaches them in one of their levels. */
export function arm(work: Work, ...actions: readonly string[]): void {
  setEntries(work, (entry) =>
    entry.executed && actions.includes(entry.action) ? { executed: false } : undefined,
  );
}

/** The first character of the file, which is then removed. Observed: signal-pwr-old-path. */
export function readPowerstatus(work: Work): string {
  const path = [initPaths.powerstatus, initPaths.oldPowerstatus].find((name) => name in work.state.files);
  if (path === undefined) return "";
  if (path === initPaths.oldPowerstatus)
    say(work, "obsoletePowerstatus", { old: path, path: initPaths.powerstatus });
  const { [path]: text = "", ...files } = work.state.files;
  work.state.files = files;
  emit(work, { kind: "remove-file", path });
  return text.charAt(0);
}

/** Arms the power entries that belong to a letter of powerstatus. Observed: signal-pwr-letters. */
export function armPower(work: Work, letter: string): void {
  if (letter === "O") arm(work, "powerokwait");
  else if (letter === "L") arm(work, "powerfailnow");
  else arm(work, "powerwait", "powerfail");
}
