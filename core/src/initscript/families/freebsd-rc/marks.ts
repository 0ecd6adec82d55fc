// How a script of FreeBSD is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its functions, the call of them, and the words that order the scripts. */
export const marks: readonly FamilyMark[] = [
  {
    words: "/etc/rc.subr",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/rc\.subr\b/m,
    weight: "clear",
  },
  { words: "run_rc_command", pattern: /^[ \t]*run_rc_command[ \t]/m, weight: "clear" },
];

/** Its functions. */
export const treeMarks: readonly TreeMark[] = [{ file: "etc/rc.subr" }];

/** Its init reads another table. */
export const tableMarks: readonly RegExp[] = [];
