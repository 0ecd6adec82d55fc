// Cases of embedded systems: what the scripts and tools of Buildroot, OpenEmbedded and others do.

import type { JsonObject } from "@inittab/cli/json-text";
import { type BootCase, replayBoot } from "../embedded/boot.ts";
import { type BuildInittabCase, replayBuildInittab } from "../embedded/build-inittab.ts";
import { type EntwareCase, replayEntware } from "../embedded/entware.ts";
import { type LevelsCase, replayLfs, replayOpenEmbeddedRc, replaySlackware } from "../embedded/levels.ts";
import { type OeFunctionsCase, replayOeFunctions } from "../embedded/oe-functions.ts";
import { replayUpdateRcd, type UpdateRcdCase } from "../embedded/update-rc-d.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** What OpenEmbedded's update-rc.d does to the links. */
export const replayUpdateRcdCase: ReplayKind = {
  about: "calls of OpenEmbedded's update-rc.d, and the links that it makes",
  accepts: isOf("update-rc.d"),
  run: (value) => answer(value, (recorded: UpdateRcdCase) => replayUpdateRcd(recorded)),
};

/** What a build makes of an inittab. */
export const replayBuildInittabCase: ReplayKind = {
  about: "what the builds of Buildroot and OpenEmbedded make of an inittab",
  accepts: isOf("buildroot-inittab", "oe-inittab"),
  run: (value) => answer(value, (recorded: BuildInittabCase) => replayBuildInittab(recorded)),
};

/** Which scripts rcS and rcK call. */
export const replayBootCase: ReplayKind = {
  about: "scripts, and how rcS and rcK of Buildroot and its like call them",
  accepts: isOf("buildroot", "openipc", "oe-busybox"),
  run: (value) => answer(value, (recorded: BootCase) => replayBoot(recorded)),
};

/** Which scripts rc and rcS of OpenEmbedded call. */
export const replayOeRcCase: ReplayKind = {
  about: "a tree of rc folders, and what OpenEmbedded's rc and rcS call",
  accepts: isOf("oe"),
  run: (value) => answer(value, (recorded: LevelsCase) => replayOpenEmbeddedRc(recorded)),
};

/** Which scripts rc of Linux From Scratch calls. */
export const replayLfsCase: ReplayKind = {
  about: "a tree of rc folders, and what rc of Linux From Scratch calls",
  accepts: isOf("lfs"),
  run: (value) => answer(value, (recorded: LevelsCase) => replayLfs(recorded)),
};

/** Which scripts Slackware's rc.sysvinit calls. */
export const replaySlackwareCase: ReplayKind = {
  about: "a tree of rc folders, and what Slackware's rc.sysvinit calls",
  accepts: isOf("slackware"),
  run: (value) => answer(value, (recorded: LevelsCase) => replaySlackware(recorded)),
};

/** Which scripts Entware's rc.unslung calls. */
export const replayEntwareCase: ReplayKind = {
  about: "scripts, and how Entware's rc.unslung calls them",
  accepts: isOf("entware"),
  run: (value) => answer(value, (recorded: EntwareCase) => replayEntware(recorded)),
};

/** What the functions of OpenEmbedded's library print and return. */
export const replayOeFunctionsCase: ReplayKind = {
  about: "a call of a function of OpenEmbedded's library",
  accepts: isOf("oe-functions"),
  run: (value) => answer(value, (recorded: OeFunctionsCase) => replayOeFunctions(recorded)),
};

function isOf(...flavors: readonly string[]): (value: JsonObject) => boolean {
  return ({ flavor }) => flavors.some((each) => each === flavor);
}

/** The core trusts a case to have its form; one that has another is the case's mistake, whatever it runs into. */
function answer<Case>(value: JsonObject, replay: (recorded: Case) => unknown): { readonly result: unknown } {
  try {
    return { result: replay(value as unknown as Case) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CaseError(`the case has not the form of its kind (${error.message})`);
  }
}
