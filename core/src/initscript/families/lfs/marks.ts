// How a script of Linux From Scratch is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** Functions that only its library has, and a line that only its headers have. */
export const marks: readonly FamilyMark[] = [
  {
    words: "/lib/lsb/init-functions",
    pattern: /^[^#\n]*\b(?:evaluate_retval|log_info_msg2?|log_skip_msg|log_success_msg2|log_failure_msg2)\b/m,
    weight: "clear",
  },
  { words: "X-LFS-Provided-By", pattern: /^#[ \t]*X-LFS-Provided-By:/m, weight: "clear" },
];

/** Its rc, which reads its own library, and the settings of the machine. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/rc.d/init.d/rc", says: /\/lib\/lsb\/init-functions/ },
  { file: "etc/sysconfig/rc.site" },
  { file: "etc/lfs-release" },
];

/** Its rc. */
export const tableMarks: readonly RegExp[] = [/:\/etc\/rc\.d\/init\.d\/rc[ \t]/];
