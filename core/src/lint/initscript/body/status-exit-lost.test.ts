import { check, redHat, script } from "../../../testing/body-check.ts";

check("status-exit-lost", {
  "the last command": [script({ status: "status svcd" }, redHat), []],
  "a variable that is not set": [script({ status: "status svcd" }, redHat, "exit $RETVAL\n"), [4]],
  kept: [script({ status: "status svcd; RETVAL=$?" }, redHat, "exit $RETVAL\n"), []],
  "kept in a local variable": [
    script({ status: "rh_status" }, `${redHat}; rh_status() { status svcd; local rc=$?; echo; return $rc; }`),
    [],
  ],
  "exit 0 behind": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, ":", "exit 0\n"), [4]],
  "exit behind": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, ":", "exit\n"), []],
  "looked at": [
    script({ status: "status_of_proc /usr/sbin/svcd svc && exit 0 || exit $?" }, ":", "exit 0\n"),
    [],
  ],
  "a command behind": [script({ status: "status svcd; echo" }, redHat), [4]],
  "in a function, with a command behind the call": [
    script({ status: "rh_status; echo" }, `${redHat}; rh_status() { status svcd; }`),
    [2],
  ],
  "in a function, and the call decides": [
    script({ status: "rh_status" }, `${redHat}; rh_status() { status svcd; }`),
    [],
  ],
  "the last of several": [script({ status: "status svcd; status helper" }, redHat), []],
  "in a loop": [script({ status: "for each in a b; do status $each; done" }, redHat), []],
  "a function of its own": [script({ status: "status; echo" }, "status() { svcctl status; }"), []],
  "set -e": [script({ status: "status_of_proc /usr/sbin/svcd svc; echo" }, "set -e"), []],
});
