// The scripts of Red Hat and of what descends from it.

import type { FamilyFacts } from "../contract.ts";
import { libraryMark, marks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const redhat: FamilyFacts<"redhat"> = {
  name: "redhat",
  title: "Red Hat",
  library: { name: "redhat", mark: libraryMark },
  marks,
  linksBy: "chkconfig",
  locks: true,
  skeleton,
};
