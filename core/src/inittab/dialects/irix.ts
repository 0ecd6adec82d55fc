// IRIX. Source: its manual, inittab(4) of 6.5, by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const irix: DialectFacts = {
  title: "IRIX",
  style: { ...systemVStyle, comment: "column-1", idLimit: 4, entryLimit: 512 },
  keeps: "all",
  actions: "system-v",
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456sSabc",
  usual: [
    { text: "is:2:initdefault:", about: "the runlevel to enter after boot" },
    { text: "bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1", about: "what is run once at boot" },
    { text: "co:23:respawn:/etc/getty console co_9600", about: "a login on the console" },
  ],
  folders: { program: /^irix\d*$/ },
};
