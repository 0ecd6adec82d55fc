// AIX. Source: its manual, inittab file, by spec/dialects.md, section 7.

import { systemVStyle } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const aix: DialectFacts = {
  title: "AIX",
  style: { ...systemVStyle, comment: "colon", idLimit: 14, entryLimit: 1024 },
  keeps: "all",
  actions: "aix",
  runs: { shell: "/bin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456789abc",
  usual: [
    { text: "init:2:initdefault:", about: "the runlevel to enter after boot" },
    { text: "cons:0123456789:respawn:/usr/sbin/getty /dev/console", about: "a login on the console" },
  ],
  folders: { program: /^aix\d*$/ },
};
