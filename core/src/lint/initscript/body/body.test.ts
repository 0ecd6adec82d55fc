// The rules on the shell part: when they speak, and above all when they keep silent.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckScriptOptions, checkScript, fixedScript } from "../../../testing/script-check.ts";

/** What one rule says of a script as a user would get it: `LINE severity message`. */
function told(text: string, rule: string, options: CheckScriptOptions = {}): readonly string[] {
  return checkScript(text, { everyFamily: false, ...options })
    .filter((finding) => finding.rule === rule)
    .map(
      ({ range, severity, message }) =>
        `${text.slice(0, range.start).split("\n").length} ${severity}: ${message}`,
    );
}

type Story = readonly [text: string, lines: readonly number[], options?: CheckScriptOptions];

/** For each story the lines on which the rule speaks. */
function check(rule: string, stories: Readonly<Record<string, Story>>) {
  describe(rule, () => {
    for (const [story, [text, lines, options]] of Object.entries(stories))
      test(story, () =>
        expect(
          told(text, rule, options).map((line) => Number.parseInt(line, 10)),
          text,
        ).toEqual(lines),
      );
  });
}

/** A script with these arms, one a line from line 3 on, and lines before and behind. */
function script(
  arms: Readonly<Record<string, string>>,
  head = ". /lib/lsb/init-functions",
  end = "",
): string {
  const lines = Object.entries(arms).map(([pattern, body]) => `  ${pattern}) ${body} ;;\n`);
  return `#!/bin/sh\n${head}\ncase "$1" in\n${lines.join("")}esac\n${end}`;
}

const redHat = ". /etc/init.d/functions";

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

const all = {
  start: "svcd",
  stop: "svcctl stop",
  "restart|force-reload": "$0 stop; $0 start",
  status: "svcctl status",
};

check("action-missing", {
  "all there": [script(all), []],
  "no status": [
    script({ ...all, status: "svcctl status" }).replace("status) svcctl status", "state) svcctl state"),
    [7],
  ],
  "only in the usage line": [
    script({
      start: "svcd",
      stop: "svcctl stop",
      "*": "echo 'Usage: {start|stop|restart|force-reload|status}'; exit 2",
    }),
    [6],
  ],
  "a pattern that takes them": [
    script({
      start: "svcd",
      stop: "svcctl stop",
      "re*|force-reload": "svcctl restart",
      "stat*": "svcctl status",
    }),
    [],
  ],
  "the rest is handed on": [script({ start: "svcd", "*": 'exec svcctl "$1"' }), []],
  "the rest is handed on to a function": [
    script({ start: "svcd", "*": 'forward "$@"' }, 'forward() { svcctl "$@"; }'),
    [],
  ],
  "the rest is only named in a message": [
    script({ start: "svcd", "*": 'echo "$1: unknown" >&2; exit 3' }),
    [5],
  ],
  "looked for before the case": [
    script(
      { start: "svcd", stop: "svcctl stop", "restart|force-reload": "svcctl restart" },
      'if [ "$1" = status ]; then svcctl status; exit; fi',
    ),
    [],
  ],
  "functions are the arms": ['#!/bin/sh\nstart() { svcd; }\nstop() { svcctl stop; }\n"$1"\n', [3]],
  "init-d-script": ["#!/lib/init/init-d-script\nDAEMON=/usr/sbin/svcd\n", []],
  "no case at all": ["#!/bin/sh\nsvcd\n", []],
  "a case on runlevels": [script({ 2: "svcctl multi", "*": "svcctl other" }), []],
  "a script that BusyBox's rcS calls": [
    script({ start: "svcd", stop: "svcctl stop" }),
    [],
    { name: "S50svc" },
  ],
  "a case on something else": ['#!/bin/sh\ncase "$2" in\n  start) svcd ;;\nesac\n', []],
  "no shell": ['#!/usr/bin/perl\nprint "case";\n', []],
  "what the parser does not understand": ['#!/bin/sh\ncase "$1" in\n  start) if ;;\nesac\n', []],
});

