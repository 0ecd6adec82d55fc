// The init script that is offered to begin with for OpenWrt.

import type { Skeleton } from "../../script/skeleton.ts";

/** A whole script for a service of this name that procd watches over; its stop is procd's own. */
export function skeleton(name: string): Skeleton {
  return [
    "#!/bin/sh /etc/rc.common\n\nUSE_PROCD=1\nSTART=",
    { number: 2, text: "90" },
    "\n\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command ",
    { number: 1, text: `/usr/sbin/${name}` },
    "\n\tprocd_set_param respawn\n\tprocd_close_instance\n}\n",
  ];
}
