import { expect, test } from "vitest";
import { check, redHat, script } from "../../../testing/body-check.ts";
import { checkScript, fixedScript } from "../../../testing/script-check.ts";

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

test("wrong-library-dialect knows what the files of OpenEmbedded and of LFS have, which lie at others' paths", () => {
  const said = (text: string, family: "openembedded" | "lfs" | "redhat") =>
    checkScript(text, { family })
      .filter(({ rule }) => rule === "wrong-library-dialect")
      .map(({ message }) => message);
  const own = "log_success_msg ok; killproc svcd; machine_id; passed";
  expect(said(script({ start: own }, redHat), "openembedded")).toEqual([]);
  expect(
    said(
      script({ start: "daemon svcd; daemon svcd", status: "status_of_proc svcd" }, redHat),
      "openembedded",
    ),
  ).toEqual([
    "daemon is not a function of OpenEmbedded's /etc/init.d/functions: the call fails with 127, and the script goes on",
    "status_of_proc is not a function of OpenEmbedded's /etc/init.d/functions: the call fails with 127, and the script goes on",
  ]);
  expect(said(script({ start: "daemon svcd" }, `${redHat}\ndaemon() { :; }`), "openembedded")).toEqual([]);
  expect(said(script({ start: "daemon svcd" }, `${redHat}\n. /usr/lib/more`), "openembedded")).toEqual([]);
  expect(said(script({ start: "start_daemon svcd", stop: "log_daemon_msg x" }), "lfs")).toEqual([
    "log_daemon_msg is not a function of Linux From Scratch's /lib/lsb/init-functions: the call fails with 127, and the script goes on",
  ]);
  expect(said(script({ start: "daemon svcd" }, redHat), "redhat")).toEqual([]);
});
