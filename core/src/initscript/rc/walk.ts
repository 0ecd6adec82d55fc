// A change of runlevel under any rc.

import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import type { DependencyFiles } from "../insserv/dependency-files.ts";
import { walkBoot } from "./boot.ts";
import { walkDebian } from "./debian.ts";
import type { RcSystem, RcWalk, RunlevelChange } from "./model.ts";
import { walkRedHat } from "./redhat.ts";

/**
 * Follows rc through a change of runlevel. Dependency files (of insserv) matter to Debian's newer rc only, which then
 * leaves the work to startpar. Never fails.
 */
export function walkRunlevel(
  flavor: RcFlavor,
  system: RcSystem,
  change: RunlevelChange,
  dependencies?: DependencyFiles,
): RcWalk {
  const rc = rcFlavors[flavor];
  switch (rc.decidesBy) {
    case "locks":
      return walkRedHat(rc, system, change);
    case "links":
      return walkDebian(rc, system, change, dependencies);
    case "program":
      return walkBoot(rc, system, change);
  }
}