check("action-unlisted", {
  "in order": [script({ ...all, "*": 'echo "Usage: $0 {start|stop|restart|status}" >&2; exit 2' }), []],
  "an alias is enough": [
    script({ ...all, "*": 'echo "Usage: $0 start|stop|force-reload|status" >&2; exit 2' }),
    [],
  ],
  "one is not listed": [script({ ...all, "*": 'echo "Usage: $0 (start|stop|restart)"; exit 2' }), [8]],
  "one is not there": [
    script({ ...all, "*": 'echo "Usage: $0 {start|stop|restart|status|reload}"; exit 2' }),
    [8],
  ],
  "in a function": [script({ ...all, "*": "usage" }, "usage() { echo 'Usage: {start|stop}'; exit 2; }"), [2]],
  "with more than names": [script({ ...all, "*": 'echo "Usage: $0 {start|stop|reload FILE}"; exit 2' }), []],
  "no list": [script({ ...all, "*": 'echo "Usage: see the manual"; exit 2' }), []],
  "one that is refused": [
    script({ ...all, reload: "exit 3", "*": 'echo "Usage: $0 {start|stop|restart|status}"; exit 2' }),
    [],
  ],
  "one that is refused, and listed": [
    script({ ...all, reload: "exit 3", "*": 'echo "Usage: $0 {start|stop|restart|status|reload}"; exit 2' }),
    [],
  ],
  "one of a pattern": [
    script({
      ...all,
      "con*": "svcctl",
      "*": 'echo "Usage: $0 {start|stop|restart|status|condrestart}"; exit 2',
    }),
    [],
  ],
  "in a here-document": [script({ ...all, "*": "cat <<E\nUsage: {start|stop}\nE\n" }), []],
  "what the default arm hands on may be more": [
    script({ ...all, "*": 'svcctl "$1" || echo "Usage: $0 {start|stop|other}"' }),
    [],
  ],
});

check("usage-exit-code", {
  "exit 0": [script({ start: "svcd", "*": "echo usage; exit 0" }), [5]],
  "nothing at all behind": [script({ start: "svcd", "*": "echo usage" }), [5]],
  "exit 0 behind the case": [script({ start: "svcd", "*": "echo usage" }, ":", "exit 0\n"), [5]],
  "exit 1": [script({ start: "svcd", "*": "echo usage; exit 1" }), []],
  "a variable": [script({ start: "svcd", "*": "echo usage" }, ":", "exit $RETVAL\n"), []],
  "a variable in the arm": [script({ start: "svcd", "*": "echo usage; exit $RC" }), []],
  "a function that ends": [script({ start: "svcd", "*": "usage" }, "usage() { echo usage; exit 2; }"), []],
  "handed on": [script({ start: "svcd", "*": 'svcctl "$1"; exit 0' }), []],
});

check("exit-code-lost", {
  "exit 0": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, ":", "exit 0\n"), [6]],
  "exit $?": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, ":", "exit $?\n"), []],
  "exit $RETVAL": [script({ start: "daemon svcd; RETVAL=$?" }, redHat, "exit $RETVAL\n"), []],
  "nothing can fail": [script({ start: "echo nothing to do" }, ":", "exit 0\n"), []],
  "the arm ends itself": [script({ start: "daemon svcd; exit $?" }, redHat, "exit 0\n"), []],
  "the failure is looked at": [script({ start: "if daemon svcd; then echo up; fi" }, redHat, "exit 0\n"), []],
  "set -e": [script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd" }, "set -e", "exit 0\n"), []],
  "status is another rule's": [script({ status: "status svcd" }, redHat, "exit 0\n"), []],
});

test("exit-code-lost offers no variable that is local", () => {
  const arms = { start: "start" };
  const text = script(arms, "start() { local RETVAL; daemon svcd; RETVAL=$?; echo; return 0; }", "exit 0\n");
  expect(told(text, "exit-code-lost")).toHaveLength(1);
  expect(fixedScript(text, "exit-code-lost")).toBeUndefined();
});

