// Scripts as Red Hat writes them, in order.

/** A server whose status is asked first. */
export const sshd: string = `#!/bin/bash
# chkconfig: 2345 55 25
# description: secure shell server
# processname: sshd
# pidfile: /var/run/sshd.pid

. /etc/rc.d/init.d/functions
[ -f /etc/sysconfig/sshd ] && . /etc/sysconfig/sshd

RETVAL=0
prog="sshd"
lockfile=/var/lock/subsys/$prog
SSHD=/usr/sbin/sshd
PID_FILE=/var/run/sshd.pid
runlevel=$(set -- $(runlevel); eval "echo \\$$#")

start()
{
	[ -x $SSHD ] || exit 5
	[ -f /etc/ssh/sshd_config ] || exit 6
	echo -n $"Starting $prog: "
	$SSHD $OPTIONS && success || failure
	RETVAL=$?
	[ $RETVAL -eq 0 ] && touch $lockfile
	echo
	return $RETVAL
}

stop()
{
	echo -n $"Stopping $prog: "
	killproc -p $PID_FILE $SSHD
	RETVAL=$?
	if [ "x$runlevel" = x0 -o "x$runlevel" = x6 ] ; then
		trap '' TERM
		killall $prog 2>/dev/null
		trap TERM
	fi
	[ $RETVAL -eq 0 ] && rm -f $lockfile
	echo
}

reload() {
	echo -n $"Reloading $prog: "
	killproc -p $PID_FILE $SSHD -HUP
	RETVAL=$?
	echo
}

restart() {
	stop
	start
}

rh_status() {
	status -p $PID_FILE sshd
}

rh_status_q() {
	rh_status >/dev/null 2>&1
}

case "$1" in
	start)
		rh_status_q && exit 0
		start
		;;
	stop)
		if ! rh_status_q; then
			rm -f $lockfile
			exit 0
		fi
		stop
		;;
	restart)
		restart
		;;
	reload)
		rh_status_q || exit 7
		reload
		;;
	force-reload)
		restart
		;;
	condrestart|try-restart)
		rh_status_q || exit 0
		if [ -f $lockfile ] ; then
			stop
			sleep 3
			start
		fi
		;;
	status)
		rh_status
		RETVAL=$?
		;;
	*)
		echo $"Usage: $0 {start|stop|restart|reload|force-reload|condrestart|try-restart|status}"
		RETVAL=2
esac
exit $RETVAL
`;

/** A server with its paths from the settings. */
export const httpd: string = `#!/bin/bash
# chkconfig: - 85 15
# description: web server \\
#	       for all
# pidfile: /var/run/httpd/httpd.pid
### BEGIN INIT INFO
# Provides: httpd
# Required-Start: $local_fs $network $named
# Required-Stop: $local_fs $network
# Default-Start:
# Default-Stop: 0 1 2 3 4 5 6
# Short-Description: web server
### END INIT INFO

. /etc/rc.d/init.d/functions

if [ -f /etc/sysconfig/httpd ]; then
        . /etc/sysconfig/httpd
fi

HTTPD_LANG=\${HTTPD_LANG-"C"}
apachectl=/usr/sbin/apachectl
httpd=\${HTTPD-/usr/sbin/httpd}
prog=httpd
pidfile=\${PIDFILE-/var/run/httpd/httpd.pid}
lockfile=\${LOCKFILE-/var/lock/subsys/httpd}
RETVAL=0

start() {
        echo -n $"Starting $prog: "
        LANG=$HTTPD_LANG daemon --pidfile=\${pidfile} $httpd $OPTIONS
        RETVAL=$?
        echo
        [ $RETVAL = 0 ] && touch \${lockfile}
        return $RETVAL
}

stop() {
        status -p \${pidfile} $httpd > /dev/null
        if [[ $? = 0 ]]; then
                echo -n $"Stopping $prog: "
                killproc -p \${pidfile} -d 10 $httpd
        else
                echo -n $"Stopping $prog: "
                success
        fi
        RETVAL=$?
        echo
        [ $RETVAL = 0 ] && rm -f \${lockfile} \${pidfile}
}

case "$1" in
  start)
        start
        ;;
  stop)
        stop
        ;;
  status)
        status -p \${pidfile} $httpd
        RETVAL=$?
        ;;
  restart)
        stop
        start
        ;;
  condrestart|try-restart)
        if status -p \${pidfile} $httpd >&/dev/null; then
                stop
                start
        fi
        ;;
  force-reload|reload)
        killproc -p \${pidfile} $httpd -HUP
        RETVAL=$?
        ;;
  graceful|help|configtest)
        $apachectl $@
        RETVAL=$?
        ;;
  *)
        echo $"Usage: $prog {start|stop|restart|condrestart|try-restart|force-reload|reload|status|help|graceful|configtest}"
        RETVAL=2
esac

exit $RETVAL
`;

