// Of lock-missing, lock-not-removed, lock-not-touched and lock-removed-elsewhere a script hears one.

import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-not-removed", () => {
  check({
    "never removed": [redHat({ stop: "killproc svcd" }), ["error lock-not-removed"]],
    "removed under another name": [
      redHat({ stop: "killproc svcd && rm -f /var/lock/subsys/svcd" }),
      ["error lock-not-removed"],
    ],
    "removed by a pattern": [redHat({ stop: `killproc svcd && rm -f ${lock}*` }), []],
    "removed by a function": [
      redHat({
        head: `# chkconfig: 345 80 20\n. /etc/init.d/functions\ndown() {\n  killproc svcd && rm -f ${lock}\n}\n`,
        stop: "down",
      }),
      [],
    ],
    "removed by the script itself under another action": [
      redHat({ stop: "$0 kill", more: `  kill) killproc svcd && rm -f ${lock} ;;\n` }),
      [],
    ],
    "stop ends as another program": [redHat({ stop: "exec /usr/sbin/svcctl stop" }), []],
    "stop is in a library": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\n. /usr/share/svc/common\n",
        stop: "down",
      }),
      [],
    ],
    "the path does not resolve": [redHat({ stop: "killproc svcd && rm -f $LOCK" }), []],
  });
});
