// Whether a file is an init script of System V style: by where it stands, and by what it says.

/** The longest beginning of a file that is looked at, in UTF-16 units: headers stand at the top. */
const examined = 16_384;

/** A folder of init scripts or of links to them on the way to the file. */
const scriptFolder = /(?:^|\/)(?:init\.d|rc\.d|rc[0-6S]\.d)\/[^/]+$/;

/** Files that stand in those folders and are none. */
const otherFiles = /(?:^|\/)(?:README|\.[^/]*|[^/]*(?:\.md|\.txt|~))$/;

const header = /^### BEGIN INIT INFO|^#[ \t]*chkconfig:[ \t]*\S/m;

/** A folder that holds scripts of services; `rc.d` itself has the system's own, and Slackware's. */
const serviceFolder = /(?:^|\/)(?:init\.d|rc[0-6S]\.d)\/([^/]+)$/;

/**
 * Names of programs that stand beside the scripts of services and are called otherwise: init's and rc's own, Red Hat's
 * library, and the numbered scripts that BusyBox' rcS of Buildroot calls by their names alone.
 */
const ownPrograms =
  /^(?:rc|rcS|rcK|rc\..*|functions|halt|reboot|killall|single|powerfail.*|skeleton.*|[SK]\d\d.*)$/;

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
 * Whether a file is the init script of a service. The path may be an address; what is not below a folder of init scripts,
 * or has the name of a program of the system's own, needs an LSB or a chkconfig header.
 */
export function isInitScript(path: string, text: string): boolean {
  const beginning = text.slice(0, examined);
  if (isForeignScript(text)) return false;
  if (header.test(beginning)) return beginning.startsWith("#");
  const [, name] = serviceFolder.exec(path) ?? [];
  if (name === undefined || otherFiles.test(path)) return false;
  // A link of an rc folder has the number of its order in front of the script's own name.
  const own = /\/init\.d\/[^/]+$/.test(path) ? name : name.slice(3);
  return beginning.startsWith("#!") && !ownPrograms.test(own);
}
