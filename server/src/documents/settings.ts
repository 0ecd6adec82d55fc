// The settings of the section `inittab`. Whatever a client sends becomes settings; what makes no sense is told once and
// replaced by the default.

import {
  type BusyboxConfig,
  type BusyboxSwitch,
  busyboxPresets,
  busyboxReleases,
  busyboxSwitches,
  type Dialect,
  type DialectPatterns,
  decidingPattern,
  dialects,
  type InitTree,
  type InittabLintOptions,
  jsonText,
  type LintOptions,
  type MachineSpec,
  type Message,
  machineProfiles,
  type OpenrcVersion,
  type OwnPrograms,
  openrcVersions,
  ownRuns,
  type ReadOptions,
  type ScriptFamily,
  type Severity,
  type SimulatedProgram,
  scriptFamilies,
  severities,
  sysvinitVersions,
} from "@inittab/core";
import { isSpoken } from "@inittab/host/languages";
import { isObject } from "../environment.ts";
import { message } from "../message.ts";
import { inittab } from "../protocol.ts";
import type { RuleFinder } from "./rule-finder.ts";

/** Which lenses are shown: the boot alone, each runlevel as well, or none. */
export type LensChoice = "boot" | "runlevels" | "none";

/** How a document is read and checked. Equal settings are the same object, since caches compare identities. */
export interface Settings {
  /** Which init all files are for, where somebody says so. */
  readonly dialect?: Dialect;
  /** Why it is this one, where the settings of the client do not say so. */
  readonly because?: Message;
  /** The same by folder and file. */
  readonly dialects?: DialectPatterns;
  readonly read: Pick<ReadOptions, "version">;
  /** Which commands stand above lines; undefined: the boot alone. */
  readonly lenses?: LensChoice;
  /** Whether notes are shown after lines; undefined: they are. */
  readonly hints?: boolean;
  /** The locale of the language to speak; undefined: that of the client. */
  readonly language?: string;
  readonly lint: InittabLintOptions;
  /** What is simulated where neither the file nor a scenario says it. */
  readonly simulate: Pick<SimulatedProgram, "usualBuild">;
  /** How init scripts are checked, beside the severities; and the release of OpenRC that is followed. */
  readonly scripts: {
    readonly family?: ScriptFamily;
    readonly openrc?: OpenrcVersion;
    /** The family of the whole system, as a file of the repository says it. */
    readonly stated?: NonNullable<InitTree["stated"]>;
  };
}

/** Settings, and what was wrong with the values that they come from. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** The settings of a client that has none. */
export const defaultSettings: Settings = { read: {}, lint: {}, simulate: {}, scripts: {} };

/** Reads the value of the section; any value will do. */
export function readSettings(value: unknown, ruleNamed: RuleFinder): SettingsReading {
  const problems: string[] = [];
  const section = isObject(value) ? value : {};
  const dialect = oneOf(section, "dialect", ["auto", ...dialects], problems);
  const version = readVersion(section, problems);
  const patterns = readPatterns(section["dialects"], problems);
  const read = version === undefined ? {} : { version };
  const { rules: levels } = section;
  const rules = readRules(levels, ruleNamed, problems);
  const machine = readMachine(section["machine"], problems);
  const programs = readPrograms(section["programs"], problems);
  const settings: Settings = {
    ...(dialect === undefined || dialect === "auto" ? {} : { dialect }),
    ...(patterns === undefined ? {} : { dialects: patterns }),
    read,
    ...readShown(section, problems),
    ...readLanguage(section["language"], problems),
    lint: {
      ...(rules === undefined ? {} : { severities: rules }),
      ...(machine === undefined ? {} : { machine }),
      ...(programs === undefined ? {} : { programs }),
    },
    simulate: readBuild(section["busybox"], problems),
    scripts: readScripts(section["initScripts"], problems),
  };
  return { settings, problems };
}

/** How to read the document at this address: a folder's pattern goes before what holds for all files. */
export function readOptionsFor(
  { dialect, because, dialects: patterns, read }: Settings,
  uri: string,
): ReadOptions {
  const path = pathOf(uri);
  const place = path === undefined ? {} : { path };
  const pattern = patterns && decidingPattern(patterns, path ?? "");
  const named = pattern === undefined ? undefined : patterns?.[pattern];
  if (named !== undefined)
    return {
      ...read,
      ...place,
      preset: { dialect: named, because: message("setting.dialects", { pattern: pattern ?? "" }) },
    };
  if (dialect !== undefined)
    return { ...read, ...place, preset: { dialect, because: because ?? message("setting.dialect") } };
  return { ...read, ...place };
}

