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
  "said in both cases": [script({ status: "if pidof svcd; then echo up; else echo down; fi" }), [4]],
  "said, and a zero behind": [
    script(
      { status: "if [ -f /run/x ]; then echo up; elif svcctl; then echo a; echo b; else printf down; fi" },
      ":",
      "exit 0\n",
    ),
    [4],
  ],
  "said by a short form": [script({ status: "kill -0 $PID && echo up || echo down" }), [4]],
  "said in a function": [
    script({ status: "look" }, "look() { if pgrep svcd; then echo up; else echo down >&2; fi; }"),
    [2],
  ],
  "said, and a variable that is 0": [
    script(
      { start: "svcd; RETVAL=$?", status: "if pidof svcd; then echo up; else echo down; fi" },
      "RETVAL=0",
      "exit $RETVAL\n",
    ),
    [5],
  ],
  "said, and a variable that the answer sets": [
    script(
      { status: "if pidof svcd; then echo up; else echo down; RETVAL=3; fi" },
      "RETVAL=0",
      "exit $RETVAL\n",
    ),
    [],
  ],
  "said, and a variable that is not 0": [
    script({ status: "if pidof svcd; then echo up; else echo down; fi" }, "RETVAL=3", "exit $RETVAL\n"),
    [],
  ],
  "said, and ended with 3": [
    script({ status: "if pidof svcd; then echo up; else echo down; exit 3; fi" }),
    [],
  ],
  "said, and the answer comes behind": [
    script({ status: "if pidof svcd; then echo up; else echo down; fi; pidof svcd > /dev/null" }),
    [],
  ],
  "said in one case": [script({ status: "if [ -f /run/x ]; then echo file; fi; pidof svcd" }), []],
  "said for start": [script({ start: "if pidof svcd; then echo up; else echo down; fi" }), []],
  "said by a function of its own": [
    script({ status: "if pidof svcd; then echo up; else down; fi" }, "down() { echo down; return 3; }"),
    [],
  ],
  "said in a subshell that fails": [
    script({ status: "if pidof svcd; then echo up; else (echo down; exit 3); fi" }),
    [],
  ],
  "set -e": [script({ status: "status_of_proc /usr/sbin/svcd svc; echo" }, "set -e"), []],
});
