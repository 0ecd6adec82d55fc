import { expect, test } from "vitest";
import { check, redHat, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

check("status-always-zero", {
  "kept behind echo": [script({ start: "daemon svcd; echo; RETVAL=$?" }, redHat), [4]],
  "kept before echo": [script({ start: "daemon svcd; RETVAL=$?; echo" }, redHat), []],
  "ended with": [script({ start: 'svcd; echo "started"; exit $?' }), [4]],
  returned: [script({ start: "up" }, "up() { svcd; printf 'up\\n'; return $?; }"), [2]],
  "decided by": [script({ start: "svcd; echo; if [ $? -eq 0 ]; then touch /x; fi" }), [4]],
  "told to the user": [script({ start: "svcd; echo; log_end_msg $?" }), [4]],
  "several lines are said": [script({ start: "svcd; echo a; echo b; exit $?" }), [4]],
  "nothing was done before": [script({ start: "echo nothing; exit $?" }), []],
  "something else comes between": [script({ start: "svcd; echo; svcctl; exit $?" }), []],
  "it was looked at before": [script({ start: "svcd; RETVAL=$?; echo; exit $?" }), []],
  "it was a condition": [script({ start: "if svcd; then echo up; exit $?; fi" }), []],
  "under set -e nothing is lost": [script({ start: "svcd; echo; exit $?" }, "set -e"), []],
  "the answer of status is another rule's": [script({ status: "status svcd; echo; exit $?" }, redHat), []],
  "what is said may fail": [script({ start: "svcd; echo x > /run/x; exit $?" }), []],
  "what is said goes to the errors": [script({ start: "svcd; echo x >&2; exit $?" }), [4]],
  "what is said is asked for": [script({ start: 'svcd; echo "$(svcctl)"; exit $?' }), []],
  "a file is removed before": [script({ stop: "rm -f /x; echo; exit $?" }), []],
});

test("the status is kept right behind what it is meant of", () => {
  const text = script(
    { start: "start" },
    `${redHat}\nstart() {\n  daemon svcd\n  echo\n  RETVAL=$?\n  return $RETVAL\n}`,
  );
  expect(told(text, "status-always-zero")).toEqual([
    "6 information: the status is that of echo, which is always 0: the status of daemon is lost",
  ]);
  expect(fixedScript(text, "status-always-zero")).toContain(
    "  daemon svcd\n  RETVAL=$?\n  echo\n  return $RETVAL\n",
  );
  expect(fixedScript(script({ start: "svcd; echo; exit $?" }), "status-always-zero")).toBeUndefined();
});
