// How a script of OpenWrt's, and its system, is recognised.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** The second word of the first line: nobody else has it. */
export const marks: readonly FamilyMark[] = [
  { words: "/etc/rc.common", pattern: /^#!.*[ \t]\/etc\/rc\.common\b/, weight: "proof" },
];

/** The interpreter, and the files that name the system. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/rc.common" },
  { file: "etc/openwrt_release" },
  { file: "etc/os-release", says: /^ID=["']?(?:openwrt|immortalwrt|lede)\b/m },
];

/** The run of the scripts with its two words, and an action that only procd has. */
export const tableMarks: readonly RegExp[] = [
  /:\/etc\/init\.d\/rcS[ \t]+[SK][ \t]+\w/,
  /^[^#:]*:[^:]*:askconsole(?:late)?:/,
];
