// Scripts as the distributions write them, of which no rule on lock files speaks.

import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { redHat } from "../../../testing/red-hat-script.ts";
import { crond, httpd, network, sshd } from "../../../testing/red-hat-services.ts";

const debian = `#!/bin/sh
# chkconfig: 2345 20 80
### BEGIN INIT INFO
# Provides:          svc
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs $syslog
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: serves
### END INIT INFO
. /lib/lsb/init-functions
DAEMON=/usr/sbin/svcd
PIDFILE=/run/svcd.pid
case "$1" in
  start)
	log_daemon_msg "Starting server" "svcd"
	start-stop-daemon --start --quiet --oknodo --pidfile $PIDFILE --exec $DAEMON
	log_end_msg $?
	;;
  stop)
	log_daemon_msg "Stopping server" "svcd"
	start-stop-daemon --stop --quiet --oknodo --pidfile $PIDFILE --exec $DAEMON
	log_end_msg $?
	;;
  restart|force-reload)
	$0 stop
	$0 start
	;;
  status)
	status_of_proc -p $PIDFILE $DAEMON svcd
	;;
esac
`;

describe("scripts that are in order", () => {
  check({
    "a server whose status is asked first": [sshd, [], { name: "sshd" }],
    "a server with its paths from the settings": [httpd, [], { name: "httpd" }],
    "functions called through $1": [crond, [], { name: "crond" }],
    "no daemon, and a library that nobody knows": [network, [], { name: "network" }],
    "Debian with a chkconfig line": [debian, []],
    "the smallest": [redHat(), []],
    "Debian's family by the user's word": [redHat({ start: "daemon svcd" }), [], { family: "debian" }],
    "both libraries under a test": [
      redHat({
        head: "# chkconfig: 345 80 20\nif [ -f /etc/init.d/functions ]; then\n  . /etc/init.d/functions\nelse\n  . /lib/lsb/init-functions\nfi\n",
        start: "daemon svcd",
        stop: "killproc svcd",
      }),
      [],
    ],
  });
});
