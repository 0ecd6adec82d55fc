import { check, ssd } from "../../../testing/body-check.ts";

check("ssd-background-no-pidfile", {
  "nobody writes it": [ssd("--start --background --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), [4]],
  "start-stop-daemon writes it": [ssd("--start -bm --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), []],
  "no pid file": [ssd("--start --background --exec /usr/sbin/svcd"), []],
  "in the foreground": [ssd("--start --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), []],
  "the program is told": [ssd("--start -b -p $PIDFILE -x /usr/sbin/svcd -- --pid $PIDFILE"), []],
  "a test": [ssd("--start -b -p /run/svcd.pid -x /usr/sbin/svcd --test"), []],
});
