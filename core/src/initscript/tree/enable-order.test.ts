import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { buildTree } from "./build.ts";
import { enableOrder } from "./enable-order.ts";
import { guessFlavor } from "./flavor.ts";
import { followChanges } from "./follow.ts";
import type { TreeNode } from "./listing.ts";
import type { InitTree } from "./model.ts";
import { isTreePath, treePaths } from "./paths.ts";
import { usualBehaviour } from "./systems.ts";
import { visitLevels } from "./visit.ts";

const rcCommon = "#!/bin/sh /etc/rc.common\n";

/** A system of OpenWrt's: scripts by name, the links of etc/rc.d by name, further files by path. */
function treeOf(
  scripts: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string | TreeNode>> = {},
  files: Readonly<Record<string, string>> = {},
): InitTree {
  const nodes = new Map<string, TreeNode>([
    ["", { kind: "folder", names: ["etc"] }],
    ["etc", { kind: "folder", names: ["init.d", "rc.d", "openwrt_release"] }],
    ["etc/openwrt_release", { kind: "file", text: "", mode: 0o644 }],
    ["etc/init.d", { kind: "folder", names: Object.keys(scripts) }],
    ["etc/rc.d", { kind: "folder", names: Object.keys(links) }],
  ]);
  for (const [name, text] of Object.entries(scripts))
    nodes.set(`etc/init.d/${name}`, { kind: "file", text, mode: text.includes("644") ? 0o644 : 0o755 });
  for (const [name, link] of Object.entries(links))
    nodes.set(`etc/rc.d/${name}`, typeof link === "string" ? { kind: "link", target: link } : link);
  for (const [path, text] of Object.entries(files)) nodes.set(path, { kind: "file", text, mode: 0o644 });
  const listing = new Map<string, TreeNode>();
  for (let asked = treePaths(listing); asked.length > 0; asked = treePaths(listing))
    for (const { path } of asked) listing.set(path, nodes.get(path) ?? { kind: "missing" });
  return buildTree(listing);
}

/** What procd does at boot and at shutdown, a line each, and what rc itself prints. */
function followed(tree: InitTree): readonly string[] {
  const changes = [
    { previous: "N", runlevel: "S" },
    { previous: "S", runlevel: "0" },
  ];
  return followChanges(tree, { flavor: "openwrt", changes, locks: [] }).flatMap(({ events, recorded }) => [
    ...events.map(({ step, remarks }) => {
      const remark = remarks.map((each) => inEnglish.text(each)).join(", ");
      const name = step.kind === "skip" ? step.entry : "path" in step ? `${step.path} ${step.argument}` : "";
      return remark === "" ? name : `${name}: ${remark}`;
    }),
    ...(recorded.stderr ?? []),
  ]);
}

const plain = `${rcCommon}START=50\nSTOP=10\n`;

test("scripts run in the order of their names as text, upwards at shutdown too", () => {
  const tree = treeOf(
    { web: plain, late: `${rcCommon}START=100\n`, a: `${rcCommon}START=5\nSTOP=90\n` },
    {
      S50web: "../init.d/web",
      S100late: "../init.d/late",
      S5a: "../init.d/a",
      K90a: "../init.d/a",
      K10web: "../init.d/web",
      README: "../init.d/web",
    },
  );
  expect(guessFlavor(tree)?.flavor).toBe("openwrt");
  expect(followed(tree)).toEqual([
    "rc.d/S100late boot",
    "rc.d/S50web boot",
    "rc.d/S5a boot",
    "rc.d/K10web shutdown",
    "rc.d/K90a shutdown",
  ]);
});

test("what cannot be executed is passed over without a word of procd's", () => {
  const file = (text: string, mode = 0o755): TreeNode => ({ kind: "file", text, mode });
  const tree = treeOf(
    { web: plain, off: `${plain}# 644\n`, dos: "#!/bin/sh\r\n" },
    {
      S10web: "../init.d/web",
      S20off: "../init.d/off",
      S30gone: "../init.d/gone",
      S40text: file("echo\n"),
      S50own: file("#!/bin/sh\n"),
      S60dos: "../init.d/dos",
      S70folder: { kind: "folder", names: [] },
    },
  );
  expect(followed(tree)).toEqual([
    "rc.d/S10web boot",
    "S20off: it is not executable",
    "S30gone: it points to ../init.d/gone, which does not exist",
    "S40text: its first line does not name an interpreter",
    "rc.d/S50own boot",
    "rc.d/S60dos boot: cannot be run",
    "S70folder: it does not lead to a regular file",
  ]);
});

test("the inittab says which names, and with which argument; without a usable entry nothing is run", () => {
  const links = { S50web: "../init.d/web", K10web: "../init.d/web", Kxweb: "../init.d/web" };
  const table = (text: string): InitTree => treeOf({ web: plain }, links, { "etc/inittab": text });
  expect(
    followed(table("::sysinit:/etc/init.d/rcS S start\n::sysinit:/x K y\n::shutdown:x Kx stop\n")),
  ).toEqual(["rc.d/S50web start", "rc.d/Kxweb stop"]);
  expect(followed(table("::sysinit:/etc/init.d/rcS\n"))).toEqual([]);
});

test("a simulation and an editor find the scripts behind the links", () => {
  const tree = treeOf({ web: plain }, { S50web: "../init.d/web" });
  const [visit] =
    visitLevels(tree, {
      changes: [{ program: "rc", previous: "N", level: "S" }],
      behaviours: usualBehaviour,
      uriOf: (path) => `file:///${path}`,
    }) ?? [];
  expect(visit?.steps).toMatchObject([
    { kind: "call", name: "S50web", argument: "boot", uri: "file:///etc/init.d/web" },
  ]);
});

test("a change of a link is one of the tree", () => {
  expect(["etc/rc.d/S50web", "etc/rc.d/K50web", "etc/rc.d"].map(isTreePath)).toEqual([true, true, true]);
  expect(["etc/rc.d/S50web/x", "etc/rc.d/README", "x/etc/rc.d/S50web"].map(isTreePath)).toEqual([
    false,
    false,
    false,
  ]);
});

test("`enable` makes the links of START and STOP", () => {
  const tree = treeOf(
    {
      "0web": `${rcCommon}START=5\n`,
      web: `${rcCommon}START=50\nSTOP=10\n`,
      hot: `${rcCommon}start() { :; }\n`,
      maybe: `${rcCommon}[ -e /a ] && START=40\n`,
      plain: "#!/bin/sh\nSTART=50\n",
    },
    { S99old: "../init.d/web" },
  );
  expect(enableOrder(tree, { keepLinks: false })).toEqual({
    runs: [
      { args: ["/etc/init.d/0web", "enable"], exit: 0, stderr: [], stdout: [] },
      { args: ["/etc/init.d/web", "enable"], exit: 0, stderr: [], stdout: [] },
      { args: ["/etc/init.d/hot", "enable"], exit: 1, stderr: [], stdout: [] },
    ],
    boot: ["S50web"],
    shutdown: ["K10web"],
    clashes: [{ link: "S50web", scripts: ["0web", "web"] }],
    unnumbered: ["hot"],
    unknown: ["maybe"],
    others: ["plain"],
  });
  expect(enableOrder(tree, { keepLinks: true }).boot).toEqual(["S50web", "S99old"]);
});
