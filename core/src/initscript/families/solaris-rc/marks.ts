// How a script of Solaris is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its shell, and the files of its service manager. */
export const marks: readonly FamilyMark[] = [
  { words: "/sbin/sh", pattern: /^#![ \t]*\/sbin\/sh\b/ },
  {
    words: "/lib/svc/share/smf_include.sh",
    pattern: /^[^#\n]*\/lib\/svc\/share\/smf_include\.sh\b/m,
    weight: "clear",
  },
];

/** Its rc. */
export const treeMarks: readonly TreeMark[] = [
  { file: "sbin/rc2" },
  { file: "lib/svc/share/smf_include.sh" },
];

/** Its rc has a program for each level. */
export const tableMarks: readonly RegExp[] = [/:\/sbin\/rc[0-6S]\b/, /\/lib\/svc\/bin\/svc\.startd\b/];
