// What a script does when its service is started.

import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { ScriptContext } from "../contract.ts";

/** What runs at boot: an arm of the script, or functions that its interpreter calls. */
export function atStart({ family }: ScriptContext, outline: ScriptOutline): readonly ReachedCommand[] {
  const arm = outline.arm("start");
  if (arm !== undefined) return arm.commands;
  const called = new Set(family.families.flatMap(({ calls }) => calls.startFunctions ?? []));
  return [...called].flatMap((name) => outline.called(name)?.commands ?? []);
}
