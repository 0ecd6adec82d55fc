import { expect, test } from "vitest";
import { check, redHat, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const chkconfig = "# chkconfig: 345 80 20";
const withLines = (lines: string, start = "daemon svcd"): string =>
  script({ start }, `${chkconfig}\n${redHat}\n${lines}`);

const onDebian = script(
  { start: "start_daemon svcd" },
  ". /lib/lsb/init-functions\nPIDFILE=/run/$(basename $0).pid",
);
const links = [
  { path: "etc/debian_version", text: "12.5\n" },
  { path: "etc/rc2.d/S20svc", target: "../init.d/svc" },
];
const depend = ["boot", "start", "stop"].map((name) => ({
  path: `etc/init.d/.depend.${name}`,
  text: "TARGETS = svc\n",
}));

check("named-after-call", {
  "a pid file": [withLines("NAME=$(basename $0)\nPIDFILE=/var/run/$NAME.pid"), [5]],
  "a pid file, in one word": [withLines(`PIDFILE=/var/run/\${0##*/}.pid`), [4]],
  "settings that are read": [
    withLines("[ -f /etc/sysconfig/`basename $0` ] && . /etc/sysconfig/`basename $0`"),
    [4],
  ],
  "a log": [withLines("x=1", `svcd > /var/log/\${0##*/}.log &`), [6]],
  "the number is cut off": [
    withLines("NAME=$(basename $0 | sed 's/^S..//')\nPIDFILE=/var/run/$NAME.pid"),
    [],
  ],
  "the name is written out": [withLines("NAME=svc\nPIDFILE=/var/run/$NAME.pid"), []],
  "the link is followed": [withLines("NAME=$(basename $(readlink -f $0))\nPIDFILE=/var/run/$NAME.pid"), []],
  "a message": [withLines("NAME=$(basename $0)", 'echo "see /var/log/$NAME"'), []],
  "the script itself": [withLines("x=1", "$0 stop; /etc/init.d/`basename $0` stop"), []],
  "a lock is another rule's": [withLines("LOCK=/var/lock/subsys/`basename $0`"), []],
  "Debian's startpar calls the scripts themselves": [onDebian, [], { files: [...links, ...depend] }],
  "Debian's rc calls the links": [onDebian, [3], { files: links }],
  "Debian's rc may call the links": [onDebian, [3]],
  "nobody knows the system": [script({ start: "svcd" }, "PIDFILE=/run/$(basename $0).pid"), []],
  OpenEmbedded: [
    script({ start: "svcd" }, "PIDFILE=/run/$(basename $0).pid"),
    [2],
    { family: "openembedded" },
  ],
});

test("what the file is called then, and what it should be called", () => {
  const text = withLines("PIDFILE=/var/run/$(basename $0).pid");
  expect(told(text, "named-after-call")).toEqual([
    "4 warning: when rc calls the script, $0 is the name of the link: /var/run/svc.pid becomes /var/run/S80svc.pid if the link is S80svc",
  ]);
  expect(told(onDebian, "named-after-call")).toEqual([
    "3 information: where rc calls the script by a link, $0 is the name of the link: /run/svc.pid becomes /run/S80svc.pid if the link is S80svc",
  ]);
  expect(fixedScript(text, "named-after-call")).toBe(withLines("PIDFILE=/var/run/svc.pid"));
});
