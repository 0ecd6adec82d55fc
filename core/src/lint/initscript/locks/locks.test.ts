// The rules on lock files: when they speak, and above all when they keep silent.

import { shellParser } from "@inittab/host/testing/shell";
import { describe, expect, test } from "vitest";
import { lockBehaviour } from "../../../initscript/script/lock-behaviour.ts";
import { outlineScript } from "../../../initscript/script/read-outline.ts";
import {
  type CheckScriptOptions,
  checkScript,
  exampleOptions,
  fixedScript,
} from "../../../testing/script-check.ts";
import { scriptRules } from "../registry.ts";

/** The findings of the lock rules for a script as a user would get them: `severity rule`, in the order of the text. */
function told(text: string, options: CheckScriptOptions = {}): readonly string[] {
  return checkScript(text, { everyFamily: false, ...options })
    .filter(({ code }) => /^IT8[01]/.test(code))
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

interface Arms {
  readonly head?: string;
  readonly start?: string;
  readonly stop?: string;
  readonly restart?: string;
  readonly status?: string;
  readonly more?: string;
}

const lock = "/var/lock/subsys/svc";

/** A script of the family with these arms; without a word it is in order. */
function redHat(arms: Arms = {}): string {
  const {
    head = "# chkconfig: 345 80 20\n# description: serves\n. /etc/init.d/functions\n",
    start = `daemon svcd && touch ${lock}`,
    stop = `killproc svcd && rm -f ${lock}`,
    restart = "$0 stop; $0 start",
    status = "status -l svc svcd",
    more = "",
  } = arms;
  return `#!/bin/bash
${head}case "$1" in
  start) ${start} ;;
  stop) ${stop} ;;
  restart|force-reload) ${restart} ;;
  status) ${status} ;;
${more}  *) echo "Usage: $0 {start|stop|restart|status}"; exit 2 ;;
esac
`;
}

function check(stories: Readonly<Record<string, readonly [string, readonly string[], CheckScriptOptions?]>>) {
  for (const [story, [text, expected, options]] of Object.entries(stories))
    test(story, () => expect(told(text, options), text).toEqual(expected));
}

describe("scripts that are in order", () => {
  const sshd = `#!/bin/bash
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
  const httpd = `#!/bin/bash
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
  const crond = `#!/bin/sh
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
  const network = `#! /bin/bash
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

describe("one mark of the family is not enough", () => {
  const text = redHat({ head: ". /etc/init.d/functions\n", start: "daemon svcd", stop: "killproc svcd" });
  check({
    "the functions file alone": [text, []],
    "the user's word": [text, ["warning lock-missing"], { family: "redhat" }],
  });
});

describe("lock-missing", () => {
  const none = { start: "daemon svcd", stop: "killproc svcd", status: "status svcd" };
  const never = { ...none, head: "# chkconfig: - 80 20\n. /etc/init.d/functions\n" };
  check({
    "a service": [redHat(none), ["warning lock-missing"]],
    "on in no level": [redHat(never), []],
    "on in no level, but linked": [
      redHat(never),
      ["warning lock-missing"],
      { files: [{ path: "etc/rc.d/rc3.d/S80svc", target: "../init.d/svc" }] },
    ],
    "linked to be stopped only": [
      redHat(never),
      [],
      { files: [{ path: "etc/rc.d/rc3.d/K20svc", target: "../init.d/svc" }] },
    ],
    "a one-shot whose stop does something": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "/sbin/svcctl unload" }),
      ["hint lock-missing"],
    ],
    "a one-shot whose stop does nothing": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "echo nothing to do; exit 0" }),
      [],
    ],
    "a program in the background": [redHat({ ...none, start: "svcd &" }), ["warning lock-missing"]],
    "a lock that does not resolve": [redHat({ ...none, start: 'daemon svcd && touch "$LOCK"' }), []],
    "a pid file that does not resolve": [
      redHat({ ...none, start: "daemon svcd && touch /var/run/$NAME.pid" }),
      ["warning lock-missing"],
    ],
    "eval in start": [redHat({ ...none, start: 'daemon svcd; eval "$AFTER_START"' }), []],
    "another program makes the lock": [
      redHat({ ...none, start: `daemon svcd && install -m 644 /dev/null ${lock}` }),
      [],
    ],
    "the lock is only named in a message": [
      redHat({ ...none, start: `daemon svcd; echo "touch ${lock}"` }),
      ["warning lock-missing"],
    ],
    "the lock is only named in a here-document": [
      redHat({ ...none, start: `daemon svcd\n    cat <<EOF\ntouch ${lock}\nEOF\n    ` }),
      ["warning lock-missing"],
    ],
    "redirections make files too": [
      redHat({
        ...none,
        start: `daemon svcd && : > ${lock}`,
        stop: `killproc svcd && rm -f ${lock}`,
        status: "status -l svc svcd",
      }),
      [],
    ],
    "functions of another file": [
      redHat({
        ...none,
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\n. /usr/share/svc/common\n",
        start: "start_service",
      }),
      [],
    ],
    "no case": ["#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ndaemon svcd\n", []],
    "touched for another action only": [
      redHat({ ...none, more: `  reload) killproc svcd -HUP; touch ${lock} ;;\n` }),
      [],
    ],
  });
});

