// What `service NAME status` answers after each change of runlevel that was followed.

import {
  type FollowedChange,
  type InitTree,
  lifeAfter,
  momentOf,
  type RcFlavor,
  type ServiceLife,
  type ServiceMoment,
  type ServiceReport,
  serviceReport,
} from "@inittab/core";
import { loadShell } from "@inittab/host/shell/node";

/** A service after a change of runlevel. */
export interface ServiceState {
  readonly name: string;
  /** There is a script of this name. */
  readonly hasScript: boolean;
  /** Undefined if nothing is known. */
  readonly report: ServiceReport | undefined;
  /** It was to be killed at this moment: whether there was a process to kill. */
  readonly killed: "now" | "was-down" | undefined;
  /** What is there of it. */
  readonly now: ServiceMoment;
}

/** What was followed, and which services are asked for. */
interface StatesRequest {
  readonly tree: InitTree;
  readonly flavor: RcFlavor;
  readonly services: readonly string[];
  /** Those whose process is killed once the first change is over: nobody takes away its lock and its pid file. */
  readonly killed: ReadonlySet<string>;
  readonly walks: readonly FollowedChange[];
  /** The locks before the first change. */
  readonly locks: readonly string[];
}

/** The states of the services, one list for each change. */
export async function loadServiceStates(
  request: StatesRequest,
): Promise<readonly (readonly ServiceState[])[]> {
  const { tree, flavor, services, walks } = request;
  const parser = await loadShell();
  const byName = services.map((name) => {
    const script = tree.scripts.find((each) => each.name === name);
    const shell = script === undefined ? undefined : parser.parse(script.text);
    const report =
      script === undefined ? undefined : serviceReport({ name, text: script.text, shell, flavor });
    return { name, hasScript: script !== undefined, report, lives: livesAfter(request, name, report?.lock) };
  });
  return walks.map(({ recorded }, at) =>
    byName.map(({ name, hasScript, report, lives }) => {
      const life = lives[at] ?? "stopped";
      const now = momentOf(report, life, recorded.locks);
      const isAsked = at === 0 && request.killed.has(name) && report !== undefined;
      const killed = isAsked ? (life === "killed" ? "now" : "was-down") : undefined;
      return { name, hasScript, report, killed, now };
    }),
  );
}

/**
 * Whether the process of a service is there after each change: the last call decides, and before the first one a lock or
 * a link of the level that is left.
 */
function livesAfter(
  { tree, walks, locks, killed }: StatesRequest,
  name: string,
  lock: string | undefined,
): readonly ServiceLife[] {
  const previous = walks[0]?.change.previous;
  const links = [...tree.folders.values()].find(({ level }) => level === previous)?.entries ?? [];
  const wasUp =
    lock === undefined
      ? links.some((entry) => /^S../.test(entry.name) && entry.name.slice(3) === name)
      : locks.includes(lock);
  let life: ServiceLife = wasUp ? "lives" : "stopped";
  return walks.map(({ events }, at) => {
    for (const { step } of events)
      if (step.kind === "call" && scriptName(step.path) === name)
        life = lifeAfter(life, { called: step.argument });
    if (at === 0 && killed.has(name)) life = lifeAfter(life, "killed");
    return life;
  });
}

/** The name of the script at a path as rc calls it: `rc3.d/S20db`, `init.d/db`. */
function scriptName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /(?:^|\/)rc[0-9S]\.d\//.test(path) ? name.replace(/^[SK]../, "") : name;
}
