// What insserv uses for one script: the header of an override file or of the script itself, with its complaints.

import type { LsbKeyword } from "../facts/lsb-keywords.ts";
import { type InsservHeader, readInsservHeader } from "../header/insserv.ts";
import type { NeededKeyword } from "./messages.ts";
import { giveUp, type InsservRun, type InsservScript, tell, warn } from "./run-state.ts";

/** The values of a script; insserv fills in some of them as it goes. */
export type ScriptValues = Partial<Record<LsbKeyword, string>>;

/** The header found for a script. */
export interface ScriptHeader {
  readonly values: ScriptValues;
  /** `none`: no complete header anywhere. */
  readonly state: "header" | "openrc-run" | "none";
}

const needed: readonly NeededKeyword[] = [
  "Provides",
  "Required-Start",
  "Required-Stop",
  "Default-Start",
  "Default-Stop",
];

/** The override folders, in the order of `InsservSystem.overrides`. */
const overrideFolders: readonly string[] = ["/etc/insserv/overrides", "/usr/share/insserv/overrides"];

/** Finds the header of a script, asking the override folders first; `path` is the name that messages are made of. */
export function loadHeader(run: InsservRun, script: InsservScript, path: string): ScriptHeader {
  if (headerOf(script).openrc) return { values: {}, state: "openrc-run" };
  const name = script.linkTarget?.replace(/.*\//, "") ?? script.name;
  let left: ScriptValues = {};
  const overrides = run.system.overrides.flatMap((folder, place) => {
    const text = folder.get(name);
    if (text === undefined) return [];
    return [
      { read: () => readInsservHeader(text), called: name, folder: `${overrideFolders[place] ?? ""}/` },
    ];
  });
  const own = { read: () => headerOf(script), called: path, folder: "" };
  for (const { read, called, folder } of [...overrides, own]) {
    tell(run, 2, `Loading ${folder}${called}`);
    const header = read();
    // A file without begin marker leaves what an earlier file said.
    if (header.state !== "none") left = plainValues(header);
    complain(run, header, called);
    if (header.state === "complete") return { values: left, state: "header" };
  }
  return { values: left, state: "none" };
}

const headers = new WeakMap<InsservScript, InsservHeader>();

/** The header in a script; read once, since each link of the script asks for it, and each run. */
function headerOf(script: InsservScript): InsservHeader {
  const header = headers.get(script) ?? readInsservHeader(script.text);
  headers.set(script, header);
  return header;
}

function plainValues(header: InsservHeader): ScriptValues {
  return Object.fromEntries(Object.entries(header.values).map(([keyword, value]) => [keyword, value.text]));
}

function complain(run: InsservRun, header: InsservHeader, path: string): void {
  // The program takes every name with these first letters for that of a link and cuts off three characters.
  const script = /^[SK]/.test(path) ? path.slice(3) : path;
  if (header.state === "open") {
    warn(run, { kind: "header-not-ended", script, forced: run.options.force });
    if (!run.options.force) giveUp(run, { kind: "exiting", why: "error" });
  }
  if (header.state !== "complete") return;
  const missing = needed.filter((keyword) => header.values[keyword] === undefined);
  const empty = header.values.Provides?.text === "";
  if (missing.length === 0 && !empty) return;
  warn(run, { kind: "header-incomplete", script });
  for (const keyword of needed) {
    if (missing.includes(keyword)) warn(run, { kind: "keyword-missing", script, keyword });
    else if (keyword === "Provides" && empty) warn(run, { kind: "provides-empty", script });
  }
}
