// Tru64, Digital UNIX and OSF/1. Source: their manual, inittab(4), by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const tru64: DialectFacts = {
  title: "Tru64",
  style: { ...systemVStyle, comment: "column-1", idLimit: 14, entryLimit: 1024 },
  keeps: "all",
  actions: "system-v",
  moreActions: true,
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "023sS",
  usual: [{ text: "is:3:initdefault:", about: "the runlevel to enter after boot" }],
  folders: { program: /^(tru64|osf1)$/ },
};
