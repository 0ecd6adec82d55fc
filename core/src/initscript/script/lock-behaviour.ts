// What the actions of a script do to the files of /var/lock/subsys, which is all that Red Hat's rc knows of a service.

import { lockFolder } from "../tree/paths.ts";
import type { FileUse, ReachedCommand, ScriptOutline } from "./outline.ts";

/** Where locks are, as scripts write it. */
export const lockPath: string = `/${lockFolder}`;

/** What one action does to locks, when everything that it runs ends well. Names as they stand in the lock folder. */
interface LockEffect {
  readonly touches: readonly string[];
  /** What it removes and does not touch itself. */
  readonly removes: readonly string[];
  /** Nothing else can happen to locks; false where something that runs cannot be followed. */
  readonly complete: boolean;
}

/** What `start` and `stop` do to locks. */
export interface LockBehaviour {
  readonly start: LockEffect;
  readonly stop: LockEffect;
}

/** What an action runs, with what the script runs by calling itself for another action. */
export interface ActionReach {
  readonly commands: readonly ReachedCommand[];
  readonly complete: boolean;
}

/** A use of a file that is a lock; the name may be a pattern for `remove` and `test`. */
export interface LockUse {
  readonly kind: FileUse["kind"];
  readonly name: string;
  readonly use: FileUse;
}

/** The locks among the files that commands use, and the uses of which nobody can tell whether they are locks. */
export interface LockUses {
  readonly locks: readonly LockUse[];
  readonly unsure: readonly FileUse[];
}

/**
 * What a script does to locks when rc calls it. `name` is the script's name. A lock that is named after `$0` is what the
 * outline took `$0` for: for rc's own calls that is the name of the link.
 */
export function lockBehaviour(outline: ScriptOutline, name: string): LockBehaviour {
  const start = effect(outline, reachOf(outline, name, "start"));
  const stop = effect(outline, reachOf(outline, name, "stop"), start.touches);
  return { start, stop };
}

/**
 * What runs for a value of the first argument, each action that the script asks of itself once; undefined where no arm is
 * there for it.
 */
export function reachOf(outline: ScriptOutline, name: string, action: string): ActionReach | undefined {
  const arm = outline.arm(action);
  if (arm === undefined) return undefined;
  const commands: ReachedCommand[] = [];
  let { complete } = arm;
  const seen = new Set([action]);
  const take = (list: readonly ReachedCommand[]): void => {
    for (const reached of list) {
      commands.push(reached);
      const call = selfCall(outline, name, reached);
      if (call === undefined) continue;
      const called = call.action === undefined ? undefined : outline.arm(call.action);
      if (called?.complete !== true) complete = false;
      if (called === undefined || call.action === undefined || seen.has(call.action)) continue;
      seen.add(call.action);
      take(called.commands);
    }
  };
  take(arm.commands);
  return { commands, complete };
}

/** A command that asks the script itself for an action: `$0 stop`, `/etc/init.d/NAME stop`, `service NAME stop`. */
function selfCall(
  { resolve }: ScriptOutline,
  name: string,
  { command }: ReachedCommand,
): { readonly action: string | undefined } | undefined {
  const words = command.words[0]?.text === "exec" ? command.words.slice(1) : command.words;
  const [program, first, second] = words;
  if (program === undefined || first === undefined) return undefined;
  if (/^"?\$(?:0|\{0\})"?$/.test(program.text)) return { action: resolve(first) };
  const path = resolve(program);
  if (name === "" || path === undefined) return undefined;
  if (/^\/etc\/(?:rc\.d\/)?init\.d\/./.test(path))
    return path.endsWith(`/${name}`) ? { action: resolve(first) } : undefined;
  if (!/^(?:\/sbin\/|\/usr\/sbin\/)?service$/.test(path) || resolve(first) !== name) return undefined;
  return { action: second && resolve(second) };
}

/** Which of the files that commands use are locks. */
export function lockUses(outline: ScriptOutline, commands: readonly ReachedCommand[]): LockUses {
  const locks: LockUse[] = [];
  const unsure: FileUse[] = [];
  for (const use of outline.fileUses(commands)) {
    if (use.path === undefined) {
      if (couldBeLock(use.written)) unsure.push(use);
      continue;
    }
    const name = lockNameOf(use.path);
    if (name !== undefined) locks.push({ kind: use.kind, name, use });
  }
  return { locks, unsure };
}

/** The name of the lock that a path is; undefined for all other paths, and for folders below the lock folder. */
export function lockNameOf(path: string): string | undefined {
  const [, name] = /^\/var\/lock\/+subsys\/+([^/]+)$/.exec(path) ?? [];
  return name === "." || name === ".." ? undefined : name;
}

/** Whether a name of a `rm`, which may be a pattern of the shell, stands for this lock. */
export function lockMatches(pattern: string, name: string): boolean {
  if (!/[*?[]/.test(pattern)) return pattern === name;
  // A bracket is taken for any one character: what might be removed is not to be called left.
  const pieces = pattern.match(/\[[^\]]*\]|./gs) ?? [];
  const fits = (piece: string | undefined, character: string): boolean =>
    piece !== undefined && (piece === "?" || piece.length > 1 || piece === character);
  let [at, star, from] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    if (pieces[at] === "*") {
      [star, from] = [at, index];
      at++;
    } else if (fits(pieces[at], name.charAt(index))) {
      at++;
      index++;
    } else if (star >= 0) {
      // The last star takes one more.
      from++;
      [at, index] = [star + 1, from];
    } else return false;
  }
  return pieces.slice(at).every((piece) => piece === "*");
}

/** What is written begins like the path of a lock, as far as it is plain text. */
function couldBeLock(written: string): boolean {
  const [plain = ""] = /^[^$`*?[]*/.exec(written.replace(/["'\\]/g, "")) ?? [];
  return plain.startsWith(`${lockPath}/`) || `${lockPath}/`.startsWith(plain);
}

function effect(
  outline: ScriptOutline,
  reach: ActionReach | undefined,
  known: readonly string[] = [],
): LockEffect {
  // An action without an arm falls to the default arm, which does nothing about the service.
  if (reach === undefined) return { touches: [], removes: [], complete: outline.dispatch === "case" };
  const { locks, unsure } = lockUses(outline, reach.commands);
  const touches = new Set(locks.filter(({ kind }) => kind === "touch").map(({ name }) => name));
  const removes = new Set<string>();
  for (const { kind, name } of locks) {
    if (kind !== "remove") continue;
    const names = /[*?[]/.test(name) ? known.filter((lock) => lockMatches(name, lock)) : [name];
    for (const each of names) if (!touches.has(each)) removes.add(each);
  }
  const doubt = unsure.some(({ kind }) => kind === "touch" || kind === "remove");
  return { touches: [...touches], removes: [...removes], complete: reach.complete && !doubt };
}
