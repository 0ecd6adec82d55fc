// From the shell's grammar to what an init script does.

import type { ScriptOutline } from "./outline.ts";
import type { ShellScript } from "./shell.ts";

/** The outline of a script, or undefined where the parser was in doubt. Never fails. */
export function outlineScript(
  _text: string,
  _shell: ShellScript,
  _name: string | undefined,
): ScriptOutline | undefined {
  return undefined;
}
