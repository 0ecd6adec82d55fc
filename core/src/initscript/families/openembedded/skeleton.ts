// The init script that is offered to begin with for a system of OpenEmbedded's kind.

import type { Skeleton } from "../../script/skeleton.ts";

/** A whole script for a service of this name; the recipe's INITSCRIPT_PARAMS say when it runs. */
export function skeleton(name: string): Skeleton {
  const program = { number: 1, text: `/usr/sbin/${name}` };
  return [
    "#!/bin/sh\n\nDAEMON=",
    program,
    `\nPIDFILE=/run/${name}.pid\n\n[ -x "$DAEMON" ] || exit 0\n\n. /etc/init.d/functions\n\ncase "$1" in\n    start)\n        echo -n "Starting ${name}: "\n        start-stop-daemon -S -b -m -p "$PIDFILE" -x "$DAEMON"\n        echo done\n        ;;\n    stop)\n        echo -n "Stopping ${name}: "\n        start-stop-daemon -K -o -p "$PIDFILE" -x "$DAEMON"\n        rm -f "$PIDFILE"\n        echo done\n        ;;\n    restart)\n        $0 stop\n        $0 start\n        ;;\n    status)\n        status "$DAEMON"\n        exit $?\n        ;;\n    *)\n        echo "Usage: $0 {start|stop|restart|status}" >&2\n        exit 1\n        ;;\nesac\n`,
  ];
}
