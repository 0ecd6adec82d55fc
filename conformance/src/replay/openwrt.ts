// Cases of OpenWrt: procd's inittab; scripts with rc.common, and how procd runs them.

import { isObject, type JsonObject } from "@inittab/cli/json-text";
import { type ProcdInittabCase, replayProcdInittab } from "../openwrt/procd-inittab.ts";
import { type CaseScript, type CaseStep, type RcCommonCase, replayRcCommon } from "../openwrt/rc-common.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What procd reads from its inittab, and what it does with that. */
export const replayProcdInittabCase: ReplayKind = {
  about: "an inittab of OpenWrt's procd, and what procd does in its states",
  accepts: (value) =>
    typeof value["text"] === "string" && value["flavor"] === undefined && !("inittab" in value),
  run: (value) => ({ result: replayProcdInittab(procdInittabCase(value)) }),
};

function procdInittabCase(value: JsonObject): ProcdInittabCase {
  const { text, devices, console: consoles, active } = value;
  if (typeof text !== "string") throw new CaseError("text is no text");
  if (devices !== undefined && !isTexts(devices)) throw new CaseError("devices is no array of texts");
  if (consoles !== undefined && typeof consoles !== "string") throw new CaseError("console is no text");
  if (active !== undefined && typeof active !== "string") throw new CaseError("active is no text");
  return {
    text,
    ...(devices !== undefined && { devices }),
    ...(consoles !== undefined && { console: consoles }),
    ...(active !== undefined && { active }),
  };
}

/** What calls of scripts and a boot do. */
export const replayRcCommonCase: ReplayKind = {
  about: "scripts with rc.common, and what calls of them and procd's rcS do",
  accepts: (value) => isObject(value["scripts"]) && Array.isArray(value["steps"]),
  run: (value) => ({ result: replayRcCommon(rcCommonCase(value)) }),
};

function rcCommonCase({ scripts, steps, "rc.d": links = {} }: JsonObject): RcCommonCase {
  if (!isObject(scripts)) throw new CaseError("scripts is no object");
  if (!isObject(links)) throw new CaseError("rc.d is no object");
  if (!Array.isArray(steps)) throw new CaseError("steps is no array");
  return {
    scripts: Object.fromEntries(
      Object.entries(scripts).map(([name, script]) => [name, caseScript(name, script)]),
    ),
    "rc.d": Object.fromEntries(
      Object.entries(links).map(([name, what]) => {
        if (typeof what !== "string" && what !== null)
          throw new CaseError(`${name} in rc.d is neither a text nor null`);
        return [name, what];
      }),
    ),
    steps: steps.map(caseStep),
  };
}

function caseScript(name: string, script: unknown): CaseScript {
  if (isTexts(script)) return script;
  const { lines, text, mode } = isObject(script) ? script : {};
  if (mode !== undefined && (typeof mode !== "string" || !/^[0-7]{3,4}$/.test(mode)))
    throw new CaseError(`the mode of ${name} is no octal number`);
  const more = mode === undefined ? {} : { mode };
  if (isTexts(text)) return { text, ...more };
  if (isTexts(lines)) return { lines, ...more };
  throw new CaseError(`the script ${name} has no lines`);
}

function caseStep(step: unknown): CaseStep {
  if (isTexts(step)) return step;
  const { boot, shutdown, build, sh } = isObject(step) ? step : {};
  if (typeof boot === "number") return { boot };
  if (typeof shutdown === "number") return { shutdown };
  if (isTexts(build)) return { build };
  if (typeof sh === "string") return { sh };
  throw new CaseError(`${JSON.stringify(step)} is no step`);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
