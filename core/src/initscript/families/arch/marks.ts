// How a script of Arch Linux before systemd is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Its functions and its settings. */
export const marks: readonly FamilyMark[] = [
  {
    words: "/etc/rc.d/functions",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/rc\.d\/functions\b/m,
    weight: "clear",
  },
];

/** Its release, and its functions. */
export const treeMarks: readonly TreeMark[] = [{ file: "etc/arch-release" }, { file: "etc/rc.d/functions" }];

/** The scripts of its boot phases. */
export const tableMarks: readonly RegExp[] = [/:\/etc\/rc\.(?:sysinit|multi|single|shutdown)\b/];
