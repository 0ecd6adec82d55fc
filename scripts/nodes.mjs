// Plays all recorded cases in each release of Node that is supported, and compares what comes out; then runs what its
// README shows of the packed command line in each: `npm run nodes`. The releases are npm packages; they are put into
// out/nodes once.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const releases = ["20.20.2", "22.23.5", "24.22.3"];

const recorded = "test-fixtures/conformance";
const releasesOfInit = ["2.88", "3.06", "3.14"];
const cases = [
  ["init", ...filesIn(`${recorded}/sysvinit`)],
  ...releasesOfInit.map((release) => ["init", ...filesIn(`${recorded}/sysvinit/${release}`)]),
  ...releasesOfInit.map((release) => ["parse", ...filesIn(`${recorded}/sysvinit/parse/${release}`)]),
  ["busybox", ...filesIn(`${recorded}/busybox`)],
  ...["insserv", "chkconfig", "functions", "lint"].map((kind) => [
    kind,
    `${recorded}/initscripts/${kind}.json`,
  ]),
  ["rc", ...["debian", "redhat"].map((family) => `${recorded}/initscripts/rc-${family}.json`)],
].filter(([, first]) => first !== undefined);

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".trace.json"))
    .sort()
    .map((name) => join(folder, name));
}

/** The program of a release: the one that runs this, or one from npm. */
function programOf(release) {
  return release === process.versions.node
    ? process.execPath
    : `out/nodes/node_modules/node-${release}/bin/node`;
}

function install() {
  const missing = releases.filter((release) => !existsSync(programOf(release)));
  if (missing.length === 0) return true;
  mkdirSync("out/nodes", { recursive: true });
  // So npm takes this folder for a project of its own.
  writeFileSync("out/nodes/package.json", "{}\n");
  const platform = `${process.platform}-${process.arch}`;
  const names = missing.map((release) => `node-${release}@npm:node-${platform}@${release}`);
  const flags = ["--prefix", "out/nodes", "--no-audit", "--no-fund", "--ignore-scripts"];
  return (
    spawnSync("npm", ["install", ...flags, ...names], { stdio: ["ignore", "ignore", "inherit"] }).status === 0
  );
}

/** What a release makes of all cases, as a hash of all that it prints; throws where it does not play one. */
function play(release) {
  const hash = createHash("sha256");
  let results = 0;
  for (const args of cases) {
    const { status, stdout, stderr } = spawnSync(
      programOf(release),
      ["conformance/run.mjs", "replay", ...args],
      {
        encoding: "utf8",
        maxBuffer: 2 ** 30,
      },
    );
    if (status !== 0) throw new Error(`node ${release}, ${args[0]}: exit code ${status}\n${stderr}`);
    hash.update(stdout);
    results += stdout.split("\n").filter((line) => line.includes('"result"')).length;
  }
  return { hash: hash.digest("hex"), results };
}

/** Whether the tests of the packed command line pass where `node` is this release. */
function tryPacked(release) {
  const path = [dirname(resolve(programOf(release))), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  const { stdout } = spawnSync("node", ["-p", "process.versions.node"], { encoding: "utf8", env });
  if (stdout.trim() !== release) throw new Error(`node ${release} is not the first on the path`);
  const test = ["run", "--project", "packages", "--reporter", "dot", "test/packages/inittab.test.ts"];
  const { status } = spawnSync("node", ["node_modules/vitest/vitest.mjs", ...test], {
    env,
    stdio: "inherit",
  });
  return status === 0;
}

if (!install()) {
  console.error("skipped: the cases in other releases of Node, because npm cannot install them here");
  process.exit(process.env.CI === "true" ? 1 : 0);
}
const played = releases.map((release) => ({ release, ...play(release) }));
for (const { release, hash, results } of played) console.log(`node ${release}: ${results} results, ${hash}`);
const [{ results }] = played;
if (results === 0 || new Set(played.map(({ hash }) => hash)).size > 1) {
  console.error("the releases of Node do not agree");
  process.exit(1);
}
await import("./build.mjs");
for (const { release } of played) {
  if (tryPacked(release)) continue;
  console.error(`the packed command line does not do in node ${release} what its README shows`);
  process.exit(1);
}
