// Scripts as the distributions write them, of which no rule on the shell part speaks.

import { describe, expect, test } from "vitest";
import { type CheckScriptOptions, checkScript } from "../../../testing/script-check.ts";

describe("a script in order", () => {
  const debian = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          svc
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs $syslog
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: serves
### END INIT INFO

PATH=/sbin:/usr/sbin:/bin:/usr/bin
DESC="example service"
NAME=svcd
DAEMON=/usr/sbin/$NAME
DAEMON_ARGS="--foreground"
PIDFILE=/run/$NAME.pid
SCRIPTNAME=/etc/init.d/svc

[ -x "$DAEMON" ] || exit 0
[ -r /etc/default/svc ] && . /etc/default/svc
. /lib/init/vars.sh
. /lib/lsb/init-functions

do_start()
{
	start-stop-daemon --start --quiet --pidfile $PIDFILE --exec $DAEMON --test > /dev/null \\
		|| return 1
	start-stop-daemon --start --quiet --background --make-pidfile --pidfile $PIDFILE \\
		--exec $DAEMON -- $DAEMON_ARGS \\
		|| return 2
}

do_stop()
{
	start-stop-daemon --stop --quiet --retry=TERM/30/KILL/5 --pidfile $PIDFILE --name $NAME
	RETVAL="$?"
	[ "$RETVAL" = 2 ] && return 2
	start-stop-daemon --stop --quiet --oknodo --retry=0/30/KILL/5 --exec $DAEMON
	[ "$?" = 2 ] && return 2
	rm -f $PIDFILE
	return "$RETVAL"
}

case "$1" in
  start)
	[ "$VERBOSE" != no ] && log_daemon_msg "Starting $DESC" "$NAME"
	do_start
	case "$?" in
		0|1) [ "$VERBOSE" != no ] && log_end_msg 0 ;;
		2) [ "$VERBOSE" != no ] && log_end_msg 1 ;;
	esac
	;;
  stop)
	[ "$VERBOSE" != no ] && log_daemon_msg "Stopping $DESC" "$NAME"
	do_stop
	case "$?" in
		0|1) [ "$VERBOSE" != no ] && log_end_msg 0 ;;
		2) [ "$VERBOSE" != no ] && log_end_msg 1 ;;
	esac
	;;
  status)
	status_of_proc "$DAEMON" "$NAME" && exit 0 || exit $?
	;;
  restart|force-reload)
	log_daemon_msg "Restarting $DESC" "$NAME"
	do_stop
	case "$?" in
	  0|1)
		do_start
		case "$?" in
			0) log_end_msg 0 ;;
			*) log_end_msg 1 ;;
		esac
		;;
	  *)
		log_end_msg 1
		;;
	esac
	;;
  *)
	echo "Usage: $SCRIPTNAME {start|stop|status|restart|force-reload}" >&2
	exit 3
	;;
esac

:
`;
  const redHatScript = `#!/bin/bash
# chkconfig: 345 80 20
# description: serves
# pidfile: /var/run/svcd.pid

. /etc/rc.d/init.d/functions

prog=svcd
pidfile=/var/run/$prog.pid
lockfile=/var/lock/subsys/svc
RETVAL=0

start() {
	echo -n $"Starting $prog: "
	daemon --pidfile=$pidfile /usr/sbin/svcd
	RETVAL=$?
	echo
	[ $RETVAL -eq 0 ] && touch $lockfile
	return $RETVAL
}

stop() {
	echo -n $"Stopping $prog: "
	killproc -p $pidfile $prog
	RETVAL=$?
	echo
	[ $RETVAL -eq 0 ] && rm -f $lockfile
	return $RETVAL
}

case "$1" in
start)
	start
	;;
stop)
	stop
	;;
restart|force-reload)
	stop
	start
	;;
condrestart|try-restart)
	[ -f $lockfile ] && { stop; start; } || :
	;;
status)
	status -p $pidfile -l svc $prog
	RETVAL=$?
	;;
*)
	echo $"Usage: $0 {start|stop|restart|condrestart|status}"
	RETVAL=2
esac

exit $RETVAL
`;
  const loud = (text: string, options: CheckScriptOptions = {}) =>
    checkScript(text, { everyFamily: false, ...options })
      .filter(({ code, severity }) => /^IT8[4-7]/.test(code) && severity !== "hint")
      .map(({ rule, message }) => `${rule}: ${message}`);
  test("as Debian writes it", () => expect(loud(debian)).toEqual([]));
  test("as Red Hat writes it", () => expect(loud(redHatScript)).toEqual([]));
});
