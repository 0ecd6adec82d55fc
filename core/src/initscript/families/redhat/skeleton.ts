// The init script that is offered to begin with for a system of Red Hat's kind.

import type { Skeleton } from "../../script/skeleton.ts";

/** A whole script for a service of this name: header, dispatch, lock file and status as rc wants them. */
export function skeleton(name: string): Skeleton {
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
