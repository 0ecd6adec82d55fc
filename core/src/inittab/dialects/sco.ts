// SCO OpenServer. Source: its manual, inittab(F), by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const sco: DialectFacts = {
  title: "SCO OpenServer",
  style: { ...systemVStyle, comment: "none", idLimit: 4, entryLimit: 512 },
  keeps: "all",
  actions: "system-v",
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456sSabc",
  usual: [{ text: "is:2:initdefault:", about: "the runlevel to enter after boot" }],
  folders: { program: /^openserver\d*$/ },
};
