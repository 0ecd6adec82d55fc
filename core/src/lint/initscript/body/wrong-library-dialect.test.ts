import { expect, test } from "vitest";
import { check, redHat, script } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

check("wrong-library-dialect", {
  "Red Hat's with the other library": [script({ start: "daemon svcd", status: "status svcd" }), [4, 5]],
  "Debian's with the other library": [script({ status: "status_of_proc svcd svc" }, redHat), [4]],
  "in both": [script({ stop: "killproc svcd" }), []],
  "both read": [script({ start: "daemon svcd" }, `${redHat}\n. /lib/lsb/init-functions`), []],
  "defined in the file": [
    script({ start: "daemon svcd" }, ". /lib/lsb/init-functions\ndaemon() { $1; }"),
    [],
  ],
  "a program of that name": [script({ start: "/usr/bin/daemon svcd" }), []],
  "a third file": [
    script({ start: "daemon svcd" }, ". /lib/lsb/init-functions\n. /usr/share/svc/common"),
    [],
  ],
  "neither read": [script({ start: "daemon svcd" }, ":"), []],
  "in a message": [script({ start: 'echo "daemon svcd"' }), []],
});

test("wrong-library-dialect reads the other library besides, if the first is used too", () => {
  const text = script({ start: "log_daemon_msg Starting svc; daemon svcd" });
  expect(fixedScript(text, "wrong-library-dialect")).toBe(
    text.replace("init-functions\n", "init-functions\n. /etc/init.d/functions\n"),
  );
});
