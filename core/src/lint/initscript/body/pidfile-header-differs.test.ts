import { check, redHat, script } from "../../../testing/body-check.ts";

const withPidFile = (header: string, body: string): string =>
  script(
    { start: body },
    `# chkconfig: 345 80 20\n# pidfile: ${header}\n${redHat}\nPIDFILE=/var/run/svcd.pid`,
  );

check("pidfile-header-differs", {
  "the same": [withPidFile("/var/run/svcd.pid", "daemon --pidfile $PIDFILE svcd"), []],
  "by the other name of the folder": [withPidFile("/run/svcd.pid", "daemon svcd"), []],
  another: [withPidFile("/var/run/svc.pid", "daemon --pidfile=$PIDFILE svcd"), [3]],
  "one of several": [
    withPidFile("/var/run/worker.pid", "daemon svcd; killproc -p /var/run/worker.pid worker"),
    [],
  ],
  "two that the script does not use": [
    withPidFile("/var/run/a.pid\n# pidfile: /var/run/b.pid", "daemon svcd"),
    [3],
  ],
  "what does not resolve": [withPidFile("/var/run/svc.pid", "daemon --pidfile=$OTHER svcd"), []],
  "no pid file in the script": [
    script({ start: "daemon svcd" }, `# pidfile: /var/run/svc.pid\n${redHat}`),
    [],
  ],
  "below the first command it is no header": [
    script({ start: "daemon svcd" }, `${redHat}\n# pidfile: /var/run/svc.pid\nPIDFILE=/var/run/svcd.pid`),
    [],
  ],
});
