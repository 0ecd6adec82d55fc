// What chkconfig works on: scripts, override files, rc folders. A service is what it made of a script.

import { type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import { type ChkconfigHeader, readChkconfigHeader } from "../header/chkconfig.ts";
import { type RcFolderEntries, rcFolderOf } from "../rc-folder.ts";
import { rcName } from "../rc-name.ts";

/** A file of init.d or of chkconfig.d. */
export interface ChkconfigFile {
  readonly name: string;
  readonly text: string;
}

/** The folders that chkconfig looks at. Lists are in the order in which the system lists the folder. */
export interface ChkconfigSystem {
  readonly scripts: readonly ChkconfigFile[];
  /** The files of /etc/chkconfig.d, which replace values of the script of the same name. */
  readonly overrides: readonly ChkconfigFile[];
  /** The names in rc0.d to rc6.d, by level. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** The level that the `runlevel` program reports, if it works. */
  readonly runlevel?: number;
}

/** The levels that chkconfig knows. There is no S. */
export const chkconfigLevels: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** The numbers of a script that does not say them: above and below all that can be said. */
export const unsaid = { start: -1, stop: 100 } as const;

/** What chkconfig reads of a script and its override file. */
export interface ServiceFacts {
  readonly name: string;
  readonly lsb: boolean;
  readonly levels: number;
  readonly startNumber: number;
  readonly stopNumber: number;
  /** Required and should, as chkconfig treats them alike. */
  readonly startsAfter: readonly string[];
  readonly stopsBefore: readonly string[];
  readonly provides: readonly string[];
}

/** A script as chkconfig sees it during one call. */
export interface ChkconfigService extends ServiceFacts {
  startNumber: number;
  stopNumber: number;
  /** The levels in which it is on, or is to be on. */
  currentLevels: number;
}

/** The rc folders while they are changed. */
export interface RcFolders {
  /** The links of a service in a level, in the folder's order. */
  linksOf(name: string, level: number): readonly string[];
  /** The levels in which the service starts: the first link found in each decides. */
  levelsOf(name: string): number;
  removeLinks(name: string, level: number): void;
  /** Gives the service exactly one link in the level. */
  setLink(
    service: Pick<ServiceFacts, "name" | "startNumber" | "stopNumber">,
    level: number,
    on: boolean,
  ): void;
  /** The services whose links have changed; the caller that follows them removes the names. */
  readonly touched: Set<string>;
  /** The names in all folders as they are now. */
  all(): ReadonlyMap<string, readonly string[]>;
}

/** What chkconfig reads in the folders of a system, apart from the links. */
export interface ChkconfigFiles {
  /** Reads a script, and its override file unless that is not wanted. */
  readonly read: (name: string, file?: "without-override") => ServiceReading;
  /** The override file of a script, if it has content. */
  readonly overrideOf: (name: string) => ChkconfigFile | undefined;
  /** What is read of all suitable scripts, in the order of the folder. */
  readonly services: (meter: WorkMeter) => Slices<readonly ServiceFacts[]>;
}

/** chkconfig at work in the folders of a system: one call of the program, or one after the other. */
export interface ChkconfigRun extends ChkconfigFiles {
  readonly runlevel: number | undefined;
  readonly folders: RcFolders;
  readonly meter: WorkMeter;
}

/** Nothing has been called yet. `files` are those of the system, if they have been read before. */
export function newChkconfigRun(
  system: ChkconfigSystem,
  files: ChkconfigFiles = chkconfigFiles(system),
): ChkconfigRun {
  const { read, overrideOf, services } = files;
  return {
    read,
    overrideOf,
    services,
    runlevel: system.runlevel,
    folders: rcFolders(system),
    meter: { spent: 0 },
  };
}

/** The files of a system, each read when it is first asked for. */
export function chkconfigFiles(system: ChkconfigSystem): ChkconfigFiles {
  // Of two files of one name, which no folder has, the first is meant.
  const scripts = new Map(system.scripts.toReversed().map((file) => [file.name, file]));
  const overrides = new Map(
    system.overrides.flatMap((file) => (file.text === "" ? [] : [[file.name, file] as const])).toReversed(),
  );
  const read: ChkconfigFiles["read"] = (name, file) =>
    readService(scripts.get(name), file === undefined ? overrides.get(name) : undefined);
  let services: readonly ServiceFacts[] | undefined;
  return {
    read,
    overrideOf: (name) => overrides.get(name),
    *services(meter) {
      if (services !== undefined) return services;
      const found: ServiceFacts[] = [];
      for (const script of system.scripts) {
        if (script.name.startsWith(".") || /\.(rpmsave|rpmnew|rpmorig|swp)$|[~,]$/.test(script.name))
          continue;
        const reading = read(script.name);
        if (reading.kind === "service") found.push(reading.facts);
        if (spend(meter, readingCost(script))) yield;
      }
      services = found;
      return services;
    },
  };
}

function rcFolders({ links }: ChkconfigSystem): RcFolders {
  const serviceOf = (link: string): string | undefined =>
    /^[SK]\d\d/.test(link) ? link.slice(3) : undefined;
  const folderOf = (names: readonly string[]): RcFolderEntries<{ readonly name: string }> =>
    rcFolderOf(
      names.map((name) => ({ name })),
      serviceOf,
    );
  const folders = new Map([...links].map(([level, names]) => [level, folderOf(names)]));
  const levels = new Map<string, number>();
  const linksOf = (name: string, level: number): readonly string[] =>
    (folders.get(String(level))?.withKey(name) ?? []).map((link) => link.name);
  const touched = new Set<string>();
  const removeLinks = (name: string, level: number): void => {
    levels.delete(name);
    touched.add(name);
    for (const link of linksOf(name, level)) folders.get(String(level))?.remove(link);
  };
  return {
    linksOf,
    levelsOf: (name) => {
      const known = levels.get(name);
      if (known !== undefined) return known;
      const on = chkconfigLevels.filter((level) => linksOf(name, level)[0]?.startsWith("S") === true);
      const found = on.reduce((all, level) => all | (1 << level), 0);
      levels.set(name, found);
      return found;
    },
    removeLinks,
    touched,
    setLink: (service, level, on) => {
      const { name, startNumber, stopNumber } = service;
      removeLinks(name, level);
      const folder = folders.get(String(level)) ?? folderOf([]);
      folders.set(String(level), folder);
      const link = on ? rcName("S", startNumber, name) : rcName("K", stopNumber, name);
      folder.remove(link);
      folder.add({ name: link });
    },
    all: () => new Map([...folders].map(([level, folder]) => [level, folder.list().map(({ name }) => name)])),
  };
}

/** Whether the service has a link of either kind in the level. */
export function isConfigured({ linksOf }: RcFolders, name: string, level: number): boolean {
  return linksOf(name, level).length > 0;
}

/** Whether the service starts in the level. */
export function isOn({ levelsOf }: RcFolders, name: string, level: number): boolean {
  return (levelsOf(name) & (1 << level)) !== 0;
}

/** How reading a script ended. */
export type ServiceReading =
  | { readonly kind: "service"; readonly facts: ServiceFacts }
  | { readonly kind: "unsuitable" }
  /** The program maps files into memory, which fails for one without content. */
  | { readonly kind: "empty-file" }
  | { readonly kind: "no-file" };

function readService(script: ChkconfigFile | undefined, override: ChkconfigFile | undefined): ServiceReading {
  if (script === undefined) return { kind: "no-file" };
  if (script.text === "") return { kind: "empty-file" };
  const header = headerOf(script);
  if (header.obstacle !== undefined) return { kind: "unsuitable" };
  return {
    kind: "service",
    facts: factsOf(script.name, header, override && readChkconfigHeader(override.text)),
  };
}

/** The service at the beginning of a call. */
export function serviceOf({ folders }: ChkconfigRun, facts: ServiceFacts): ChkconfigService {
  return { ...facts, currentLevels: folders.levelsOf(facts.name) };
}

const headers = new WeakMap<ChkconfigFile, ChkconfigHeader>();

/** The header of a file; read once, since each call of the program looks at all scripts. */
export function headerOf(file: ChkconfigFile): ChkconfigHeader {
  const header = headers.get(file) ?? readChkconfigHeader(file.text);
  headers.set(file, header);
  return header;
}

/** What reading a file takes, in units of work. */
export function readingCost({ text }: ChkconfigFile): number {
  return 10 + Math.ceil(text.length / 20);
}

/** An override file's numbers and provided names always win, also when it does not say them. */
function factsOf(name: string, header: ChkconfigHeader, override?: ChkconfigHeader): ServiceFacts {
  const numbers = override ?? header;
  const dependencies = (key: "requiredStart" | "requiredStop" | "shouldStart" | "shouldStop"): string[] => {
    const list = override !== undefined && override[key].length > 0 ? override[key] : header[key];
    return list.map(({ text }) => text);
  };
  const provides = numbers.provides.map(({ text }) => text);
  return {
    name,
    lsb: header.lsb || override?.lsb === true,
    levels: override?.levels ?? header.levels ?? 0,
    startNumber: numbers.startNumber ?? unsaid.start,
    stopNumber: numbers.stopNumber ?? unsaid.stop,
    startsAfter: [...dependencies("requiredStart"), ...dependencies("shouldStart")],
    stopsBefore: [...dependencies("requiredStop"), ...dependencies("shouldStop")],
    provides: provides.length > 0 ? provides : [name],
  };
}
