// How a script of SliTaz is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its functions. */
export const marks: readonly FamilyMark[] = [
  {
    words: "/etc/init.d/rc.functions",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/init\.d\/rc\.functions\b/m,
    weight: "clear",
  },
];

/** Its release, and its functions. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/slitaz-release" },
  { file: "etc/init.d/rc.functions" },
];

/** Its table is BusyBox'. */
export const tableMarks: readonly RegExp[] = [];
