// Done once before all tests in a real VS Code, since their files run at the same time: the editor is fetched, and the
// extension packed.

import { edition, findStage, packIntoStage } from "./stage.ts";

/** Vitest calls this. What is missing is a matter of the tests. */
export async function setup(): Promise<void> {
  if ((await findStage(edition)).kind === "ready") await packIntoStage();
}
