// The rc folders: what is in them, and the links that insserv makes, renames and removes.

import { type Slices, spend } from "../../text/slices.ts";
import { bootLevel, type LevelSet, levelBit, normalLevels, type RcLevel, rcLevels } from "../levels.ts";
import { type RcFolderEntries, rcFolderOf } from "../rc-folder.ts";
import { parseRcName, type RcName, rcName } from "../rc-name.ts";
import { nodeOfScript, nodesOfScript, type Service } from "./graph.ts";
import { type InsservRun, type RcLink, tell, warn } from "./run-state.ts";

/** The rc folders during a run. With -n nothing changes, but everything is told. */
export interface LinkFolders {
  list(level: RcLevel): readonly RcLink[];
  /** The names in a folder that have this letter and stand for this script. */
  namesFor(level: RcLevel, letter: RcName["letter"], script: string): readonly string[];
  /** The folder as insserv calls it, seen from init.d. */
  path(level: RcLevel): string;
  remove(level: RcLevel, name: string): void;
  add(level: RcLevel, name: string, script: string): void;
  /** All folders as they are now. */
  all(): ReadonlyMap<string, readonly RcLink[]>;
}

/** The folders of the system. New links are listed first. */
export function* linkFolders(run: InsservRun): Slices<LinkFolders> {
  const folders = new Map<string, RcFolderEntries<RcLink>>();
  for (const [level, links] of run.system.links) {
    folders.set(level, rcFolderOf(links, keyOf));
    if (spend(run.meter, links.length)) yield;
  }
  const path = (level: RcLevel): string => `../rc${level}.d/`;
  return {
    list: (level) => folders.get(level)?.list() ?? [],
    namesFor: (level, letter, script) =>
      (folders.get(level)?.withKey(letter + script) ?? []).map(({ name }) => name),
    path,
    remove(level, name) {
      if (!run.options.dryRun) folders.get(level)?.remove(name);
      tell(run, 1, `remove service /etc/init.d/${path(level)}${name}`);
    },
    add(level, name, script) {
      const target = `../init.d/${script}`;
      const full = `/etc/init.d/${path(level)}${name}`;
      if (!run.options.dryRun) {
        const folder = folders.get(level) ?? rcFolderOf([], keyOf);
        folders.set(level, folder);
        if (folder.has(name)) {
          warn(run, { kind: "link-exists", target, path: full });
          return;
        }
        folder.add({ name, script });
      }
      tell(run, 1, `enable service ${target} -> ${full}`);
    },
    all: () => new Map([...folders].map(([level, folder]) => [level, folder.list()])),
  };
}

/** insserv knows a link by its letter and what stands after letter and number. */
function keyOf(name: string): string | undefined {
  const parsed = parseRcName(name);
  return parsed && parsed.letter + parsed.rest;
}

/** The services that have a script and one of these levels, in the order of the nodes, with numbers brought up to date. */
export function* scriptsIn(
  run: InsservRun,
  side: "start" | "stop" | "any",
  levels: LevelSet,
): Generator<{ readonly service: Service; readonly script: string }> {
  for (const node of run.graph.nodes) {
    const { service } = node;
    service.stopNumber = node.stop.number;
    service.startNumber = node.start.number;
    const have = side === "any" ? node.start.levels | node.stop.levels : node[side].levels;
    if (service.script !== undefined && (have & levels) !== 0) yield { service, script: service.script };
  }
}

/** Makes the folders agree with the numbers: for the named scripts new links, for the others new numbers. */
export function* writeLinks(run: InsservRun, folders: LinkFolders): Slices<void> {
  for (const level of rcLevels) {
    yield* removeForeign(run, folders, level);
    const bit = levelBit(level);
    for (const { service, script } of scriptsIn(run, "any", bit === bootLevel ? bootLevel : normalLevels)) {
      if (spend(run.meter, 5)) yield;
      if (script.startsWith("$")) continue;
      if ((service.node.stop.levels & bit) !== 0) {
        // There are no stop links at boot.
        if (bit !== bootLevel) writeLink(run, folders, { level, service, script, letter: "K" });
      } else if ((service.node.start.levels & bit) !== 0)
        writeLink(run, folders, { level, service, script, letter: "S" });
    }
  }
}

interface WantedLink {
  readonly level: RcLevel;
  readonly service: Service;
  readonly script: string;
  readonly letter: "S" | "K";
}

function writeLink(
  run: InsservRun,
  folders: LinkFolders,
  { level, service, script, letter }: WantedLink,
): void {
  const { options } = run;
  const ours = run.named.has(script) || (service.marks.enforced && !service.marks.enabled);
  const number = letter === "K" ? service.stopNumber : service.startNumber;
  const wanted = rcName(letter, number, script);
  const present = folders.namesFor(level, letter, script);
  const add = (): void => {
    folders.add(level, wanted, script);
    service.links++;
    if (service.links !== 0) service.marks.enabled = true;
  };
  for (const name of present) {
    const keep = !(ours && options.remove);
    if (name === wanted && keep) continue;
    folders.remove(level, name);
    unlinked(service);
    if (name !== wanted && keep) add();
  }
  if (ours && !options.remove && present.length === 0) add();
}

function unlinked(service: Service): void {
  service.links--;
  if (service.links <= 0) service.marks.enabled = false;
}

/** Removes links that the header does not want: always with -d, in rcS.d, and with -r -f for a name taken by another. */
function* removeForeign(run: InsservRun, folders: LinkFolders, level: RcLevel): Slices<void> {
  for (const { name, script } of folders.list(level)) {
    if (spend(run.meter, 5)) yield;
    if (!/^[SK]\d\d(?!\d)/.test(name)) continue;
    const rest = name.slice(3);
    if (script !== undefined && !run.scripts.has(script)) folders.remove(level, name);
    const direction = name.startsWith("K") ? "stop" : "start";
    const bit = levelBit(level);
    const nodes = nodesOfScript(run.graph, rest);
    if (!nodes.some((node) => (node[direction].levels & bit) === 0)) continue;
    const provided = nodeOfScript(run.graph, rest)?.name;
    const service = run.graph.byName.get(provided ?? "");
    const taken = run.options.remove && run.options.force && service?.marks.taken === true;
    if (!run.options.defaults && bit !== bootLevel && !taken) continue;
    folders.remove(level, name);
    if (service !== undefined) unlinked(service);
  }
}
