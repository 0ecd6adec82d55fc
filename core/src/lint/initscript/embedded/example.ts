import type { ExampleFile } from "../../contract.ts";

/** A script as OpenEmbedded has them. */
export const oeScript = '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';

/** What shows that a system is OpenEmbedded's. */
export const oeSystem: readonly ExampleFile[] = [
  { path: "etc/init.d/rc", text: "#!/bin/sh\n. /etc/default/rcS\n[ -x /usr/bin/psplash-write ] && x=1\n" },
  { path: "etc/default/rcS", text: "VERBOSE=no\nPSPLASH_FIFO_DIR=/mnt\n" },
];

/** A link in an rc folder. */
export function oeLink(place: string, script = "svc"): ExampleFile {
  return { path: `etc/${place}`, target: `../init.d/${script}` };
}
