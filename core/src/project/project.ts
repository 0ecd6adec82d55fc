// `inittab.json`: what a repository says about its inittabs and init scripts. The command line, the language server and
// the tests read it here; the file is read from the disk by whoever calls.

import type { ScriptFamily } from "../initscript/families/names.ts";
import type { OpenrcVersion } from "../initscript/openrc/versions.ts";
import type { Dialect } from "../inittab/dialect.ts";
import { matchesPattern } from "../inittab/dialect-pattern.ts";
import type { MachineProfile, MachineSpec } from "../inittab/machine-profile.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import { allRules, findAnyRule } from "../lint/all-rules.ts";
import type { Severity } from "../lint/contract.ts";
import { type PlacedPolicy, readPolicies } from "../policy/policy.ts";
import type { OwnPrograms } from "../programs/own-runs.ts";
import type { BusyboxWish } from "../simulate/busybox/machine/builds.ts";
import type { SimulatedProgram } from "../simulate/machines.ts";
import type { JsonSchema } from "../simulate/run/json-schema.ts";
import { readForm, type ScenarioProblem } from "../simulate/run/scenario-form.ts";
import { describePath } from "../text/json-path.ts";
import { nearestName } from "../text/words.ts";
import { message } from "./message.ts";
import { folderMembers, severitySchema, topMembers } from "./project-schema.ts";

/** Settings for files. A member that is undefined is left to the editor and to the files themselves. */
export interface ProjectSettings {
  readonly dialect?: Dialect | "auto";
  /** Of sysvinit. */
  readonly release?: SysvinitVersion;
  /** Of BusyBox, and how it is built. */
  readonly busybox?: BusyboxWish;
  readonly openrc?: OpenrcVersion | "auto";
  readonly family?: ScriptFamily | "auto";
  readonly profile?: MachineSpec;
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  readonly programs?: OwnPrograms;
}

/** What the file says. */
export interface Project {
  readonly settings: ProjectSettings;
  /** Settings for some files, in the order in which they are applied. */
  readonly folders: readonly { readonly pattern: string; readonly settings: ProjectSettings }[];
  readonly policies: readonly PlacedPolicy[];
  /** Policy files by their paths below the folder of the file. */
  readonly policyFiles: readonly { readonly path: string; readonly at: Path }[];
  /** Root file systems by their paths below the folder of the file. */
  readonly roots: readonly string[];
}

/** What could be read, and what is wrong with the rest. */
export interface ProjectReading {
  readonly project: Project;
  readonly problems: readonly ScenarioProblem[];
}

/** The settings for one file; `pattern`: the folder that its dialect stands in. */
export interface SettingsOfFile extends ProjectSettings {
  readonly dialectPattern?: string;
}

type Path = readonly (string | number)[];

/** Understands the value of an `inittab.json`. A member that is wrong is a problem, and is left out. Never throws. */
export function readProject(value: unknown): ProjectReading {
  const problems: ScenarioProblem[] = [];
  if (!isObject(value)) {
    problems.push({ path: [], message: message("project.no-object"), severity: "error" });
    return { project: { settings: {}, folders: [], policies: [], policyFiles: [], roots: [] }, problems };
  }
  const reader = createReader(value, [], problems);
  reader.refuseOthers([...Object.keys(topMembers), ...Object.keys(folderMembers)]);
  reader.take<string>("$schema", topMembers.$schema);
  const policies = readPolicyList(reader, problems);
  const roots = reader.take<readonly string[]>("roots", topMembers.roots) ?? [];
  return {
    project: {
      settings: readSettings(reader, problems),
      folders: readFolders(reader, problems),
      ...policies,
      roots: roots.filter((path, index) => isBelow(path) || refuse(problems, ["roots", index])),
    },
    problems,
  };
}