/** The path in an address; undefined for one that is not a hierarchy of folders. */
function pathOf(uri: string): string | undefined {
  const path = /^[A-Za-z][\w+.-]*:(?:\/\/[^/?#]*)?(\/[^?#]*)/.exec(uri)?.[1];
  try {
    return path && decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Reads settings so that equal values give the same object, and each problem is reported once. */
export function createSettingsReader(tell: (problem: string) => void): (value: unknown) => Promise<Settings> {
  const known = new Map<string, Settings>([[keyOf(defaultSettings), defaultSettings]]);
  const told = new Set<string>();
  return async (value) => {
    const { settings, problems } = readSettings(value, await ruleFinderFor(value));
    for (const problem of problems) {
      if (!told.has(problem)) tell(problem);
      told.add(problem);
    }
    const key = keyOf(settings);
    const same = known.get(key) ?? settings;
    known.set(key, same);
    return same;
  };
}

/** The names of all rules are loaded only for settings that name one. */
async function ruleFinderFor(value: unknown): Promise<RuleFinder> {
  const { rules } = isObject(value) ? value : {};
  if (!isObject(rules) || Object.keys(rules).length === 0) return () => undefined;
  return (await import("./rule-finder.ts")).ruleNamed;
}

/** What is shown between and after the lines. */
function readShown(
  section: Readonly<Record<string, unknown>>,
  problems: string[],
): Pick<Settings, "hints" | "lenses"> {
  const { codeLens, inlayHints } = section;
  const lenses = isObject(codeLens)
    ? oneOf(codeLens, "show", lensChoices, problems, "codeLens.show")
    : undefined;
  const { enabled } = isObject(inlayHints) ? inlayHints : {};
  if (enabled !== undefined && enabled !== null && typeof enabled !== "boolean")
    problems.push(`${inittab}.inlayHints.enabled: ${quote(enabled)} is neither true nor false`);
  return {
    ...(lenses === undefined || lenses === "boot" ? {} : { lenses }),
    ...(enabled === false ? { hints: false } : {}),
  };
}

function readLanguage(value: unknown, problems: string[]): Pick<Settings, "language"> {
  if (value === undefined || value === null || value === "auto") return {};
  if (typeof value === "string" && isSpoken(value)) return { language: value };
  problems.push(`${inittab}.language: ${quote(value)} is not a language of this server`);
  return {};
}

const lensChoices: readonly LensChoice[] = ["boot", "runlevels", "none"];

function readScripts(value: unknown, problems: string[]): Settings["scripts"] {
  if (!isObject(value)) return {};
  const family = oneOf(value, "family", ["auto", ...scriptFamilies], problems, "initScripts.family");
  const openrc = oneOf(value, "openrc", ["auto", ...openrcVersions], problems, "initScripts.openrc");
  return {
    ...(family === undefined || family === "auto" ? {} : { family }),
    ...(openrc === undefined || openrc === "auto" ? {} : { openrc }),
  };
}

/** The machine that the files are for; undefined if no setting says so. */
function readMachine(value: unknown, problems: string[]): MachineSpec | undefined {
  if (!isObject(value)) return undefined;
  const profile = oneOf(value, "profile", ["none", ...machineProfiles], problems, "machine.profile");
  const { console, terminals, virtualConsoles } = value;
  if (profile === undefined || profile === "none") return undefined;
  const wrong = (name: string, given: unknown, form: string) => {
    if (given !== undefined && given !== null)
      problems.push(`${inittab}.machine.${name}: ${quote(given)} is not ${form}`);
    return {};
  };
  return {
    profile,
    ...(typeof console === "string" && console !== ""
      ? { console }
      : console === ""
        ? {}
        : wrong("console", console, "a text")),
    ...(isTexts(terminals)
      ? terminals.length === 0
        ? {}
        : { terminals }
      : wrong("terminals", terminals, "a list of texts")),
    ...(typeof virtualConsoles === "boolean"
      ? { virtualConsoles }
      : wrong("virtualConsoles", virtualConsoles, "true or false")),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** Which BusyBox is meant, as far as that is said. */
function readBuild(value: unknown, problems: string[]): Settings["simulate"] {
  if (!isObject(value)) return {};
  const release = oneOf(value, "release", busyboxReleases, problems, "busybox.release");
  const asked = oneOf(value, "preset", ["auto", ...busyboxPresets], problems, "busybox.preset");
  const preset = asked === "auto" ? undefined : asked;
  const config = readConfig(value["config"], problems);
  if (release === undefined && preset === undefined && config === undefined) return {};
  return { usualBuild: { release, preset, config } };
}

function readConfig(value: unknown, problems: string[]): Partial<BusyboxConfig> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value) || Array.isArray(value)) {
    problems.push(`${inittab}.busybox.config: expected an object of options, so it is ignored`);
    return undefined;
  }
  const entries: [BusyboxSwitch, boolean][] = [];
  for (const [name, on] of Object.entries(value)) {
    const known = busyboxSwitches.find((each) => each === name);
    if (known === undefined)
      problems.push(`${inittab}.busybox.config: ${quote(name)} is none of ${busyboxSwitches.join(", ")}`);
    else if (typeof on !== "boolean")
      problems.push(`${inittab}.busybox.config.${name}: ${quote(on)} is neither true nor false`);
    else entries.push([known, on]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function keyOf(settings: Settings): string {
  return JSON.stringify(settings);
}

function readVersion(section: Readonly<Record<string, unknown>>, problems: string[]): ReadOptions["version"] {
  return oneOf(section, "initVersion", sysvinitVersions, problems);
}

function readPrograms(value: unknown, problems: string[]): OwnPrograms | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value) || Array.isArray(value)) {
    problems.push(`${inittab}.programs: expected an object of programs, so it is ignored`);
    return undefined;
  }
  const entries: [string, OwnPrograms[string]][] = [];
  for (const [name, word] of Object.entries(value)) {
    const run = ownRuns.find((known) => known === word);
    if (run !== undefined) entries.push([name, run]);
    else
      problems.push(
        `${inittab}.programs: ${quote(word)} for ${quote(name)} is none of ${ownRuns.join(", ")}`,
      );
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort());
}

function readPatterns(value: unknown, problems: string[]): DialectPatterns | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value) || Array.isArray(value)) {
    problems.push(`${inittab}.dialects: expected an object of patterns, so it is ignored`);
    return undefined;
  }
  const entries: [string, Dialect][] = [];
  for (const [pattern, name] of Object.entries(value)) {
    const dialect = dialects.find((known) => known === name);
    if (dialect !== undefined) entries.push([pattern, dialect]);
    else
      problems.push(
        `${inittab}.dialects: ${quote(name)} for ${quote(pattern)} is none of ${dialects.join(", ")}`,
      );
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort());
}

