// What scripts do to lock files and on the way down to the machine, by what the shell would run.

import type { ShellScript } from "../../shell/script.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { ScriptAction } from "../rc/model.ts";
import { lockBehaviour, reachOf } from "../script/lock-behaviour.ts";
import { machineDeeds } from "../script/machine-deeds.ts";
import type { ScriptOutline } from "../script/outline.ts";
import { outlineScript } from "../script/read-outline.ts";
import { type BehaviourOf, type CalledScript, type ScriptBehaviour, usualBehaviour } from "./systems.ts";

/** How scripts behave. All are taken to succeed and to print nothing. */
export interface Behaviours {
  readonly behaviourOf: BehaviourOf;
  /** The same in slices. */
  readonly behaviourSlices: (script: CalledScript) => Slices<ScriptBehaviour>;
  /** The names under which scripts were called that do something which cannot be followed. */
  readonly unsure: ReadonlySet<string>;
}

/** So many scripts are remembered; no system has half as many, but an editor shows many versions of one. */
const mostRemembered = 2000;

/** Says what scripts do. `parse` is the shell's parser; where it gives nothing, the text alone has to do. */
export function shellBehaviours(parse: (text: string) => Slices<ShellScript | undefined>): Behaviours {
  const found = new Map<string, ScriptBehaviour>();
  const unsure = new Set<string>();
  // Whoever asks about a script asks about all its names.
  let last: { readonly text: string; readonly shell: ShellScript | undefined } | undefined;
  function* behaviourSlices(script: CalledScript): Slices<ScriptBehaviour> {
    const { text } = script;
    // Most links of a script have the same name in several levels.
    const key = `${script.calledAs}/${script.name}\n${text}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const parsed = last?.text === text ? last : { text, shell: yield* parse(text) };
    last = parsed;
    const { behaviour, isSure } = behaviourIn(script, parsed.shell);
    if (!isSure) unsure.add(script.calledAs);
    if (found.size >= mostRemembered) found.clear();
    found.set(key, behaviour);
    return behaviour;
  }
  return { behaviourOf: (script) => finish(behaviourSlices(script)), behaviourSlices, unsure };
}

function behaviourIn(
  script: CalledScript,
  shell: ShellScript | undefined,
): { readonly behaviour: ScriptBehaviour; readonly isSure: boolean } {
  const { name, calledAs, text } = script;
  const outline = shell === undefined ? undefined : outlineScript(text, shell, calledAs);
  const known = outline === undefined ? undefined : lockBehaviour(outline, name);
  const isComplete = known?.start.complete === true && known.stop.complete;
  // A script that names no lock folder is not suspected of making locks.
  const isSure = isComplete || !/subsys|\/lock\//.test(text);
  // Without arms for the actions, the whole script runs; then the text alone has to do.
  if (known === undefined || outline?.dispatch === "unknown")
    return { behaviour: withDeeds(usualBehaviour(script), outline, script), isSure };
  const { start, stop } = known;
  return {
    behaviour: withDeeds(
      {
        start: { touch: start.touches, remove: start.removes, exit: 0, output: "" },
        stop: { touch: stop.touches, remove: stop.removes, exit: 0, output: "" },
      },
      outline,
      script,
    ),
    isSure,
  };
}

/** With what the actions do to the whole machine; a script without arms does all that it does. */
function withDeeds(
  { start, stop }: ScriptBehaviour,
  outline: ScriptOutline | undefined,
  { name, calledAs }: CalledScript,
): ScriptBehaviour {
  if (outline === undefined) return { start, stop };
  const added = (action: ScriptAction, argument: string): ScriptAction => {
    const reach = outline.dispatch === "unknown" ? undefined : reachOf(outline, name, argument)?.commands;
    const deeds = machineDeeds(outline, [...outline.topLevel, ...(reach ?? [])], calledAs);
    return deeds.length === 0 ? action : { ...action, deeds };
  };
  return { start: added(start, "start"), stop: added(stop, "stop") };
}
