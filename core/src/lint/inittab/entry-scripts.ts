// The records that may call the scripts of a level: rc, or one with the level in its name.

import type { FileContext } from "./contract.ts";

/**
 * The indexes of the records with one of these actions that may call a start script, in the order of the file, at most
 * `patience` of them: no real machine has more.
 */
export function entryScripts(
  file: FileContext,
  { actions, patience }: { readonly actions: ReadonlySet<string>; readonly patience: number },
): readonly number[] {
  const found: number[] = [];
  for (
    let index = file.nextScript(0);
    index >= 0 && found.length < patience;
    index = file.nextScript(index + 1)
  )
    if (actions.has(file.scan.lines[index]?.action ?? "")) found.push(index);
  return found;
}
