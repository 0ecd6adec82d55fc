import { describe, expect, test } from "vitest";
import { documentOf, show } from "../../testing/document.ts";
import { fileLinks, fileUri } from "./links.ts";

async function check(
  text: string,
  files: readonly string[],
  uri: string,
  settings?: unknown,
): Promise<readonly string[]> {
  const document = documentOf(text, settings);
  const links = await fileLinks(document.scan, uri, async (target) => files.includes(target));
  return links.map(({ range, target }) => `${show(document, range)} ${target}`);
}

describe("links", () => {
  const files = ["file:///srv/root/etc/init.d/rc", "file:///srv/root/dev/tty1", "file:///sbin/getty"];

  test("lead to files of the system around the inittab", async () => {
    const text =
      "l2:2:wait:/etc/init.d/rc 2\n# /etc/init.d/rc\n1:2:respawn:/sbin/getty </dev/tty1\n2:2:wait:/etc/init.d/rc\n";
    expect(await check(text, files, "file:///srv/root/etc/inittab")).toMatchInlineSnapshot(`
      [
        ""/etc/init.d/rc" file:///srv/root/etc/init.d/rc",
        ""/etc/init.d/rc" file:///srv/root/etc/init.d/rc",
      ]
    `);
  });

  test("know the flags and the dash in front", async () => {
    expect(
      await check("1:2:respawn:+@/sbin/getty tty1\n", files, "file:///etc/inittab"),
    ).toMatchInlineSnapshot(`
      [
        ""/sbin/getty" file:///sbin/getty",
      ]
    `);
    expect(
      await check("::respawn:-/sbin/getty tty1\n", files, "file:///etc/inittab", { dialect: "busybox" }),
    ).toMatchInlineSnapshot(`
      [
        ""/sbin/getty" file:///sbin/getty",
      ]
    `);
  });
});

test.each([
  ["file:///srv/root/etc/inittab", "file:///srv/root/etc/rc"],
  ["file:///srv/root/etc/inittab.Xa8", "file:///srv/root/etc/rc"],
  ["file:///etc/inittab", "file:///etc/rc"],
  ["file:///home/me/my.inittab", "file:///etc/rc"],
  ["vscode-remote://ssh+box/srv/a%20b/etc/inittab?x#y", "vscode-remote://ssh%2Bbox/srv/a%20b/etc/rc"],
  ["no address", undefined],
])("/etc/rc of %s", (uri, target) => {
  expect(fileUri(uri, "/etc/rc")).toBe(target);
});
