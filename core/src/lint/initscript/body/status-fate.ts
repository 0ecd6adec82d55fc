// What becomes of the status that a command ends with: whether it decides how the script ends, whether anything looks at
// it, or whether the next command takes its place.

import type { ActionReach } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { ShellSimpleCommand, ShellStatement } from "../../../shell/script.ts";
import { following, isStatus, type Places, statusVariable } from "./places.ts";

/** What becomes of a status. */
export type Fate =
  /** The script ends with it. */
  | { readonly kind: "script" }
  /** A variable keeps it, or something looks at it. */
  | { readonly kind: "kept" }
  /** What runs next takes its place, unseen. */
  | { readonly kind: "lost"; readonly by: ShellStatement }
  | { readonly kind: "unknown" };

/** What is needed to follow a status. */
export interface StatusWorld {
  readonly text: string;
  readonly outline: ScriptOutline;
  readonly places: Places;
}

/** What becomes of the status of a command that an action reaches, without a look at `set -e`. */
export function statusFate(world: StatusWorld, reach: ActionReach, reached: ReachedCommand): Fate {
  const fates: Fate[] = [];
  // The calls of one function all stand in the same one, so that each step outwards is one for all of them.
  let calls: readonly ReachedCommand[] = [reached];
  for (;;) {
    const [call] = calls;
    if (call === undefined) return { kind: "unknown" };
    const found = calls.map(({ command }) => follow(world, command));
    fates.push(...found.filter((fate) => fate !== "function"));
    if (!found.includes("function")) break;
    calls = callersOf(reach, call);
  }
  const [first] = fates;
  return first !== undefined && fates.every(({ kind }) => kind === first.kind) ? first : { kind: "unknown" };
}

/** The calls of the function, in the same reach, that a command was reached through. */
function callersOf({ commands }: ActionReach, { via }: ReachedCommand): readonly ReachedCommand[] {
  const name = via.at(-1);
  const outer = via.slice(0, -1);
  if (name === undefined) return [];
  return commands.filter(
    (each) =>
      each.name === name &&
      each.via.length === outer.length &&
      each.via.every((step, index) => step === outer[index]),
  );
}

function follow(world: StatusWorld, from: ShellStatement): Fate | "function" {
  let at = from;
  for (;;) {
    const place = world.places.get(at);
    if (place === undefined) return { kind: "unknown" };
    if (at.kind === "command" && at.background) return { kind: "unknown" };
    const next = following(world.places, at);
    if (next !== undefined && next.kind !== "function") {
      const end = endWith(next);
      if (end !== undefined) return end;
      if (takesOver(next)) {
        at = next;
        continue;
      }
      return looksAtStatus(world, next) ? { kind: "kept" } : { kind: "lost", by: next };
    }
    switch (place.role) {
      case "script":
        return { kind: "script" };
      case "function":
        return "function";
      case "condition":
      case "left":
      case "negated":
        return { kind: "kept" };
      case "group":
      case "then":
      case "else":
      case "arm":
      case "right":
      case "last-part":
        if (place.owner === undefined) return { kind: "unknown" };
        at = place.owner;
        break;
      case "loop":
      case "part":
      case "substitution":
        return { kind: "unknown" };
    }
  }
}

/** `exit` and `return` that end with the status before them. */
function endWith(statement: ShellStatement): Fate | "function" | undefined {
  if (statement.kind !== "command") return undefined;
  const [name, argument, more] = statement.words;
  if (more !== undefined || (argument !== undefined && !isStatus(argument))) return undefined;
  if (name?.text === "exit") return { kind: "script" };
  return name?.text === "return" ? "function" : undefined;
}

/** `log_end_msg $?` returns its argument. */
function takesOver(statement: ShellStatement): statement is ShellSimpleCommand {
  return (
    statement.kind === "command" &&
    statement.words[0]?.text === "log_end_msg" &&
    statement.words[1] !== undefined &&
    isStatus(statement.words[1])
  );
}

function looksAtStatus(world: StatusWorld, statement: ShellStatement): boolean {
  const { text, outline } = world;
  if (statusVariable(statement) !== undefined || mentionsStatus(text, statement)) return true;
  if (statement.kind !== "command") return false;
  const name = statement.words[0]?.text ?? "";
  // A function that keeps the status of what ran before it, as its first command does.
  const [first] = functionBody(outline, name);
  return first === undefined ? statusKeepers.has(name) : mentionsStatus(text, first);
}

/** Functions of libraries that keep the status of the command before them. Source: SUSE's /etc/rc.status. */
const statusKeepers: ReadonlySet<string> = new Set(["rc_status"]);

function mentionsStatus(text: string, { start, end }: ShellStatement): boolean {
  return /\$\{?\?/.test(text.slice(start, end));
}

function functionBody({ functions }: ScriptOutline, name: string): readonly ShellStatement[] {
  return functions.get(name)?.body ?? [];
}

const shellWithErrexit = /^#!\s*\S*sh\s+-[a-z]*e[a-z]*\s*$/;

/** Whether a failing command ends the script: yes, no, or now so and now so. */
export function errexit(text: string, outline: ScriptOutline): "on" | "off" | "changing" {
  const [first = ""] = text.slice(0, 200).split("\n", 1);
  const everywhere = [...outline.topLevel, ...outline.arms.flatMap(({ commands }) => commands)];
  const settings = new Set(everywhere.flatMap((reached) => errexitSetting(reached) ?? []));
  if (shellWithErrexit.test(first)) settings.add("on");
  if (settings.size === 0) return "off";
  const early =
    shellWithErrexit.test(first) || outline.topLevel.some((each) => errexitSetting(each) === "on");
  return settings.has("off") || !early ? "changing" : "on";
}

function errexitSetting({ name, command }: ReachedCommand): "on" | "off" | undefined {
  if (name !== "set") return undefined;
  const words = command.words.slice(1).map(({ text }) => text);
  for (const [index, word] of words.entries()) {
    if (/^-[a-z]*e/.test(word) || (word === "-o" && words[index + 1] === "errexit")) return "on";
    if (/^\+[a-z]*e/.test(word) || (word === "+o" && words[index + 1] === "errexit")) return "off";
  }
  return undefined;
}

/**
 * Whether `set -e` looks at the status of a command, as far as can be told: not for conditions, sides of `&&` and `||`
 * but the last, and what runs below one of these; never for what is inside a word.
 */
export function endsScriptWhenFailing(
  { places }: StatusWorld,
  reach: ActionReach,
  reached: ReachedCommand,
): boolean {
  let calls: readonly ReachedCommand[] = [reached];
  for (;;) {
    const [call] = calls;
    if (call === undefined || !calls.every(({ command }) => isLookedAt(places, command))) return false;
    if (call.via.length === 0) return true;
    calls = callersOf(reach, call);
  }
}

/** Whether `set -e` looks at the status, as far as the function goes in which the command stands. */
function isLookedAt(places: Places, command: ShellStatement): boolean {
  let at: ShellStatement | undefined = command;
  while (at !== undefined) {
    const place = places.get(at);
    if (place === undefined || (at.kind === "command" && at.background)) return false;
    if (["condition", "left", "negated", "part", "substitution"].includes(place.role)) return false;
    if (place.role === "function") return true;
    at = place.owner;
  }
  return true;
}
