import { check, script } from "../../../testing/body-check.ts";

const startDaemon = "start-stop-daemon --start --exec /usr/sbin/svcd";

check("log-end-msg-set-e", {
  "without set -e": [script({ start: `${startDaemon}; log_end_msg $?` }), []],
  alone: [script({ start: `${startDaemon}; log_end_msg $?` }, "set -e"), [4]],
  "sh -e": [script({ start: `${startDaemon}; log_end_msg $?` }).replace("#!/bin/sh", "#!/bin/sh -e"), [4]],
  "guarded by ||": [script({ start: `${startDaemon} || true; log_end_msg 0` }, "set -e"), []],
  "in an if": [
    script({ start: `if ${startDaemon}; then log_end_msg 0; else log_end_msg 1; fi` }, "set -e"),
    [],
  ],
  "in a function that an if asks": [
    script(
      { start: "if do_start; then log_end_msg 0; fi" },
      `set -e; do_start() { ${startDaemon}; echo started; }`,
    ),
    [],
  ],
  "in a function that nobody asks": [
    script({ start: "do_start; log_end_msg 0" }, `set -e; do_start() { ${startDaemon}; }`),
    [2],
  ],
  "with --oknodo": [script({ start: `${startDaemon} --oknodo; log_end_msg $?` }, "set -e"), []],
  "log_end_msg 1 in the middle": [script({ start: "svcd || log_end_msg 1; echo" }, "set -e"), [4]],
  "log_end_msg 1 at the end": [script({ start: "svcd || log_end_msg 1" }, "set -e"), []],
  "log_end_msg 1 and exit": [script({ start: "svcd || { log_end_msg 1; exit 1; }" }, "set -e"), []],
  "log_end_msg with what may be more": [script({ start: "log_end_msg $RET; echo" }, "set -e"), [4]],
  "in a word": [script({ start: "pid=$(pidofproc svcd || true); echo $pid" }, "set -e"), []],
  "status as the last": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, "set -e"), []],
  "set -e switched off again": [script({ start: `set +e; ${startDaemon}; echo` }, "set -e"), []],
});
