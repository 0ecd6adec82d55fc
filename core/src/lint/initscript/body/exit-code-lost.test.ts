import { expect, test } from "vitest";
import { check, redHat, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

check("exit-code-lost", {
  "exit 0": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, ":", "exit 0\n"), [6]],
  "exit $?": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, ":", "exit $?\n"), []],
  "exit $RETVAL": [script({ start: "daemon svcd; RETVAL=$?" }, redHat, "exit $RETVAL\n"), []],
  "nothing can fail": [script({ start: "echo nothing to do" }, ":", "exit 0\n"), []],
  "the arm ends itself": [script({ start: "daemon svcd; exit $?" }, redHat, "exit 0\n"), []],
  "the failure is looked at": [script({ start: "if daemon svcd; then echo up; fi" }, redHat, "exit 0\n"), []],
  "set -e": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, "set -e", "exit 0\n"), []],
  "status is another rule's": [script({ status: "status svcd" }, redHat, "exit 0\n"), []],
});

test("exit-code-lost offers no variable that is local", () => {
  const arms = { start: "start" };
  const text = script(arms, "start() { local RETVAL; daemon svcd; RETVAL=$?; echo; return 0; }", "exit 0\n");
  expect(told(text, "exit-code-lost", { family: "redhat" })).toHaveLength(1);
  expect(told(text, "exit-code-lost", { family: "buildroot" })).toEqual([]);
  expect(fixedScript(text, "exit-code-lost")).toBeUndefined();
});
