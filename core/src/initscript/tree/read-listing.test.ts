import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { buildTree } from "./build.ts";
import { folderLimit, looksAtOnce, roundLimit, treeTextLimit } from "./limits.ts";
import type { TreeNode, TreeQuestion } from "./listing.ts";
import type { InitTree } from "./model.ts";
import { readListing } from "./read-listing.ts";

/** A tree of folders with these names in them; everything else is an empty file. */
function lookIn(folders: Readonly<Record<string, readonly string[]>>) {
  return ({ path }: TreeQuestion): TreeNode => {
    const names = folders[path];
    return names === undefined ? { kind: "file", text: "" } : { kind: "folder", names };
  };
}

/** What is wrong with a tree, in English. */
function problemsOf({ problems }: InitTree): readonly object[] {
  return problems.map((problem) => ({ ...problem, message: inEnglish.text(problem.message) }));
}

test("everything that matters is looked at once, a few paths at a time", async () => {
  const asked: string[] = [];
  let waiting = 0;
  let most = 0;
  const names = Array.from({ length: 100 }, (_, index) => `svc${index}`);
  const look = lookIn({ "": ["etc"], etc: ["init.d"], "etc/init.d": names });
  const listing = await readListing(async (question) => {
    asked.push(question.path);
    most = Math.max(most, ++waiting);
    await Promise.resolve();
    waiting--;
    return look(question);
  });
  expect(buildTree(listing).scripts.map(({ name }) => name)).toEqual(names);
  expect(new Set(asked).size).toBe(asked.length);
  expect(most).toBe(looksAtOnce);
});

test("what is known is not looked at", async () => {
  const asked: string[] = [];
  const look = lookIn({ etc: ["init.d"], "etc/init.d": ["svc"] });
  const listing = await readListing(
    (question) => {
      asked.push(question.path);
      return look(question);
    },
    {
      known: [
        ["", { kind: "folder", names: ["etc"] }],
        ["usr", { kind: "missing" }],
      ],
    },
  );
  expect(buildTree(listing).scripts.map(({ path }) => path)).toEqual(["etc/init.d/svc"]);
  expect(asked.filter((path) => path === "" || path.startsWith("usr"))).toEqual([]);
});

test("of more text than anybody has the rest is not read, and that is said", async () => {
  const text = "x".repeat(1024 * 1024);
  const names = Array.from({ length: 200 }, (_, index) => `svc${String(index).padStart(3, "0")}`);
  const folders = lookIn({ "": ["etc"], etc: ["init.d"], "etc/init.d": names });
  const read: string[] = [];
  const listing = await readListing((question) => {
    const node = folders(question);
    // What shows the family of a system is not there.
    if (node.kind === "file" && !/svc\d+$/.test(question.path)) return { kind: "missing" };
    if (node.kind !== "file" || !question.path.startsWith("etc/init.d/"))
      return node.kind === "file" ? { kind: "missing" } : node;
    if (question.text) read.push(question.path);
    return question.text ? { ...node, text } : node;
  });
  const tree = buildTree(listing);
  const whole = tree.scripts.filter((script) => script.text !== "").length;
  // A few are read at once, so that some more than the limit may be.
  expect(whole).toBeGreaterThanOrEqual(treeTextLimit / text.length);
  expect(whole).toBeLessThan(treeTextLimit / text.length + looksAtOnce);
  expect(read).toHaveLength(whole);
  expect(tree.scripts).toHaveLength(200);
  const problems = problemsOf(tree);
  expect(problems).toHaveLength(200 - whole);
  expect(problems.at(-1)).toEqual({
    path: "etc/init.d/svc199",
    kind: "unread",
    message: "was not read: the files before it already have 64 million characters",
  });
});

test("the answers stand in the order of the questions, however long each takes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const look = lookIn({ "": ["etc"], etc: ["init.d"], "etc/init.d": ["a", "b", "c"] });
      const ordered = await readListing(look);
      const reading = readListing((question) => scheduler.schedule(Promise.resolve(look(question))));
      expect([...(await scheduler.waitFor(reading))]).toEqual([...ordered]);
    }),
    { numRuns: 30 },
  );
});

describe("what a bound leaves out is told", () => {
  test("of a folder with too many entries", async () => {
    const names = Array.from({ length: folderLimit + 5 }, (_, index) => `svc${index}`);
    const tree = buildTree(await readListing(lookIn({ "": ["etc"], etc: ["init.d"], "etc/init.d": names })));
    expect(tree.scripts.length).toBe(folderLimit);
    expect(problemsOf(tree)).toEqual([
      {
        path: "etc/init.d",
        kind: "crowded",
        message: "has more than 10000 entries; the rest was not read",
      },
    ]);
  });

  test("of a path that is too far away", async () => {
    let rounds = 0;
    const listing = await readListing(({ path }): TreeNode => {
      if (path === "") return { kind: "folder", names: ["etc"] };
      if (path === "etc") return { kind: "folder", names: ["insserv.conf"] };
      if (path === "etc/insserv.conf") return { kind: "link", target: `/far/${"deep/".repeat(200)}file` };
      if (!path.startsWith("far")) return { kind: "missing" };
      rounds++;
      return { kind: "folder", names: [] };
    });
    expect(rounds).toBe(roundLimit - 3);
    const tree = buildTree(listing);
    expect(tree.configuration).toBeUndefined();
    expect(problemsOf(tree)).toEqual([
      {
        path: "etc/insserv.conf",
        kind: "unreadable",
        message: "is reached through too many links and folders, and was not read",
      },
    ]);
  });
});
