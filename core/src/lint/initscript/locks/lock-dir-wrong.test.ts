import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-dir-wrong", () => {
  check({
    "not in subsys": [
      redHat({
        start: "daemon svcd && touch /var/lock/svc",
        stop: "killproc svcd && rm -f /var/lock/svc",
        status: "status svcd",
      }),
      ["warning lock-dir-wrong"],
    ],
    "a pid file": [redHat({ start: `daemon svcd && touch /var/lock/svc.pid ${lock}` }), []],
    "a Debian script": [
      redHat({
        start: "start-stop-daemon --start --exec /usr/sbin/svcd && touch /var/lock/svc",
        stop: "killproc svcd",
      }),
      ["warning lock-missing"],
    ],
  });
});
