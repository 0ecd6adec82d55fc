import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("status-ignores-lock", () => {
  const status = (body: string): string => redHat({ status: body });
  check({
    "a status of its own": [
      redHat({
        head: `# chkconfig: 345 80 20\n. /etc/init.d/functions\nstatus() {\n  pidof svcd && return 0\n  [ -f ${lock} ] && return 2\n  return 3\n}\n`,
        status: "status svcd",
      }),
      [],
    ],
    "no look at the lock": [status("ps -C svcd > /dev/null"), ["warning status-ignores-lock"]],
    "the program's own word": [status("/usr/sbin/svcctl status"), ["information status-ignores-lock"]],
    "a look at another lock": [status("status -l svcd svcd"), ["warning status-ignores-lock"]],
    "no status arm": [redHat().replace(/ {2}status\).*\n/, ""), []],
  });
});
