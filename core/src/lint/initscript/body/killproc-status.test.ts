import { check, redHat, script } from "../../../testing/body-check.ts";

check("killproc-status", {
  "||": [script({ stop: "killproc svcd || svcctl clean" }, redHat), [4]],
  "|| exit": [script({ stop: "killproc svcd || exit 1" }, redHat), []],
  "|| true": [script({ stop: "killproc svcd || true" }, redHat), []],
  "|| a group": [script({ stop: "killproc svcd || { svcctl clean; exit 0; }" }, redHat), [4]],
  "if and else": [script({ stop: "if killproc svcd; then echo; else svcctl clean; fi" }, redHat), [4]],
  "if not": [script({ stop: "if ! killproc svcd; then svcctl clean; fi" }, redHat), [4]],
  "$? -ne 0": [script({ stop: "killproc svcd; [ $? -ne 0 ] && svcctl clean" }, redHat), [4]],
  "$? -eq 0": [script({ stop: "killproc svcd; [ $? -eq 0 ] && rm -f /run/svcd" }, redHat), []],
  "a signal": [script({ reload: "killproc svcd -HUP || svcctl clean" }, redHat), []],
  "the other library": [script({ stop: "killproc svcd || svcctl clean" }), []],
  "a function of its own": [
    script({ stop: "killproc svcd || svcctl clean" }, `${redHat}; killproc() { kill $1; }`),
    [],
  ],
  "an old system": [
    script({ stop: "killproc svcd || svcctl clean" }, redHat),
    [],
    { files: [{ path: "etc/redhat-release", text: "Red Hat Linux release 7.3 (Valhalla)\n" }] },
  ],
});