/** The settings for the file at a path below the folder of `inittab.json`: of all patterns that match, the longest wins. */
export function settingsOfFile({ settings, folders }: Project, path: string): SettingsOfFile {
  let found: SettingsOfFile = settings;
  for (const { pattern, settings: own } of folders) {
    if (!matchesPattern(pattern, `/${path}`)) continue;
    const rules =
      found.rules === undefined && own.rules === undefined ? {} : { rules: { ...found.rules, ...own.rules } };
    const programs =
      found.programs === undefined && own.programs === undefined
        ? {}
        : { programs: { ...found.programs, ...own.programs } };
    const by = own.dialect === undefined ? {} : { dialectPattern: pattern };
    found = { ...found, ...own, ...rules, ...programs, ...by };
  }
  return found;
}

/** Which programs are simulated where neither an option nor a scenario says it. */
export function programOfSettings({ release, busybox }: ProjectSettings): SimulatedProgram {
  return {
    ...(release !== undefined && { usualVersion: release }),
    ...(busybox !== undefined && { usualBuild: busybox }),
  };
}

interface MemberReader {
  /** The member with this name, if it is there and has the form. */
  readonly take: <Member>(name: string, schema: JsonSchema) => Member | undefined;
  /** The member with this name, if it is there and is an object; what is in it is looked at one by one. */
  readonly takeObject: (name: string) => Readonly<Record<string, unknown>> | undefined;
  /** Tells of members that have none of these names. */
  readonly refuseOthers: (names: readonly string[]) => void;
  readonly path: Path;
}

function createReader(
  section: Readonly<Record<string, unknown>>,
  path: Path,
  problems: ScenarioProblem[],
): MemberReader {
  const take = <Member>(name: string, schema: JsonSchema): Member | undefined => {
    if (!Object.hasOwn(section, name)) return undefined;
    const form = readForm<Member>(section[name], { schema, doubtsOf: () => [] });
    if (form.kind !== "wrong") return form.scenario;
    problems.push(
      ...form.problems.map((problem) => named({ ...problem, path: [...path, name, ...problem.path] })),
    );
    return undefined;
  };
  return {
    path,
    take,
    takeObject: (name) => {
      const { [name]: value } = section;
      return isObject(value) ? value : take(name, { type: "object" });
    },
    refuseOthers: (names) => {
      const others = Object.keys(section).filter((name) => !names.includes(name));
      if (others.length === 0) return;
      const known = Object.fromEntries(names.map((name) => [name, {}]));
      const only = Object.fromEntries(others.map((name) => [name, null]));
      const schema: JsonSchema = { type: "object", properties: known };
      const form = readForm(only, { schema, doubtsOf: () => [] });
      for (const problem of form.problems) problems.push({ ...problem, path: [...path, ...problem.path] });
    },
  };
}

function readSettings(reader: MemberReader, problems: ScenarioProblem[]): ProjectSettings {
  const { take, takeObject } = reader;
  const dialect = take<Dialect | "auto">("dialect", folderMembers.dialect);
  const release = take<SysvinitVersion>("release", folderMembers.release);
  const busybox = take<BusyboxWish>("busybox", folderMembers.busybox);
  const openrc = take<OpenrcVersion | "auto">("openrc", folderMembers.openrc);
  const family = take<ScriptFamily | "auto">("family", folderMembers.family);
  const profile = take<WrittenProfile>("profile", folderMembers.profile);
  const rules = takeObject("rules");
  const programs = take<OwnPrograms>("programs", folderMembers.programs);
  return {
    ...(dialect !== undefined && { dialect }),
    ...(release !== undefined && { release }),
    ...(busybox !== undefined && { busybox }),
    ...(openrc !== undefined && { openrc }),
    ...(family !== undefined && { family }),
    ...(profile !== undefined && { profile: machineIn(profile) }),
    ...(rules !== undefined && { rules: rulesIn(rules, [...reader.path, "rules"], problems) }),
    ...(programs !== undefined && { programs }),
  };
}

