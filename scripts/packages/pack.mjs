// Packs what is published on npm into out/packages: `npm run packages`, or with `--built` what the last build has made.

import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { packages } from "./packages.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const target = "out/packages";

await rm(target, { recursive: true, force: true });
if (!process.argv.includes("--built")) {
  await import("../build.mjs");
  run("npx", ["tsc", "-b", "core"]);
}
await bundleCore();
for (const each of packages) await pack(each);

/** The library in one file: no import of it leads out of it. */
async function bundleCore() {
  const bundle = await rolldown({ input: "core/src/index.ts", platform: "neutral" });
  await bundle.write({ file: `${target}/core/index.js`, format: "esm" });
  await bundle.close();
}

async function pack({ name, folder, files, manifest }) {
  const staged = `${target}/staged/${folder}`;
  await mkdir(staged, { recursive: true });
  for (const { to, from } of files)
    await cp(from, `${staged}/${to}`, { recursive: true, filter: (path) => !path.endsWith(".d.ts.map") });
  for (const { to, from } of [
    { to: "README.md", from: `${folder}/README.md` },
    { to: "LICENSE", from: "LICENSE" },
  ])
    await cp(from, `${staged}/${to}`);
  const own = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  await writeFile(
    `${staged}/package.json`,
    `${JSON.stringify(published(own, { name, ...manifest }), null, 2)}\n`,
  );
  run("npm", ["pack", `./${staged}`, "--pack-destination", target, "--ignore-scripts", "--silent"]);
}

/** The manifest without what only this repository needs. */
function published({ private: _, devDependencies, exports, ...own }, manifest) {
  return { ...own, ...manifest };
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
