import { describe, expect, test } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { redHat } from "../../../testing/red-hat-script.ts";
import { fixedScript } from "../../../testing/script-check.ts";

describe("status-lock-name", () => {
  const status = (body: string): string => redHat({ status: body });
  const old = { files: [{ path: "etc/redhat-release", text: "Red Hat Linux release 7.3 (Valhalla)\n" }] };
  check({
    "the program is not called like the lock": [status("status svcd"), ["warning status-lock-name"]],
    "with a folder": [status("status /usr/sbin/svc"), []],
    "in an old system": [status("status svcd"), [], old],
    "several programs, one called like the lock": [status("status svc; status svc-helper"), []],
    "a program that does not resolve": [status("status $prog"), []],
    "through a function": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nrh_status() {\n  status -p /var/run/svcd.pid -l svc svcd\n}\n",
        status: "rh_status",
      }),
      [],
    ],
  });

  test("-l goes between -p and -b", () => {
    const text = status('status -p "$PIDFILE" -b $EXEC svcd');
    expect(fixedScript(text, "status-lock-name")).toBe(text.replace("-b $EXEC", "-l svc -b $EXEC"));
  });
});
