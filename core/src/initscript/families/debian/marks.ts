// How a script of Debian's, and a system of its kind, is recognised.

import type { FamilyMark, TextMark, TreeMark } from "../contract.ts";

/** It reads the functions of the LSB. */
export const libraryMark: TextMark = {
  words: "/lib/lsb/init-functions",
  pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/lib\/lsb\/init-functions\b/m,
};

/** The interpreter of scripts that only set variables, the program that starts daemons, and functions that only Debian has. */
export const marks: readonly FamilyMark[] = [
  { words: "/init-d-script", pattern: /^#!.*\/init-d-script\b/ },
  { words: "start-stop-daemon", pattern: /^[^#\n]*\bstart-stop-daemon\b/m },
  {
    words: "_msg",
    pattern: /^[^#\n]*\blog_(?:daemon|progress|end|action(?:_begin|_end)?)_msg\b/m,
    // Whoever reads one library and calls the functions of the other is of the first one's family.
    except: ({ text }) => /\/init\.d\/functions\b/.test(text),
  },
];

/** The files that name the release, and insserv's configuration. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/debian_version" },
  { file: "etc/devuan_version" },
  { file: "etc/insserv.conf" },
  { file: "lib/init/vars.sh" },
];

/** Debian's table is that of many systems. */
export const tableMarks: readonly RegExp[] = [];
