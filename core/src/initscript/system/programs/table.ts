// The programs that a system has from the beginning.

import type { Program, VirtualFiles } from "../contract.ts";
import { atOnce } from "./at-once.ts";
import { basename, cat, dirname, sleep } from "./texts.ts";

/** By path. */
const programs: Readonly<Record<string, Program>> = {
  "/bin/cat": atOnce(cat),
  "/bin/sleep": sleep,
  "/usr/bin/basename": atOnce(basename),
  "/usr/bin/dirname": atOnce(dirname),
};

/** Programs that only change what no script of a virtual system can see. */
const silent =
  "/bin/dmesg /bin/mount /bin/sync /bin/umount /sbin/depmod /sbin/hwclock /sbin/ifconfig /sbin/ifdown /sbin/ifup /sbin/ip /sbin/klogd /sbin/ldconfig /sbin/losetup /sbin/modprobe /sbin/route /sbin/swapoff /sbin/swapon /sbin/sysctl /sbin/syslogd /usr/bin/logger";

/** Puts all of them where they belong. */
export function installPrograms(files: VirtualFiles): void {
  for (const [path, program] of Object.entries(programs)) files.install(path, program);
  for (const path of silent.split(" "))
    files.install(
      path,
      atOnce(() => 0),
    );
}
