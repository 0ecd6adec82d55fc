import { expect, test } from "vitest";
import { check, script, ssd, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const lsb = ". /lib/lsb/init-functions";
const made = "--start --background --make-pidfile --pidfile /run/svc/svc.pid --exec /usr/sbin/svcd";

check("run-folder-missing", {
  "a pid file that start-stop-daemon writes": [ssd(made), [4]],
  "the same below /var/run": [ssd(made.replace("/run", "/var/run")), [4]],
  "a pid file in /run itself": [ssd(made.replace("svc/svc", "svc")), []],
  "a pid file that the program writes": [ssd(made.replace("--make-pidfile ", "")), []],
  "a pid file that the program writes, as another user": [
    ssd(made.replace("--make-pidfile", "--chuid svc:svc")),
    [4],
  ],
  "a pid file that the program writes, as root": [ssd(made.replace("--make-pidfile", "--chuid root")), []],
  "a file that the shell writes": [script({ start: "svcd & echo $! > /run/svc/pid" }, lsb), [4]],
  "a file that is touched": [script({ start: "touch $DIR/up" }, `${lsb}\nDIR=/var/run/svc`), [5]],
  "the folder is made": [script({ start: "mkdir -p /run/svc; touch /run/svc/up" }, lsb), []],
  "the folder is made in a function": [
    script(
      { start: "prepare; touch /run/svc/up" },
      `${lsb}\nprepare() { install -d -o svc $DIR; }\nDIR=/run/svc`,
    ),
    [],
  ],
  "a folder that nobody knows is made": [script({ start: 'mkdir -p "$1"; touch /run/svc/up' }, lsb), []],
  "the folder is made under its other name": [
    script({ start: "mkdir -p /var/run/svc; touch /run/svc/up" }, lsb),
    [],
  ],
  "a folder with a longer name is made": [
    script({ start: "mkdir -p /run/svc-data /run/svc2; touch /run/svc/up" }, lsb),
    [4],
  ],
  "a folder of that name is made elsewhere": [
    script({ start: "mkdir -p /srv/run/svc /var/prun/svc; touch /run/svc/up" }, lsb),
    [4],
  ],
  "a folder below it is made, and it with that": [
    script({ start: "mkdir -p //run//svc/sockets/; touch /run/svc/up" }, lsb),
    [],
  ],
  "an option names the folder": [
    script({ start: "install --directory --target-directory=/run/svc; touch /run/svc/up" }, lsb),
    [],
  ],
  "the folder is made from where it is": [
    script({ start: "cd /run && mkdir -p svc; touch /run/svc/up" }, lsb),
    [],
  ],
  "the folder is only looked for": [script({ start: "[ -d /run/svc ]; touch /run/svc/up" }, lsb), [4]],
  "a folder of the system": [script({ start: "touch /run/sendsigs.omit.d/svc /run/lock/svc" }, lsb), []],
  "a function of a file that nobody knows": [
    script({ start: "touch /run/svc/up; prepare" }, ". /usr/lib/svc"),
    [],
  ],
  "what stop writes": [script({ stop: "touch /run/svc/down" }, lsb), []],
  "Red Hat keeps its folders": [script({ start: "touch /var/run/svc/up" }, ". /etc/init.d/functions"), []],
  "nobody knows the system": [script({ start: "touch /run/svc/up" }, ":"), [4]],
  "another script of the system makes one of a similar name": [
    script({ start: "touch /run/svc/up" }, lsb),
    [4],
    { files: [{ path: "etc/init.d/first", text: "#!/bin/sh\nmkdir /run/svc2 /srv/run/svc\n" }] },
  ],
  "another script of the system makes it below a root": [
    script({ start: "touch /run/svc/up" }, lsb),
    [],
    { files: [{ path: "etc/init.d/first", text: '#!/bin/sh\nmkdir -p "$ROOT/run/svc"\n' }] },
  ],
  "another script of the system makes it": [
    script({ start: "touch /run/svc/up" }, lsb),
    [],
    { files: [{ path: "etc/init.d/first", text: "#!/bin/sh\nmkdir /run/svc\n" }] },
  ],
});

test("how sure it is depends on the system", () => {
  const text = script({ start: "touch /run/svc/up" }, ":");
  expect(told(text, "run-folder-missing", { family: "debian" })).toEqual([
    "4 warning: the script does not create /run/svc, and /run is empty after each boot, so this file cannot be written then",
  ]);
  expect(told(text, "run-folder-missing")).toEqual([
    "4 information: the script does not create /run/svc; where /run is empty after each boot, this file cannot be written then",
  ]);
});

test("the folder is made in front of what needs it", () => {
  expect(fixedScript(script({ start: "touch /run/svc/up && svcd" }, lsb), "run-folder-missing")).toBe(
    script({ start: "mkdir -p /run/svc; touch /run/svc/up && svcd" }, lsb),
  );
  expect(
    fixedScript(script({ start: "\n    touch /run/svc/a\n    touch /run/svc/b" }, lsb), "run-folder-missing"),
  ).toBe(script({ start: "\n    mkdir -p /run/svc\n    touch /run/svc/a\n    touch /run/svc/b" }, lsb));
});
