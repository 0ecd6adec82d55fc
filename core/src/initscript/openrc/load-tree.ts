// Making the tree when it is asked for and anything that it is made from has changed.

import { type Deptree, makeDeptree } from "./deptree.ts";
import { makeStateFolders } from "./states.ts";
import type { Work } from "./tasks.ts";
import { einfo, type OpenrcProcess, type OpenrcWorld, problemText, setting, write } from "./world.ts";

/** The folders and files whose change makes the tree be made again. */
const sources = ["/etc/init.d", "/usr/local/etc/init.d", "/etc/conf.d", "/etc/rc.conf", "/etc/rc.conf.d"];

/** The tree; whether it had to be made. */
export function* loadTree(
  world: OpenrcWorld,
  process: OpenrcProcess,
): Work<{ readonly tree: Deptree; readonly made: boolean }> {
  makeStateFolders(world.files);
  const { kept } = world;
  if (kept.tree !== undefined && kept.tree.madeFrom === fingerprint(world, kept.tree.tree.config))
    return { tree: kept.tree.tree, made: false };
  return { tree: yield* makeTree(world, process), made: true };
}

/** Makes the tree, whether anything has changed or not. */
export function* makeTree(world: OpenrcWorld, process: OpenrcProcess): Work<Deptree> {
  makeStateFolders(world.files);
  const services = yield* world.scripts.declare(process);
  const specialSystem = (setting(world, "rc_sys") ?? "").toLowerCase();
  const { tree, problems } = makeDeptree(services, { release: world.release, specialSystem });
  for (const problem of problems) write(process, `${problemText(problem, world.release)}\n`);
  // Standard output is no terminal, so this comes out when the program ends.
  einfo(process, "Caching service dependencies ... [ ok ]");
  world.kept.tree = { tree, madeFrom: fingerprint(world, tree.config) };
  return tree;
}

/** Forgets the tree: the next program that needs it makes it. */
export function forgetTree(world: OpenrcWorld): void {
  world.kept.tree = undefined;
}

/** All that the tree is made from, as one text. */
function fingerprint({ files }: OpenrcWorld, config: readonly string[]): string {
  const textOf = (path: string): readonly string[] =>
    files.kindOf(path) === "folder"
      ? [path, ...files.list(path).flatMap((name) => textOf(`${path}/${name}`))]
      : [path, String(files.isExecutable(path)), files.read(path) ?? ""];
  return JSON.stringify([...sources, ...config].flatMap(textOf));
}
