// The init script that is offered to begin with for a system of Buildroot's kind.

import type { Skeleton } from "../../script/skeleton.ts";

/**
 * A whole script for a service of this name, in the form that Buildroot asks for: its name is to be S, two digits and the
 * name of the daemon. Source: spec/embedded.md, section 1.5.
 */
export function skeleton(name: string): Skeleton {
  const daemon = name.replace(/^S\d\d/, "");
  const program = { number: 1, text: `/usr/sbin/${daemon}` };
  return [
    `#!/bin/sh\n\nDAEMON="${daemon}"\nPIDFILE="/var/run/$DAEMON.pid"\n\n${daemon.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_ARGS=""\n\n# shellcheck source=/dev/null\n[ -r "/etc/default/$DAEMON" ] && . "/etc/default/$DAEMON"\n\nstart() {\n\tprintf 'Starting %s: ' "$DAEMON"\n\t# shellcheck disable=SC2086 # we need the word splitting\n\tstart-stop-daemon --start --background --make-pidfile \\\n\t\t--pidfile "$PIDFILE" --exec `,
    program,
    ` \\\n\t\t-- $${daemon.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_ARGS\n\tstatus=$?\n\tif [ "$status" -eq 0 ]; then\n\t\techo "OK"\n\telse\n\t\techo "FAIL"\n\tfi\n\treturn "$status"\n}\n\nstop() {\n\tprintf 'Stopping %s: ' "$DAEMON"\n\tstart-stop-daemon --stop --pidfile "$PIDFILE" --exec `,
    program,
    `\n\tstatus=$?\n\tif [ "$status" -eq 0 ]; then\n\t\techo "OK"\n\telse\n\t\techo "FAIL"\n\t\treturn "$status"\n\tfi\n\twhile start-stop-daemon --stop --test --quiet --pidfile "$PIDFILE" --exec `,
    program,
    `; do\n\t\tsleep 0.1\n\tdone\n\trm -f "$PIDFILE"\n\treturn "$status"\n}\n\nrestart() {\n\tstop\n\tstart\n}\n\ncase "$1" in\n\tstart|stop|restart)\n\t\t"$1"\n\t\t;;\n\treload)\n\t\t# There is no way to reload.\n\t\trestart\n\t\t;;\n\t*)\n\t\techo "Usage: $0 {start|stop|restart|reload}"\n\t\texit 1\n\t\t;;\nesac\n`,
  ];
}
