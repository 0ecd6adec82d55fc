// The System V init of Linux. Its reader is ../sysvinit-line.ts. Source: init.c of sysvinit 2.88 to 3.14, observed.

import { noClaim } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const sysvinit: DialectFacts = {
  title: "sysvinit",
  style: noClaim,
  actions: "sysvinit",
  runs: "sysvinit",
  id: "name",
  levels: "0123456789Sabc",
  usual: [],
  folders: { program: /^sysvinit\d*$/ },
};
