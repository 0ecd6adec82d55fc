// What the rules on the shell part ask about a script.

import type { ActionReach } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { outlineSlices } from "../../../initscript/script/read-outline.ts";
import type { ShellSimpleCommand } from "../../../shell/script.ts";
import { remembered } from "../../../text/remembered.ts";
import type { Slices } from "../../../text/slices.ts";
import type { ScriptContext } from "../contract.ts";
import { placesOf } from "./places.ts";
import type { StatusWorld } from "./status-fate.ts";

/** A command with the arm that reaches it first; the script's own commands are their own reach. */
export interface ReachedFrom {
  readonly reach: ActionReach;
  readonly reached: ReachedCommand;
}

/** What is needed to judge the shell part of a script; undefined where it could not be read. */
export const bodyFacts: (script: ScriptContext) => StatusWorld | undefined = remembered((script) => {
  const outline = script.outline();
  return outline === undefined
    ? undefined
    : { text: script.text, outline, places: placesOf.now(outline.shell) };
});

/** Works out in slices what the rules on the shell part ask about a script, where it has one. */
export function* prepareBody({ text, name, shell }: ScriptContext): Slices<void> {
  if (shell === undefined) return;
  const outline = yield* outlineSlices(text, shell, name);
  if (outline !== undefined) yield* placesOf.slices(shell);
}

/** Every command that can run, each once. */
export const everyCommand: (outline: ScriptOutline) => readonly ReachedFrom[] = remembered(
  ({ arms, topLevel }: ScriptOutline) => {
    const found = new Map<ShellSimpleCommand, ReachedFrom>();
    const reaches: readonly ActionReach[] = [...arms, { commands: topLevel, complete: true }];
    for (const reach of reaches)
      for (const reached of reach.commands)
        if (!found.has(reached.command)) found.set(reached.command, { reach, reached });
    return [...found.values()];
  },
);

/** Programs and functions that only say something. */
const talkers =
  /^(?:echo|printf|gprintf|logger|log_\w+|failure|success|passed|warning|usage|cat|exit|return|:|true|false)$/;

/** Whether a command only says something, or nothing. */
export function onlyTalks({ name, command }: ReachedCommand): boolean {
  return command.words.length === 0 || (name !== undefined && talkers.test(name));
}

/** Whether the default arm hands the action on to another program or function. */
export function defaultDelegates({ arms }: ScriptOutline): boolean {
  return arms.some(
    (arm) =>
      arm.isDefault &&
      arm.commands.some(
        (reached) =>
          !onlyTalks(reached) &&
          !["[", "[[", "test", "shift"].includes(reached.name ?? "") &&
          reached.command.words.some(({ text }) => /\$(?:[@*1]|\{[@*1]\})/.test(text)),
      ),
  );
}