check("status-exit-lost", {
  "the last command": [script({ status: "status svcd" }, redHat), []],
  "a variable that is not set": [script({ status: "status svcd" }, redHat, "exit $RETVAL\n"), [4]],
  kept: [script({ status: "status svcd; RETVAL=$?" }, redHat, "exit $RETVAL\n"), []],
  "kept in a local variable": [
    script({ status: "rh_status" }, `${redHat}; rh_status() { status svcd; local rc=$?; echo; return $rc; }`),
    [],
  ],
  "exit 0 behind": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, ":", "exit 0\n"), [4]],
  "exit behind": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, ":", "exit\n"), []],
  "looked at": [
    script({ status: "status_of_proc /usr/sbin/svcd svc && exit 0 || exit $?" }, ":", "exit 0\n"),
    [],
  ],
  "a command behind": [script({ status: "status svcd; echo" }, redHat), [4]],
  "in a function, with a command behind the call": [
    script({ status: "rh_status; echo" }, `${redHat}; rh_status() { status svcd; }`),
    [2],
  ],
  "in a function, and the call decides": [
    script({ status: "rh_status" }, `${redHat}; rh_status() { status svcd; }`),
    [],
  ],
  "the last of several": [script({ status: "status svcd; status helper" }, redHat), []],
  "in a loop": [script({ status: "for each in a b; do status $each; done" }, redHat), []],
  "a function of its own": [script({ status: "status; echo" }, "status() { svcctl status; }"), []],
  "set -e": [script({ status: "status_of_proc /usr/sbin/svcd svc; echo" }, "set -e"), []],
});

const startDaemon = "start-stop-daemon --start --exec /usr/sbin/svcd";

check("log-end-msg-set-e", {
  "without set -e": [script({ start: `${startDaemon}; log_end_msg $?` }), []],
  alone: [script({ start: `${startDaemon}; log_end_msg $?` }, "set -e"), [4]],
  "sh -e": [script({ start: `${startDaemon}; log_end_msg $?` }).replace("#!/bin/sh", "#!/bin/sh -e"), [4]],
  "guarded by ||": [script({ start: `${startDaemon} || true; log_end_msg 0` }, "set -e"), []],
  "in an if": [
    script({ start: `if ${startDaemon}; then log_end_msg 0; else log_end_msg 1; fi` }, "set -e"),
    [],
  ],
  "in a function that an if asks": [
    script(
      { start: "if do_start; then log_end_msg 0; fi" },
      `set -e; do_start() { ${startDaemon}; echo started; }`,
    ),
    [],
  ],
  "in a function that nobody asks": [
    script({ start: "do_start; log_end_msg 0" }, `set -e; do_start() { ${startDaemon}; }`),
    [2],
  ],
  "with --oknodo": [script({ start: `${startDaemon} --oknodo; log_end_msg $?` }, "set -e"), []],
  "log_end_msg 1 in the middle": [script({ start: "svcd || log_end_msg 1; echo" }, "set -e"), [4]],
  "log_end_msg 1 at the end": [script({ start: "svcd || log_end_msg 1" }, "set -e"), []],
  "log_end_msg 1 and exit": [script({ start: "svcd || { log_end_msg 1; exit 1; }" }, "set -e"), []],
  "log_end_msg with what may be more": [script({ start: "log_end_msg $RET; echo" }, "set -e"), [4]],
  "in a word": [script({ start: "pid=$(pidofproc svcd || true); echo $pid" }, "set -e"), []],
  "status as the last": [script({ status: "status_of_proc /usr/sbin/svcd svc" }, "set -e"), []],
  "set -e switched off again": [script({ start: `set +e; ${startDaemon}; echo` }, "set -e"), []],
});

test("set-e-with-lsb-functions is off unless asked for", () => {
  const text = script({ start: "log_action_msg x" }, "set -e\n. /lib/lsb/init-functions");
  expect(
    told(text, "set-e-with-lsb-functions", { severities: { "set-e-with-lsb-functions": "hint" } }),
  ).toHaveLength(1);
  const behind = script({ start: "log_action_msg x" }, ". /lib/lsb/init-functions\nset -e");
  expect(told(behind, "set-e-with-lsb-functions")).toEqual([]);
});

