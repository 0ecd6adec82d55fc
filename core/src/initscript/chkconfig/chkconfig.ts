// chkconfig 1.3.49 as a function: folders and a command line in, links and output out. Spec 2.2.

import { finish, type Slices } from "../../text/slices.ts";
import { parseChkconfigLevels, readChkconfigHeader } from "../header/chkconfig.ts";
import { parseChkconfigArguments } from "./arguments.ts";
import { orderByDependencies } from "./numbers.ts";
import {
  type ChkconfigRun,
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigLevels,
  isConfigured,
  isOn,
  newChkconfigRun,
  serviceOf,
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

/** What a call says. */
export interface ChkconfigAnswer {
  readonly exit: 0 | 1;
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
}

/** Runs chkconfig with the words of a command line. Never fails. */
export function runChkconfig(system: ChkconfigSystem, words: readonly string[]): ChkconfigResult {
  const run = newChkconfigRun(system);
  const { exit, stdout = [], stderr = [] } = finish(callChkconfig(run, words));
  return { exit, stdout, stderr, links: run.folders.all() };
}

/** Calls chkconfig in folders that a call before may have changed, in slices. */
export function* callChkconfig(run: ChkconfigRun, words: readonly string[]): Slices<ChkconfigAnswer> {
  const command = parseChkconfigArguments(words);
  switch (command.kind) {
    case "error":
      return { exit: 1, stderr: command.lines };
    case "list-all":
      return yield* listAll(run);
    case "override":
      return yield* override(run, command.name);
    case "query":
      return query(run, command.name, command.level);
    case "list":
    case "add":
    case "del":
    case "set":
  }
  const { name } = command;
  const reading = run.read(name);
  switch (reading.kind) {
    case "unsuitable":
      return { exit: 1, stderr: [`service ${name} does not support chkconfig`] };
    case "empty-file":
      return { exit: 1, stderr: [`error reading information on service ${name}: Invalid argument`] };
    case "no-file":
      return { exit: 1, stderr: [`error reading information on service ${name}: No such file or directory`] };
    case "service":
  }
  const service = serviceOf(run, reading.facts);
  switch (command.kind) {
    case "list":
      return list(run, service);
    case "add":
      return yield* add(run, service);
    case "del":
      for (const level of chkconfigLevels) run.folders.removeLinks(name, level);
      return { exit: 0 };
    case "set":
      return yield* set(run, service, command);
  }
}

function row({ folders }: ChkconfigRun, name: string): string {
  const columns = chkconfigLevels.map((level) => `\t${level}:${isOn(folders, name, level) ? "on" : "off"}`);
  return name.padEnd(15) + columns.join("");
}

function isReferenced({ folders }: ChkconfigRun, name: string): boolean {
  return chkconfigLevels.some((level) => isConfigured(folders, name, level));
}

function list(run: ChkconfigRun, { name }: ChkconfigService): ChkconfigAnswer {
  if (isReferenced(run, name)) return { exit: 0, stdout: [row(run, name)] };
  const text = `service ${name} supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add ${name}')`;
  return { exit: 1, stderr: [text] };
}

function* listAll(run: ChkconfigRun): Slices<ChkconfigAnswer> {
  const services = (yield* run.services(run.meter)).filter(({ name }) => isReferenced(run, name));
  const sorted = services.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { exit: 0, stdout: sorted.map(({ name }) => row(run, name)) };
}

function* add(run: ChkconfigRun, service: ChkconfigService): Slices<ChkconfigAnswer> {
  const { folders } = run;
  if (service.lsb) {
    if (!isReferenced(run, service.name)) service.currentLevels = service.levels;
    yield* orderByDependencies(run, service);
  } else
    for (const level of chkconfigLevels)
      if (!isConfigured(folders, service.name, level))
        folders.setLink(service, level, (service.levels & (1 << level)) !== 0);
  return { exit: 0 };
}

function query(run: ChkconfigRun, name: string, level: number | undefined): ChkconfigAnswer {
  const reading = run.read(name);
  if (reading.kind !== "service") return { exit: 1 };
  const asked = level ?? run.runlevel;
  return { exit: asked !== undefined && isOn(run.folders, name, asked) ? 0 : 1 };
}

/** What `chkconfig NAME STATE` asks for. */
export interface ChkconfigSetting {
  readonly state: "on" | "off" | "reset" | "resetpriorities";
  /** The digits of --level. */
  readonly levels: string | undefined;
}

function* set(
  run: ChkconfigRun,
  service: ChkconfigService,
  { state, levels }: ChkconfigSetting,
): Slices<ChkconfigAnswer> {
  const { folders } = run;
  const switches = state === "on" || state === "off";
  const where = parseChkconfigLevels(levels ?? (switches ? "2345" : "0123456"));
  const asked = chkconfigLevels.filter((level) => (where & (1 << level)) !== 0);
  if (state === "reset") service.currentLevels = service.levels;
  for (const level of asked) {
    if (state === "on") service.currentLevels |= 1 << level;
    // The program means to take the level away and adds all others instead.
    if (state === "off") service.currentLevels |= ~(1 << level);
  }
  if (service.lsb) yield* orderByDependencies(run, service);
  for (const level of asked) {
    const on = {
      on: true,
      off: false,
      reset: (service.levels & (1 << level)) !== 0,
      resetpriorities: isOn(folders, service.name, level),
    };
    folders.setLink(service, level, on[state]);
  }
  return { exit: 0 };
}

/** Brings links up to the override file, if they are still those that the script alone would have. */
function* override(run: ChkconfigRun, name: string): Slices<ChkconfigAnswer> {
  const { folders } = run;
  const file = run.overrideOf(name);
  const plain = run.read(name, "without-override");
  if (file === undefined || plain.kind !== "service") return { exit: 0 };
  // Here the program does not look at the links, so every other service seems to be on where this one is.
  const own: ChkconfigService = { ...plain.facts, currentLevels: 0 };
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
      if (service === wanted || own.lsb) yield* orderByDependencies(run, service);
  const configured = chkconfigLevels.filter((level) => isConfigured(folders, name, level));
  const untouched = configured.every((level) => {
    const on = (own.levels & (1 << level)) !== 0;
    const link = folders.linksOf(name, level)[0] ?? "";
    return (
      link.startsWith("S") === on && Number(link.slice(1, 3)) === (on ? own.startNumber : own.stopNumber)
    );
  });
  if (configured.length === 0 || !untouched) return { exit: 0 };
  for (const level of chkconfigLevels) folders.setLink(wanted, level, (wanted.levels & (1 << level)) !== 0);
  return { exit: 0 };
}
