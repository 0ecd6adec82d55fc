import { check, script } from "../../../testing/body-check.ts";

check("usage-exit-code", {
  "exit 0": [script({ start: "svcd", "*": "echo usage; exit 0" }), [5]],
  "nothing at all behind": [script({ start: "svcd", "*": "echo usage" }), [5]],
  "exit 0 behind the case": [
    script({ start: "svcd", "*": "echo usage" }, ":", "exit 0\n"),
    [5],
    { family: "debian" },
  ],
  "where nobody looks at it": [
    script({ start: "svcd", "*": "echo usage" }, ":", "exit 0\n"),
    [],
    { family: "slackware" },
  ],
  "exit 1": [script({ start: "svcd", "*": "echo usage; exit 1" }), []],
  "a variable": [script({ start: "svcd", "*": "echo usage" }, ":", "exit $RETVAL\n"), []],
  "a variable in the arm": [script({ start: "svcd", "*": "echo usage; exit $RC" }), []],
  "a function that ends": [script({ start: "svcd", "*": "usage" }, "usage() { echo usage; exit 2; }"), []],
  "handed on": [script({ start: "svcd", "*": 'svcctl "$1"; exit 0' }), []],
});
