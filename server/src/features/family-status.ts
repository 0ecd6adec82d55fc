// Whose manner init scripts are read in, for clients that show it at a glance.

import type { FamilyGuess, Localizer } from "@inittab/core";
import type { FamilyStatus } from "../protocol.ts";

/** A guess in words. */
export function familyStatus({ families, by, because }: FamilyGuess, localizer: Localizer): FamilyStatus {
  return {
    families: families.map(({ title }) => title),
    from: by,
    because: because === undefined ? "" : localizer.text(because),
  };
}
