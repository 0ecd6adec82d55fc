import { describe, expect, test } from "vitest";
import { buildTree, buildTreeSlices } from "../../../initscript/tree/build.ts";
import type { TreeNode } from "../../../initscript/tree/listing.ts";
import { inEnglish } from "../../../testing/english.ts";
import { finish, type Slices } from "../../../text/slices.ts";
import { lintScript, lintScriptSlices } from "../lint.ts";
import { prepareTree, tangleIn } from "./prepare-tree.ts";

/** A Red Hat system of so many scripts, all of them linked in level 3; `needs` and `more` go into each header. */
function listingOf(count: number, needs: (place: number) => string, more = ""): Map<string, TreeNode> {
  const names = Array.from({ length: count }, (_, place) => `s${place}`);
  const nodes = new Map<string, TreeNode>([
    ["", { kind: "folder", names: ["etc"] }],
    ["etc", { kind: "folder", names: ["init.d", "rc3.d", "redhat-release"] }],
    ["etc/redhat-release", { kind: "file", text: "CentOS release 6.10 (Final)\n", mode: 0o644 }],
    ["etc/init.d", { kind: "folder", names }],
    ["etc/rc3.d", { kind: "folder", names: names.map((name) => `S50${name}`) }],
  ]);
  for (const [place, name] of names.entries()) {
    nodes.set(`etc/init.d/${name}`, { kind: "file", text: scriptOf(name, needs(place), more), mode: 0o755 });
    nodes.set(`etc/rc3.d/S50${name}`, { kind: "link", target: `../init.d/${name}` });
  }
  return nodes;
}

function scriptOf(name: string, needs: string, more = ""): string {
  return `#!/bin/sh
# chkconfig: 3 50 50
# description: x
### BEGIN INIT INFO
# Provides: ${name}
# Required-Start: ${needs}
# Required-Stop: ${needs}
# Default-Start: 3
# Default-Stop: 0 1 2 4 5 6
# Short-Description: x
${more}### END INIT INFO
case $1 in start|stop|restart|status) ;; esac
`;
}

function slicesOf(work: Slices<unknown>): number {
  let count = 1;
  while (work.next().done !== true) count++;
  return count;
}

describe("two thousand scripts", () => {
  const chains = (place: number): string => (place % 50 === 0 ? "" : `s${place - 1}`);
  test("building the tree yields again and again, and so does what the rules ask", () => {
    const listing = listingOf(2_000, chains);
    expect(slicesOf(buildTreeSlices(listing))).toBeGreaterThan(10);
    const tree = buildTree(listing);
    const slices = slicesOf(prepareTree(tree));
    expect(slices).toBeGreaterThan(20);
    expect(slices).toBeLessThan(2_000);
    // What is prepared is not worked out again.
    expect(slicesOf(prepareTree(tree))).toBe(1);
  });
});

test("the findings are the same with and without a tree that was prepared, in slices or at once", () => {
  const listing = listingOf(4, (place) => (place === 0 ? "" : "s0"));
  const text = scriptOf("s2", "s0 s1");
  const input = (): Parameters<typeof lintScript>[0] => ({ text, name: "s2", tree: buildTree(listing) });
  const plain = lintScript(input());
  const prepared = input();
  if (prepared.tree !== undefined) finish(prepareTree(prepared.tree));
  expect(plain.map(({ rule }) => rule)).toContain("chkconfig-numbers-vs-deps");
  expect(lintScript(prepared)).toEqual(plain);
  expect(finish(lintScriptSlices(input()))).toEqual(plain);
});

test("what chkconfig could not work out is said, and nothing is claimed about it", () => {
  const listing = listingOf(5_000, () => "mutual", "# Provides: mutual\n");
  // insserv passes over what cannot be executed, chkconfig does not.
  for (const [path, node] of listing) if (node.kind === "file") listing.set(path, { ...node, mode: 0o644 });
  const tree = buildTree(listing);
  expect(tangleIn(tree)).toBeUndefined();
  finish(prepareTree(tree));
  const tangle = tangleIn(tree);
  expect(tangle && `${tangle.path} ${inEnglish.text(tangle.message)}`).toBe(
    "etc/init.d holds scripts that wait for each other in so many ways that their order was not worked out",
  );
  const text = scriptOf("s1", "mutual");
  const found = lintScript({ text, name: "s1", tree }).map(({ rule }) => rule);
  expect(found).not.toContain("chkconfig-numbers-vs-deps");
});

describe("a header of five thousand lines", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, place) => `# X-Some${place}: a b c\n`).join("");
  test("is judged in slices that do not grow in number faster than the text", () => {
    const slices = (header: string) =>
      slicesOf(lintScriptSlices({ text: scriptOf("big", "", header), name: "big" }));
    const some = slices(lines(5_000));
    expect(some).toBeGreaterThan(5);
    expect(slices(lines(10_000))).toBeLessThanOrEqual(2.2 * some);
    // Where keywords stand twice there is more to say.
    expect(slices(lines(5_000).repeat(8))).toBeLessThanOrEqual(8 * some);
    expect(slices("")).toBe(1);
  });
});
