// Solaris and illumos. Source: their manual, and usr/src/cmd/init/init.c of illumos, by spec/dialects.md, section 7.

import { systemVStyle, wordsOf } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

export const solaris: DialectFacts = {
  title: "Solaris",
  style: {
    ...systemVStyle,
    dropsBlanks: true,
    actions: wordsOf("system-v"),
    runlevels: /^[0-6sSqQabc]*$/,
    idLimit: 4,
    entryLimit: 512,
  },
  keeps: "all",
  startsServicesBy: "svc.startd",
  actions: "system-v",
  runs: { shell: "/sbin/sh" },
  described: "manual",
  id: "name",
  levels: "0123456sSabc",
  usual: [
    {
      text: "smf::sysinit:/lib/svc/bin/svc.startd >/dev/msglog 2<>/dev/msglog </dev/console",
      about: "the service manager; init takes its command line from here",
    },
    {
      text: "p3:s1234:powerfail:/usr/sbin/shutdown -y -i5 -g0 >/dev/msglog 2<>/dev/msglog",
      about: "the power fails",
    },
  ],
  folders: { program: /^(solaris|sunos|illumos|openindiana|smartos|omnios)\d*$/ },
};
