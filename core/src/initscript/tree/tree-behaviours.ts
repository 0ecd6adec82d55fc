// How all scripts of a tree behave, worked out before rc is followed through it.

import type { Slices } from "../../text/slices.ts";
import type { ScriptAction } from "../rc/model.ts";
import type { Behaviours } from "./behaviours.ts";
import type { InitTree } from "./model.ts";
import { rcSystem } from "./rc-system.ts";
import type { BehaviourOf, CalledScript, ScriptBehaviour } from "./systems.ts";

/** Works out in slices how the scripts of a tree behave under all names under which rc may call them. */
export function* behavioursInTree(
  tree: InitTree,
  { behaviourOf, behaviourSlices }: Behaviours,
): Slices<BehaviourOf> {
  const known = new Map<string, Map<string, ScriptBehaviour>>();
  for (const [text, scripts] of calledIn(tree)) {
    const ofText = new Map<string, ScriptBehaviour>();
    for (const [key, script] of scripts) {
      ofText.set(key, yield* behaviourSlices(script));
      yield;
    }
    known.set(text, ofText);
  }
  return (script) => known.get(script.text)?.get(keyOf(script)) ?? behaviourOf(script);
}

function keyOf({ calledAs, name }: CalledScript): string {
  return `${calledAs}/${name}`;
}

/** The scripts that rc may call, by their texts and names. */
function calledIn(tree: InitTree): ReadonlyMap<string, ReadonlyMap<string, CalledScript>> {
  const called = new Map<string, Map<string, CalledScript>>();
  const nothing: ScriptAction = { touch: [], remove: [], exit: 0, output: "" };
  rcSystem(tree, (script) => {
    const ofText = called.get(script.text) ?? new Map<string, CalledScript>();
    called.set(script.text, ofText.set(keyOf(script), script));
    return { start: nothing, stop: nothing };
  });
  return called;
}
