// The system that the pages of the rules about OpenRC's settings and runlevels show: a healthy one, to which each adds its own.

import type { ExampleFile } from "../contract.ts";
import type { InittabExample } from "./contract.ts";

const table =
  "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n";

const service = "#!/sbin/openrc-run\n";

/** The system with these files besides. */
export function openrcExample(...more: readonly ExampleFile[]): InittabExample {
  return {
    text: table,
    dialect: "busybox",
    root: [
      { path: "etc/init.d/devfs", text: service },
      { path: "etc/init.d/sshd", text: service },
      { path: "etc/runlevels/sysinit/devfs", target: "/etc/init.d/devfs" },
      { path: "etc/runlevels/boot/devfs", target: "/etc/init.d/devfs" },
      { path: "etc/runlevels/default/sshd", target: "/etc/init.d/sshd" },
      { path: "etc/runlevels/shutdown/devfs", target: "/etc/init.d/devfs" },
      ...more,
    ],
  };
}