/** Its functions are called through `$1`. */
export const crond: string = `#!/bin/sh
# chkconfig: 2345 90 60
# description: runs jobs at their times

[ -f /etc/sysconfig/crond ] || { [ "$1" = "status" ] && exit 4 || exit 6 ; }

exec=/usr/sbin/crond
prog="crond"
config=/etc/sysconfig/crond
lockfile=/var/lock/subsys/$prog

. /etc/rc.d/init.d/functions
[ $UID -eq 0 ] && [ -e /etc/sysconfig/$prog ] && . /etc/sysconfig/$prog

start() {
    if [ $UID -ne 0 ] ; then
        echo "User has insufficient privilege."
        exit 4
    fi
    [ -x $exec ] || exit 5
    [ -f $config ] || exit 6
    echo -n $"Starting $prog: "
    daemon $prog $CRONDARGS
    retval=$?
    echo
    [ $retval -eq 0 ] && touch $lockfile
}

stop() {
    echo -n $"Stopping $prog: "
    if [ -n "\`pidfileofproc $exec\`" ]; then
        killproc $exec
    else
        failure $"Stopping $prog"
    fi
    retval=$?
    echo
    [ $retval -eq 0 ] && rm -f $lockfile
}

restart() {
    stop
    start
}

reload() {
    echo -n $"Reloading $prog: "
    killproc $exec -HUP
    retval=$?
    echo
}

force_reload() {
    restart
}

rh_status() {
    status -p /var/run/crond.pid $prog
}

rh_status_q() {
    rh_status >/dev/null 2>&1
}

case "$1" in
    start)
        rh_status_q && exit 0
        $1
        ;;
    stop)
        rh_status_q || exit 0
        $1
        ;;
    restart)
        $1
        ;;
    reload)
        rh_status_q || exit 7
        $1
        ;;
    force-reload)
        force_reload
        ;;
    status)
        rh_status
        ;;
    condrestart|try-restart)
        rh_status_q || exit 0
        restart
        ;;
    *)
        echo $"Usage: $0 {start|stop|status|restart|condrestart|try-restart|reload|force-reload}"
        exit 2
esac
exit $?
`;

/** No daemon, and a library that nobody knows. */
export const network: string = `#! /bin/bash
# chkconfig: 2345 10 90
# description: brings the interfaces up and down
### BEGIN INIT INFO
# Provides: $network
### END INIT INFO

. /etc/init.d/functions
if [ ! -f /etc/sysconfig/network ]; then
    exit 6
fi
. /etc/sysconfig/network
if [ -f /etc/sysconfig/pcmcia ]; then
    . /etc/sysconfig/pcmcia
fi

[ "\${NETWORKING}" = "no" ] && exit 6

cd /etc/sysconfig/network-scripts
. ./network-functions

interfaces=$(ls ifcfg* | sed -e 's/ifcfg-//')
rc=0

case "$1" in
  start)
    [ "$EUID" != "0" ] && exit 4
    rc=0
    action $"Bringing up loopback interface: " ./ifup ifcfg-lo
    for i in $interfaces; do
        action $"Bringing up interface $i: " ./ifup $i boot
        [ $? -ne 0 ] && rc=1
    done
    touch /var/lock/subsys/network
    ;;
  stop)
    [ "$EUID" != "0" ] && exit 4
    for i in $interfaces; do
        (./ifdown $i boot) || rc=1
    done
    action $"Shutting down loopback interface: " ./ifdown ifcfg-lo
    rm -f /var/lock/subsys/network
    ;;
  status)
    echo $"Configured devices:"
    echo lo $interfaces
    ;;
  restart|force-reload)
    cd "$CWD"
    $0 stop
    $0 start
    rc=$?
    ;;
  *)
    echo $"Usage: $0 {start|stop|status|restart|force-reload}"
    exit 2
esac

exit $rc
`;
