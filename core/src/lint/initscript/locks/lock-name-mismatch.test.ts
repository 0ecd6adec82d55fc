import { describe, expect, test } from "vitest";
import { check, told } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";
import { fixedScript } from "../../../testing/script-check.ts";

describe("lock-name-mismatch", () => {
  const quiet = { severities: { "lock-named-after-call": "off" } } as const;
  const other = {
    start: "daemon svcd && touch /var/lock/subsys/svcd",
    stop: "killproc svcd && rm -f /var/lock/subsys/svcd",
    status: "status svcd",
  };
  check({
    "another name": [redHat(other), ["error lock-name-mismatch"]],
    "the file is called like the lock": [redHat(other), [], { name: "svcd" }],
    "the lock has the file's old ending": [
      redHat(other).replaceAll("subsys/svcd", "subsys/svc.init"),
      ["warning status-lock-name"],
    ],
    "a template by its name": [redHat(other), [], { name: "svc.in" }],
    "a template by its text": [redHat({ ...other, more: "  version) echo @VERSION@ ;;\n" }), []],
    "the links are called like the lock": [
      redHat(other),
      [],
      { files: [{ path: "etc/rc.d/rc3.d/S80svcd", target: "../init.d/svc" }] },
    ],
    "links that are called like the script": [
      redHat(other),
      ["error lock-name-mismatch"],
      { files: [{ path: "etc/rc.d/rc3.d/S80svc", target: "../init.d/svc" }] },
    ],
    "a second lock beside the right one": [
      redHat({
        start: `daemon svcd && touch ${lock} /var/lock/subsys/svcd`,
        stop: `killproc svcd && rm -f ${lock} /var/lock/subsys/svcd`,
      }),
      [],
    ],
    "the last part of $0": [redHat().replaceAll("subsys/svc", `subsys/\${0##*/}`), [], quiet],
    "basename of $0": [redHat().replaceAll("subsys/svc", "subsys/$(basename $0)"), [], quiet],
    "a variable that the settings may set": [redHat().replaceAll("subsys/svc", "subsys/$NAME"), []],
  });

  test("the fix changes the lock's name, and nothing else of that name", () => {
    const text = redHat({
      head: "# chkconfig: 345 80 20\n# touches /var/lock/subsys/svcd\n. /etc/init.d/functions\nprog=svcd\n",
      start: "daemon $prog && touch /var/lock/subsys/$prog",
      stop: `killproc $prog && rm -f "/var/lock/subsys/\${prog}"`,
      status: "status -l $prog $prog",
    });
    const fixed = fixedScript(text, "lock-name-mismatch") ?? "";
    expect(fixed.split("\n").filter((line, index) => line !== text.split("\n")[index])).toEqual([
      "  start) daemon $prog && touch /var/lock/subsys/svc ;;",
      '  stop) killproc $prog && rm -f "/var/lock/subsys/svc" ;;',
      "  status) status -l svc $prog ;;",
    ]);
    expect(told(fixed)).toEqual([]);
  });
});

describe("names that files have in a source package only", () => {
  const text = redHat().replaceAll("subsys/svc", "subsys/svcd");
  check({
    "init.redhat": [text, ["warning status-ignores-lock"], { name: "init.redhat" }],
    "svc.sysv": [text, ["warning status-ignores-lock"], { name: "svc.sysv" }],
  });
});
