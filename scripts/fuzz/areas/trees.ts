// Trees that mean harm, through the built programs: what they open lies in the tree, and they execute and change nothing.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { unsafeCharacters } from "@inittab/host/testing/hostile";
import fc from "fast-check";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { type BuiltTree, buildTree, hostileTree, secret, type Thing } from "./hostile-tree.ts";
import { sessionIn } from "./session.ts";
import { type Deed, deedsIn, tracedCalls } from "./strace.ts";

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

const strace = "strace";

export const trees: Area = {
  name: "trees",
  about: "trees that mean harm, under strace",
  weight: 5,
  missing: () => {
    const { error, status } = spawnSync(strace, ["-f", "-o", "/dev/null", "true"]);
    if (error !== undefined) return "strace is not installed";
    return status === 0 ? undefined : "strace may not trace here";
  },
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
  return new Set(deeds.filter(({ what }) => !what.startsWith(`${tree.root}/`)).map(nameOf));
}

async function complaintsAbout(
  tree: BuiltTree,
  way: number,
  usual: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { deeds, output, code } = await run(tree, way);
  const allowed = [tree.root, ...programs];
  const isAllowed = ({ what, writes }: Deed) =>
    !writes &&
    (ofMachine.test(what) || allowed.some((place) => what === place || what.startsWith(`${place}/`)));
  const odd = deeds.filter((deed) => !isAllowed(deed) && !usual.has(nameOf(deed)));
  return [
    ...(deeds.length === 0 ? [`strace has seen nothing: ${output}`] : []),
    ...odd.map(({ call, what }) => `${call} ${what}`),
    ...unsafeCharacters(output.replaceAll("\r\n", "")).map((each) => `${each} in ${JSON.stringify(output)}`),
    ...(output.includes(secret) ? [`the text of a file outside is printed: ${output}`] : []),
    ...(/internal error/.test(output) ? [output] : []),
    ...(code === 0 || code === 1 || code === 2 ? [] : [`exit code ${code}: ${output}`]),
  ];
}

/** The programs read what they are made of when they need it. */
const programs: readonly string[] = ["cli", "dist"].map((folder) => resolve(folder));

/** What Node and the C library look up now and then: how many processors there are, how much memory. */
const ofMachine =
  /^\/(sys\/(devices\/system\/cpu|fs\/cgroup)\/|proc\/(\d+\/(cgroup|maps|status)|meminfo|stat|sys\/vm\/overcommit_memory)$)/;

/** A deed without the numbers of processes and addresses, which differ from run to run. */
function nameOf({ call, what, writes }: Deed): string {
  const name = what
    .replace(/0x[0-9a-f]+/g, "0x")
    .replace(/\d+ vars/, "vars")
    .replace(/\/proc\/\d+/, "/proc/self");
  // The first program has the paths of the tree among its arguments.
  const program = call === "execve" ? name.replace(/, \[.*/s, "") : name;
  return `${call} ${writes} ${program}`;
}

interface Run {
  readonly deeds: readonly Deed[];
  readonly output: string;
  readonly code: number | null;
}

async function run({ root, outside }: BuiltTree, way: number): Promise<Run> {
  const { args, input = "" } = ways[way]?.(root) ?? { args: [] };
  const log = `${outside}.log`;
  const tracing = ["-f", "-y", "--seccomp-bpf", "-s", "400", "-e", `trace=${known().join(",")}`, "-o", log];
  const child = spawn(strace, [...tracing, process.execPath, ...args], {
    env: { PATH: process.env["PATH"] },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const deeds = existsSync(log) ? deedsIn(readFileSync(log, "latin1")) : [];
  return { deeds, output: Buffer.concat(said).toString(), code };
}

/** Not every machine has every call; a question mark lets strace pass over those that it does not know. */
function known(): readonly string[] {
  return tracedCalls.map((call) => `?${call}`);
}