function readRules(value: unknown, ruleNamed: RuleFinder, problems: string[]): LintOptions["severities"] {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    problems.push(`${inittab}.rules: expected an object of rule names, so it is ignored`);
    return undefined;
  }
  const levels = ["off", ...severities] as const;
  const entries: [string, Severity | "off"][] = [];
  for (const [name, wanted] of Object.entries(value)) {
    const rule = ruleNamed(name);
    const level = levels.find((each) => each === wanted);
    if (rule === undefined) problems.push(`${inittab}.rules: there is no rule ${quote(name)}`);
    else if (level === undefined)
      problems.push(`${inittab}.rules.${name}: ${quote(wanted)} is none of ${levels.join(", ")}`);
    else entries.push([rule.id, level]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort());
}

function oneOf<const Word extends string>(
  section: Readonly<Record<string, unknown>>,
  name: string,
  allowed: readonly Word[],
  problems: string[],
  shown: string = name,
): Word | undefined {
  const value = section[name];
  if (value === undefined || value === null) return undefined;
  const word = allowed.find((each) => each === value);
  if (word === undefined)
    problems.push(`${inittab}.${shown}: ${quote(value)} is none of ${allowed.join(", ")}`);
  return word;
}

/** A value in a message: whatever it is, and not endless. */
function quote(value: unknown): string {
  return jsonText(value).slice(0, 80);
}
