// procd's own run of the scripts in /etc/rc.d: rcS with the pattern S at boot, with K at shutdown. Source: spec/openwrt.md,
// section 3; observed: rcS.c of procd with libubox's run queue.

import type { ScriptsRun } from "../../inittab/procd-entries.ts";
import { byBytesOf } from "../boot/name-order.ts";
import { fitsPattern } from "../boot/pattern.ts";
import type { ScriptSystem } from "../system/system.ts";

/** A script that was to be run. */
export interface RcsStep {
  /** Its path in /etc/rc.d. */
  readonly path: string;
  /** `skipped`: it could not be executed, and procd does not report that. */
  readonly kind: "ended" | "killed" | "skipped";
  readonly status: number;
  /** The lines that go to the log; a last one without its newline is lost. Observed: output. */
  readonly lines: readonly string[];
}

/** What came of a run. */
export interface RcsResult {
  /** Whether any name matched; without one, procd goes on at once. */
  readonly matched: boolean;
  readonly steps: readonly RcsStep[];
  readonly seconds: number;
}

/** Where the links are. */
export const rcFolder = "/etc/rc.d";

/** The names that a pattern finds, in the order in which they are run: that of their bytes. Observed: start-100, same-number. */
export function rcsNames(names: readonly string[], pattern: string): readonly string[] {
  return names.filter((name) => fitsPattern(name, `${pattern}*`)).toSorted(byBytesOf);
}

/** Runs the scripts one after the other in a system. */
export function runRcs(system: ScriptSystem, { pattern, argument }: ScriptsRun): RcsResult {
  const began = system.now();
  const names = rcsNames(system.files.names(rcFolder) ?? [], pattern);
  const steps = names.map((name) => runScript(system, `${rcFolder}/${name}`, argument));
  return { matched: names.length > 0, steps, seconds: system.now() - began };
}

/** How long a stop may take before it is asked to end, and how long until it is killed then. Observed: stop-hangs, stop-ignores. */
const stopLimits = { term: 15, kill: 10 };

function runScript(system: ScriptSystem, path: string, argument: string): RcsStep {
  const { files } = system;
  const skipped: RcsStep = { path, kind: "skipped", status: 1, lines: [] };
  if (files.status(path)?.kind !== "file" || !files.allows(path, 1)) return skipped;
  // procd does not hand a file without a first line to a shell.
  if (files.read(path)?.startsWith("#!") !== true) return skipped;
  const call = system.start({ argv: [path, argument] });
  const isLimited = argument === "stop" || argument === "shutdown";
  let result = system.continue(call, isLimited ? stopLimits.term : undefined);
  for (const [signal, wait] of [
    ["TERM", stopLimits.kill],
    ["KILL", 0],
  ] as const) {
    if (result.end !== undefined || !isLimited) break;
    system.signal(call.pid, signal);
    result = system.continue(call, wait);
  }
  const kind = result.end?.kind === "killed" ? "killed" : "ended";
  return { path, kind, status: result.status, lines: result.output.split("\n").slice(0, -1) };
}
