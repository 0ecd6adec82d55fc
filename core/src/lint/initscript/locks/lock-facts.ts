// What the rules on lock files ask about a script, and how they change it.

import {
  type ActionReach,
  type LockUse,
  type LockUses,
  lockMatches,
  lockPath,
  lockUses,
  reachOf,
} from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { TextEdit } from "../../../text/range.ts";
import { remembered } from "../../../text/remembered.ts";
import { bodyFacts } from "../body/body-facts.ts";
import { insertedBehind } from "../body/edits.ts";
import { following, listMember, type Places, statusVariable } from "../body/places.ts";
import { runsStartStopDaemon } from "../body/start-stop-daemon.ts";
import type { ScriptContext } from "../contract.ts";

/** An action of a script and what it does to locks. */
export interface LockAction extends ActionReach, LockUses {
  /** The names it touches, in the order of the text, each once. */
  readonly touches: readonly string[];
  /** It gives the path of a lock to a program that may make one: install, lockfile, a program of its own. */
  readonly handsOver: boolean;
}

/** A script of a family with locks whose arms are known. */
export interface LockFacts {
  readonly text: string;
  readonly outline: ScriptOutline;
  readonly places: Places;
  /** The name that rc looks for: the file's, without `.init`; empty where nobody knows it, as of `init.redhat` in a source package. */
  readonly name: string;
  /** Undefined where the script has no arm for the action. */
  readonly action: (name: string) => LockAction | undefined;
}

/**
 * What is known of a script's locks; undefined for scripts that do not belong to a family with locks without doubt (one
 * mark is not enough: a Debian script may carry a chkconfig line too) and for scripts whose arms are not understood.
 */
export const lockFacts: (script: ScriptContext) => LockFacts | undefined = remembered((script) => {
  const { text, name, family } = script;
  if (!family.certain.some(({ locks }) => locks)) return undefined;
  const facts = bodyFacts(script);
  if (facts === undefined || !["case", "call"].includes(facts.outline.dispatch)) return undefined;
  const { outline, places } = facts;
  const actions = new Map<string, LockAction | undefined>();
  const action = (wanted: string): LockAction | undefined => {
    if (!actions.has(wanted)) actions.set(wanted, readAction(outline, name, wanted));
    return actions.get(wanted);
  };
  return { text, outline, places, name: installedName(name), action };
});

const packaged =
  /^(?:init|initd|rc|sysv(?:init)?|redhat|rhel|fedora|centos)(?:[._-].*)?$|[._-](?:in|initd|init\.d|sysv|sysvinit|rh|redhat|rhel|el\d|fedora|centos|rpm|spec|tmpl|template|tpl|j2|erb|m4|sample|example|dist)$/i;

/** The name that a file has once it is installed; empty for the names that files have in a source package only. */
function installedName(name: string): string {
  return packaged.test(name) ? "" : name.replace(/\.init$/, "");
}

function readAction(outline: ScriptOutline, name: string, wanted: string): LockAction | undefined {
  const reach = reachOf(outline, name, wanted);
  if (reach === undefined) return undefined;
  const uses = lockUses(outline, reach.commands);
  const touched = uses.locks.filter(({ kind }) => kind === "touch").map((use) => use.name);
  const known = new Set([...uses.locks.map(({ use }) => use.by), ...uses.unsure.map(({ by }) => by)]);
  const handsOver = reach.commands.some((each) => !known.has(each) && givesLock(outline, each));
  return { ...reach, ...uses, touches: [...new Set(touched)], handsOver };
}

/** Whether an action certainly does not do this to a lock: nothing is hidden, and no word is in doubt. */
export function certainlyNot(action: LockAction, kind: "touch" | "remove", name?: string): boolean {
  const doubtful = action.unsure.some((use) => use.kind === kind);
  return action.complete && !doubtful && !action.handsOver && usesOf(action, kind, name).length === 0;
}

const readers = new Set("echo printf status ls cat stat logger test [ [[".split(" "));

function givesLock({ resolve }: ScriptOutline, { name, command }: ReachedCommand): boolean {
  if (name !== undefined && readers.has(name)) return false;
  return command.words.slice(1).some((word) => resolve(word)?.includes(`${lockPath}/`) === true);
}

/** What an action does to a lock, or to any. */
export function usesOf(action: LockAction, kind: LockUse["kind"], name?: string): readonly LockUse[] {
  return action.locks.filter(
    (use) => use.kind === kind && (name === undefined || lockMatches(use.name, name)),
  );
}

/** The first command that starts something that stays: a helper of a library, start-stop-daemon, or a `&`. */
export function startingCommand(outline: ScriptOutline, reach: ActionReach): ReachedCommand | undefined {
  return reach.commands.find(
    (each) =>
      each.background ||
      ((each.name === "daemon" || each.name === "start_daemon") && !outline.functions.has(each.name)) ||
      runsStartStopDaemon(each, "start"),
  );
}

const killers = new Set(["killproc", "kill", "killall", "pkill"]);

/** The last command that stops something. */
export function stoppingCommand(reach: ActionReach): ReachedCommand | undefined {
  return reach.commands.findLast(
    (each) =>
      (each.name !== undefined && killers.has(each.name) && !sendsZero(each)) ||
      runsStartStopDaemon(each, "stop"),
  );
}

function sendsZero({ args }: ReachedCommand): boolean {
  return args[0] === "-0" || (args[0] === "-s" && args[1] === "0");
}

const idle = new Set(
  "echo printf true false : exit return [ [[ test local export unset shift success failure passed warning logger".split(
    " ",
  ),
);

/** Whether a command only talks, or asks. */
export function isIdle({ name, command }: ReachedCommand): boolean {
  return command.words.length === 0 || (name !== undefined && idle.has(name));
}

/** Whether an action does anything at all but talk. */
export function doesSomething({ commands }: ActionReach): boolean {
  return commands.some((each) => !isIdle(each));
}

/**
 * The edits that run `code` once a command has succeeded: after the variable that keeps its status if there is one, or
 * after `&&`.
 */
export function afterSuccess(
  { text, places }: Pick<LockFacts, "text" | "places">,
  { command }: ReachedCommand,
  code: string,
): TextEdit {
  const member = listMember(places, command);
  const keeper = following(places, member);
  const variable = statusVariable(keeper);
  if (keeper !== undefined && variable !== undefined)
    return insertedBehind(text, keeper, `[ $${variable} -eq 0 ] && ${code}`);
  if (command.background) return insertedBehind(text, member, code);
  if (member === command) return { start: command.end, end: command.end, text: ` && ${code}` };
  return insertedBehind(text, member, `[ $? -eq 0 ] && ${code}`);
}

/** The path of a lock as the script itself writes it, if one of these uses does. */
export function writtenLock(
  name: string,
  ...actions: readonly (LockAction | undefined)[]
): string | undefined {
  for (const action of actions)
    for (const use of action?.locks ?? [])
      if (use.name === name && use.kind !== "mkdir") return use.use.written;
  return undefined;
}
