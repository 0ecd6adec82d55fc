// toybox init, which is not finished. Source: spec/dialects.md, section 4: toys/pending/init.c.

import { busyboxStyle } from "./busybox.ts";
import type { DialectFacts } from "./facts.ts";

export const toybox: DialectFacts = {
  title: "toybox init",
  style: {
    ...busyboxStyle,
    joins: false,
    colonsInProcess: false,
    short: "skipped",
    unknownAction: "invalid-action",
  },
  keeps: "no-twins",
  tellsOfBadLines: true,
  actions: "busybox",
  runs: "busybox",
  busyboxShell: true,
  described: "terminal",
  id: "terminal",
  levels: "",
  usual: [
    { text: "::sysinit:/etc/init.d/rcS", about: "the start scripts" },
    { text: "tty1::respawn:/sbin/getty 38400 tty1", about: "a login on a virtual console" },
    { text: "ttyS0::respawn:/sbin/getty 115200 ttyS0", about: "a login on a serial line" },
    { text: "tty2::askfirst:-/bin/sh", about: "a shell on a virtual console; toybox does not ask" },
    { text: "::ctrlaltdel:/sbin/reboot", about: "Ctrl-Alt-Del restarts the machine" },
    { text: "::shutdown:/bin/umount -a -r", about: "file systems are unmounted at shutdown" },
    { text: "tty1::restart:/sbin/init", about: "what process 1 becomes on SIGQUIT; it needs a terminal" },
  ],
  folders: { program: /^toybox\d*$/ },
};
