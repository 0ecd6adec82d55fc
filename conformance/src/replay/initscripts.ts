// Cases of chkconfig, of rc and of the helper functions: init scripts, and what the tools around them make of them.

import { isObject, type JsonObject } from "@inittab/cli/json-text";
import { type ChkconfigCase, replayChkconfig } from "../initscript/chkconfig.ts";
import { type FunctionCase, replayFunctions } from "../initscript/functions.ts";
import { type RcCase, replayRc } from "../initscript/rc.ts";
import { CaseError } from "./case-error.ts";
import { caseFlavor } from "./case-flavor.ts";
import type { ReplayKind } from "./kind.ts";

/** What chkconfig does with a script. */
export const replayChkconfigCase: ReplayKind = {
  about: "a script with a chkconfig header, and the links that chkconfig makes",
  // A case of lint has the same members; only the id tells them apart.
  accepts: (value) => "body" in value && String(value["id"]).startsWith("chk-"),
  run: (value) => answer(value, (recorded: ChkconfigCase) => replayChkconfig(recorded)),
};

/** Which scripts rc calls. */
export const replayRcCase: ReplayKind = {
  about: "a tree of rc folders, and what rc calls on changes of runlevel",
  accepts: (value) => isObject(value["rc"]) && isObject(value["services"]),
  run: (value) => {
    const flavor = caseFlavor(value["flavor"]);
    return answer(value, (recorded: RcCase) => replayRc({ ...recorded, flavor }));
  },
};

/** What status and the other helper functions print and return. */
export const replayFunctionsCase: ReplayKind = {
  about: "a call of a helper function such as status, and what it prints and returns",
  accepts: (value) => typeof value["call"] === "string",
  run: (value) => {
    const flavor = caseFlavor(value["flavor"]);
    return answer(value, (recorded: FunctionCase) => replayFunctions({ ...recorded, flavor }));
  },
};

/** The core trusts a case to have its form; one that has another is the case's mistake, whatever it runs into. */
function answer<Case>(value: JsonObject, replay: (recorded: Case) => unknown): { readonly result: unknown } {
  try {
    return { result: replay(value as unknown as Case) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CaseError(`the case has not the form of its kind (${error.message})`);
  }
}
