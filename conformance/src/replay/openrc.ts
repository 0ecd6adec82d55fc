// Cases of OpenRC: services and runlevels, and what its programs do with them; or the whole way from an inittab.

import { isObject, type JsonObject } from "@inittab/cli/json-text";
import { defaultOpenrcVersion, findOpenrcVersion, type OpenrcVersion } from "@inittab/core";
import { replayOpenrc } from "../initscript/openrc.ts";
import type { OpenrcCase } from "../initscript/openrc-case.ts";
import { replayOpenrcInittab } from "../initscript/openrc-inittab.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What OpenRC does in a case. */
export const replayOpenrcCase: ReplayKind = {
  about: "services and runlevels of OpenRC, and what its programs do with them",
  accepts: (value) => isObject(value["services"]) && isObject(value["runlevels"]),
  run: (value, { openrc }) => {
    const subject = openrcCase(value);
    const version = caseVersion(value["version"]) ?? openrc ?? defaultOpenrcVersion;
    return {
      result:
        subject.inittab === undefined
          ? replayOpenrc(subject, version)
          : replayOpenrcInittab(subject, subject.inittab, version),
    };
  },
};

function caseVersion(name: unknown): OpenrcVersion | undefined {
  if (name === undefined) return undefined;
  const version = typeof name === "string" ? findOpenrcVersion(name) : undefined;
  if (version === undefined) throw new CaseError(`version ${JSON.stringify(name)} is not known`);
  return version;
}

/** Everything that the case's form promises is looked at, so that nothing else can go wrong after it. */
function openrcCase(value: JsonObject): OpenrcCase {
  for (const member of ["services", "runlevels"])
    if (!isObject(value[member])) throw new CaseError(`${member} is no object`);
  for (const [name, service] of membersOf(value, "services")) {
    if (!isObject(service)) throw new CaseError(`the service ${name} is no object`);
    for (const member of ["depend", "head", "tail", "conf", "text"])
      checkTexts(service, member, `${member} of ${name}`);
    for (const member of ["start", "stop"]) {
      const what = service[member] ?? 0;
      if (typeof what !== "number" && !isTexts(what))
        throw new CaseError(`${member} of ${name} is neither a number nor an array of texts`);
    }
    const { mode = "755" } = service;
    if (typeof mode !== "string" || !/^[0-7]{3,4}$/.test(mode))
      throw new CaseError(`the mode of ${name} is no octal number`);
  }
  for (const [level, entries] of membersOf(value, "runlevels"))
    if (!Array.isArray(entries) || !entries.every(isEntry))
      throw new CaseError(`the runlevel ${level} is no array of names`);
  for (const member of ["rc.conf", "inittab"]) checkTexts(value, member, member);
  for (const member of ["conf.d", "files"])
    for (const [name] of membersOf(value, member)) {
      const inner = value[member];
      if (isObject(inner)) checkTexts(inner, name, `${member} ${name}`);
    }
  for (const [name, target] of membersOf(value, "links"))
    if (typeof target !== "string") throw new CaseError(`the link ${name} is no text`);
  const { steps = [] } = value;
  if (!Array.isArray(steps) || !steps.every(isStep)) throw new CaseError("steps are no commands");
  return value as unknown as OpenrcCase;
}

function membersOf(value: JsonObject, member: string): readonly (readonly [string, unknown])[] {
  const inner = value[member] ?? {};
  if (!isObject(inner)) throw new CaseError(`${member} is no object`);
  return Object.entries(inner);
}

function checkTexts(object: JsonObject, member: string, what: string): void {
  if (object[member] !== undefined && !isTexts(object[member]))
    throw new CaseError(`${what} is no array of texts`);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isEntry(entry: unknown): boolean {
  return typeof entry === "string" || (isObject(entry) && typeof entry["stack"] === "string");
}

function isStep(step: unknown): boolean {
  if (isTexts(step)) return true;
  if (!isObject(step)) return false;
  const { sh, run, env } = step;
  if (typeof sh === "string") return true;
  return isTexts(run) && isObject(env) && Object.values(env).every((item) => typeof item === "string");
}
