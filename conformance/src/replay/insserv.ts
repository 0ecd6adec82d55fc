// Cases of insserv: scripts with headers, links and configuration, and what the ordering tool makes of them.

import { isObject, type JsonObject } from "@inittab/cli/json-text";
import { type InsservCase, replayInsserv } from "../initscript/insserv.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What insserv does with the scripts of a case. */
export const replayInsservCase: ReplayKind = {
  about: "init scripts with headers, and the order that insserv gives them",
  accepts: (value) => "scripts" in value,
  run: (value) => ({ result: replayInsserv(insservCase(value)) }),
};

/** Everything that the case's form promises is looked at, so that nothing else can go wrong behind it. */
function insservCase(value: JsonObject): InsservCase {
  const { scripts } = value;
  if (!Array.isArray(scripts)) throw new CaseError("scripts is no array");
  for (const script of scripts) {
    if (!isObject(script) || typeof script["name"] !== "string") throw new CaseError("a script has no name");
    const { mode } = script;
    for (const member of ["header", "body"]) checkTexts(script, member);
    if (mode !== undefined && typeof mode !== "string")
      throw new CaseError("the mode of a script is no text");
  }
  for (const member of ["conf", "filters"]) checkTexts(value, member);
  for (const member of ["confd", "overrides", "links"]) {
    const inner = value[member] ?? {};
    if (!isObject(inner)) throw new CaseError(`${member} is no object`);
    for (const name of Object.keys(inner)) checkTexts(inner, name);
  }
  const { commands = [] } = value;
  if (!Array.isArray(commands) || !commands.every(isTexts))
    throw new CaseError("commands are no lists of words");
  return value as unknown as InsservCase;
}

function checkTexts(object: JsonObject, member: string): void {
  if (object[member] !== undefined && !isTexts(object[member]))
    throw new CaseError(`${member} is no array of texts`);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
