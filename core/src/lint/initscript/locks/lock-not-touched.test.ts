// Of lock-missing, lock-not-removed, lock-not-touched and lock-removed-elsewhere a script hears one.

import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { redHat } from "../../../testing/red-hat-script.ts";

describe("lock-not-touched", () => {
  check({
    "never touched": [redHat({ start: "daemon svcd", status: "status svcd" }), ["warning lock-not-touched"]],
    "never touched, but on in no level": [
      redHat({ head: "# chkconfig: - 80 20\n. /etc/init.d/functions\n", start: "daemon svcd" }),
      [],
    ],
    "a one-shot": [redHat({ start: "/sbin/svcctl load" }), ["hint lock-not-touched"]],
  });
});
