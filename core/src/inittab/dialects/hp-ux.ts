// HP-UX. Source: its manual, inittab(4) and init(1M), by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const hpUx: DialectFacts = {
  title: "HP-UX",
  style: { ...systemVStyle, comment: "none", idLimit: 4, entryLimit: 1024 },
  keeps: "all",
  actions: "system-v",
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456abc",
  usual: [
    { text: "init:3:initdefault:", about: "the runlevel to enter after boot" },
    { text: "cons:123456:respawn:/usr/sbin/getty console console", about: "a login on the console" },
  ],
  folders: { program: /^hpux\d*$/ },
};
