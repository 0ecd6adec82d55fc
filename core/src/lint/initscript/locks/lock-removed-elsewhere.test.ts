// Of lock-missing, lock-not-removed, lock-not-touched and lock-removed-elsewhere a script hears one.

import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-removed-elsewhere", () => {
  check({
    "another lock goes away, and more may": [
      redHat({ stop: 'rm -f /var/lock/subsys/svcd; eval "$STOP"' }),
      ["warning lock-removed-elsewhere"],
    ],
    "a second lock that an old version left": [
      redHat({ stop: `killproc svcd && rm -f ${lock} /var/lock/subsys/svcd` }),
      [],
    ],
  });
});
