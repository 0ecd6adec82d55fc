// Small systems of init scripts for tests: what insserv and rc get to see, from as few words as possible.

import type { InsservSystem } from "../initscript/insserv/run-state.ts";
import type { RcEntry, RcScript, RcSystem, ScriptAction } from "../initscript/rc/model.ts";
import { usualConfiguration } from "../initscript/tree/order.ts";

/** A script: only the lines of its LSB header, or all lines. */
export type ScriptLines = { readonly name: string } & (
  | { readonly header: readonly string[] }
  | { readonly body: readonly string[] }
);

/** The text of a script. */
export function scriptText(script: ScriptLines): string {
  const lines =
    "body" in script
      ? script.body
      : ["#!/bin/sh", "### BEGIN INIT INFO", ...script.header, "### END INIT INFO", "exit 0"];
  return lines.map((line) => `${line}\n`).join("");
}

/** Folders with these scripts and no links; init.d is listed from the last script to the first. */
export function insservSystemWith(
  scripts: readonly ScriptLines[],
  configuration: string = usualConfiguration(),
): InsservSystem {
  return {
    scripts: scripts
      .map((script) => ({ name: script.name, text: scriptText(script), executable: true }))
      .toReversed(),
    configuration,
    configurationFiles: [],
    overrides: [new Map()],
    fileFilters: undefined,
    links: new Map(),
  };
}

/** How a service behaves: it keeps a lock while it is up, or none; or it is something else. */
type Service = "keeps-lock" | "no-lock" | "not-executable" | "killall";

/** A system as rc finds it. */
export interface RcParts {
  readonly services: Readonly<Record<string, Service>>;
  /** The names of links by level, each to the service behind its third character; of those marked, nothing is there. */
  readonly rc: Readonly<
    Record<string, readonly (string | { readonly name: string; readonly missing: true })[]>
  >;
  readonly locks?: readonly string[];
  /** What is typed where rc asks; the file that makes it ask is there. */
  readonly confirm?: string;
}

/** The folders 0 to 6, and the locks. */
export function rcSystemWith({ services, rc, locks = [], confirm }: RcParts): RcSystem {
  const scripts = Object.entries(services).map(([name, service]) => rcScript(name, service));
  const levels = ["0", "1", "2", "3", "4", "5", "6"];
  return {
    scripts,
    folders: new Map(
      levels.map((level) => [level, (rc[level] ?? []).map((entry) => rcEntry(entry, scripts))]),
    ),
    locks,
    lockFolders: [],
    ...(confirm === undefined ? {} : { confirm }),
  };
}

function rcScript(name: string, service: Service): RcScript {
  const nothing: ScriptAction = { touch: [], remove: [], exit: 0, output: "" };
  const keeps = service === "keeps-lock";
  return {
    name,
    // As much of the text as an rc program looks at.
    text: `#!/bin/sh\n${service === "killall" ? "" : ". /etc/init.d/functions\n"}`,
    executable: service !== "not-executable",
    killall: service === "killall",
    start: keeps ? { ...nothing, touch: [name] } : nothing,
    stop: keeps ? { ...nothing, remove: [name] } : nothing,
  };
}

function rcEntry(entry: RcParts["rc"][string][number], scripts: readonly RcScript[]): RcEntry {
  const name = typeof entry === "string" ? entry : entry.name;
  const script =
    typeof entry === "string" ? scripts.find((each) => each.name === name.slice("S00".length)) : undefined;
  return script === undefined
    ? { name, kind: "missing", executable: false, script }
    : { name, kind: "regular", executable: script.executable, script };
}
