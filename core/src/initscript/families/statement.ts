// What a script says of its own family: `# inittab: family=buildroot`.

import { type ScriptFamily, scriptFamilies } from "./names.ts";

/** The longest beginning of a script that is searched, in UTF-16 units. */
const examined = 16_384;

const pattern = /^#[ \t]*inittab:[ \t]*family=(\S+)[ \t]*\r?$/m;

/** The family that a comment of the script names; undefined where there is none, or it names no family. */
export function statedFamily(text: string): ScriptFamily | undefined {
  const beginning = text.slice(0, examined);
  if (!beginning.includes("family=")) return undefined;
  const name = pattern.exec(beginning)?.[1];
  return scriptFamilies.find((family) => family === name);
}
