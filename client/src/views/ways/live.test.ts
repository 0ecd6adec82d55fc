import { expect, test } from "vitest";
import { isLive } from "./live.ts";

test("only the inittab of a machine that runs is live", () => {
  const live = (address: string) => {
    const { protocol, pathname } = new URL(address);
    return isLive({ scheme: protocol.slice(0, -1), path: pathname });
  };
  for (const address of ["file:///etc/inittab", "ssh://board/etc/inittab", "sftp://root@board/etc/inittab"])
    expect(live(address), address).toBe(true);
  for (const address of [
    "file:///home/me/rootfs/etc/inittab",
    "file:///etc/inittab.d/x",
    "file:///etc/inittab.bak",
    "git:///etc/inittab",
    "untitled:///etc/inittab",
    "vscode-vfs://github/etc/inittab",
  ])
    expect(live(address), address).toBe(false);
});
