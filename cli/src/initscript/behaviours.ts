// What scripts do to lock files, with the shell's parser of the server.

import { type Behaviours, shellBehaviours } from "@inittab/core";
import { loadShell } from "@inittab/host/shell/node";

/** Loads the shell's parser. All scripts are taken to succeed and to print nothing. */
export async function loadBehaviours(): Promise<Behaviours> {
  const parser = await loadShell();
  return shellBehaviours(parser.parseSlices);
}
