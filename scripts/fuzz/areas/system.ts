// A system in memory for a language server: scripts that need each other, links, a loop, and what is missing.

import { readShipped } from "@inittab/host/shipped";
import type { Environment } from "../../../server/src/environment.ts";
import { environmentWith, type TestFiles } from "../../../server/src/testing/files.ts";

function script(name: string, needs: string): string {
  return `#!/bin/sh
# chkconfig: 2345 20 80
# description: ${name}
### BEGIN INIT INFO
# Provides: ${name}
# Required-Start: ${needs}
# Required-Stop: ${needs}
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
### END INIT INFO
case $1 in start) touch /var/lock/subsys/${name} ;; stop) rm -f /var/lock/subsys/${name} ;; esac
`;
}

/** The files of one system below a folder. */
export function systemIn(root: string): TestFiles {
  const at = `${root}etc/`;
  return {
    [`${at}inittab`]: "id:3:initdefault:\nsi::sysinit:/etc/rc.d/rc.sysinit\nl3:3:wait:/etc/rc.d/rc 3\n",
    [`${at}rc.d/rc`]: "#!/bin/sh\nfor i in /etc/rc$1.d/S*; do $i start; done\n",
    [`${at}init.d/x`]: script("x", "$network y"),
    [`${at}init.d/y`]: script("y", "x"),
    [`${at}init.d/z`]: { link: "../../../../outside" },
    [`${at}init.d/loop`]: { link: "loop" },
    [`${at}rc3.d/S20x`]: { link: "../init.d/x" },
    [`${at}rc3.d/S30gone`]: { link: "../init.d/gone" },
    [`${at}insserv.conf`]: "$network networking\n",
  };
}

/** The machine of a server: these systems and nothing else. */
export function machineWith(roots: readonly string[]): Environment {
  return {
    ...environmentWith(Object.assign({}, ...roots.map(systemIn))),
    wasm: (name) => readShipped(name),
  };
}
