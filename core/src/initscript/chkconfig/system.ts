// What chkconfig works on: scripts, override files, rc folders. A service is what it made of a script.

import { type ChkconfigHeader, readChkconfigHeader } from "../header/chkconfig.ts";
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

/** A script as chkconfig sees it during one call. */
export interface ChkconfigService {
  readonly name: string;
  readonly lsb: boolean;
  readonly levels: number;
  startNumber: number;
  stopNumber: number;
  /** The levels in which it is on, or is to be on. */
  currentLevels: number;
  /** Required and should, as chkconfig treats them alike. */
  readonly startsAfter: readonly string[];
  readonly stopsBefore: readonly string[];
  readonly provides: readonly string[];
}

/** The rc folders during a call. */
export type RcFolders = Map<string, readonly string[]>;

/** The links of a service in a level, in the folder's order. */
export function linksOf(folders: RcFolders, name: string, level: number): readonly string[] {
  return (folders.get(String(level)) ?? []).filter(
    (link) => /^[SK]\d\d/.test(link) && link.slice(3) === name,
  );
}

/** Whether the service has a link of either kind in the level. */
export function isConfigured(folders: RcFolders, name: string, level: number): boolean {
  return linksOf(folders, name, level).length > 0;
}

/** Whether the service starts in the level: the first link found decides. */
export function isOn(folders: RcFolders, name: string, level: number): boolean {
  return linksOf(folders, name, level)[0]?.startsWith("S") ?? false;
}

/** Removes the links of a service in a level. */
export function removeLinks(folders: RcFolders, name: string, level: number): void {
  const gone = linksOf(folders, name, level);
  if (gone.length === 0) return;
  const left = (folders.get(String(level)) ?? []).filter((link) => !gone.includes(link));
  folders.set(String(level), left);
}

/** Gives the service exactly one link in the level. */
export function setLink(folders: RcFolders, service: ChkconfigService, level: number, on: boolean): void {
  removeLinks(folders, service.name, level);
  const link = on
    ? rcName("S", service.startNumber, service.name)
    : rcName("K", service.stopNumber, service.name);
  const others = (folders.get(String(level)) ?? []).filter((name) => name !== link);
  folders.set(String(level), [link, ...others]);
}

/** How reading a script ended. */
export type ServiceReading =
  | { readonly kind: "service"; readonly service: ChkconfigService }
  | { readonly kind: "unsuitable" }
  /** The program maps files into memory, which fails for one without content. */
  | { readonly kind: "empty-file" }
  | { readonly kind: "no-file" };

/** Reads a script and its override file. */
export function readService(system: ChkconfigSystem, folders: RcFolders, name: string): ServiceReading {
  const script = system.scripts.find((file) => file.name === name);
  if (script === undefined) return { kind: "no-file" };
  if (script.text === "") return { kind: "empty-file" };
  const header = headerOf(script);
  if (header.obstacle !== undefined) return { kind: "unsuitable" };
  const override = system.overrides.find((file) => file.name === name && file.text !== "");
  const service = toService(name, header, override && readChkconfigHeader(override.text));
  for (const level of chkconfigLevels) if (isOn(folders, name, level)) service.currentLevels |= 1 << level;
  return { kind: "service", service };
}

const headers = new WeakMap<ChkconfigFile, ChkconfigHeader>();

/** The header of a file; read once, since each call of the program looks at all scripts. */
function headerOf(file: ChkconfigFile): ChkconfigHeader {
  const header = headers.get(file) ?? readChkconfigHeader(file.text);
  headers.set(file, header);
  return header;
}

/** An override file's numbers and provided names always win, also when it does not say them. */
function toService(name: string, header: ChkconfigHeader, override?: ChkconfigHeader): ChkconfigService {
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
    currentLevels: 0,
    startsAfter: [...dependencies("requiredStart"), ...dependencies("shouldStart")],
    stopsBefore: [...dependencies("requiredStop"), ...dependencies("shouldStop")],
    provides: provides.length > 0 ? provides : [name],
  };
}

/** All suitable services, in the order of the folder. */
export function readServices(system: ChkconfigSystem, folders: RcFolders): ChkconfigService[] {
  return system.scripts.flatMap(({ name }) => {
    if (name.startsWith(".") || /\.(rpmsave|rpmnew|rpmorig|swp)$|[~,]$/.test(name)) return [];
    const reading = readService(system, folders, name);
    return reading.kind === "service" ? reading.service : [];
  });
}
