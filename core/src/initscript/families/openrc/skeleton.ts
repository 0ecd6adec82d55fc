// The service script that is offered to begin with for a system with OpenRC.

import type { Skeleton } from "../../script/skeleton.ts";

/** A whole script for a service of this name: variables are enough, OpenRC has the functions. */
export function skeleton(name: string): Skeleton {
  return [
    '#!/sbin/openrc-run\n\ndescription="',
    { number: 2, text: "What it does" },
    '"\ncommand="',
    { number: 1, text: `/usr/sbin/${name}` },
    '"\ncommand_args=""\ncommand_background="yes"\npidfile="/run/$RC_SVCNAME.pid"\n\ndepend() {\n    need ',
    { number: 3, text: "localmount" },
    "\n    use net logger\n    after firewall\n}\n",
  ];
}
