// procd of OpenWrt. Source: spec/dialects.md, section 5: inittab.c of procd.

import { plainStyle, wordsOf } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const procd: DialectFacts = {
  title: "OpenWrt procd",
  program: "procd",
  style: {
    ...plainStyle,
    actions: wordsOf("procd"),
    unanchored: true,
    unknownAction: "unknown-handler",
    pieceLimit: 127,
    nulEnds: true,
  },
  keeps: "all",
  tellsOfBadLines: true,
  actions: "procd",
  runs: "procd",
  // Spec/openwrt.md, section 3: the words behind the first are a pattern of names and an argument.
  doesItself: ["sysinit", "shutdown"],
  described: "manual",
  id: "terminal",
  levels: "",
  usual: [
    { text: "::sysinit:/etc/init.d/rcS S boot", about: "the start scripts of /etc/rc.d" },
    { text: "::shutdown:/etc/init.d/rcS K shutdown", about: "the stop scripts of /etc/rc.d" },
    {
      text: "::askconsole:/bin/ash --login",
      about: "a shell on the kernel's console, after Enter is pressed",
    },
    {
      text: "tty1::askfirst:/bin/ash --login",
      about: "a shell on a virtual console, after Enter is pressed",
    },
    {
      text: "ttyS0::askfirst:/bin/ash --login",
      about: "a shell on a serial line, after Enter is pressed",
    },
  ],
  folders: { program: /^procd$/, system: /^(openwrt|lede)$/ },
};
