// Cases of OpenWrt: procd's inittab.

import type { JsonObject } from "@inittab/cli/json-text";
import { type ProcdInittabCase, replayProcdInittab } from "../openwrt/procd-inittab.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What procd reads from its inittab, and what it does with that. */
export const replayProcdInittabCase: ReplayKind = {
  about: "an inittab of OpenWrt's procd, and what procd does in its states",
  accepts: (value) => typeof value["text"] === "string" && !("lines" in value) && !("services" in value),
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

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
