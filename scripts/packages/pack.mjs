// Packs what is published on npm into out/packages: `npm run packages`. `--to FOLDER` packs into another folder,
// `--only NAME` packs one of them, and `--built` takes what the last build has made.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { packages } from "./packages.mjs";

const { values: options } = parseArgs({
  options: { built: { type: "boolean" }, only: { type: "string" }, to: { type: "string" } },
});
const asked = options.to === undefined ? undefined : resolve(options.to);
process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const target = asked ?? resolve("out/packages");

await rm(target, { recursive: true, force: true });
if (options.built !== true) await import("../build.mjs");
const wanted = packages.filter(({ name }) => (options.only ?? name) === name);
if (wanted.some(({ folder }) => folder === "core")) await Promise.all([bundleCore(), declareCore()]);
await Promise.all(wanted.map(pack));

/** The library in one file: no import of it leads out of it. */
async function bundleCore() {
  const bundle = await rolldown({ input: "core/src/index.ts", platform: "neutral" });
  await bundle.write({ file: `${target}/core/index.js`, format: "esm" });
  await bundle.close();
}

/**
 * The types of the library: those that index.d.ts leads to, compiled afresh, since a folder of an earlier compilation
 * has those of files that are gone.
 */
async function declareCore() {
  const declarations = [
    "--declaration",
    "--composite",
    "false",
    "--incremental",
    "false",
    "--declarationMap",
    "false",
  ];
  const all = `${target}/core/declarations`;
  await run("npx", ["tsc", "-p", "core", ...declarations, "--outDir", all]);
  const found = new Set([join(all, "index.d.ts")]);
  for (const path of found) {
    const text = await readFile(path, "utf8");
    for (const [, imported] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.ts"/g))
      found.add(join(dirname(path), `${imported}.d.ts`));
    await cp(path, join(target, "core/types", relative(all, path)));
  }
}

async function pack({ name, folder, files, manifest }) {
  const staged = `${target}/staged/${folder}`;
  await mkdir(staged, { recursive: true });
  for (const { to, from, made } of files)
    await cp(made === true ? `${target}/${from}` : from, `${staged}/${to}`, {
      recursive: true,
      filter: isForAll,
    });
  await cp(`${folder}/README.md`, `${staged}/README.md`);
  await cp("LICENSE", `${staged}/LICENSE`);
  const own = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  await writeFile(
    `${staged}/package.json`,
    `${JSON.stringify(published(own, { name, ...manifest, ...origin(folder) }), null, 2)}\n`,
  );
  await run("npm", ["pack", staged, "--pack-destination", target, "--ignore-scripts", "--silent"]);
}

/** What is of use for every Node: compiled code is so for that of this machine alone. */
function isForAll(path) {
  return basename(path) !== "code-cache";
}

/** The manifest without what only this repository needs. */
function published({ private: _, devDependencies, exports, scripts, ...own }, manifest) {
  return { ...own, ...manifest };
}

/** Where the package comes from: npm compares it with the repository whose workflow publishes, which says its name. */
function origin(directory) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  if (server === undefined || name === undefined) return {};
  return { repository: { type: "git", url: `git+${server}/${name}.git`, directory } };
}

async function run(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) process.exit(code ?? 1);
}
