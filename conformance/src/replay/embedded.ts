// Cases of embedded systems: what the scripts and tools of Buildroot, OpenEmbedded and others do.

import type { JsonObject } from "@inittab/cli/json-text";
import { type BuildInittabCase, replayBuildInittab } from "../embedded/build-inittab.ts";
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
