// How a script of Red Hat's, and a system of its kind, is recognised.

import type { FamilyMark, TextMark, TreeMark } from "../contract.ts";

/** It reads Red Hat's functions; the folder of scripts has two names. */
export const libraryMark: TextMark = {
  words: "init.d/functions",
  pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/(?:rc\.d\/)?init\.d\/functions\b/m,
};

/** A line for chkconfig, and the folder of lock files. */
export const marks: readonly FamilyMark[] = [
  { words: "chkconfig:", pattern: /^#[ \t]*chkconfig:/m },
  { words: "/var/lock/subsys", pattern: /^[^#\n]*\/var\/lock\/subsys\b/m },
];

/** The files that name the release, and an rc that looks at lock files. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/redhat-release" },
  { file: "etc/centos-release" },
  { file: "etc/rc.d/rc", says: /\/var\/lock\/subsys\// },
  { file: "etc/init.d/functions", says: /\/var\/lock\/subsys\// },
];

/** Its program of the boot phase. */
export const tableMarks: readonly RegExp[] = [/\/etc\/rc\.d\/rc\.sysinit\b/];
