// A whole init script to begin with, for each family: header, dispatch, lock file and status as its rc wants them.

import type { ScriptFamily } from "../family.ts";

/** A place that the writer fills in; places with the same number get the same text. */
export interface SkeletonPlace {
  readonly number: number;
  readonly text: string;
}

/** A script in pieces: plain text and places to fill in. */
export type Skeleton = readonly (string | SkeletonPlace)[];

/** The script of a family for a service of this name. */
export function scriptSkeleton(family: ScriptFamily, name: string): Skeleton {
  return skeletons[family](name);
}

const skeletons: Readonly<Record<ScriptFamily, (name: string) => Skeleton>> = { redhat, debian };

/** A skeleton as the text of a file. */
export function skeletonText(skeleton: Skeleton): string {
  return skeleton.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** A skeleton as a snippet of the language server protocol. */
export function skeletonSnippet(skeleton: Skeleton): string {
  const escaped = (text: string): string => text.replace(/[\\$}]/g, "\\$&");
  return skeleton
    .map((piece) =>
      typeof piece === "string" ? escaped(piece) : `\${${piece.number}:${escaped(piece.text)}}`,
    )
    .join("");
}

function redhat(name: string): Skeleton {
  const program = { number: 1, text: `/usr/sbin/${name}` };
  const purpose = { number: 2, text: `runs ${name}` };
  return [
    "#!/bin/bash\n#\n# chkconfig: 2345 80 20\n# description: ",
    purpose,
    `\n### BEGIN INIT INFO\n# Provides: ${name}\n# Required-Start: $local_fs $network\n# Required-Stop: $local_fs $network\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n# Short-Description: `,
    purpose,
    "\n# Description: ",
    purpose,
    "\n### END INIT INFO\n\n. /etc/rc.d/init.d/functions\n\nprog=",
    program,
    `\nlockfile=/var/lock/subsys/${name}\nRETVAL=0\n\nstart() {\n    [ -x "$prog" ] || exit 5\n    echo -n "Starting ${name}: "\n    daemon "$prog"\n    RETVAL=$?\n    echo\n    [ $RETVAL -eq 0 ] && touch "$lockfile"\n    return $RETVAL\n}\n\nstop() {\n    echo -n "Stopping ${name}: "\n    killproc "$prog"\n    RETVAL=$?\n    echo\n    [ $RETVAL -eq 0 ] && rm -f "$lockfile"\n    return $RETVAL\n}\n\ncase "$1" in\n    start)\n        start\n        ;;\n    stop)\n        stop\n        ;;\n    restart|force-reload)\n        stop\n        start\n        ;;\n    condrestart|try-restart)\n        [ ! -f "$lockfile" ] || { stop; start; }\n        ;;\n    status)\n        status -l ${name} "$prog"\n        RETVAL=$?\n        ;;\n    *)\n        echo "Usage: $0 {start|stop|restart|force-reload|condrestart|try-restart|status}" >&2\n        RETVAL=2\n        ;;\nesac\nexit $RETVAL\n`,
  ];
}

function debian(name: string): Skeleton {
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
