// How a script of OpenEmbedded's, and a system that was built with it, is recognised.

import type { FamilyMark, MarkedScript, TreeMark } from "../contract.ts";

/** The functions that have the path of Red Hat's, called beside a program that Red Hat does not have; the boot's progress bar. */
export const marks: readonly FamilyMark[] = [
  {
    words: "/etc/init.d/functions",
    pattern: /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/init\.d\/functions\b/m,
    weight: "clear",
    except: isRedHats,
  },
  { words: "psplash", pattern: /^[^#\n]*\bpsplash(?:-write)?\b/m, weight: "clear" },
];

function isRedHats({ text }: MarkedScript): boolean {
  return (
    !/^[^#\n]*\bstart-stop-daemon\b/m.test(text) ||
    /^#[ \t]*chkconfig:|^[^#\n]*\/var\/lock\/subsys\b/m.test(text)
  );
}

/** Source: spec/embedded.md, sections 0 and 2.4. */
export const treeMarks: readonly TreeMark[] = [
  { file: "etc/init.d/rc", says: /psplash/ },
  { file: "etc/init.d/rcS", says: /\/etc\/rcS\.d\/S\?\?\*|psplash/ },
  { file: "etc/init.d/functions", says: /^machine_id[ \t]*\(/m },
  { file: "etc/default/rcS", says: /^INIT_SYSTEM=|^PSPLASH_|^VOLATILE_ENABLE_CACHE=/m },
  { file: "etc/os-release", says: /^ID=["']?(?:poky|nodistro|openembedded)\b/m },
];

/**
 * The programs that its recipes put in front of getty; and where BusyBox is init, the program of shutdown, which has the
 * name of Buildroot's. Source: spec/embedded.md, sections 2.1 and 2.7.
 */
export const tableMarks: readonly RegExp[] = [
  /\/usr\/sbin\/ttyrun\b/,
  /\/bin\/start_getty\b/,
  /:\/etc\/init\.d\/rcK\b/,
];
