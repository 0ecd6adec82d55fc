// The server does not work for longer than 50 ms at a stretch, whatever the system is like: all that takes long is done in
// slices, between which others have their turn.

import {
  buildTreeSlices,
  chkconfigOrder,
  type InitTree,
  insservOrder,
  lintScriptSlices,
  prepareTree,
  type Slices,
  type TreeNode,
} from "@inittab/core";
import { describe, expect, test } from "vitest";

const longestSlice = 50;

const many = 10_000;

/** A folder of so many scripts with links; `needs` says what each of them asks for. */
function listingOf(
  count: number,
  needs: (place: number) => string,
  more = "",
): ReadonlyMap<string, TreeNode> {
  const names = Array.from({ length: count }, (_, place) => `s${place}`);
  const nodes = new Map<string, TreeNode>([
    ["", { kind: "folder", names: ["etc"] }],
    ["etc", { kind: "folder", names: ["init.d", "rc3.d"] }],
    ["etc/init.d", { kind: "folder", names }],
    ["etc/rc3.d", { kind: "folder", names: names.map((name) => `S50${name}`) }],
  ]);
  for (const [place, name] of names.entries()) {
    nodes.set(`etc/init.d/${name}`, { kind: "file", text: scriptOf(name, needs(place), more), mode: 0o755 });
    nodes.set(`etc/rc3.d/S50${name}`, { kind: "link", target: `../init.d/${name}` });
  }
  return nodes;
}

function scriptOf(name: string, needs: string, more: string): string {
  return `#!/bin/sh
${more}### BEGIN INIT INFO
# Provides: ${name}
# Required-Start: ${needs}
# Required-Stop: ${needs}
# Default-Start: 3 5
# Default-Stop: 0 1 6
### END INIT INFO
`;
}

/**
 * The longest slice in milliseconds of processor time, so that other programs do not count. The best of some runs is
 * taken: what the compiler and the garbage collector need now and then is not the work's.
 */
function longestOf(work: () => Slices<unknown>): number {
  const runs: number[] = [];
  for (let run = 0; run < 5 && Math.min(...runs) >= longestSlice; run++) {
    let longest = 0;
    const slices = work();
    for (let isDone = false; !isDone; ) {
      const before = process.cpuUsage();
      isDone = slices.next().done === true;
      const { user, system } = process.cpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
    }
    runs.push(longest);
  }
  return Math.min(...runs);
}

function treeOf(listing: ReadonlyMap<string, TreeNode>): InitTree {
  const work = buildTreeSlices(listing);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe("ten thousand scripts", () => {
  const star = listingOf(many, (place) => (place === 0 ? "" : "s0"));
  const chains = listingOf(
    many,
    (place) => (place % 50 === 0 ? "" : `s${place - 1}`),
    "# chkconfig: 35 10 90\n",
  );
  const shapes = Object.entries({ star, chains });
  test.each(shapes)("building the tree: %s", (_, listing) => {
    expect(longestOf(() => buildTreeSlices(listing))).toBeLessThan(longestSlice);
  });
  test.each(shapes)(
    "what the rules ask: %s",
    (_, listing) => {
      expect(longestOf(() => prepareTree(treeOf(listing)))).toBeLessThan(longestSlice);
    },
    120_000,
  );
  test.each(shapes)("the order of chkconfig: %s", (_, listing) => {
    const tree = treeOf(listing);
    expect(longestOf(() => chkconfigOrder(tree, { keepLinks: true }))).toBeLessThan(longestSlice);
  });
  test("the order of insserv", () => {
    const tree = treeOf(listingOf(2_000, (place) => (place % 50 === 0 ? "" : `s${place - 1}`)));
    expect(longestOf(() => insservOrder(tree, { keepLinks: true }))).toBeLessThan(longestSlice);
  }, 120_000);
});

test("a script of five thousand header lines", () => {
  const lines = Array.from({ length: 5_000 }, (_, place) => `# X-Some${place}: a b c\n`).join("");
  const text = scriptOf("big", "$remote_fs", "").replace("# Provides", `${lines}# Provides`);
  expect(longestOf(() => lintScriptSlices({ text, name: "big" }))).toBeLessThan(longestSlice);
});
