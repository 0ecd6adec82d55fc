// A file of which nobody can say for whom it is: its fields are shown, and nothing is claimed.

import { noClaim } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const unknown: DialectFacts = {
  title: "files of unknown dialect",
  style: noClaim,
  keeps: "all",
  actions: undefined,
  runs: "sysvinit",
  described: "nothing",
  id: "name",
  levels: "0123456789Sabc",
  linuxLevels: true,
  usual: [],
};
