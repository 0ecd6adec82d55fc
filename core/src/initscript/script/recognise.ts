// Whether a file is an init script of System V style: by where it stands, and by what it says.

/** The longest beginning of a file that is looked at, in UTF-16 units: headers stand at the top. */
const examined = 16_384;

/** A folder of init scripts or of links to them on the way to the file. */
const scriptFolder = /(?:^|\/)(?:init\.d|rc\.d|rc[0-6S]\.d)\/[^/]+$/;

/** Files that stand in those folders and are none. */
const otherFiles = /(?:^|\/)(?:README|\.[^/]*|[^/]*(?:\.md|\.txt|~))$/;

const header = /^### BEGIN INIT INFO|^#[ \t]*chkconfig:[ \t]*\S/m;

/** Interpreters whose scripts are called with `start` and `stop` too, but by rules of their own: OpenRC, OpenWrt. */
const otherSystems = /^#![^\n]*(?:\/openrc-run|\/runscript|\/etc\/rc\.common)\b/;

/** Whether a file stands where init scripts do, and its name does not say that it is something else. */
export function isInitScriptPlace(path: string): boolean {
  return scriptFolder.test(path) && !otherFiles.test(path);
}

/** Whether a text begins as a script of OpenRC or OpenWrt, which the rules about System V scripts are not about. */
export function isForeignScript(text: string): boolean {
  return otherSystems.test(text.slice(0, examined));
}

/**
 * Whether a file is an init script. The path may be an address; what is not below a folder of init scripts needs an LSB
 * or a chkconfig header.
 */
export function isInitScript(path: string, text: string): boolean {
  const beginning = text.slice(0, examined);
  if (isForeignScript(text)) return false;
  if (header.test(beginning)) return beginning.startsWith("#");
  return isInitScriptPlace(path) && beginning.startsWith("#!");
}