const ssd = (options: string): Story[0] => script({ start: `start-stop-daemon ${options}` });

check("ssd-no-match", {
  nothing: [ssd("--start --startas /usr/sbin/svcd"), [4]],
  "only a group": [ssd("--stop --group daemon"), [4]],
  status: [ssd("--status"), [4]],
  exec: [ssd("--start --exec /usr/sbin/svcd"), []],
  "exec with =": [ssd("--start --exec=/usr/sbin/svcd"), []],
  "exec of a variable with =": [ssd('--start --exec="$DAEMON"'), []],
  "cut short": [ssd("--stop --pidf /run/svcd.pid"), []],
  short: [ssd("-Kqp /run/svcd.pid"), []],
  "short with its value": [ssd("-K -p/run/svcd.pid"), []],
  "one of the program's": [ssd("--start --startas /usr/sbin/svcd -- --name svc"), [4]],
  "in a variable": [ssd("--stop $OPTIONS"), []],
  "in a variable that is known": [
    script({ start: "start-stop-daemon --start $OPTS" }, 'OPTS="--quiet --exec /usr/sbin/svcd"'),
    [],
  ],
  "options that are not known": [ssd("--start --frobnicate"), []],
  "a message about it": [script({ start: 'echo "start-stop-daemon --start"' }), []],
});

const stop = (body: string, head?: string, end?: string): Story[0] => script({ stop: body }, head, end);
const stopDaemon = "start-stop-daemon --stop --pidfile /run/svcd.pid";

const program = ["/sbin/start-stop-daemon", "/usr/sbin/start-stop-daemon"].find(existsSync);

describe("the real start-stop-daemon", () => {
  const reason = program === undefined ? ", skipped: because start-stop-daemon is not there" : "";
  if (program === undefined && process.env["CI"] === "true")
    throw new Error("start-stop-daemon is not there");
  const value = fc.constantFrom("/nonexistent", "1", "root");
  const flag = fc.constantFrom(
    "-q",
    "--quiet",
    "--oknodo",
    "-o",
    "-b",
    "--backg",
    "-bm",
    "-C",
    "--remove-pidfile",
  );
  const withValue = fc
    .tuple(
      fc.constantFrom(
        ...["-p", "--pidfile", "--pidf", "-x", "--exec", "-n", "--name", "-u", "--user", "--pid", "--ppid"],
        ...[
          "-g",
          "--group",
          "-s",
          "--signal",
          "-R",
          "--retry",
          "-a",
          "--startas",
          "-c",
          "--chuid",
          "-d",
          "-k",
        ],
        ...["-N", "--umask", "-O", "--output", "-qp", "-bx", "-qa"],
      ),
      value,
      fc.constantFrom("apart", "joined"),
    )
    .map(([option, text, form]) =>
      form === "apart"
        ? [option, text]
        : [option.startsWith("--") ? `${option}=${text}` : `${option}${text}`],
    );
  const words = fc.array(
    fc.oneof(
      flag.map((each) => [each]),
      withValue,
      fc.constant(["word"]),
    ),
    { maxLength: 4 },
  );
  const behind = fc.option(
    words.map((each) => ["--", ...each.flat()]),
    { nil: [] },
  );
  const command = fc.constantFrom("--start", "--stop", "--status", "-S", "-K", "-T");

  // With --test it touches nothing.
  test.skipIf(program === undefined)(`is not told which processes are meant, or is${reason}`, () => {
    fc.assert(
      fc.property(command, words, behind, (what, options, rest) => {
        const list = [what, "--test", ...options.flat(), ...rest];
        const { stderr } = spawnSync(program ?? "", list, { encoding: "utf8" });
        const needs = stderr.includes("need at least one of");
        // What it rejects for another reason says nothing about this one.
        fc.pre(needs || !stderr.includes("--help"));
        const silent = told(ssd(list.join(" ")), "ssd-no-match").length === 0;
        expect(silent, `${list.join(" ")}\n${stderr}`).toBe(!needs);
      }),
      { numRuns: 150 },
    );
  });
});

