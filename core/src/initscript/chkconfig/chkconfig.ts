// chkconfig 1.3.49 as a function: folders and a command line in, links and output out. Spec 2.2.

import { parseChkconfigLevels, readChkconfigHeader } from "../header/chkconfig.ts";
import { parseChkconfigArguments } from "./arguments.ts";
import { orderByDependencies } from "./numbers.ts";
import {
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigLevels,
  isConfigured,
  isOn,
  linksOf,
  type RcFolders,
  readService,
  readServices,
  removeLinks,
  setLink,
  unsaid,
} from "./system.ts";

/** The outcome of a call. */
export interface ChkconfigResult {
  readonly exit: 0 | 1;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** The rc folders afterwards, by level. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

interface Answer {
  readonly exit: 0 | 1;
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
}

/** Runs chkconfig with the words of a command line. Never fails. */
export function runChkconfig(system: ChkconfigSystem, words: readonly string[]): ChkconfigResult {
  const folders: RcFolders = new Map(system.links);
  const answer = run(system, folders, words);
  return { exit: answer.exit, stdout: answer.stdout ?? [], stderr: answer.stderr ?? [], links: folders };
}

function run(system: ChkconfigSystem, folders: RcFolders, words: readonly string[]): Answer {
  const command = parseChkconfigArguments(words);
  switch (command.kind) {
    case "error":
      return { exit: 1, stderr: command.lines };
    case "list-all":
      return listAll(system, folders);
    case "list":
      return withService(system, folders, command.name, (service) => list(folders, service));
    case "add":
      return withService(system, folders, command.name, (service) => add(system, folders, service));
    case "del":
      return withService(system, folders, command.name, (service) => {
        for (const level of chkconfigLevels) removeLinks(folders, service.name, level);
        return { exit: 0 };
      });
    case "override":
      return override(system, folders, command.name);
    case "query":
      return query(system, folders, command.name, command.level);
    case "set":
      return withService(system, folders, command.name, (service) => set(system, folders, service, command));
  }
}

function withService(
  system: ChkconfigSystem,
  folders: RcFolders,
  name: string,
  work: (service: ChkconfigService) => Answer,
): Answer {
  const reading = readService(system, folders, name);
  switch (reading.kind) {
    case "service":
      return work(reading.service);
    case "unsuitable":
      return { exit: 1, stderr: [`service ${name} does not support chkconfig`] };
    case "empty-file":
      return { exit: 1, stderr: [`error reading information on service ${name}: Invalid argument`] };
    case "no-file":
      return { exit: 1, stderr: [`error reading information on service ${name}: No such file or directory`] };
  }
}

function row(folders: RcFolders, { name }: ChkconfigService): string {
  const columns = chkconfigLevels.map((level) => `\t${level}:${isOn(folders, name, level) ? "on" : "off"}`);
  return name.padEnd(15) + columns.join("");
}

function isReferenced(folders: RcFolders, { name }: ChkconfigService): boolean {
  return chkconfigLevels.some((level) => isConfigured(folders, name, level));
}

function list(folders: RcFolders, service: ChkconfigService): Answer {
  if (isReferenced(folders, service)) return { exit: 0, stdout: [row(folders, service)] };
  const { name } = service;
  const text = `service ${name} supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add ${name}')`;
  return { exit: 1, stderr: [text] };
}

function listAll(system: ChkconfigSystem, folders: RcFolders): Answer {
  const services = readServices(system, folders).filter((service) => isReferenced(folders, service));
  const sorted = services.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { exit: 0, stdout: sorted.map((service) => row(folders, service)) };
}

function add(system: ChkconfigSystem, folders: RcFolders, service: ChkconfigService): Answer {
  if (service.lsb) {
    if (!isReferenced(folders, service)) service.currentLevels = service.levels;
    orderByDependencies(system, folders, service);
  } else
    for (const level of chkconfigLevels)
      if (!isConfigured(folders, service.name, level))
        setLink(folders, service, level, (service.levels & (1 << level)) !== 0);
  return { exit: 0 };
}

function query(system: ChkconfigSystem, folders: RcFolders, name: string, level: number | undefined): Answer {
  const reading = readService(system, folders, name);
  if (reading.kind !== "service") return { exit: 1 };
  const asked = level ?? system.runlevel;
  return { exit: asked !== undefined && (reading.service.currentLevels & (1 << asked)) !== 0 ? 0 : 1 };
}

/** What `chkconfig NAME STATE` asks for. */
export interface ChkconfigSetting {
  readonly state: "on" | "off" | "reset" | "resetpriorities";
  /** The digits of --level. */
  readonly levels: string | undefined;
}

function set(
  system: ChkconfigSystem,
  folders: RcFolders,
  service: ChkconfigService,
  { state, levels }: ChkconfigSetting,
): Answer {
  const switches = state === "on" || state === "off";
  const where = parseChkconfigLevels(levels ?? (switches ? "2345" : "0123456"));
  const asked = chkconfigLevels.filter((level) => (where & (1 << level)) !== 0);
  if (state === "reset") service.currentLevels = service.levels;
  for (const level of asked) {
    if (state === "on") service.currentLevels |= 1 << level;
    // The program means to take the level away and adds all others instead.
    if (state === "off") service.currentLevels |= ~(1 << level);
  }
  if (service.lsb) orderByDependencies(system, folders, service);
  for (const level of asked) {
    const on = {
      on: true,
      off: false,
      reset: (service.levels & (1 << level)) !== 0,
      resetpriorities: isOn(folders, service.name, level),
    };
    setLink(folders, service, level, on[state]);
  }
  return { exit: 0 };
}

/** Brings links up to the override file, if they are still those that the script alone would have. */
function override(system: ChkconfigSystem, folders: RcFolders, name: string): Answer {
  const file = system.overrides.find((each) => each.name === name && each.text !== "");
  const plain = readService({ ...system, overrides: [] }, folders, name);
  if (file === undefined || plain.kind !== "service") return { exit: 0 };
  // Here the program does not look at the links, so every other service seems to be on where this one is.
  const own: ChkconfigService = { ...plain.service, currentLevels: 0 };
  const said = readChkconfigHeader(file.text);
  if (said.obstacle === "malformed-line") return { exit: 0 };
  const wanted: ChkconfigService = {
    ...own,
    levels: said.levels ?? -1,
    startNumber: said.startNumber ?? unsaid.start,
    stopNumber: said.stopNumber ?? unsaid.stop,
    startsAfter: [...said.requiredStart, ...said.shouldStart].map(({ text }) => text),
    stopsBefore: [...said.requiredStop, ...said.shouldStop].map(({ text }) => text),
  };
  const same =
    own.levels === wanted.levels &&
    own.startNumber === wanted.startNumber &&
    own.stopNumber === wanted.stopNumber;
  if (same) return { exit: 0 };
  for (const service of [own, wanted])
    if ((own.lsb || said.lsb) && service.startNumber === unsaid.start && service.stopNumber === unsaid.stop)
      if (service === wanted || own.lsb) orderByDependencies(system, folders, service);
  const configured = chkconfigLevels.filter((level) => isConfigured(folders, name, level));
  const untouched = configured.every((level) => {
    const on = (own.levels & (1 << level)) !== 0;
    const link = linksOf(folders, name, level)[0] ?? "";
    return (
      link.startsWith("S") === on && Number(link.slice(1, 3)) === (on ? own.startNumber : own.stopNumber)
    );
  });
  if (configured.length === 0 || !untouched) return { exit: 0 };
  for (const level of chkconfigLevels) setLink(folders, wanted, level, (wanted.levels & (1 << level)) !== 0);
  return { exit: 0 };
}
