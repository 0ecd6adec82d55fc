import { shellParser } from "@inittab/host/testing/shell";
import { describe, expect, test } from "vitest";
import type { RcFlavor } from "../facts/rc-flavors.ts";
import { serviceReport } from "./service-status.ts";

/** What is said at each moment, a line each: `process lock pid-file: STATUS OUTPUT`. */
function shown(text: string, flavor: RcFlavor = "el6", name = "svc"): string {
  const report = serviceReport({ name, text, shell: shellParser.parse(text), flavor });
  if (report === undefined) return "unknown";
  return report.answers
    .map((answer) => {
      const { process, lock, pidFile } = answer.moment;
      const there = [process && "process", lock === true && "lock", pidFile && "file"]
        .filter(Boolean)
        .join("+");
      const said =
        answer.kind === "answer" ? `${answer.status} ${answer.output.trimEnd()}` : `? ${answer.what}`;
      return `${there || "nothing"}: ${said}`;
    })
    .join("\n");
}

const redHat = (status: string, more = ""): string =>
  `#!/bin/bash\n# chkconfig: 345 80 20\n. /etc/rc.d/init.d/functions\n${more}lock=/var/lock/subsys/svc\ncase "$1" in\n  start) daemon svcd && touch $lock ;;\n  stop) killproc svcd && rm -f $lock ;;\n  status) ${status} ;;\nesac\n`;

describe("Red Hat", () => {
  test("the lock tells a service that died from one that was stopped", () => {
    expect(shown(redHat("status -l svc svcd"))).toBe(
      [
        "process+lock: 0 svcd (pid PID) is running...",
        "process: 0 svcd (pid PID) is running...",
        "lock: 2 svcd dead but subsys locked",
        "nothing: 3 svcd is stopped",
      ].join("\n"),
    );
  });

  test("a pid file counts before the lock", () => {
    expect(shown(redHat("status -p $pidfile -l svc svcd", "pidfile=/var/run/svc/svcd.pid\n"))).toBe(
      [
        "process+lock+file: 0 svcd (pid  PID) is running...",
        "process+file: 0 svcd (pid  PID) is running...",
        "lock+file: 1 svcd dead but pid file exists",
        "file: 1 svcd dead but pid file exists",
        "lock: 2 svcd dead but subsys locked",
        "nothing: 3 svcd is stopped",
      ].join("\n"),
    );
  });

  test("the lock of another name is not seen", () => {
    expect(shown(redHat("status svcd"))).toContain("\nlock: 3 svcd is stopped");
  });

  test("older functions take -l for the program", () => {
    expect(shown(redHat("status -l svc svcd"), "el4")).toContain("lock: 3 -l is stopped");
    expect(shown(redHat("status -l svc svcd"), "el5")).toContain("is running...");
  });

  test("what the script itself says and ends with", () => {
    const text = redHat("status svcd; RETVAL=$?; echo checked").replace(/$/, "exit $RETVAL\n");
    expect(shown(text)).toContain("nothing: 3 svcd is stopped\nchecked");
    expect(shown(redHat("status svcd").replace(/$/, "exit 0\n"))).toContain("nothing: 0 svcd is stopped");
  });

  test("a script that asks for its lock itself", () => {
    const text = redHat('if [ -f "$lock" ]; then echo up; else echo down; exit 3; fi');
    expect(shown(text)).toBe("process+lock: 0 up\nprocess: 3 down\nlock: 0 up\nnothing: 3 down");
  });

  test("a script that asks for the process itself", () => {
    expect(shown(redHat("pidof svcd > /dev/null && echo up || { echo down; exit 3; }"))).toBe(
      "process+lock: 0 up\nprocess: 0 up\nlock: 3 down\nnothing: 3 down",
    );
  });

  test("programs and settings that the script wants are there", () => {
    const wants =
      "[ -x /usr/sbin/svcd ] || exit 5\n[ -f /etc/svc.conf ] || exit 6\n. /etc/sysconfig/network\n[ $NETWORKING = no ] && exit 1\n. /etc/sysconfig/svc\n";
    expect(shown(redHat("status svcd", wants))).toContain("process+lock: 0 svcd (pid PID) is running...");
  });

  test("the name of the lock is that which start takes", () => {
    const text = redHat("status svcd").replaceAll("subsys/svc", "subsys/svcd");
    expect(shown(text)).toContain("\nlock: 2 svcd dead but subsys locked");
  });
});

describe("Debian", () => {
  const debian = (status: string): string =>
    `#!/bin/sh\nset -e\nDAEMON=/usr/sbin/svcd\nPIDFILE=/run/svc.pid\ntest -x $DAEMON || exit 0\n. /lib/lsb/init-functions\ncase "$1" in\n  start) start-stop-daemon --start --pidfile $PIDFILE --exec $DAEMON ;;\n  status) ${status} ;;\nesac\n`;

  test("no lock counts", () => {
    expect(shown(debian("status_of_proc -p $PIDFILE $DAEMON svc && exit 0 || exit $?"), "deb12")).toBe(
      [
        "process+file: 0 svc is running.",
        "file: 1 svc is not running ... failed!",
        "nothing: 3 svc is not running ... failed!",
      ].join("\n"),
    );
  });

  test("what bash alone has is not followed", () => {
    const text = debian("[[ -e $PIDFILE ]] && echo up").replace("#!/bin/sh", "#!/bin/bash");
    expect(shown(text, "deb12")).toContain("process+file: ? [[");
  });
});

describe("what cannot be told", () => {
  test("a system whose functions are not known", () =>
    expect(shown(redHat("status svcd"), "buildroot")).toBe("unknown"));

  test("a program that is not here may be on the system", () => {
    expect(shown(redHat("svcctl status; status svcd"))).toContain("process+lock: ? svcctl\n");
    expect(shown(redHat("svcctl > /dev/null 2>&1 && echo up"))).toContain("process+lock: ? svcctl\n");
    expect(shown(redHat("iptables -L > /dev/null 2>&1 && echo up"))).toContain("process+lock: ? iptables\n");
  });

  test("a loop without an end", () =>
    expect(shown(redHat("while :; do :; done")).split("\n")[0]).toBe("process+lock: ? /etc/init.d/svc"));

  test("a script without the arm says what it says", () =>
    expect(
      shown(
        "#!/bin/sh\n. /etc/init.d/functions\ncase $1 in start) daemon svcd ;; *) echo usage; exit 2 ;; esac\n",
      ),
    ).toContain("nothing: 2 usage"));
});
