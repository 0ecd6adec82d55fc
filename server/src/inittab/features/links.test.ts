import type { TreeNode } from "@inittab/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf, show } from "../../testing/document.ts";
import { createLinks, fileUri } from "./links.ts";

/** A file system of these files and the folders that they stand in; `a -> b` is a link. */
function lookAmong(files: readonly string[]): (uri: string) => Promise<TreeNode> {
  return async (uri) => {
    const link = files.find((file) => file.startsWith(`${uri} -> `));
    if (link !== undefined) return { kind: "link", target: link.slice(uri.length + 4) };
    if (files.includes(uri)) return { kind: "file", text: "" };
    return files.some((file) => file.startsWith(`${uri}/`))
      ? { kind: "folder", names: [] }
      : { kind: "missing" };
  };
}

async function check(
  text: string,
  files: readonly string[],
  uri: string,
  settings?: unknown,
  folders: readonly string[] = [],
): Promise<readonly string[]> {
  const document = documentOf(text, settings);
  const links = await createLinks()(document.scan, uri, { look: lookAmong(files), folders });
  return links.map(({ range, target }) => `${show(document, range)} ${target}`);
}

test("links are those of the present text, whatever was typed before", async () => {
  const files = ["file:///sbin/getty", "file:///etc/rc"];
  const unit = fc.constantFrom(
    "a",
    "/",
    ":2:wait:",
    "/sbin/getty ",
    "/etc/rc",
    " ",
    "\n",
    "a:2:wait:/etc/rc 2\n",
  );
  const text = fc.string({ unit, maxLength: 12 });
  const edit = fc.tuple(fc.nat(40), fc.nat(10), text);
  await fc.assert(
    fc.asyncProperty(text, fc.array(edit, { minLength: 1, maxLength: 5 }), async (before, edits) => {
      const links = createLinks();
      const around = { look: lookAmong(files), folders: [] };
      let now = before;
      const document = documentOf(now);
      for (const [at, length, inserted] of edits) {
        await links(document.scan, "file:///etc/inittab", around);
        const start = Math.min(at, now.length);
        const end = Math.min(start + length, now.length);
        const range = { start: document.placeAt(start), end: document.placeAt(end) };
        document.change([{ range, text: inserted }], document.version + 1);
        now = document.scan.text.toString();
      }
      expect(await links(document.scan, "file:///etc/inittab", around)).toEqual(
        await createLinks()(documentOf(now).scan, "file:///etc/inittab", around),
      );
    }),
  );
});

test("a file is looked for once while somebody types, and again a moment later", async () => {
  const files: string[] = [];
  const look = lookAmong(files);
  let looks = 0;
  let moment = () => {};
  const links = createLinks((work) => {
    moment = work;
    return () => {};
  });
  const ask = async (text: string) =>
    (
      await links(documentOf(text).scan, "file:///etc/inittab", {
        look: (uri) => {
          looks++;
          return look(uri);
        },
        folders: [],
      })
    ).length;
  expect(await ask("1:2:once:/sbin/a\n")).toBe(0);
  const once = looks;
  files.push("file:///sbin/a");
  expect(await ask("1:2:once:/sbin/a b\n")).toBe(0);
  expect(looks).toBe(once);
  moment();
  expect(await ask("1:2:once:/sbin/a b\n")).toBe(1);
});

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

  test("lead along paths with two slashes in front", async () => {
    expect(await check("1:2:respawn://sbin/getty tty1\n", files, "file:///etc/inittab")).toEqual([
      '"//sbin/getty" file:///sbin/getty',
    ]);
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

describe("links are offered", () => {
  const text = "l2:2:wait:/etc/init.d/rc 2\n1:2:respawn:/sbin/getty /etc/passwd\n";
  const files = [
    "file:///srv/root/etc/init.d/rc",
    "file:///srv/root/etc/passwd -> ../../../etc/shadow",
    "file:///srv/root/sbin/getty -> /bin/busybox",
    "file:///srv/root/bin/busybox",
    "file:///etc/init.d/rc",
    "file:///etc/passwd",
    "file:///etc/shadow",
    "file:///bin/busybox",
    "file:///sbin/getty",
  ];
  const inRoot = "file:///srv/root/etc/inittab";

  test("to the end of links, which are those of the system", async () => {
    expect(await check(text, files, inRoot)).toEqual([
      '"/etc/init.d/rc" file:///srv/root/etc/init.d/rc',
      '"/sbin/getty" file:///srv/root/bin/busybox',
    ]);
  });

  test("below the open folders and nowhere else", async () => {
    const within = (folder: string) => check(text, files, inRoot, undefined, [folder]);
    expect(await within("file:///srv")).toHaveLength(2);
    expect(await within("file:///srv/root/etc")).toEqual(['"/etc/init.d/rc" file:///srv/root/etc/init.d/rc']);
    expect(await within("file:///srv/root/et")).toEqual([]);
    expect(await within("vscode-remote://srv")).toEqual([]);
    expect(await check(text, files, "file:///home/me/my.inittab", undefined, ["file:///home/me"])).toEqual(
      [],
    );
    expect(await check(text, files, "file:///home/me/my.inittab", undefined, ["file:///"])).toHaveLength(3);
  });

  test("from a file that is no system's, to nothing", async () => {
    expect(await check(text, files, "file:///home/me/my.inittab")).toEqual([]);
    expect(await check(text, files, "untitled:Untitled-1")).toEqual([]);
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
