// How a script that BusyBox' rcS calls by its own name is recognised, and a system of Buildroot's kind.

import type { FamilyMark, MarkedScript, TreeMark } from "../contract.ts";

/** Names with the order in them, in the folder of the scripts itself, and the two programs that call them. */
export const marks: readonly FamilyMark[] = [
  { place: /^S\d\d[^/]+$/, weight: "clear", except: hasOtherHeader },
  { place: /(?:^|(?<!opt)\/)etc\/init\.d\/S\d\d[^/]+$/, weight: "clear", except: hasLsbHeader },
  { place: /(?:^|(?<!opt)\/)etc\/init\.d\/S\d\d[^/]+$/ },
  { words: "/etc/init.d/S??*", pattern: /^[^#\n]*\/etc\/init\.d\/S\?\?\*/m, weight: "clear" },
];

/** A name alone may be that of a link in an rc folder of another family. */
function hasOtherHeader({ text }: MarkedScript): boolean {
  return /^### BEGIN INIT INFO|^#[ \t]*chkconfig:/m.test(text);
}

/** One of Buildroot's own scripts has a header, so a header takes certainty away and no more. */
function hasLsbHeader({ text }: MarkedScript): boolean {
  return /^### BEGIN INIT INFO/m.test(text);
}

/** rcS with its loop, and names of scripts that need no links. Source: spec/embedded.md, section 0. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/init.d/rcS", says: /\/etc\/init\.d\/S\?\?\*/ },
  { file: "etc/init.d/rcK", says: /\/etc\/init\.d\/S\?\?\*/ },
  { file: "etc/os-release", says: /^ID=["']?(?:buildroot|openipc)\b/m },
  { scripts: /^S\d\d./ },
];

/** The build's own mark, and the program of shutdown. */
export const tableMarks: readonly RegExp[] = [/# GENERIC_SERIAL$/, /:\/etc\/init\.d\/rcK\b/];
