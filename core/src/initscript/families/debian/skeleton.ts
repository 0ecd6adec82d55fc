// The init script that is offered to begin with for a system of Debian's kind.

import type { Skeleton } from "../../script/skeleton.ts";

/** A whole script for a service of this name: header, dispatch, pid file and status as packages have them. */
export function skeleton(name: string): Skeleton {
  const program = { number: 1, text: `/usr/sbin/${name}` };
  const purpose = { number: 2, text: `runs ${name}` };
  return [
    `#!/bin/sh\n### BEGIN INIT INFO\n# Provides:          ${name}\n# Required-Start:    $remote_fs $syslog\n# Required-Stop:     $remote_fs $syslog\n# Default-Start:     2 3 4 5\n# Default-Stop:      0 1 6\n# Short-Description: `,
    purpose,
    "\n# Description:       ",
    purpose,
    "\n### END INIT INFO\n\nPATH=/sbin:/usr/sbin:/bin:/usr/bin\nDAEMON=",
    program,
    `\nPIDFILE=/run/${name}.pid\n\n[ -x "$DAEMON" ] || exit 0\n\n. /lib/lsb/init-functions\n\ndo_start() {\n    start-stop-daemon --start --quiet --oknodo --pidfile "$PIDFILE" --exec "$DAEMON"\n}\n\ndo_stop() {\n    start-stop-daemon --stop --quiet --oknodo --retry TERM/30/KILL/5 --pidfile "$PIDFILE" --exec "$DAEMON"\n}\n\ncase "$1" in\n    start)\n        log_daemon_msg "Starting ${name}"\n        do_start\n        log_end_msg $?\n        ;;\n    stop)\n        log_daemon_msg "Stopping ${name}"\n        do_stop\n        log_end_msg $?\n        ;;\n    restart|force-reload)\n        log_daemon_msg "Restarting ${name}"\n        do_stop\n        do_start\n        log_end_msg $?\n        ;;\n    status)\n        status_of_proc -p "$PIDFILE" "$DAEMON" ${name}\n        ;;\n    *)\n        echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2\n        exit 3\n        ;;\nesac\n`,
  ];
}