describe("the other three about the lock as a whole, of which a script hears one", () => {
  check({
    "never removed": [redHat({ stop: "killproc svcd" }), ["error lock-not-removed"]],
    "removed under another name": [
      redHat({ stop: "killproc svcd && rm -f /var/lock/subsys/svcd" }),
      ["error lock-not-removed"],
    ],
    "removed by a pattern": [redHat({ stop: `killproc svcd && rm -f ${lock}*` }), []],
    "removed by a function": [
      redHat({
        head: `# chkconfig: 345 80 20\n. /etc/init.d/functions\ndown() {\n  killproc svcd && rm -f ${lock}\n}\n`,
        stop: "down",
      }),
      [],
    ],
    "removed by the script itself under another action": [
      redHat({ stop: "$0 kill", more: `  kill) killproc svcd && rm -f ${lock} ;;\n` }),
      [],
    ],
    "stop ends as another program": [redHat({ stop: "exec /usr/sbin/svcctl stop" }), []],
    "stop is in a library": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\n. /usr/share/svc/common\n",
        stop: "down",
      }),
      [],
    ],
    "the path does not resolve": [redHat({ stop: "killproc svcd && rm -f $LOCK" }), []],
    "never touched": [redHat({ start: "daemon svcd", status: "status svcd" }), ["warning lock-not-touched"]],
    "never touched, but on in no level": [
      redHat({ head: "# chkconfig: - 80 20\n. /etc/init.d/functions\n", start: "daemon svcd" }),
      [],
    ],
    "a one-shot": [redHat({ start: "/sbin/svcctl load" }), ["hint lock-not-touched"]],
    "another lock goes away, and more may": [
      redHat({ stop: 'rm -f /var/lock/subsys/svcd; eval "$STOP"' }),
      ["warning lock-removed-elsewhere"],
    ],
    "a second lock that an old version left": [
      redHat({ stop: `killproc svcd && rm -f ${lock} /var/lock/subsys/svcd` }),
      [],
    ],
  });
});

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

describe("lock-named-after-call is off unless asked for", () => {
  const asked = { severities: { "lock-named-after-call": "warning" } } as const;
  const named = (name: string): string => redHat().replaceAll("subsys/svc", `subsys/${name}`);
  check({
    "not asked for": [named(`\${0##*/}`), [], { severities: { "lock-named-after-call": "off" } }],
    "the last part of $0": [named(`\${0##*/}`), ["warning lock-named-after-call"], asked],
    "the number is cut off": [named("$(basename $0 | cut -c4-)"), [], asked],
    "$0 is in use elsewhere": [redHat(), [], asked],
  });
});

describe("names that files have in a source package only", () => {
  const text = redHat().replaceAll("subsys/svc", "subsys/svcd");
  check({
    "init.redhat": [text, ["warning status-ignores-lock"], { name: "init.redhat" }],
    "svc.sysv": [text, ["warning status-ignores-lock"], { name: "svc.sysv" }],
  });
});

describe("lock-before-start", () => {
  const start = (body: string): string => redHat({ start: body });
  check({
    before: [start(`touch ${lock}; daemon svcd`), ["warning lock-before-start"]],
    "in any case": [start(`daemon svcd; touch ${lock}`), ["warning lock-before-start"]],
    "behind &&": [start(`daemon svcd && touch ${lock}`), []],
    "behind a kept status": [start(`daemon svcd; RETVAL=$?; echo; [ $RETVAL -eq 0 ] && touch ${lock}`), []],
    "in an if": [start(`if daemon svcd; then touch ${lock}; fi`), []],
    "in a case": [start(`daemon svcd; case $? in 0) touch ${lock} ;; esac`), []],
    "behind an exit": [start(`daemon svcd || exit 1; touch ${lock}`), []],
    "behind an exit in an if": [start(`if ! daemon svcd; then echo; exit 1; fi; touch ${lock}`), []],
    "behind a function that leaves": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\ndie() {\n  echo $1\n  exit 1\n}\n",
        start: `daemon svcd || die failed; touch ${lock}`,
      }),
      [],
    ],
    "under set -e": [
      redHat({
        head: "# chkconfig: 345 80 20\nset -e\n. /etc/init.d/functions\n",
        start: `daemon svcd; touch ${lock}`,
      }),
      [],
    ],
    "both in one if, the lock in any case": [
      start(`if [ -x /usr/sbin/svcd ]; then daemon svcd; touch ${lock}; fi`),
      ["warning lock-before-start"],
    ],
    "in the two branches of an if": [
      start(`if [ -f /proc/svc ]; then touch ${lock}; else daemon svcd && touch ${lock}; fi`),
      [],
    ],
    "the function's status decides": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nup() {\n  daemon svcd\n}\n",
        start: `up && touch ${lock}`,
      }),
      [],
    ],
    "the function's status is not asked": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nup() {\n  daemon svcd\n}\n",
        start: `up; touch ${lock}`,
      }),
      ["warning lock-before-start"],
    ],
    "taken back when it failed": [start(`touch ${lock}; daemon svcd || rm -f ${lock}`), []],
    "a program in the background has no status yet": [start(`svcd & touch ${lock}`), []],
    "nothing is started": [start(`/sbin/svcctl load; touch ${lock}`), []],
  });
});

