// How a script of Red Hat's is recognised.

import type { FamilyMark } from "../contract.ts";

/** It reads Red Hat's functions; the folder of scripts has two names. */
export const libraryMark: FamilyMark = {
  words: "init.d/functions",
  pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/(?:rc\.d\/)?init\.d\/functions\b/m,
};

/** A line for chkconfig, and the folder of lock files. */
export const marks: readonly FamilyMark[] = [
  { words: "chkconfig:", pattern: /^#[ \t]*chkconfig:/m },
  { words: "/var/lock/subsys", pattern: /^[^#\n]*\/var\/lock\/subsys\b/m },
];
