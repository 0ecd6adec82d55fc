import { expect, test } from "vitest";
import { check, redHat, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const lsb = ". /lib/lsb/init-functions";
const chkconfig = "# chkconfig: 345 80 20\n# description: serves\n";

check("function-undefined", {
  "SUSE's functions without its file": [
    script({ start: "svcd; rc_status -v" }, `${lsb}\nrc_reset`, "rc_exit\n"),
    [3, 5, 7],
  ],
  "SUSE's functions with its file": [
    script({ start: "svcd; rc_status -v" }, ". /etc/rc.status\nrc_reset"),
    [],
  ],
  "on SUSE": [script({ start: "svcd; rc_status -v" }, lsb), [], { family: "suse" }],
  "SUSE's file, if it is there": [
    script({ start: "rc_status" }, "[ -r /etc/rc.status ] && . /etc/rc.status"),
    [],
  ],
  "Red Hat's marks in a script that reads nothing": [
    script({ start: "svcd && success || failure; echo" }, chkconfig),
    [6, 6],
  ],
  "Red Hat's marks with its file": [
    script({ start: "svcd && success || failure; echo" }, ". /etc/init.d/functions"),
    [],
  ],
  "marks that are the script's own": [script({ start: "svcd && success" }, "success() { echo OK; }"), []],
  "marks that another file may define": [script({ start: "svcd && success" }, ". /opt/svc/lib.sh"), []],
  "functions of the script's own": [script({ start: "rc_status" }, `${lsb}\nrc_status() { return 0; }`), []],
  "OpenRC's functions in a plain script": [
    script({ start: 'ebegin "Starting svc"; svcd; eend $?' }, ":"),
    [4, 4],
  ],
  "OpenRC's functions in a script of its own": [
    '#!/sbin/openrc-run\nstart() {\n  ebegin "Starting svc"\n  eend 0\n}\n',
    [],
  ],
  "an action as a function": [
    script({ restart: "svcctl", condrestart: "[ -e /x ] && restart" }, redHat),
    [5],
  ],
  "an action that is one": [script({ restart: "restart" }, `${redHat}\nrestart() { svcctl; }`), []],
  "an action of a program": [script({ restart: "restart svc" }, redHat), []],
  "an action with a path": [script({ restart: "/usr/lib/svc/restart" }, redHat), []],
  "an action of the script itself": [script({ condrestart: "$0 restart" }, redHat), []],
  "a file that nobody knows": [script({ condrestart: "restart" }, ". /usr/share/svc/functions"), []],
  "a file of settings": [script({ condrestart: "restart" }, ". /etc/default/svc"), [4]],
  "a function that eval makes": [script({ condrestart: "restart" }, 'eval "restart() { :; }"'), []],
  "a library's function": [script({ status: "status svc" }, redHat), []],
  "the other library's function is another rule's": [script({ start: "log_daemon_msg x" }, redHat), []],
  "Debian's functions without a library": [
    script({ start: "log_daemon_msg x; svcd; log_end_msg $?" }, ":"),
    [4, 4],
  ],
  "functions of the standard without a library": [script({ start: "killproc x; start_daemon y" }, ":"), []],
  "Debian's functions on Debian": [script({ start: "log_daemon_msg x; svcd; log_end_msg $?" }, lsb), []],
  "Debian's functions on Red Hat": [
    script({ start: "log_daemon_msg x", status: "status_of_proc svcd svc" }, `${chkconfig}${lsb}`),
    [6, 7],
  ],
  "functions of the standard on Red Hat": [
    script({ start: "start_daemon svcd; log_success_msg x", stop: "killproc svcd" }, `${chkconfig}${lsb}`),
    [],
  ],
  "a script with both headers is for both": [
    script(
      { start: "log_daemon_msg x" },
      `${chkconfig}### BEGIN INIT INFO\n# Provides: svc\n### END INIT INFO\n${lsb}`,
    ),
    [],
  ],
  "a system of Red Hat's": [
    script({ start: "log_daemon_msg x" }, lsb),
    [4],
    { files: [{ path: "etc/redhat-release", text: "CentOS release 6.10 (Final)\n" }] },
  ],
  "what init-d-script brings": ["#!/lib/init/init-d-script\ndo_reload() { restart; }\n", []],
});

test("the script calls itself for its own arm", () => {
  const text = script({ restart: "svcctl", condrestart: "[ -e /x ] && restart" }, redHat);
  expect(fixedScript(text, "function-undefined")).toContain("[ -e /x ] && $0 restart ;;");
  expect(fixedScript(script({ condrestart: "restart" }, redHat), "function-undefined")).toBeUndefined();
});

test("it says where the function is", () => {
  expect(told(script({ start: "rc_status" }, lsb), "function-undefined")).toEqual([
    "4 warning: rc_status is a function of /etc/rc.status, which the script does not read: the command is not found",
  ]);
});
