// The name of an init as recorded cases write it: `sysvinit-3.14`, `busybox`.

import type { Dialect, SysvinitVersion } from "@inittab/core";

/** The name for a dialect and, where it is sysvinit, its release. */
export function initName(dialect: Dialect, version: SysvinitVersion): string {
  return dialect === "sysvinit" ? `sysvinit-${version}` : dialect;
}
