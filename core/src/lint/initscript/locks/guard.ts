// Whether one command runs only if an earlier one ended well.

import type { ActionReach } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import { outwards, type Places } from "../body/places.ts";
import { errexit } from "../body/status-fate.ts";
import type { LockFacts } from "./lock-facts.ts";

/** How a command stands to another one of the same action. */
export type Order =
  /** It runs after the other one, on no condition. */
  | "unguarded"
  /** It runs before, on no condition. */
  | "before"
  /** Something may keep it from running, or nobody can tell. */
  | "guarded";

/** How `second` stands to `first`. */
export function orderOf(
  { outline, places, text }: LockFacts,
  reach: ActionReach,
  first: ReachedCommand,
  second: ReachedCommand,
): Order {
  if (errexit(text, outline) !== "off") return "guarded";
  const depth = commonDepth(first, second);
  const one = siteAt(reach, first, depth);
  const other = siteAt(reach, second, depth);
  if (one === undefined || other === undefined) return "guarded";
  const shared = sharedList(places, one.command, other.command);
  if (shared === undefined || shared.one === shared.other) return "guarded";
  const place = (statement: ShellStatement): number => places.get(statement)?.index ?? 0;
  const steps = stepsTo(reach, second, depth);
  const conditional = steps?.some(({ command }, index) =>
    isConditional(places, command, index === 0 ? shared.list : undefined),
  );
  if (conditional !== false) return "guarded";
  if (place(shared.other) < place(shared.one)) return "before";
  return leavesBetween(places, reach, first, second) ? "guarded" : "unguarded";
}

/** The number of functions that both are reached through. */
function commonDepth(first: ReachedCommand, second: ReachedCommand): number {
  const differing = first.via.findIndex((name, index) => second.via[index] !== name);
  return differing < 0 ? Math.min(first.via.length, second.via.length) : differing;
}

/** The call, at this depth of functions, that leads to a command; the command itself where it stands there. */
function siteAt(
  { commands }: ActionReach,
  reached: ReachedCommand,
  depth: number,
): ReachedCommand | undefined {
  if (reached.via.length === depth) return reached;
  const sites = commands.filter(
    ({ name, via }) =>
      name === reached.via[depth] &&
      via.length === depth &&
      via.every((step, index) => step === reached.via[index]),
  );
  return sites.length === 1 ? sites[0] : undefined;
}

/** The calls that lead to a command, from this depth on, and the command itself. */
function stepsTo(
  reach: ActionReach,
  reached: ReachedCommand,
  depth: number,
): readonly ReachedCommand[] | undefined {
  const steps: ReachedCommand[] = [];
  for (let at = depth; at <= reached.via.length; at++) {
    const site = siteAt(reach, reached, at);
    if (site === undefined) return undefined;
    steps.push(site);
  }
  return steps;
}

interface SharedList {
  readonly list: readonly ShellStatement[];
  /** What the two commands are part of in the list. */
  readonly one: ShellStatement;
  readonly other: ShellStatement;
}

function sharedList(places: Places, one: ShellStatement, other: ShellStatement): SharedList | undefined {
  for (const outer of outwards(places, one)) {
    const list = places.get(outer)?.list;
    for (const each of outwards(places, other))
      if (list !== undefined && places.get(each)?.list === list) return { list, one: outer, other: each };
  }
  return undefined;
}

/** Whether something between the command and the list, or else its function, decides if it runs. */
function isConditional(
  places: Places,
  command: ShellStatement,
  list: readonly ShellStatement[] | undefined,
): boolean {
  for (const statement of outwards(places, command)) {
    const place = places.get(statement);
    if (place === undefined) return true;
    if (place.list === list || place.role === "function") return false;
    if (place.role !== "group") return list !== undefined || place.role !== "script";
  }
  return false;
}

/** Whether the script, or a function, may be left between the two: `daemon svcd || exit 1`. */
function leavesBetween(
  places: Places,
  { commands }: ActionReach,
  first: ReachedCommand,
  second: ReachedCommand,
): boolean {
  return commands.slice(commands.indexOf(first) + 1, commands.indexOf(second)).some((each) => {
    if (each.name !== "exit" && each.name !== "return") return false;
    return isConditional(places, each.command, undefined) || each.guard === "guarded";
  });
}
