// The rc folders: what is in them, and the links that insserv makes, renames and removes.

import { bootLevel, type LevelSet, levelBit, normalLevels, type RcLevel, rcLevels } from "../levels.ts";
import { parseRcName, rcName } from "../rc-name.ts";
import type { Service } from "./graph.ts";
import { type InsservRun, type RcLink, tell, warn } from "./run-state.ts";

/** The rc folders during a run. With -n nothing changes, but everything is told. */
export interface LinkFolders {
  list(level: RcLevel): readonly RcLink[];
  /** The folder as insserv calls it, seen from init.d. */
  path(level: RcLevel): string;
  remove(level: RcLevel, name: string): void;
  add(level: RcLevel, name: string, script: string): void;
}

/** The folders of a system; `changed` gets the links as they are after each change. New links are listed first. */
export function linkFolders(run: InsservRun, changed: Map<string, readonly RcLink[]>): LinkFolders {
  const path = (level: RcLevel): string => `../rc${level}.d/`;
  const list = (level: RcLevel): readonly RcLink[] => changed.get(level) ?? [];
  return {
    list,
    path,
    remove(level, name) {
      if (!run.options.dryRun)
        changed.set(
          level,
          list(level).filter((link) => link.name !== name),
        );
      tell(run, 1, `remove service /etc/init.d/${path(level)}${name}`);
    },
    add(level, name, script) {
      const target = `../init.d/${script}`;
      const full = `/etc/init.d/${path(level)}${name}`;
      if (!run.options.dryRun) {
        if (list(level).some((link) => link.name === name)) {
          warn(run, { kind: "link-exists", target, path: full });
          return;
        }
        changed.set(level, [{ name, script }, ...list(level)]);
      }
      tell(run, 1, `enable service ${target} -> ${full}`);
    },
  };
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
export function writeLinks(run: InsservRun, folders: LinkFolders): void {
  for (const level of rcLevels) {
    removeForeign(run, folders, level);
    const bit = levelBit(level);
    for (const { service, script } of scriptsIn(run, "any", bit === bootLevel ? bootLevel : normalLevels)) {
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
  const ours = options.names.includes(script) || (service.marks.enforced && !service.marks.enabled);
  const number = letter === "K" ? service.stopNumber : service.startNumber;
  const wanted = rcName(letter, number, script);
  const present = folders.list(level).filter(({ name }) => {
    const parsed = parseRcName(name);
    return parsed?.letter === letter && parsed.rest === script;
  });
  const add = (): void => {
    folders.add(level, wanted, script);
    service.links++;
    if (service.links !== 0) service.marks.enabled = true;
  };
  for (const { name } of present) {
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
function removeForeign(run: InsservRun, folders: LinkFolders, level: RcLevel): void {
  for (const { name, script } of folders.list(level)) {
    if (!/^[SK]\d\d(?!\d)/.test(name)) continue;
    const rest = name.slice(3);
    if (script !== undefined && !run.system.scripts.some((file) => file.name === script))
      folders.remove(level, name);
    const direction = name.startsWith("K") ? "stop" : "start";
    const bit = levelBit(level);
    const outside = run.graph.nodes.some(
      (node) => node.script === rest && (node[direction].levels & bit) === 0,
    );
    if (!outside) continue;
    const provided = run.graph.nodes.findLast((node) => node.script === rest)?.name;
    const service = run.graph.byName.get(provided ?? "");
    const taken = run.options.remove && run.options.force && service?.marks.taken === true;
    if (!run.options.defaults && bit !== bootLevel && !taken) continue;
    folders.remove(level, name);
    if (service !== undefined) unlinked(service);
  }
}
