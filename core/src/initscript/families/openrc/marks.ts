// How a script of OpenRC's, and a system that boots with it, is recognised.

import type { FamilyMark, TreeMark } from "../contract.ts";

/** The interpreter: nobody else has it. The older name is one that OpenRC gave up. */
export const marks: readonly FamilyMark[] = [
  { words: "openrc-run", pattern: /^#!.*\bopenrc-run\b/, weight: "proof" },
  { words: "/runscript", pattern: /^#!.*\/runscript\b/, weight: "proof" },
  { words: "depend", pattern: /^depend[ \t]*\(\)[ \t]*\{/m },
];

/** The programs, and the settings that OpenRC installs. Observed: Debian's package of OpenRC has all but the last. */
export const treeMarks: readonly TreeMark[] = [
  { file: "sbin/openrc" },
  { file: "sbin/openrc-run" },
  { file: "usr/bin/openrc-run" },
  { file: "etc/alpine-release" },
  { file: "etc/rc.conf", says: /^#?rc_(?:parallel|depend_strict|hotplug|sys|logger)=/m },
];

/** Its program, called with a runlevel. */
export const tableMarks: readonly RegExp[] = [
  /\bopenrc[ \t]+(?:sysinit|boot|default|shutdown|single|reboot)\b/,
];