describe("lock-removed-although-stop-failed", () => {
  const stop = (body: string): string => redHat({ stop: body });
  check({
    "in any case": [stop(`killproc svcd; rm -f ${lock}`), ["hint lock-removed-although-stop-failed"]],
    guarded: [stop(`killproc svcd; RETVAL=$?; [ $RETVAL = 0 ] && rm -f ${lock}`), []],
    "nothing is killed": [stop(`/sbin/svcctl unload; rm -f ${lock}`), []],
  });
});

describe("status", () => {
  const status = (body: string): string => redHat({ status: body });
  const old = { files: [{ path: "etc/redhat-release", text: "Red Hat Linux release 7.3 (Valhalla)\n" }] };
  check({
    "the program is not called like the lock": [status("status svcd"), ["warning status-lock-name"]],
    "with a folder": [status("status /usr/sbin/svc"), []],
    "in an old system": [status("status svcd"), [], old],
    "several programs, one called like the lock": [status("status svc; status svc-helper"), []],
    "a program that does not resolve": [status("status $prog"), []],
    "through a function": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nrh_status() {\n  status -p /var/run/svcd.pid -l svc svcd\n}\n",
        status: "rh_status",
      }),
      [],
    ],
    "a status of its own": [
      redHat({
        head: `# chkconfig: 345 80 20\n. /etc/init.d/functions\nstatus() {\n  pidof svcd && return 0\n  [ -f ${lock} ] && return 2\n  return 3\n}\n`,
        status: "status svcd",
      }),
      [],
    ],
    "a code that means nothing": [
      status(`if [ -f ${lock} ]; then exit 0; else exit 9; fi`),
      ["information lock-in-status-only"],
    ],
    "codes that mean something": [status(`if [ -f ${lock} ]; then exit 0; else exit 3; fi`), []],
    "no look at the lock": [status("ps -C svcd > /dev/null"), ["warning status-ignores-lock"]],
    "the program's own word": [status("/usr/sbin/svcctl status"), ["information status-ignores-lock"]],
    "a look at another lock": [status("status -l svcd svcd"), ["warning status-ignores-lock"]],
    "no status arm": [redHat().replace(/ {2}status\).*\n/, ""), []],
    "the order -p -l -b": [status("status -p /run/svcd.pid -l svc -b /usr/sbin/svcd svcd"), []],
    "-l before -p": [status("status -l svc -p /run/svcd.pid svcd"), ["error status-option-order"]],
    "-b before -l": [
      status("status -p /run/svcd.pid -b /usr/sbin/svcd -l svc svcd"),
      ["error status-option-order"],
    ],
    "-b alone": [status("status -b /usr/sbin/svcd svc"), ["error status-option-order"]],
  });

  test("the options are put in order", () => {
    const text = status("status -b $EXEC -l svc -p /run/svcd.pid svcd");
    expect(fixedScript(text, "status-option-order")).toBe(
      text.replace("-b $EXEC -l svc -p /run/svcd.pid", "-p /run/svcd.pid -l svc -b $EXEC"),
    );
  });

  test("-l goes between -p and -b", () => {
    const text = status('status -p "$PIDFILE" -b $EXEC svcd');
    expect(fixedScript(text, "status-lock-name")).toBe(text.replace("-b $EXEC", "-l svc -b $EXEC"));
  });
});

