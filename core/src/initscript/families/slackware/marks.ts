// How a script of Slackware is recognised, and a system of its kind.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** The place of its scripts, whose names begin alike. */
export const marks: readonly FamilyMark[] = [
  {
    place: /(?:^|\/)etc\/rc\.d\/rc\.[^/]+$/,
    weight: "clear",
    except: ({ text }) => /\/var\/lock\/subsys\b/.test(text),
  },
];

/** The scripts of its boot phases. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/slackware-version" },
  { file: "etc/rc.d/rc.M" },
  { file: "etc/rc.d/rc.S" },
  { file: "etc/rc.d/rc.K" },
];

/** The scripts of its boot phases. */
export const tableMarks: readonly RegExp[] = [/:\/etc\/rc\.d\/rc\.[SMK046]\b/];
