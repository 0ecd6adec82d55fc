import { describe, expect, test } from "vitest";
import { digestOf } from "../../testing/digest.ts";
import { randomTree } from "../../testing/random-trees.ts";
import { finish, type Slices } from "../../text/slices.ts";
import { buildTree } from "./build.ts";
import { orderSliceLimit } from "./limits.ts";
import type { TreeNode } from "./listing.ts";
import type { InitTree } from "./model.ts";
import { chkconfigOrder, insservOrder, usualConfiguration } from "./order.ts";

/** A folder of so many scripts; `needs` says what each of them asks for, `more` is a line of its header. */
function treeOf(count: number, needs: (place: number) => string, more = ""): InitTree {
  const names = Array.from({ length: count }, (_, place) => `s${place}`);
  const nodes = new Map<string, TreeNode>([
    ["", { kind: "folder", names: ["etc"] }],
    ["etc", { kind: "folder", names: ["init.d"] }],
    ["etc/init.d", { kind: "folder", names }],
  ]);
  for (const [place, name] of names.entries()) {
    const text = `#!/bin/sh
### BEGIN INIT INFO
# Provides: ${name}
# Required-Start: ${needs(place)}
# Required-Stop: ${needs(place)}
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
${more}### END INIT INFO
`;
    nodes.set(`etc/init.d/${name}`, { kind: "file", text, mode: 0o755 });
  }
  return buildTree(nodes);
}

test("each line of the usual configuration says what a facility consists of", () => {
  const lines = usualConfiguration().trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !/^(?:\$\w+|<interactive>)(?: [+$]?[\w-]+)+$/.test(line))).toEqual([]);
});

/** How many slices the work takes. */
function slicesOf(work: Slices<unknown>): number {
  let count = 1;
  while (work.next().done !== true) count++;
  return count;
}

const shapes: Readonly<Record<string, (count: number) => InitTree>> = {
  "a circle": (count) => treeOf(count, (place) => `s${(place + 1) % count}`),
  "a chain": (count) => treeOf(count, (place) => (place === 0 ? "" : `s${place - 1}`)),
  "a chain from its end": (count) => treeOf(count, (place) => (place === count - 1 ? "" : `s${place + 1}`)),
  "chains of fifty": (count) => treeOf(count, (place) => (place % 50 === 0 ? "" : `s${place - 1}`)),
  "a star": (count) => treeOf(count, (place) => (place === 0 ? "" : "s0")),
  "usual facilities": (count) => treeOf(count, () => "$remote_fs $syslog"),
};

describe("the work grows with the number of scripts and no faster", () => {
  test.each(Object.entries(shapes))("insserv: %s", (_, shape) => {
    const [some, twice] = [250, 500].map((count) =>
      slicesOf(insservOrder(shape(count), { keepLinks: false })),
    );
    // The first hundred scripts of a chain are below the largest number, so that the first of them cost less.
    expect(twice).toBeLessThanOrEqual(2.7 * (some ?? 0));
    expect(some).toBeLessThan(orderSliceLimit);
  });
  test.each(Object.entries(shapes))("chkconfig: %s", (_, shape) => {
    const [some = 0, twice] = [500, 1000].map((count) =>
      slicesOf(chkconfigOrder(shape(count), { keepLinks: false })),
    );
    expect(twice).toBeLessThanOrEqual(2.3 * some + 1);
    // Twenty times as many still are below the limit.
    expect(20 * some).toBeLessThan(orderSliceLimit);
  });
});

describe("what takes too much work is given up", () => {
  const isDone = (work: Slices<unknown>): boolean => finish(work) !== undefined;
  test.each(["", "# X-Interactive: true\n"])("insserv: scripts that wait for all others %j", (more) => {
    const tree = treeOf(200, (place) => (place % 2 === 0 ? "$all" : ""), more);
    expect(isDone(insservOrder(tree, { keepLinks: false, mostSlices: 1 }))).toBe(false);
    expect(isDone(insservOrder(tree, { keepLinks: false }))).toBe(true);
  });
  test("chkconfig: scripts that wait for each other in a circle", () => {
    const tree = treeOf(100, (place) => `s${(place + 1) % 100}`);
    expect(isDone(chkconfigOrder(tree, { keepLinks: false, mostSlices: 1 }))).toBe(false);
    expect(isDone(chkconfigOrder(tree, { keepLinks: false }))).toBe(true);
  });
  test("chkconfig: scripts that all provide one name and ask for it", () => {
    const mutual = (count: number) => treeOf(count, () => "mutual", "# Provides: mutual\n");
    expect(isDone(chkconfigOrder(mutual(100), { keepLinks: false }))).toBe(true);
    expect(isDone(chkconfigOrder(mutual(2000), { keepLinks: false }))).toBe(false);
  });
});

/** Recorded when the order was worked out without any index, by recursion, over all pairs of scripts. */
const recorded = [
  ...["110279f9", "99dc419e", "57de75c4", "ab854e72", "c63397e4"],
  ...["07170eab", "cc1e5a91", "ea626c62", "94c15764", "add02d7e"],
];

test("the answers for random systems are those that were recorded", () => {
  const digests = recorded.map((_, group) => {
    const all: unknown[] = [];
    for (let place = 0; place < 20; place++) {
      const tree = randomTree(group * 1000 + place);
      for (const keepLinks of [false, true]) {
        for (const force of [false, true]) all.push(finish(insservOrder(tree, { keepLinks, force })));
        all.push(finish(chkconfigOrder(tree, { keepLinks })));
      }
    }
    return digestOf(all);
  });
  expect(digests).toEqual(recorded);
});
