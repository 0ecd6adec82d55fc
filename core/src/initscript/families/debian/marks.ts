// How a script of Debian's is recognised.

import type { FamilyMark, MarkedScript } from "../contract.ts";

/** It reads the functions of the LSB. */
export const libraryMark: FamilyMark = {
  words: "/lib/lsb/init-functions",
  pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/lib\/lsb\/init-functions\b/m,
};

/** The interpreter of scripts that only set variables, and the program that starts daemons. */
export const marks: readonly FamilyMark[] = [
  { words: "/init-d-script", pattern: /^#!.*\/init-d-script\b/ },
  { words: "start-stop-daemon", pattern: /^[^#\n]*\bstart-stop-daemon\b/m, except: isOfBuildroot },
];

/** Scripts that BusyBox' rcS calls by the order of their own names, as Buildroot has them, and that rcS. */
const ownOrder = /^(?:[SK]\d\d.+|rc[SK]?)$/;
const lsbHeader = /^### BEGIN INIT INFO/m;

/** Buildroot's scripts use start-stop-daemon too, but nobody there reads headers. */
function isOfBuildroot({ text, name }: MarkedScript): boolean {
  return ownOrder.test(name) && !lsbHeader.test(text);
}
