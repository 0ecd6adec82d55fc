// The name of an init as recorded cases write it: `sysvinit-3.14`, `busybox`.

import { type Dialect, releaseOf, type SysvinitVersion } from "@inittab/core";

/** The name for a dialect and, where its releases are told apart, its release. */
export function initName(dialect: Dialect, version: SysvinitVersion): string {
  const release = releaseOf({ dialect, version });
  return release === undefined ? dialect : `${dialect}-${release}`;
}
