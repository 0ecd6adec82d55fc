// The scripts that the simulated boot of a system calls, in their order.

import {
  type CalledScript,
  type InitTree,
  isOfServices,
  rcCalls,
  type SimulatedRun,
  startText,
  visitLevels,
} from "@inittab/core";
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
    (visit?.steps ?? []).flatMap(({ kind, name, uri, argument }): readonly CalledScript[] => {
      if (kind !== "call" || uri === null) return [];
      const text = textAt(tree, uri);
      return visit !== undefined && isOfServices(visit)
        ? serviceOf(tree, { name, text, argument })
        : [{ name, text }];
    }),
  );
}

/** A service that OpenRC starts; what it stops on the way is not looked for. */
function serviceOf(
  tree: InitTree,
  {
    name,
    text,
    argument,
  }: { readonly name: string; readonly text: string; readonly argument: string | null },
): readonly CalledScript[] {
  if (argument !== "start") return [];
  const settings = [name.replace(/\..*/, ""), name].flatMap(
    (each) => tree.openrc?.files.find(({ path }) => path === `etc/conf.d/${each}`)?.text ?? [],
  );
  const certain = startText(name, text, settings.join("\n"));
  return [{ name, text, isService: true, ...(certain !== undefined && { certain }) }];
}

function textAt({ scripts }: InitTree, place: string): string {
  return scripts.find(({ path, realPath }) => path === place || realPath === place)?.text ?? "";
}
