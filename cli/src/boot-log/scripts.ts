// The scripts that the simulated boot of a system calls, in their order.

import { type CalledScript, type InitTree, rcCalls, type SimulatedRun, visitLevels } from "@inittab/core";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { asStated, readSystem, statedOpenrc } from "../initscript/read-tree.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { isSystem } from "../verify/services.ts";

/** The scripts of the system at a path; none where there is only a table, or where it is not known what calls them. */
export async function scriptsOfBoot(
  path: string,
  run: SimulatedRun,
  settings: FileSettings,
): Promise<readonly CalledScript[]> {
  if (!(await isSystem(path))) return [];
  const found = await readSystem(path);
  if ("why" in found) return [];
  const { tree } = asStated(found, settings);
  const { behaviourOf } = await loadBehaviours();
  const openrc = statedOpenrc(settings);
  const asked = { changes: rcCalls(run), behaviours: behaviourOf, uriOf: (below: string) => below };
  const visits = visitLevels(tree, { ...asked, ...(openrc !== undefined && { openrc }) }) ?? [];
  return visits.flatMap((visit) =>
    (visit?.steps ?? []).flatMap(({ kind, name, uri }) =>
      kind === "call" && uri !== null ? [{ name, text: textAt(tree, uri) }] : [],
    ),
  );
}

function textAt({ scripts }: InitTree, place: string): string {
  return scripts.find(({ path, realPath }) => path === place || realPath === place)?.text ?? "";
}