check("ssd-stop-not-running", {
  "the last command": [stop(stopDaemon), [4]],
  "with exit $?": [stop(stopDaemon, ":", "exit $?\n"), [4]],
  "through log_end_msg": [stop(`${stopDaemon}; log_end_msg $?`), [4]],
  "through a function": [stop("do_stop", `do_stop() { ${stopDaemon}; }`), [2]],
  "with return $?": [stop("do_stop", `do_stop() { ${stopDaemon}; return $?; }`), [2]],
  "--oknodo": [stop(`${stopDaemon} --oknodo`), []],
  "-o": [stop("start-stop-daemon -Kop /run/svcd.pid"), []],
  "exit 0 behind": [stop(stopDaemon, ":", "exit 0\n"), []],
  "looked at": [stop(`${stopDaemon}; case $? in 0|1) echo down ;; esac`), []],
  kept: [stop(`${stopDaemon}; RETVAL=$?; [ $RETVAL = 2 ] && exit 1`), []],
  guarded: [stop(`${stopDaemon} || true`), []],
  "options in a variable": [stop(`${stopDaemon} $OPTIONS`), []],
  "set -e": [stop(stopDaemon, "set -e"), []],
});

check("ssd-name-too-long", {
  "15": [ssd("--stop --name metrics-collect"), []],
  "16": [ssd("--stop --name metrics-collecto"), [4]],
  "in a variable": [
    script({ stop: 'start-stop-daemon --stop --name "$NAME"' }, "NAME=metrics-collector"),
    [4],
  ],
  "with =": [ssd("--stop --name=metrics-collector"), [4]],
  "of unknown length": [ssd("--stop --name $NAME"), []],
});

