// What scripts do to lock files, by what the shell would run.

import {
  type BehaviourOf,
  lockBehaviour,
  outlineScript,
  type ScriptBehaviour,
  usualBehaviour,
} from "@inittab/core";
import { loadShell } from "@inittab/server/shell";

/** How scripts behave. */
export interface Behaviours {
  readonly behaviourOf: BehaviourOf;
  /** The names under which scripts were called that do something which cannot be followed. */
  readonly unsure: ReadonlySet<string>;
}

/** Loads the shell's parser. All scripts are taken to succeed and to print nothing. */
export async function loadBehaviours(): Promise<Behaviours> {
  const parser = await loadShell();
  const found = new Map<string, ScriptBehaviour>();
  const unsure = new Set<string>();
  const find: BehaviourOf = (script) => {
    const { name, calledAs, text } = script;
    const shell = parser.parse(text);
    const outline = shell === undefined ? undefined : outlineScript(text, shell, calledAs);
    const known = outline === undefined ? undefined : lockBehaviour(outline, name);
    const complete = known?.start.complete === true && known.stop.complete;
    // A script that names no lock folder is not suspected of making locks.
    if (!complete && /subsys|\/lock\//.test(text)) unsure.add(calledAs);
    // Without arms for the actions, the whole script runs; then the text alone has to do.
    if (known === undefined || outline?.dispatch === "unknown") return usualBehaviour(script);
    const { start, stop } = known;
    return {
      start: { touch: start.touches, remove: start.removes, exit: 0, output: "" },
      stop: { touch: stop.touches, remove: stop.removes, exit: 0, output: "" },
    };
  };
  const behaviourOf: BehaviourOf = (script) => {
    // Most links of a script have the same name in several levels.
    const key = `${script.calledAs}/${script.name}\n${script.text}`;
    const behaviour = found.get(key) ?? find(script);
    found.set(key, behaviour);
    return behaviour;
  };
  return { behaviourOf, unsure };
}
