import { expect, test } from "vitest";
import { check, script } from "../../../testing/body-check.ts";
import { checkScript } from "../../../testing/script-check.ts";

const stop = (body: string, head?: string, end?: string): string => script({ stop: body }, head, end);
const stopDaemon = "start-stop-daemon --stop --pidfile /run/svcd.pid";

check("ssd-stop-not-running", {
  "the last command": [stop(stopDaemon), [4]],
  "with exit $?": [stop(stopDaemon, ":", "exit $?\n"), [4]],
  "through log_end_msg": [stop(`${stopDaemon}; log_end_msg $?`), [4]],
  "through a function": [stop("do_stop", `do_stop() { ${stopDaemon}; }`), [2]],
  "with return $?": [stop("do_stop", `do_stop() { ${stopDaemon}; return $?; }`), [2]],
  "--oknodo": [stop(`${stopDaemon} --oknodo`), []],
  "-o": [stop("start-stop-daemon -Kop /run/svcd.pid"), []],
  "exit 0 behind": [stop(stopDaemon, ":", "exit 0\n"), []],
  "looked at": [stop(`${stopDaemon}; case $? in 0|1) echo down ;; esac`), []],
  kept: [stop(`${stopDaemon}; RETVAL=$?; [ $RETVAL = 2 ] && exit 1`), []],
  guarded: [stop(`${stopDaemon} || true`), []],
  "options in a variable": [stop(`${stopDaemon} $OPTIONS`), []],
  "set -e": [stop(stopDaemon, "set -e"), []],
});

test("--oknodo is offered after a long --stop, and not inside short options", () => {
  const fixes = (call: string) =>
    checkScript(stop(call))
      .filter(({ rule }) => rule === "ssd-stop-not-running")
      .map((finding) => finding.fixes.length);
  expect(fixes(stopDaemon)).toEqual([1]);
  expect(fixes("start-stop-daemon -Kp /run/svcd.pid")).toEqual([0]);
});