describe("restarts", () => {
  const more = (body: string): string => redHat({ more: `  condrestart) ${body} ;;\n` });
  check({
    "in any case": [more("$0 stop; $0 start"), ["information condrestart-without-lock"]],
    "when the lock is there": [more(`[ -e ${lock} ] && $0 restart || :`), []],
    "when the lock of a variable is there": [more("[ -f $LOCK ] && $0 restart"), []],
    "when it runs": [more("pidof svcd && $0 restart"), []],
    "when the status says so": [more("$0 status > /dev/null && $0 restart"), []],
    "when the pid file is there": [more("[ -s /var/run/svcd.pid ] && $0 restart"), []],
    "not followed": [more('eval "$RESTART"'), []],
    "does nothing": [more(":"), []],
  });
  const restart = (body: string): string => redHat({ restart: body });
  check({
    "leaves without a lock": [
      restart(`killproc svcd; rm -f ${lock}; daemon svcd`),
      ["warning restart-leaves-lock"],
    ],
    "touches it again": [restart(`killproc svcd; rm -f ${lock}; daemon svcd && touch ${lock}`), []],
    "does not touch it at all": [restart("killproc svcd; daemon svcd"), []],
    "calls stop and start": [restart("$0 stop; sleep 1; $0 start"), []],
  });
});

describe("other places", () => {
  check({
    "not in subsys": [
      redHat({
        start: "daemon svcd && touch /var/lock/svc",
        stop: "killproc svcd && rm -f /var/lock/svc",
        status: "status svcd",
      }),
      ["warning lock-dir-wrong"],
    ],
    "a pid file": [redHat({ start: `daemon svcd && touch /var/lock/svc.pid ${lock}` }), []],
    "a Debian script": [
      redHat({
        start: "start-stop-daemon --start --exec /usr/sbin/svcd && touch /var/lock/svc",
        stop: "killproc svcd",
      }),
      ["warning lock-missing"],
    ],
    "a folder": [
      redHat({ start: `daemon svcd && mkdir -p ${lock}`, stop: `killproc svcd && rmdir ${lock}` }),
      ["error lock-is-directory"],
    ],
    "the lock folder itself": [
      redHat({ start: `mkdir -p /var/lock/subsys; daemon svcd && touch ${lock}` }),
      [],
    ],
  });
});

describe("a fix brings nothing else that is wrong with the lock", () => {
  const rules = scriptRules.filter(({ code, group }) => /^IT8[01]/.test(code) && group !== "nursery");
  const examples = rules.flatMap(({ id, docs }) => docs.wrong.map((example) => [id, example] as const));
  test.each(examples)("%s", (rule, example) => {
    const options = exampleOptions(example);
    const fixed = fixedScript(example.text, rule, options);
    const before = told(example.text, options).filter((each) => !each.endsWith(rule));
    if (fixed !== undefined) expect(before, fixed).toEqual(told(fixed, options));
  });
});

describe("what start and stop do to locks", () => {
  function behaviour(text: string, name = "svc"): string {
    const shell = shellParser.parse(text);
    const outline = shell && outlineScript(text, shell, name);
    if (outline === undefined) return "in doubt";
    const { start, stop } = lockBehaviour(outline, name);
    return [start, stop]
      .map(({ touches, removes, complete }) =>
        [
          ...touches.map((each) => `+${each}`),
          ...removes.map((each) => `-${each}`),
          ...(complete ? [] : ["…"]),
        ].join(" "),
      )
      .join(" | ");
  }

  test.each([
    ["the usual", redHat(), "+svc | -svc"],
    ["no lock", redHat({ start: "daemon svcd", stop: "killproc svcd" }), " | "],
    ["sticky", redHat({ stop: "killproc svcd" }), "+svc | "],
    ["a pattern", redHat({ stop: `killproc svcd; rm -f ${lock}*` }), "+svc | -svc"],
    ["taken back on failure", redHat({ start: `touch ${lock}; daemon svcd || rm ${lock}` }), "+svc | -svc"],
    ["in doubt", redHat({ start: "daemon svcd && touch $LOCK", stop: 'eval "$STOP"' }), "… | …"],
    ["no case", "#!/bin/sh\ntouch /var/lock/subsys/svc\n", "… | …"],
    ["no arm", '#!/bin/sh\ncase "$1" in\n  status) pidof svcd ;;\nesac\n', " | "],
    ["through itself", redHat({ stop: "$0 kill", more: `  kill) rm -f ${lock} ;;\n` }), "+svc | -svc"],
    [
      "through service",
      redHat({ stop: "service svc kill", more: `  kill) rm -f ${lock} ;;\n` }),
      "+svc | -svc",
    ],
    ["a circle", redHat({ stop: "$0 kill", more: "  kill) $0 stop ;;\n" }), "+svc | "],
  ])("%s", (_story, text, expected) => expect(behaviour(text)).toBe(expected));

  test("a lock that is named after $0 has the name of the link when rc calls the script", () => {
    const text = redHat().replaceAll("subsys/svc", `subsys/\${0##*/}`);
    expect(behaviour(text)).toBe("+svc | -svc");
    expect(behaviour(text, "S80svc")).toBe("+S80svc | -S80svc");
  });
});
