import { allArms, check, script } from "../../../testing/body-check.ts";

check("action-missing", {
  "all there": [script(allArms), []],
  "no status": [
    script({ ...allArms, status: "svcctl status" }).replace("status) svcctl status", "state) svcctl state"),
    [7],
  ],
  "only in the usage line": [
    script({
      start: "svcd",
      stop: "svcctl stop",
      "*": "echo 'Usage: {start|stop|restart|force-reload|status}'; exit 2",
    }),
    [6],
  ],
  "a pattern that takes them": [
    script({
      start: "svcd",
      stop: "svcctl stop",
      "re*|force-reload": "svcctl restart",
      "stat*": "svcctl status",
    }),
    [],
  ],
  "the rest is handed on": [script({ start: "svcd", "*": 'exec svcctl "$1"' }), []],
  "the rest is handed on to a function": [
    script({ start: "svcd", "*": 'forward "$@"' }, 'forward() { svcctl "$@"; }'),
    [],
  ],
  "the rest is only named in a message": [
    script({ start: "svcd", "*": 'echo "$1: unknown" >&2; exit 3' }),
    [5],
  ],
  "looked for before the case": [
    script(
      { start: "svcd", stop: "svcctl stop", "restart|force-reload": "svcctl restart" },
      'if [ "$1" = status ]; then svcctl status; exit; fi',
    ),
    [],
  ],
  "functions are the arms": [
    '#!/bin/sh\nstart() { svcd; }\nstop() { svcctl stop; }\n"$1"\n',
    [3],
    { family: "debian" },
  ],
  "a script that nobody can place": ['#!/bin/sh\nstart() { svcd; }\nstop() { svcctl stop; }\n"$1"\n', []],
  "init-d-script": ["#!/lib/init/init-d-script\nDAEMON=/usr/sbin/svcd\n", []],
  "no case at all": ["#!/bin/sh\nsvcd\n", []],
  "a case on runlevels": [script({ 2: "svcctl multi", "*": "svcctl other" }), []],
  "a script that BusyBox's rcS calls": [
    script({ start: "svcd", stop: "svcctl stop" }),
    [],
    { name: "S50svc" },
  ],
  "a case on something else": ['#!/bin/sh\ncase "$2" in\n  start) svcd ;;\nesac\n', []],
  "no shell": ['#!/usr/bin/perl\nprint "case";\n', []],
  "what the parser does not understand": ['#!/bin/sh\ncase "$1" in\n  start) if ;;\nesac\n', []],
});
