// Checks the init scripts of real Debian packages: how often each rule speaks is kept in docs/initscript-corpus.md, so
// that a false alarm is seen when it appears. `--write` writes that file, `--list RULE` shows where a rule speaks. The
// packages are unpacked into a folder of the machine's own; nothing of them is committed or run.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { skip, unpackPackages } from "../conformance/common.mjs";

const what = "init scripts of real packages";
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const list = join(root, "../shared/corpus/initscript-packages.txt");
const page = join(root, "docs/initscript-corpus.md");
const program = join(root, "cli/bin/inittab.js");

/** In milliseconds, for all scripts by one process, its start included. */
const timeAllowed = 2_000;

if (!existsSync(list)) skip(what, "../shared is not there");
if (!existsSync(join(root, "cli/dist/inittab.js"))) skip(what, "the command line is not built");

const names = readFileSync(list, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const packages = unpackPackages(what, names);
const folder = mkdtempSync(join(tmpdir(), "inittab-corpus-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main() {
  const scripts = gather();
  const alone = check(scripts.map((name) => join("scripts", name)));
  const together = check(["system/etc/init.d"]);
  const at = process.argv.indexOf("--list");
  if (at >= 0) {
    show(process.argv[at + 1], alone, "alone");
    show(process.argv[at + 1], together, "together");
    return;
  }
  const text = report(scripts, alone, together);
  const slow = await measure();
  if (process.argv.includes("--write")) writeFileSync(page, text);
  const known = existsSync(page) ? readFileSync(page, "utf8") : "";
  if (known === text)
    console.log(`${what}: ${scripts.length} scripts, the counts are those of docs/initscript-corpus.md`);
  else {
    const same = fingerprintOf(known) === fingerprintOf(text);
    const lines = (given) => new Set(given.split("\n"));
    const [before, after] = [lines(known), lines(text)];
    for (const line of before) if (!after.has(line)) console.error(`- ${line}`);
    for (const line of after) if (!before.has(line)) console.error(`+ ${line}`);
    console.error(
      same
        ? "The counts are others than in docs/initscript-corpus.md: look at each with --list RULE, then run with --write."
        : "The scripts are others than those that docs/initscript-corpus.md was made from: look at what is new, then run with --write.",
    );
    process.exitCode = 1;
  }
  if (slow !== undefined) {
    console.error(slow);
    process.exitCode = 1;
  }
}

/** Copies the scripts of all packages into one folder of a system, and into one that says nothing of a system. */
function gather() {
  const found = new Map();
  for (const name of names) {
    const source = join(packages, name, "etc/init.d");
    if (!existsSync(source)) continue;
    for (const script of readdirSync(source))
      if (statSync(join(source, script)).isFile()) found.set(script, join(source, script));
  }
  for (const below of ["system/etc/init.d", "scripts"]) {
    mkdirSync(join(folder, below), { recursive: true });
    for (const [script, path] of found) {
      const copy = join(folder, below, script);
      cpSync(path, copy);
      chmodSync(copy, statSync(path).mode & 0o777);
    }
  }
  return [...found.keys()].sort();
}

function run(args) {
  try {
    return execFileSync(process.execPath, [program, "check", ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    // Findings are no failure.
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

function check(paths) {
  return JSON.parse(run(["--format", "json", ...paths])).files;
}

/** The best of a few runs, with pauses, since others may work on this machine too. */
async function measure() {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 12 && best > timeAllowed; time++) {
    if (time > 1) await new Promise((resolve) => setTimeout(resolve, 5_000));
    const began = performance.now();
    run(["system/etc/init.d"]);
    best = Math.min(best, performance.now() - began);
  }
  console.log(`${what}: all in ${Math.round(best)} ms`);
  if (best <= timeAllowed) return undefined;
  if (loadavg()[0] <= availableParallelism()) return `and ${timeAllowed} ms are allowed`;
  console.log(`not judged: speed, because the machine has more to do than it can`);
  return undefined;
}

function show(rule, files, how) {
  for (const { path, findings } of files)
    for (const finding of findings)
      if (rule === "all" || finding.rule === rule || finding.severity === rule)
        console.log(
          `${how}: ${path}:${finding.start.line}: ${finding.severity} ${finding.rule}: ${finding.message}`,
        );
}

function report(scripts, alone, together) {
  const rules = new Map();
  const count = (files, column) => {
    for (const { path, findings } of files)
      for (const { rule, severity } of findings) {
        const key = `${rule} ${severity}`;
        const row = rules.get(key) ?? { rule, severity, alone: new Set(), together: new Set() };
        row[column].add(path);
        rules.set(key, row);
      }
  };
  count(alone, "alone");
  count(together, "together");
  const order = ["error", "warning", "information", "hint"];
  const rows = [...rules.values()].sort(
    (one, other) =>
      order.indexOf(one.severity) - order.indexOf(other.severity) || (one.rule < other.rule ? -1 : 1),
  );
  const unread = alone.filter(({ shellRead }) => !shellRead).length;
  const hash = createHash("sha256");
  for (const script of scripts) hash.update(readFileSync(join(folder, "scripts", script)));
  return `# What the rules say of real init scripts

${scripts.length} scripts of Debian 12 packages; the list of the packages is \`../shared/corpus/initscript-packages.txt\`.
\`node scripts/corpus/initscripts.mjs\` unpacks and checks them and compares with this table; with \`--write\` it writes it.
"Alone": each script by itself; "together": all of them in one \`init.d\`, where many services that they name are missing.
Each number is that of the scripts in which the rule speaks.

| Severity | Rule | Alone | Together |
| --- | --- | --- | --- |
${rows.map(({ rule, severity, ...row }) => `| ${severity} | [${rule}](rules/${rule}.md) | ${row.alone.size} | ${row.together.size} |`).join("\n")}

The shell part could not be read whole in ${unread} of them.
Fingerprint of the scripts: ${hash.digest("hex").slice(0, 16)}.
`;
}

function fingerprintOf(text) {
  return /^Fingerprint of the scripts: (\w+)/m.exec(text)?.[1];
}