/** A profile as it is written. */
type WrittenProfile =
  | MachineProfile
  | ({ readonly name: MachineProfile } & Pick<MachineSpec, "console" | "terminals" | "virtualConsoles">);

function machineIn(written: WrittenProfile): MachineSpec {
  if (typeof written === "string") return { profile: written };
  const { name, ...own } = written;
  return { profile: name, ...own };
}

function rulesIn(
  written: Readonly<Record<string, unknown>>,
  path: Path,
  problems: ScenarioProblem[],
): NonNullable<ProjectSettings["rules"]> {
  const entries: [string, Severity | "off"][] = [];
  const { take } = createReader(written, path, problems);
  for (const name of Object.keys(written)) {
    const rule = findAnyRule(name);
    if (rule === undefined) {
      const nearest = nearestName(
        name,
        allRules.map(({ id }) => ({ name: id })),
      );
      const what = message("project.no-rule", { name: { code: name }, nearest: nearest ?? "none" });
      problems.push(named({ path: [...path, name], message: what, severity: "error", about: "name" }));
      continue;
    }
    const severity = take<Severity | "off">(name, severitySchema);
    if (severity !== undefined) entries.push([rule.id, severity]);
  }
  return Object.fromEntries(entries);
}

function readFolders(reader: MemberReader, problems: ScenarioProblem[]): Project["folders"] {
  const written = reader.takeObject("folders") ?? {};
  const { takeObject } = createReader(written, ["folders"], problems);
  return Object.keys(written)
    .flatMap((pattern) => {
      const path = ["folders", pattern];
      if (pattern.replaceAll("/", "") === "") {
        const what = message("project.empty-pattern");
        problems.push({
          ...named({ path: ["folders"], message: what, severity: "error" }),
          path,
          about: "name",
        });
        return [];
      }
      const section = takeObject(pattern);
      if (section === undefined) return [];
      const inner = createReader(section, path, problems);
      inner.refuseOthers(Object.keys(folderMembers));
      return [{ pattern, settings: readSettings(inner, problems) }];
    })
    .sort(
      (one, other) => one.pattern.length - other.pattern.length || (one.pattern < other.pattern ? -1 : 1),
    );
}

function readPolicyList(
  reader: MemberReader,
  problems: ScenarioProblem[],
): Pick<Project, "policies" | "policyFiles"> {
  const policies: PlacedPolicy[] = [];
  const policyFiles: { readonly path: string; readonly at: Path }[] = [];
  const list = reader.take<readonly unknown[]>("policies", topMembers.policies) ?? [];
  for (const [index, item] of list.entries()) {
    const at = ["policies", index];
    if (typeof item === "string") {
      if (isBelow(item) || refuse(problems, at)) policyFiles.push({ path: item, at });
      continue;
    }
    // A list of one, so that the places in it begin with 0.
    const reading = readPolicies([item]);
    if (reading.kind === "policies")
      policies.push(...reading.policies.map(({ policy }) => ({ policy, path: at })));
    else
      problems.push(
        ...reading.problems.map((problem) => named({ ...problem, path: [...at, ...problem.path.slice(1)] })),
      );
  }
  return { policies, policyFiles };
}

/** A problem that names the member it is about. */
function named(problem: ScenarioProblem): ScenarioProblem {
  const { path, message: what } = problem;
  return { ...problem, message: message("project.member", { member: { code: describePath(path) }, what }) };
}

/** Tells that a path leads out; false, so that it can stand in a condition. */
function refuse(problems: ScenarioProblem[], path: Path): false {
  problems.push(named({ path, message: message("project.leads-out"), severity: "error" }));
  return false;
}

/** Whether a path, by its words alone, leads to something below the folder that it counts from. */
function isBelow(path: string): boolean {
  if (path === "" || path.startsWith("/") || /^[A-Za-z]:|\\|\0/.test(path)) return false;
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return false;
  }
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