check("ssd-background-no-pidfile", {
  "nobody writes it": [ssd("--start --background --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), [4]],
  "start-stop-daemon writes it": [ssd("--start -bm --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), []],
  "no pid file": [ssd("--start --background --exec /usr/sbin/svcd"), []],
  "in the foreground": [ssd("--start --pidfile /run/svcd.pid --exec /usr/sbin/svcd"), []],
  "the program is told": [ssd("--start -b -p $PIDFILE -x /usr/sbin/svcd -- --pid $PIDFILE"), []],
  "a test": [ssd("--start -b -p /run/svcd.pid -x /usr/sbin/svcd --test"), []],
});

check("killproc-status", {
  "||": [script({ stop: "killproc svcd || svcctl clean" }, redHat), [4]],
  "|| exit": [script({ stop: "killproc svcd || exit 1" }, redHat), []],
  "|| true": [script({ stop: "killproc svcd || true" }, redHat), []],
  "|| a group": [script({ stop: "killproc svcd || { svcctl clean; exit 0; }" }, redHat), [4]],
  "if and else": [script({ stop: "if killproc svcd; then echo; else svcctl clean; fi" }, redHat), [4]],
  "if not": [script({ stop: "if ! killproc svcd; then svcctl clean; fi" }, redHat), [4]],
  "$? -ne 0": [script({ stop: "killproc svcd; [ $? -ne 0 ] && svcctl clean" }, redHat), [4]],
  "$? -eq 0": [script({ stop: "killproc svcd; [ $? -eq 0 ] && rm -f /run/svcd" }, redHat), []],
  "a signal": [script({ reload: "killproc svcd -HUP || svcctl clean" }, redHat), []],
  "the other library": [script({ stop: "killproc svcd || svcctl clean" }), []],
  "a function of its own": [
    script({ stop: "killproc svcd || svcctl clean" }, `${redHat}; killproc() { kill $1; }`),
    [],
  ],
  "an old system": [
    script({ stop: "killproc svcd || svcctl clean" }, redHat),
    [],
    { files: [{ path: "etc/redhat-release", text: "Red Hat Linux release 7.3 (Valhalla)\n" }] },
  ],
});

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

check("needs-environment", {
  used: [script({ start: "svcd $HOME" }), [4]],
  "in an assignment": [script({ start: "svcd" }, "STATE=$HOME/.svc"), [2]],
  set: [script({ start: "svcd $HOME" }, "HOME=/root"), []],
  exported: [script({ start: "svcd $HOME" }, "export HOME=/root"), []],
  "with a default": [script({ start: `svcd \${USER:-svc}` }), []],
  "in a test": [script({ start: '[ -n "$DISPLAY" ] && exit 1; svcd' }), []],
  "settings may set it": [
    script({ start: "svcd $USER" }, "[ -r /etc/default/svc ] && . /etc/default/svc"),
    [],
  ],
  read: [script({ start: "read USER < /etc/svc; svcd $USER" }), []],
  "in single quotes": [script({ start: "su - svc -c 'svcd $HOME'" }), []],
  "in a comment": [script({ start: "svcd" }, "# $HOME"), []],
});

check("wrong-library-dialect", {
  "Red Hat's with the other library": [script({ start: "daemon svcd", status: "status svcd" }), [4, 5]],
  "Debian's with the other library": [script({ status: "status_of_proc svcd svc" }, redHat), [4]],
  "in both": [script({ stop: "killproc svcd" }), []],
  "both read": [script({ start: "daemon svcd" }, `${redHat}\n. /lib/lsb/init-functions`), []],
  "defined in the file": [
    script({ start: "daemon svcd" }, ". /lib/lsb/init-functions\ndaemon() { $1; }"),
    [],
  ],
  "a program of that name": [script({ start: "/usr/bin/daemon svcd" }), []],
  "a third file": [
    script({ start: "daemon svcd" }, ". /lib/lsb/init-functions\n. /usr/share/svc/common"),
    [],
  ],
  "neither read": [script({ start: "daemon svcd" }, ":"), []],
  "in a message": [script({ start: 'echo "daemon svcd"' }), []],
});

test("wrong-library-dialect reads the other library besides, if the first is used too", () => {
  const text = script({ start: "log_daemon_msg Starting svc; daemon svcd" });
  expect(fixedScript(text, "wrong-library-dialect")).toBe(
    text.replace("init-functions\n", "init-functions\n. /etc/init.d/functions\n"),
  );
});

describe("what is made to take for ever does not", () => {
  const deep = Array.from({ length: 25 }, (_, index) => {
    const calls = `f${index + 1}; `.repeat(12);
    return `f${index}() { ${calls}}\n`;
  }).join("");
  const arms = Array.from({ length: 30 }, (_, index) => index);
  const stories: Readonly<Record<string, string>> = {
    "functions that call each other many times": script(
      { start: "f0", stop: "f0", status: "f0" },
      `set -e\n. /lib/lsb/init-functions\n${deep}f25() { start-stop-daemon --stop --exec /x; log_end_msg $?; status x; }`,
    ),
    "the same without set -e": script(
      { start: "f0", stop: "f0", status: "f0" },
      `${redHat}\n${deep}f25() { start-stop-daemon --stop --exec /x; status x; }`,
    ),
    "arms that call each other": script(
      {
        start: "$0 a0",
        stop: "$0 a0",
        ...Object.fromEntries(arms.map((arm) => [`a${arm}`, arms.map((each) => `$0 a${each}`).join("; ")])),
      },
      `# chkconfig: 345 80 20\n${redHat}`,
    ),
    "a long pattern": script(
      {
        start: `touch /var/lock/subsys/${"a".repeat(3_000)}`,
        stop: `rm -f /var/lock/subsys/${"*a".repeat(100)}b`,
      },
      `# chkconfig: 345 80 20\n${redHat}`,
    ),
    "a long usage line": script({ start: "svcd", "*": `echo "{${"|".repeat(100_000)}"` }),
    "a long first line": script({ start: "svcd" }).replace("#!/bin/sh", `#!/bin/sh -${"e".repeat(100_000)}1`),
    "a long option": script({ start: `start-stop-daemon -${"S".repeat(100_000)}1` }),
  };
  test.each(Object.entries(stories))(
    "%s",
    (_story, text) => {
      const before = performance.now();
      checkScript(text, { family: "redhat" });
      expect(performance.now() - before).toBeLessThan(15_000);
    },
    30_000,
  );
});
