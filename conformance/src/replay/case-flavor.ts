import { type RcFlavor, rcFlavorNames } from "@inittab/core";
import { CaseError } from "./case-error.ts";

/** The generation of rc that the member `flavor` of a case names; a `CaseError` if there is none or it is not known. */
export function caseFlavor(name: unknown): RcFlavor {
  if (name === undefined) throw new CaseError("the case names no flavor");
  const flavor = rcFlavorNames.find((each) => each === name);
  if (flavor === undefined)
    throw new CaseError(`flavor ${JSON.stringify(name)} is not known; there is ${rcFlavorNames.join(", ")}`);
  return flavor;
}
