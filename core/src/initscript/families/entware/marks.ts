// How a script of Entware is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its functions, which nobody else has there, and the place of its scripts. */
export const marks: readonly FamilyMark[] = [
  {
    words: "rc.func",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/opt\/etc\/init\.d\/rc\.func\b/m,
    weight: "proof",
  },
  { place: /(?:^|\/)opt\/etc\/init\.d\/[^/]+$/, weight: "clear" },
];

/** The program that calls the scripts, and their functions; also where /opt itself is taken for the root. */
export const treeMarks: readonly TreeMark[] = [
  { file: "opt/etc/init.d/rc.unslung" },
  { file: "opt/etc/init.d/rc.func" },
  { file: "etc/init.d/rc.unslung" },
  { file: "etc/init.d/rc.func" },
];

/** It has no table of its own. */
export const tableMarks: readonly RegExp[] = [];
