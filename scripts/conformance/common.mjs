// What the comparisons with real programs share: random numbers from a seed, the programs, a private /etc to run in.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** A small generator of random numbers, the same for the same seed. */
export function randomSource(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    some: (list, share) => list.filter(() => next() < share),
    shuffle(list) {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [copy[at], copy[other]] = [copy[other], copy[at]];
      }
      return copy;
    },
  };
}

/** The numbers on the command line: `--seed N` (else from the clock) and `--count N`. */
export function commandLine(count) {
  const value = (name) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : Number(process.argv[at + 1]);
  };
  return { seed: value("--seed") ?? Date.now() % 1000000, count: value("--count") ?? count };
}

/** Core, bundled from its sources. */
export async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), "inittab-core-"));
  const outfile = join(folder, "core.mjs");
  await build({
    entryPoints: [join(root, "scripts/conformance/core.ts")],
    bundle: true,
    format: "esm",
    outfile,
    alias: { "@inittab/core": join(root, "core/src/index.ts") },
    logLevel: "error",
  });
  const { core } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return core;
}

/** Ends the program: an error where everything must be there (CI), a visible note elsewhere. */
export function skip(what, why) {
  if (process.env.CI === "true") {
    console.error(`${what} cannot be compared: ${why}`);
    process.exit(1);
  }
  console.log(`skipped: ${what}, because ${why}`);
  process.exit(0);
}

/** Unpacks Debian packages into a folder that later runs use again; answers with that folder. */
export function unpackPackages(what, names) {
  const folder = process.env.INITTAB_PACKAGES ?? join(tmpdir(), "inittab-packages");
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    if (existsSync(join(folder, name))) continue;
    const download = mkdtempSync(join(tmpdir(), "inittab-deb-"));
    spawnSync("apt-get", ["download", "-q", name], { cwd: download });
    const file = readdirSync(download).find((each) => each.endsWith(".deb"));
    if (file === undefined) skip(what, `the Debian package ${name} cannot be had`);
    const unpacked = spawnSync("dpkg-deb", ["-x", join(download, file), join(folder, name)]);
    rmSync(download, { recursive: true });
    if (unpacked.status !== 0) skip(what, "dpkg-deb does not unpack packages here");
  }
  return folder;
}

/** Runs shell text in a mount namespace of its own; `mounts` says which folder appears where. */
export function runPrivately(script, mounts, environment = {}) {
  const unshare = process.getuid?.() === 0 ? ["-m"] : ["-r", "-m"];
  const binds = Object.entries(mounts).map(([at, from]) => `mount --bind '${from}' '${at}'`);
  return spawnSync(
    "unshare",
    [...unshare, "/bin/sh", "-c", ["set -e", ...binds, "set +e", script].join("\n")],
    {
      encoding: "utf8",
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", ...environment },
      timeout: 60_000,
    },
  );
}

/** Makes sure that `runPrivately` works on this machine. */
export function needNamespaces(what) {
  if (runPrivately("exit 0", {}).status !== 0) skip(what, "mount namespaces are not allowed here");
}

/** Lines as the recorded cases have them: the last newline ends the last line. */
export function toLines(text) {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Takes parts of a failing case away as long as it still fails. */
export function shrink(subject, smaller, fails) {
  let smallest = subject;
  for (let again = true; again; ) {
    again = false;
    for (const candidate of smaller(smallest)) {
      if (!fails(candidate)) continue;
      smallest = candidate;
      again = true;
      break;
    }
  }
  return smallest;
}

/** Compares `count` random cases; prints the seed and, for the first difference, the smallest case that shows it. */
export function compareAll({ what, count, seed, make, differs, smaller }) {
  console.log(`${what}: ${count} random cases, seed ${seed}`);
  for (let number = 0; number < count; number++) {
    const subject = make(randomSource(seed * 100003 + number));
    if (differs(subject) === undefined) continue;
    const least = shrink(subject, smaller, (each) => differs(each) !== undefined);
    console.error(`${what}: case ${number} of seed ${seed} differs; smallest form:`);
    console.error(JSON.stringify(least, null, 1));
    console.error(JSON.stringify(differs(least), null, 1));
    process.exit(1);
  }
  console.log(`${what}: no difference`);
}

/** The first part in which two values differ. */
export function difference(real, ours) {
  const keys = new Set([...Object.keys(real), ...Object.keys(ours)]);
  const parts = [...keys].filter((key) => JSON.stringify(real[key]) !== JSON.stringify(ours[key]));
  if (parts.length === 0) return undefined;
  return Object.fromEntries(parts.map((key) => [key, { real: real[key], ours: ours[key] }]));
}
