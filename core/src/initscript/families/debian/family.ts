// The scripts of Debian and of what descends from it.

import type { FamilyFacts } from "../contract.ts";
import { libraryMark, marks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const debian: FamilyFacts<"debian"> = {
  name: "debian",
  title: "Debian",
  library: { name: "lsb", mark: libraryMark },
  marks,
  linksBy: "insserv",
  locks: false,
  skeleton,
};
