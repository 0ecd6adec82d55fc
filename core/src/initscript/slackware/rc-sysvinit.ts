// rc.sysvinit of Slackware, which calls System V links beside Slackware's own scripts. Spec/embedded.md, section 4.1;
// observed: the `sla-*` cases.

import {
  type BootFolders,
  type BootWalk,
  type BootWalking,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
} from "../boot/model.ts";
import { byBytesOf } from "../boot/name-order.ts";

/** Where it calls scripts. */
const callLine = 28;

/** What is followed. */
export interface SlackwareBoot {
  readonly folders: BootFolders;
  readonly call: CallScript;
  readonly runlevel: string;
}

/** rc.sysvinit: all that may be executed, first for stopping, then for starting; the level before is not looked at. */
export function walkRcSysvinit({ folders, call, runlevel }: SlackwareBoot): BootWalk {
  const walk = beginBoot({ path: "/etc/rc.d/rc.sysvinit", line: callLine }, call);
  const folder = `/etc/rc.d/rc${runlevel}.d`;
  const entries = (folders.get(folder) ?? []).toSorted((one, other) => byBytesOf(one.name, other.name));
  for (const letter of ["K", "S"])
    for (const entry of entries.filter(({ name }) => name.startsWith(letter))) {
      const path = `${folder}/${entry.name}`;
      const words = [path, letter === "S" ? "start" : "stop"];
      if (entry.kind === "missing") skipEntry(walk, path, "not-a-file");
      else if (entry.kind === "folder") failAtFolder(walk, words);
      else if (!entry.executable) skipEntry(walk, path, "not-executable");
      else callEntry(walk, words, "run", path.endsWith(".sh") ? "/bin/sh" : undefined);
    }
  return endBoot(walk);
}

/** A folder may be executed as far as the shell's test goes, and then cannot be run. */
function failAtFolder(walk: BootWalking, [path = "", ...args]: readonly string[]): void {
  walk.steps.push({ kind: "call", path, args, how: "run", status: 126 });
  walk.status = 126;
  walk.stderr += `${walk.program.path}: line ${callLine}: ${path}: Is a directory\n`;
}
