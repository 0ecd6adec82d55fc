// Archives that mean harm, through the built program: nothing outside is opened, nothing is unpacked, and memory is bounded.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { bytesOf, type HostileArchive, hostileArchive, usual } from "./hostile-archive.ts";
import { outside, secret } from "./hostile-tree.ts";
import { complaintsOfRun, nameOfDeed, runTraced, type TracedRun, whyNotTraced } from "./traced.ts";

/** The commands that take an archive for a system. */
const ways: readonly ((archive: string) => readonly string[])[] = [
  (archive) => ["check", archive],
  (archive) => ["check", "--format", "json", archive],
  (archive) => ["read", archive],
  (archive) => ["verify", "--max-states", "300", archive],
  (archive) => ["order", archive],
  (archive) => ["rc", "--flavor", "el6", "--to", "3", "--to", "6", archive],
  (archive) => ["simulate", archive],
  (archive) => ["simulate", "--rc", archive, archive],
];

interface Trial {
  readonly archive: HostileArchive;
  readonly way: number;
}

const trial: fc.Arbitrary<Trial> = fc.record({ archive: hostileArchive, way: fc.nat(ways.length - 1) });

/** Most of it is Node and the program; the content of an archive is kept up to some dozens. In mebibytes. */
const mostMemory = 600;

/** Lets Node say at its end how much memory it had, in kibibytes. */
const telling =
  "data:text/javascript,process.on('exit',()=>process._rawDebug('MEMORY '+process.resourceUsage().maxRSS))";

export const archives: Area = {
  name: "archives",
  about: "archives that mean harm, under strace",
  weight: 3,
  missing: whyNotTraced,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), "a"));
    let number = 0;
    const run = async ({ archive, way }: Trial): Promise<Ran> => {
      const place = join(folder, String(number++));
      const out = join(place, "o");
      for (const [path, text] of Object.entries(outside)) write(join(out, path), text);
      const path = join(place, "t", `root.${archive.format}`);
      write(path, bytesOf(archive, out));
      const before = namesBelow(place);
      const args = ["--import", telling, "cli/bin/inittab.js", ...(ways[way]?.(path) ?? [])];
      const { output, ...rest } = await runTraced(args, "", join(folder, `${number}.log`));
      const memory = Number(/^MEMORY (\d+)$/m.exec(output)?.[1] ?? 0) / 1024;
      const made = namesBelow(place).filter((name) => !before.includes(name));
      rmSync(place, { recursive: true });
      const said = output.replace(/^MEMORY \d+\n/m, "");
      return { ...rest, output: said, place: join(place, "t"), memory, made };
    };
    const plain = { entries: usual, format: "tar", compression: "none", damage: { kind: "none" } } as const;
    const known = new Map<number, ReadonlySet<string>>();
    return trialOf(
      trial,
      async (value) => {
        const { way } = value;
        const usually = known.get(way) ?? usualDeeds(await run({ archive: plain, way }));
        known.set(way, usually);
        const { memory, made, place, ...ran } = await run(value);
        return [
          ...complaintsOfRun(ran, { place, usual: usually, secret }),
          ...made.map((name) => `${name} has been made`),
          ...(memory === 0 ? [`nothing tells how much memory there was: ${ran.output}`] : []),
          ...(memory > mostMemory ? [`${memory.toFixed(0)} MiB of memory`] : []),
        ];
      },
      async () => rmSync(folder, { recursive: true, force: true }),
    );
  },
};

interface Ran extends TracedRun {
  readonly place: string;
  /** In mebibytes. */
  readonly memory: number;
  /** The files that were not there before. */
  readonly made: readonly string[];
}

function usualDeeds({ deeds, place }: Ran): ReadonlySet<string> {
  return new Set(deeds.filter(({ what }) => !what.startsWith(`${place}/`)).map(nameOfDeed));
}

function write(path: string, bytes: string | Uint8Array): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
}

function namesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}
