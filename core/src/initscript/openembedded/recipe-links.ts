// The links that the words of a recipe make.

import { runUpdateRcd } from "./update-rc-d.ts";

/** The links of a level that a call makes. */
export interface RecipeLinks {
  /** `S20svc`. */
  readonly name: string;
  readonly levels: readonly string[];
}

/** The links that update-rc.d makes of a script when nothing is there yet; undefined where it refuses the call. */
export function recipeLinks(script: string, params: readonly string[]): readonly RecipeLinks[] | undefined {
  const run = runUpdateRcd(
    {
      root: "",
      scripts: [{ name: script, kind: "file", executable: true }],
      folders: new Map(),
      runlevel: undefined,
    },
    { args: [script, ...params], version: "0.8", shell: "dash" },
  );
  if (run.kind !== "ended" || run.exit !== 0) return undefined;
  const links = new Map<string, string[]>();
  for (const [level, entries] of run.folders)
    for (const { name } of entries) links.set(name, [...(links.get(name) ?? []), level]);
  return [...links].map(([name, levels]) => ({ name, levels }));
}
