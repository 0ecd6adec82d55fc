// The links that OpenEmbedded's update-rc.d makes for the scripts of a tree.

import { runUpdateRcd } from "../openembedded/update-rc-d.ts";
import type { UpdateRcdSystem } from "../openembedded/update-rc-d-system.ts";
import { folderNames } from "../rc-name.ts";
import { seeScript } from "../script/recognise.ts";
import type { InitTree } from "./model.ts";
import type { OrderOptions, ScriptOrder, ToolRun } from "./order.ts";

/** What the class of the recipes passes where they say nothing: INITSCRIPT_PARAMS. */
const usualParams = "defaults";

/**
 * Calls the program for each script as its recipe would. `calls` are those that the recipes make, `NAME WORDS…`; without
 * any, each script has the usual ones.
 */
export function updateRcdOrder(
  tree: InitTree,
  { keepLinks }: OrderOptions,
  calls: readonly string[] = [],
): ScriptOrder {
  const services = tree.scripts.filter(({ path, text }) => seeScript(path, text).kind === "script");
  const passedOver = tree.scripts.filter((script) => !services.includes(script)).map(({ name }) => name);
  let system: UpdateRcdSystem = {
    root: "",
    scripts: tree.scripts.map(({ name, mode }) => ({
      name,
      kind: "file",
      executable: mode === undefined || (mode & 0o111) !== 0,
    })),
    folders: keepLinks ? linksOf(tree) : new Map(),
    runlevel: undefined,
  };
  const asked = calls.length > 0 ? calls : services.map(({ name }) => `${name} ${usualParams}`);
  const runs = asked.map((call): ToolRun => {
    const args = call.split(/[ \t]+/).filter((word) => word !== "");
    const run = runUpdateRcd(system, { args, version: "0.8", shell: "ash" });
    if (run.kind === "hangs") return { args, exit: 1, stdout: [], stderr: [] };
    const { exit, stdout, stderr, folders } = run;
    system = { ...system, folders };
    return { args, exit, stdout, stderr };
  });
  return {
    runs,
    rcd: folderNames(system.folders),
    depend: undefined,
    edges: [],
    passedOver: calls.length > 0 ? [] : passedOver,
    dependsOnOrder: false,
    configurationAssumed: false,
  };
}

function linksOf(tree: InitTree): UpdateRcdSystem["folders"] {
  return new Map(
    [...tree.folders].map(([level, { entries }]) => [
      level,
      entries.map(({ name, target }) => ({ name, target })),
    ]),
  );
}
