import { posix } from "node:path";
import type { TreeNode } from "@inittab/core";
import { expect, test } from "vitest";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { type Look, placeOf, type SystemSources, Systems } from "./system.ts";

const sshd = "#!/bin/sh\n# sshd\n";
const redhat: TestFiles = {
  "etc/redhat-release": "Red Hat Enterprise Linux Server release 5.11 (Tikanga)\n",
  "etc/init.d": { link: "rc.d/init.d" },
  "etc/rc3.d": { link: "rc.d/rc3.d" },
  "etc/rc.d/init.d/sshd": sshd,
  "etc/rc.d/init.d/network": "#!/bin/sh\n# network\n",
  "etc/rc.d/rc.local": "#!/bin/sh\n",
  "etc/rc.d/rc3.d/S55sshd": { link: "../init.d/sshd" },
  "etc/rc.d/rc3.d/S99local": { link: "../rc.local" },
};

/** A file system of links, as the server's own. */
function links(files: TestFiles): Look {
  return async (uri, text) => (await environmentWith(files).look(uri, text)) ?? { kind: "missing" };
}

/** A file system that follows links and only says that it did, as those of VS Code. */
function followed(files: TestFiles): Look {
  const look = links(files);
  const follow = async (uri: string, text: boolean): Promise<TreeNode> => {
    const parts = uri.replace("file:///", "").split("/");
    for (let length = 1; length <= parts.length; length++) {
      const node = await look(`file:///${parts.slice(0, length).join("/")}`, text);
      if (node.kind !== "link") continue;
      const target = posix.join(...parts.slice(0, length - 1), node.target, ...parts.slice(length));
      const found = await follow(`file:///${target}`, text);
      const isLast = length === parts.length && (found.kind === "file" || found.kind === "folder");
      return isLast ? { ...found, followed: true } : found;
    }
    return look(uri, text);
  };
  return follow;
}

const pause = async () => {};

function systemsOf(look: SystemSources["look"], openTexts: SystemSources["openTexts"]): Systems {
  return new Systems({ look, openTexts, statedFor: async () => undefined }, pause);
}

async function read(look: Look, path: string, open: Readonly<Record<string, string>> = {}) {
  const texts = Object.entries(open).map(([path, text]) => [`file:///${path}`, text] as const);
  const systems = systemsOf(look, () => texts);
  const system = await systems.of(placeOf(`file:///${path}`));
  if (system === undefined) throw new Error(`${path} belongs to no system`);
  return system;
}

const ways = { "links are told": links, "links are followed": followed };

test.each(Object.entries(ways))("Red Hat's folders by either name, where %s", async (_, way) => {
  for (const path of ["etc/init.d/sshd", "etc/rc.d/init.d/sshd", "etc/rc3.d/S55sshd"]) {
    const { tree, uriOf } = await read(way(redhat), path);
    expect(tree.scripts.map(({ name, realPath }) => `${name} ${realPath}`)).toEqual([
      "network etc/rc.d/init.d/network",
      "sshd etc/rc.d/init.d/sshd",
    ]);
    expect([...tree.releases.keys()]).toEqual(["etc/redhat-release"]);
    expect(uriOf("etc/init.d/sshd")).toBe("file:///etc/rc.d/init.d/sshd");
    const entries = tree.folders.get("3")?.entries ?? [];
    expect(entries.map(({ kind, realPath }) => `${kind} ${realPath}`)[0]).toBe("link etc/rc.d/init.d/sshd");
    expect(entries.map(({ kind }) => kind)).toEqual(["link", "link"]);
  }
});

test.each(Object.entries(ways))(
  "an open text counts by whatever name it is open, where %s",
  async (_, way) => {
    for (const path of ["etc/init.d/sshd", "etc/rc.d/init.d/sshd", "etc/rc.d/rc3.d/S55sshd"]) {
      const { tree, uriOf } = await read(way(redhat), path, { [path]: "#!/bin/sh\n# new\n" });
      expect(tree.scripts.map(({ text }) => text)).toContain("#!/bin/sh\n# new\n");
      // An edit of the file is one of the document that is open.
      expect(uriOf("etc/init.d/sshd")).toBe(`file:///${path}`);
    }
  },
);

test("a file of its own in a folder of links is not taken for a link", async () => {
  const { tree } = await read(
    followed({ ...redhat, "etc/rc.d/rc3.d/S10network": "#!/bin/sh\n" }),
    "etc/init.d/sshd",
  );
  const [entry] = tree.folders.get("3")?.entries ?? [];
  expect(`${entry?.name} ${entry?.kind}`).toBe("S10network file");
});

test("a change while a system is read is not missed", async () => {
  const files: Record<string, TestFiles[string]> = { "etc/init.d/a": "#!/bin/sh\n" };
  let arrived = () => {};
  let go = () => {};
  const isRead = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const mayGo = new Promise<void>((resolve) => {
    go = resolve;
  });
  const systems = systemsOf(
    async (uri, text) => {
      const node = await links(files)(uri, text);
      if (uri.endsWith("/init.d/a")) {
        arrived();
        await mayGo;
      }
      return node;
    },
    () => [],
  );
  const place = placeOf("file:///etc/init.d/a");
  const before = systems.of(place);
  await isRead;
  files["etc/init.d/a"] = "#!/bin/sh\n# new\n";
  const isForgotten = systems.forget(["file:///etc/init.d/a"]);
  expect([isForgotten("file:///etc/rc2.d/S01a"), isForgotten("file:///x/init.d/a")]).toEqual([true, false]);
  const after = systems.of(place);
  go();
  const texts = (await Promise.all([before, after])).map((system) => system?.tree.scripts[0]?.text);
  expect(texts).toEqual(["#!/bin/sh\n", "#!/bin/sh\n# new\n"]);
  expect((await systems.of(place))?.name).toBe((await after)?.name);
});

test("a system that could not be read is read when it is next asked for", async () => {
  let isBroken = true;
  const systems = systemsOf(
    async (uri, text) => {
      if (isBroken) throw new Error("the client is gone");
      return links(redhat)(uri, text);
    },
    () => [],
  );
  const place = placeOf("file:///etc/init.d/sshd");
  await expect(systems.of(place)).rejects.toThrow("the client is gone");
  isBroken = false;
  expect((await systems.of(place))?.tree.scripts.length).toBe(2);
});
