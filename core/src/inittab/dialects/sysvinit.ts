// The System V init of Linux. Its reader is ../sysvinit-line.ts. Source: init.c of sysvinit 2.88 to 3.14, observed.

import { noClaim } from "../line-style.ts";
import { sysvinitVersions } from "../versions.ts";
import type { DialectFacts } from "./facts.ts";

export const sysvinit: DialectFacts = {
  title: "sysvinit",
  releases: sysvinitVersions,
  style: noClaim,
  buffered: true,
  keeps: "unique-ids",
  tellsOfBadLines: true,
  actions: "sysvinit",
  ignoresCase: true,
  givesUp: true,
  runs: "sysvinit",
  described: "levels",
  id: "name",
  levels: "0123456789Sabc",
  linuxLevels: true,
  entersDefault: true,
  usual: [],
  usualInManual: true,
  folders: { program: /^sysvinit\d*$/ },
};
