// How a script of SUSE is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its functions, and a level and a facility that only its insserv knows. */
export const marks: readonly FamilyMark[] = [
  {
    words: "rc.status",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/rc\.status\b/m,
    weight: "clear",
  },
  { words: "Default-Start", pattern: /^#[ \t]*Default-Start:[ \t]*[Bb][ \t]*$/m },
  { words: "$null", pattern: /^#[ \t]*(?:Required|Should|Default)-(?:Start|Stop):.*\$null\b/m },
  { place: /(?:^|\/)init\.d\/boot\.[^/]+$/, weight: "clear" },
];

/** Its release, its functions, and the script of its boot phase. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/SuSE-release" },
  { file: "etc/rc.status" },
  { file: "etc/init.d/boot" },
];

/** The script of its boot phase. */
export const tableMarks: readonly RegExp[] = [/:bootwait:\/etc\/init\.d\/boot\b/];
