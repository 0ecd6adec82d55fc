// Whether a file is an init script of System V style: by where it stands, and by what it says.

import { guessFamily } from "../families/families.ts";
import { isInitScriptPlace } from "./place.ts";

/** The longest beginning of a file that is looked at, in UTF-16 units: headers stand at the top. */
const examined = 16_384;

const header = /^### BEGIN INIT INFO|^#[ \t]*chkconfig:[ \t]*\S/m;

/** Blank lines and a byte order mark, also as its bytes, may stand above the comment that the file begins with. */
const commentFirst = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*#/;

/** A `case` on the first argument, and an arm for `start`. */
const dispatch = /^[^#\n]*\bcase[ \t]+"?\$\{?1\}?"?[ \t]+in\b/m;
const startArm = /^[^#\n]*(?:^|[\s(|])["']?start["']?[ \t]*[|)]/m;

/** A folder that holds scripts of services; `rc.d` itself has the system's own, and those of some families. */
const serviceFolder = /(?:^|\/)(?:init\.d|rc[0-6S]\.d)\/([^/]+)$/;

/** Why a file in a folder of init scripts is not the script of a service. */
export type NoService =
  | "documentation"
  | "hidden"
  | "copy"
  /** It calls the scripts of services, or is one of the system's own that are called otherwise. */
  | "own-program"
  /** Scripts read it. */
  | "library"
  | "empty";

/** What a file is by its place, its name and its text. */
export type ScriptSight =
  | { readonly kind: "script" }
  /** It is among init scripts and is not one. */
  | { readonly kind: "none"; readonly why: NoService }
  /** Neither its place nor its text speaks of init scripts. */
  | { readonly kind: "elsewhere" };

const script: ScriptSight = { kind: "script" };

/** Names that show why a file is not a script; the first that matches counts. */
const namedOtherwise: readonly (readonly [RegExp, NoService])[] = [
  [/^\./, "hidden"],
  [/^README|\.(?:md|txt)$/, "documentation"],
  // BusyBox' rcS runs copies too, as long as their names begin alike.
  [
    /^(?!S..)(?:.*(?:~|\.(?:bak|orig|rej|sw[op]|rpm(?:new|save|orig)|dpkg-(?:old|dist|new|tmp)|ucf-(?:old|new|dist)))|#.*#)$/s,
    "copy",
  ],
];

/** Names of libraries, whatever folder they stand in. */
const libraries = /^(?:functions|rc\.func(?:tions)?|rc\.subr|init-functions|lsb-functions)$/;

/**
 * Names of programs that stand beside the scripts of services and are called otherwise: init's and rc's own, those of
 * Slackware's boot phases, and those that Red Hat's init calls.
 */
const ownPrograms =
  /^(?:rc|rcS|rcK|rc\.(?:[SMK0-6]|sysinit|sysvinit|local(?:_shutdown)?|multi|single|shutdown|unslung|serial)|halt|reboot|killall|single|powerfail.*|skeleton.*)$/;

/** A template of a template engine has its mark above the interpreter. */
const firstLine = /^(?:## template:[^\n]*\n)?#!/;

/**
 * What a file is. The path may be an address; what is not below a folder of init scripts, or has the name of a program of
 * the system's own, needs an LSB or a chkconfig header.
 */
export function seeScript(path: string, text: string): ScriptSight {
  const beginning = text.slice(0, examined);
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isPlaced = isInitScriptPlace(path);
  const none = (why: NoService): ScriptSight => (isPlaced ? { kind: "none", why } : { kind: "elsewhere" });
  const otherwise = isPlaced ? namedOtherwise.find(([pattern]) => pattern.test(name)) : undefined;
  if (otherwise !== undefined) return none(otherwise[1]);
  if (header.test(beginning) && commentFirst.test(beginning)) return script;
  if (!isPlaced) return none("own-program");
  // A link of an rc folder has the number of its order in front of the script's own name.
  const own = /\/rc[0-6S]\.d\/[^/]+$/.test(path) ? name.slice(3) : name;
  if (libraries.test(own)) return none("library");
  if (ownPrograms.test(own)) return none("own-program");
  if (beginning.trim() === "") return none("empty");
  if (serviceFolder.test(path)) return script;
  // In rc.d itself stand the scripts of those families that have no other folder.
  const { weight } = guessFamily(beginning, name, path);
  return firstLine.test(beginning) && weight !== undefined && weight !== "usual"
    ? script
    : none("own-program");
}

/** Whether a file is the init script of a service. */
export function isInitScript(path: string, text: string): boolean {
  return seeScript(path, text).kind === "script";
}

/**
 * Whether a text that stands anywhere looks like an init script to a reader, although its beginning does not say so: it
 * asks for `start` in its first argument.
 */
export function resemblesInitScript(text: string): boolean {
  const beginning = text.slice(0, examined);
  return commentFirst.test(beginning) && dispatch.test(beginning) && startArm.test(beginning);
}

const keyword = /^#[ \t]*(?:Provides|Required-Start|Required-Stop|Default-Start|Default-Stop):/gm;

/**
 * Whether a script with an interpreter can only be an init script, wherever it stands and whatever its name is: its
 * interpreter or its library belongs to a family, or it has the keywords of a header whose markers are missing.
 */
export function speaksOfItself(text: string): boolean {
  const beginning = text.slice(0, examined);
  if (!beginning.startsWith("#!")) return false;
  const { weight } = guessFamily(beginning);
  return weight === "proof" || weight === "clear" || (beginning.match(keyword)?.length ?? 0) > 1;
}
