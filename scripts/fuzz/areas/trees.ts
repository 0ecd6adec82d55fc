// Trees that mean harm, through the built programs: what they open lies in the tree, and they execute and change nothing.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { type BuiltTree, buildTree, hostileTree, secret, type Thing } from "./hostile-tree.ts";
import { sessionIn } from "./session.ts";
import { complaintsOfRun, nameOfDeed, runTraced, type TracedRun, whyNotTraced } from "./traced.ts";

type Way = (root: string) => { readonly args: readonly string[]; readonly input?: string };

/** The commands that go through folders, and a client that has the tree open. */
const ways: readonly Way[] = [
  (root) => ({ args: ["cli/bin/inittab.js", "check", root] }),
  (root) => ({ args: ["cli/bin/inittab.js", "check", "--format", "github", `${root}/etc`] }),
  (root) => ({ args: ["cli/bin/inittab.js", "check", "--format", "sarif", `${root}/etc/init.d`, root] }),
  (root) => ({ args: ["cli/bin/inittab.js", "order", root] }),
  (root) => ({ args: ["cli/bin/inittab.js", "verify", "--max-states", "300", root] }),
  (root) => ({ args: ["cli/bin/inittab.js", "order", "--tool", "chkconfig", `${root}/etc/init.d`] }),
  (root) => ({ args: ["cli/bin/inittab.js", "rc", "--flavor", "el6", "--to", "3", "--to", "6", root] }),
  (root) => ({ args: ["cli/bin/inittab.js", "simulate", "--rc", root, `${root}/etc/inittab`] }),
  (root) => ({
    args: ["dist/server/server.js", "--stdio"],
    input: sessionIn(pathToFileURL(root).href, readFileSync(`${root}/etc/inittab`, "latin1")),
  }),
];

interface Trial {
  readonly things: readonly Thing[];
  readonly way: number;
}

const trial: fc.Arbitrary<Trial> = fc.record({ things: hostileTree, way: fc.nat(ways.length - 1) });

export const trees: Area = {
  name: "trees",
  about: "trees that mean harm, under strace",
  weight: 5,
  missing: whyNotTraced,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), "t"));
    let number = 0;
    const build = (things: readonly Thing[]): BuiltTree => {
      const place = join(folder, String(number++));
      mkdirSync(place);
      return buildTree(place, things);
    };
    const known = new Map<number, ReadonlySet<string>>();
    return trialOf(
      trial,
      async ({ things, way }) => {
        const usual = known.get(way) ?? (await usualDeeds(build, way));
        known.set(way, usual);
        const tree = build(things);
        try {
          return await complaintsAbout(tree, way, usual);
        } finally {
          tree.remove();
        }
      },
      async () => rmSync(folder, { recursive: true, force: true }),
    );
  },
};

/** What a program does in a tree without anything evil in it: it reads its own files, and Node reads those of the machine. */
async function usualDeeds(
  build: (things: readonly Thing[]) => BuiltTree,
  way: number,
): Promise<ReadonlySet<string>> {
  const tree = build([]);
  const { deeds } = await run(tree, way);
  tree.remove();
  return new Set(deeds.filter(({ what }) => !what.startsWith(`${tree.root}/`)).map(nameOfDeed));
}

async function complaintsAbout(
  tree: BuiltTree,
  way: number,
  usual: ReadonlySet<string>,
): Promise<readonly string[]> {
  return complaintsOfRun(await run(tree, way), { place: tree.root, usual, secret });
}

function run({ root, outside }: BuiltTree, way: number): Promise<TracedRun> {
  const { args, input = "" } = ways[way]?.(root) ?? { args: [] };
  return runTraced(args, input, `${outside}.log`);
}
