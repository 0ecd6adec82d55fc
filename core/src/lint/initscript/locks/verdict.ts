// The four rules that say of a script what is wrong with its lock as a whole. A script hears at most one of them.

import { type LockUse, lockUses } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import { remembered } from "../../../text/remembered.ts";
import type { Severity } from "../../contract.ts";
import { readsLibrary } from "../body/libraries.ts";
import type { ScriptContext } from "../contract.ts";
import { launchingCommand } from "./launches.ts";
import {
  certainlyNot,
  doesSomething,
  type LockAction,
  type LockFacts,
  lockFacts,
  usesOf,
} from "./lock-facts.ts";
import { misplacedLocks } from "./misplaced.ts";

/** What is wrong, the strongest first. */
export type LockVerdict = {
  readonly facts: LockFacts;
  readonly start: LockAction;
  readonly stop: LockAction;
} & (
  | { readonly kind: "not-removed"; readonly touch: LockUse; readonly instead: LockUse | undefined }
  | { readonly kind: "removed-elsewhere"; readonly touch: LockUse; readonly removal: LockUse }
  | ({ readonly kind: "not-touched"; readonly removal: LockUse } & Starting)
  | ({ readonly kind: "missing" } & Starting)
);

interface Starting {
  /** Undefined where nothing is started that stays. */
  readonly starting: ReachedCommand | undefined;
  readonly severity: Severity;
  /** It is on in no level yet. */
  readonly isOff?: boolean;
}

/** What is wrong with a script's lock as a whole; undefined where nothing is, or where nobody can tell. */
export const lockVerdict: (script: ScriptContext) => LockVerdict | undefined = remembered((script) => {
  const facts = lockFacts(script);
  const start = facts?.action("start");
  const stop = facts?.action("stop");
  if (facts === undefined || start === undefined || stop === undefined) return undefined;
  const whole = { facts, start, stop };
  const own = start.touches.filter((name) => name === facts.name);
  for (const name of [...own, ...start.touches.filter((each) => each !== facts.name)]) {
    const [touch] = usesOf(start, "touch", name);
    if (touch === undefined || usesOf(stop, "remove", name).length > 0) continue;
    const instead = usesOf(stop, "remove").find((removal) => !start.touches.includes(removal.name));
    if (certainlyNot(stop, "remove", name) && !becomesAnother(stop))
      return { ...whole, kind: "not-removed", touch, instead };
    if (instead !== undefined && !stop.unsure.some(({ kind }) => kind === "remove"))
      return { ...whole, kind: "removed-elsewhere", touch, removal: instead };
  }
  if (!certainlyNot(start, "touch")) return undefined;
  const isOff = neverStartedByRc(script);
  // A folder in the lock's place, or a lock in another folder, is what another rule tells.
  if (usesOf(start, "mkdir").length > 0 || misplacedLocks(script, facts).length > 0) return undefined;
  const starting = launchingCommand(facts.outline, start, stop);
  if (starting === undefined && (isOff || !doesSomething(stop))) return undefined;
  const severity = isOff ? "information" : starting === undefined ? "hint" : "warning";
  const [removal] = usesOf(stop, "remove");
  if (removal !== undefined)
    return isOff ? undefined : { ...whole, kind: "not-touched", removal, starting, severity };
  if (
    touchedAnywhere(facts) ||
    !(
      isPlaced(script) ||
      script.chkconfig().lines.some(({ tag }) => tag === "chkconfig") ||
      readsFunctions(facts)
    )
  )
    return undefined;
  return { ...whole, kind: "missing", starting, severity, isOff };
});

/** `stop` ends as another program, which may do the rest. */
function becomesAnother({ commands }: LockAction): boolean {
  return commands.some(({ name, command }) => name === "exec" && command.words.length > 1);
}

function touchedAnywhere({ outline }: LockFacts): boolean {
  const all = [...outline.topLevel, ...outline.arms.flatMap(({ commands }) => commands)];
  const { locks, unsure } = lockUses(outline, all);
  return [...locks, ...unsure].some(({ kind }) => kind === "touch");
}

/** Somebody or the system around says that rc goes by locks, whatever the script itself shows. */
function isPlaced({ family }: ScriptContext): boolean {
  return family.by !== "script" && family.weight !== "usual";
}

function readsFunctions({ outline }: LockFacts): boolean {
  return readsLibrary(outline, "redhat");
}

/** The script is on in no level, as far as its header and the links of its system say. */
function neverStartedByRc({ name, tree, chkconfig }: ScriptContext): boolean {
  if (chkconfig().levels !== 0) return false;
  const folders = tree === undefined ? [] : [...tree.folders.values()];
  return !folders.some(({ entries }) =>
    entries.some((entry) => entry.name.startsWith("S") && entry.name.slice(3) === name),
  );
}
