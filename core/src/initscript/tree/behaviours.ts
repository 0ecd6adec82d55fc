// What scripts do to lock files, by what the shell would run.

import type { ShellScript } from "../../shell/script.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { ScriptAction } from "../rc/model.ts";
import { lockBehaviour } from "../script/lock-behaviour.ts";
import { outlineScript } from "../script/read-outline.ts";
import type { InitTree } from "./model.ts";
import { rcSystem } from "./rc-system.ts";
import { type BehaviourOf, type CalledScript, type ScriptBehaviour, usualBehaviour } from "./systems.ts";

/** How scripts behave. All are taken to succeed and to print nothing. */
export interface Behaviours {
  readonly behaviourOf: BehaviourOf;
  /** Works out in slices how the scripts of a tree behave under all names under which rc may call them. */
  readonly inTree: (tree: InitTree) => Slices<BehaviourOf>;
  /** The names under which scripts were called that do something which cannot be followed. */
  readonly unsure: ReadonlySet<string>;
}

/** So many scripts are remembered; no system has half as many, but an editor shows many versions of one. */
const mostRemembered = 2000;

/** The shell's parser; where it gives nothing, the text alone has to do. */
type Parse = (text: string) => Slices<ShellScript | undefined>;

/** Says what scripts do. */
export function shellBehaviours(parse: Parse): Behaviours {
  const found = new Map<string, ScriptBehaviour>();
  const unsure = new Set<string>();
  const judge = (script: CalledScript, shell: ShellScript | undefined): ScriptBehaviour => {
    const { behaviour, isSure } = behaviourIn(script, shell);
    if (!isSure) unsure.add(script.calledAs);
    return behaviour;
  };
  const behaviourOf: BehaviourOf = (script) => {
    const key = `${keyOf(script)}\n${script.text}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const behaviour = judge(script, finish(parse(script.text)));
    if (found.size >= mostRemembered) found.clear();
    found.set(key, behaviour);
    return behaviour;
  };
  function* inTree(tree: InitTree): Slices<BehaviourOf> {
    const known = new Map<string, Map<string, ScriptBehaviour>>();
    for (const [text, scripts] of calledIn(tree)) {
      const shell = yield* parse(text);
      const ofText = new Map<string, ScriptBehaviour>();
      for (const [key, script] of scripts) {
        ofText.set(key, judge(script, shell));
        yield;
      }
      known.set(text, ofText);
    }
    return (script) => known.get(script.text)?.get(keyOf(script)) ?? behaviourOf(script);
  }
  return { behaviourOf, inTree, unsure };
}

/** Most links of a script have the same name in several levels. */
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
    return { behaviour: usualBehaviour(script), isSure };
  const { start, stop } = known;
  return {
    behaviour: {
      start: { touch: start.touches, remove: start.removes, exit: 0, output: "" },
      stop: { touch: stop.touches, remove: stop.removes, exit: 0, output: "" },
    },
    isSure,
  };
}
