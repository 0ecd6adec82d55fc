// What procd says of its inittab, of the scripts in rc.d and of services. Observed: procd of August 2026; source: spec/openwrt.md.

import type { SpeakingProgram } from "../contract.ts";

/** OpenWrt's process 1. */
export const procdMessages: SpeakingProgram = {
  id: "procd",
  title: "procd of OpenWrt",
  tags: ["procd", "init"],
  dialects: ["procd"],
  families: ["openwrt"],
  messages: [
    {
      id: "unknown-handler",
      templates: ["Unknown init handler {action}"],
      meaning:
        "The third field is not an action of procd, so the line is dropped. The word is case-sensitive.",
      causes: [
        "`wait`, `once`, `ctrlaltdel`, `restart` and all actions of System V are unknown to procd.",
        "The word is mistyped.",
      ],
      find: ["`grep -n ':ACTION:' /etc/inittab`."],
      remedy: [
        "Use sysinit, shutdown, respawn, respawnlate, askfirst, askconsole or askconsolelate; what is to run once belongs in `/etc/rc.local` or an init script.",
      ],
    },
    {
      id: "rcs-format",
      templates: ["valid format is rcS <S|K> <param>"],
      meaning:
        "A sysinit or shutdown entry does not have two words after the program. **The boot stops here**: no start script runs.",
      causes: ["The line was taken from BusyBox: `::sysinit:/etc/init.d/rcS`."],
      remedy: ["Write `::sysinit:/etc/init.d/rcS S boot` and `::shutdown:/etc/init.d/rcS K shutdown`."],
    },
    {
      id: "crash-loop",
      templates: [
        "Instance {service}::{word} s in a crash loop {count} crashes, {seconds} seconds since last crash",
        "Instance {service}::{word} is in a crash loop {count} crashes, {seconds} seconds since last crash",
      ],
      meaning:
        "The service ended again and again, each time sooner than the threshold, and procd has given up. It stays down until it is started by hand.",
      causes: [
        "The command puts itself into the background: procd takes this for its end.",
        "A setting or a file that it needs is missing, or its port is taken.",
      ],
      find: ["`logread -e SERVICE`, and the command of `ubus call service list` run by hand."],
      remedy: [
        "Give the command its option for staying in the foreground, correct the settings, then `/etc/init.d/SERVICE restart`. `procd_set_param respawn 3600 5 0` never gives up.",
      ],
    },
    {
      id: "state",
      templates: ["- {state} -"],
      meaning: "procd enters a new state: early, ubus, init, init complete, shutdown, halt.",
      causes: [
        "If `- init complete -` does not follow `- init -`, a start script does not return, or the sysinit entry is unusable.",
      ],
    },
  ],
};
