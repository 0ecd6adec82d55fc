import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-missing", () => {
  const none = { start: "daemon svcd", stop: "killproc svcd", status: "status svcd" };
  const never = { ...none, head: "# chkconfig: - 80 20\n. /etc/init.d/functions\n" };
  check({
    "a service": [redHat(none), ["warning lock-missing"]],
    "on in no level": [redHat(never), []],
    "on in no level, but linked": [
      redHat(never),
      ["warning lock-missing"],
      { files: [{ path: "etc/rc.d/rc3.d/S80svc", target: "../init.d/svc" }] },
    ],
    "linked to be stopped only": [
      redHat(never),
      [],
      { files: [{ path: "etc/rc.d/rc3.d/K20svc", target: "../init.d/svc" }] },
    ],
    "a one-shot whose stop does something": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "/sbin/svcctl unload" }),
      ["hint lock-missing"],
    ],
    "a one-shot whose stop does nothing": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "echo nothing to do; exit 0" }),
      [],
    ],
    "a program in the background": [redHat({ ...none, start: "svcd &" }), ["warning lock-missing"]],
    "a lock that does not resolve": [redHat({ ...none, start: 'daemon svcd && touch "$LOCK"' }), []],
    "a pid file that does not resolve": [
      redHat({ ...none, start: "daemon svcd && touch /var/run/$NAME.pid" }),
      ["warning lock-missing"],
    ],
    "eval in start": [redHat({ ...none, start: 'daemon svcd; eval "$AFTER_START"' }), []],
    "another program makes the lock": [
      redHat({ ...none, start: `daemon svcd && install -m 644 /dev/null ${lock}` }),
      [],
    ],
    "the lock is only named in a message": [
      redHat({ ...none, start: `daemon svcd; echo "touch ${lock}"` }),
      ["warning lock-missing"],
    ],
    "the lock is only named in a here-document": [
      redHat({ ...none, start: `daemon svcd\n    cat <<EOF\ntouch ${lock}\nEOF\n    ` }),
      ["warning lock-missing"],
    ],
    "redirections make files too": [
      redHat({
        ...none,
        start: `daemon svcd && : > ${lock}`,
        stop: `killproc svcd && rm -f ${lock}`,
        status: "status -l svc svcd",
      }),
      [],
    ],
    "functions of another file": [
      redHat({
        ...none,
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\n. /usr/share/svc/common\n",
        start: "start_service",
      }),
      [],
    ],
    "no case": ["#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ndaemon svcd\n", []],
    "touched for another action only": [
      redHat({ ...none, more: `  reload) killproc svcd -HUP; touch ${lock} ;;\n` }),
      [],
    ],
  });
});

describe("one mark of the family is not enough", () => {
  const text = redHat({ head: ". /etc/init.d/functions\n", start: "daemon svcd", stop: "killproc svcd" });
  check({
    "the functions file alone": [text, []],
    "the user's word": [text, ["warning lock-missing"], { family: "redhat" }],
  });
});
