// rcS and rcK of OpenEmbedded where init is BusyBox'. Spec/embedded.md, section 2.7; observed: the `oebb-*` cases.

import {
  type BootFolders,
  type BootShell,
  type BootWalk,
  type BootWalking,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
  usualBootShell,
} from "../boot/model.ts";
import { byteLength, inShellOrder } from "../boot/name-order.ts";

/** What is followed. */
export interface BusyboxBoot {
  readonly folders: BootFolders;
  readonly shell?: BootShell;
  readonly call: CallScript;
}

/** rcS: the start links of the boot phase, then those of level 5. */
export function walkBusyboxRcS(boot: BusyboxBoot): BootWalk {
  const walk = beginBoot({ path: "/etc/init.d/rcS", line: 23 }, boot.call);
  for (const folder of ["/etc/rcS.d", "/etc/rc5.d"])
    goThrough(walk, boot, { folder, letter: "S", action: "start" });
  return endBoot(walk);
}

/** rcK: the stop links of level 6, forward; those for starting there, and all of level 0, are not looked at. */
export function walkBusyboxRcK(boot: BusyboxBoot): BootWalk {
  const walk = beginBoot({ path: "/etc/init.d/rcK", line: 23 }, boot.call);
  goThrough(walk, boot, { folder: "/etc/rc6.d", letter: "K", action: "stop" });
  return endBoot(walk);
}

function goThrough(
  walk: BootWalking,
  { folders, shell = usualBootShell }: BusyboxBoot,
  { folder, letter, action }: { readonly folder: string; readonly letter: string; readonly action: string },
): void {
  const found = (folders.get(folder) ?? []).filter(
    ({ name }) => name.startsWith(letter) && byteLength(name) >= 3,
  );
  // A pattern that fits nothing is a word that is no file.
  if (found.length === 0 && !walk.killed) walk.status = 0;
  for (const { name, kind } of inShellOrder(found, shell)) {
    if (walk.killed) return;
    const path = `${folder}/${name}`;
    if (kind === "file") callEntry(walk, [path, action], path.endsWith(".sh") ? "sourced" : "run");
    else skipEntry(walk, path, "not-a-file");
  }
}
