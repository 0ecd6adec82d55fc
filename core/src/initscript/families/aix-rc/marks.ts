// How a script of AIX is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its controller of services, and its shell's path. */
export const marks: readonly FamilyMark[] = [
  { words: "startsrc", pattern: /^[^#\n]*\bstartsrc[ \t]+-/m, weight: "clear" },
  { words: "stopsrc", pattern: /^[^#\n]*\bstopsrc[ \t]+-/m, weight: "clear" },
];

/** The scripts of its boot. */
export const treeMarks: readonly TreeMark[] = [{ file: "etc/rc.tcpip" }, { file: "sbin/rc.boot" }];

/** The scripts of its boot. */
export const tableMarks: readonly RegExp[] = [/:\/sbin\/rc\.boot\b/, /\/usr\/sbin\/srcmstr\b/];
