// A System V of which no more is known. What all manuals of the family agree on, by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const systemV: DialectFacts = {
  title: "other System V inits",
  style: systemVStyle,
  keeps: "all",
  actions: "system-v",
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456sSabc",
  usual: [
    { text: "is:2:initdefault:", about: "the runlevel to enter after boot" },
    { text: "bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1", about: "what is run once at boot" },
    { text: "co:2:respawn:/etc/getty console", about: "a login on the console" },
  ],
  folders: { program: /sysv68$/ },
};
