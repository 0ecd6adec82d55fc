// Checks the init scripts of real Debian packages: how often each rule speaks is kept in docs/initscript-corpus.md, so
// that a false alarm is seen when it appears. `--write` writes that file, `--list RULE` shows where a rule speaks,
// `--fetch` only gets the packages. They are unpacked into a folder of the machine's own; nothing of them is committed
// or run.

import { spawnSync } from "node:child_process";
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
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unpackPackages } from "../live/packages.ts";
import { skip } from "../live/skip.ts";
import { type CheckedFile, corpusPage, fingerprintIn } from "./page.ts";

const what = "init scripts of real packages";
const root = fileURLToPath(new URL("../../..", import.meta.url));
const page = join(root, "docs/initscript-corpus.md");
const program = join(root, "cli/bin/inittab.js");

/** In milliseconds, for all scripts by one process, its start included. */
const timeAllowed = 2_000;

/** Where the scripts lie in the folder: below a system's init.d, and where nothing is said of a system. */
const places = { together: "system/etc/init.d", alone: "scripts" } as const;

/** Families whose own scripts come in a package of Debian's, and are checked in the system that it makes. */
const families = [{ title: "OpenRC", package: "openrc" }] as const;

/** Compares, writes or lists as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const list = join(root, "../shared/corpus/initscript-packages.txt");
  if (!existsSync(list)) skip(what, "../shared is not there");
  const names = readFileSync(list, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const packages = unpackPackages(what, [...names, ...families.map((family) => family.package)]);
  if (args.includes("--fetch")) return 0;
  if (!existsSync(join(root, "cli/dist/inittab.js"))) skip(what, "the command line is not built");
  const folder = mkdtempSync(join(tmpdir(), "inittab-corpus-"));
  try {
    const scripts = gather(folder, packages, names);
    const alone = check(
      folder,
      scripts.map((name) => join(places.alone, name)),
    );
    const together = check(folder, [places.together]);
    const others = families.map((family) => {
      cpSync(join(packages, family.package, "etc"), join(folder, family.package, "etc"), {
        recursive: true,
        verbatimSymlinks: true,
      });
      return { ...family, files: check(folder, [family.package]) };
    });
    const at = args.indexOf("--list");
    if (at >= 0) {
      for (const { title, files } of others) show(args[at + 1], files, title);
      show(args[at + 1], alone, "alone");
      show(args[at + 1], together, "together");
      return 0;
    }
    const texts = scripts.map((script) => readFileSync(join(folder, places.alone, script)));
    const same = compare(
      corpusPage(texts, alone, together, others),
      scripts.length,
      args.includes("--write"),
    );
    const slow = await measure(folder);
    if (slow !== undefined) console.error(slow);
    return same && slow === undefined ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies the scripts of all packages to both places; answers with their names. */
function gather(folder: string, packages: string, names: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const source = join(packages, name, "etc/init.d");
    if (!existsSync(source)) continue;
    for (const script of readdirSync(source))
      if (statSync(join(source, script)).isFile()) found.set(script, join(source, script));
  }
  for (const below of Object.values(places)) {
    mkdirSync(join(folder, below), { recursive: true });
    for (const [script, path] of found) {
      const copy = join(folder, below, script);
      cpSync(path, copy);
      chmodSync(copy, statSync(path).mode & 0o777);
    }
  }
  return [...found.keys()].sort();
}

/** Runs the command line; findings are no failure. */
function run(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, "check", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw error ?? new Error(`inittab check failed (${status}): ${stderr}`);
  return stdout;
}

function check(folder: string, paths: readonly string[]): readonly CheckedFile[] {
  const report: { readonly files: readonly CheckedFile[] } = JSON.parse(
    run(folder, ["--format", "json", ...paths]),
  );
  return report.files;
}

/** Tells how the page differs from the committed one, or writes it; says whether it was the same. */
function compare(text: string, scripts: number, write: boolean): boolean {
  if (write) writeFileSync(page, text);
  const known = existsSync(page) ? readFileSync(page, "utf8") : "";
  if (known === text) {
    console.log(`${what}: ${scripts} scripts, the counts are those of docs/initscript-corpus.md`);
    return true;
  }
  const [before, after] = [new Set(known.split("\n")), new Set(text.split("\n"))];
  for (const line of before) if (!after.has(line)) console.error(`- ${line}`);
  for (const line of after) if (!before.has(line)) console.error(`+ ${line}`);
  console.error(
    fingerprintIn(known) === fingerprintIn(text)
      ? "The counts are others than in docs/initscript-corpus.md: look at each with --list RULE, then run with --write."
      : "The scripts are others than those that docs/initscript-corpus.md was made from: look at what is new, then run with --write.",
  );
  return false;
}

/** Why the check is too slow, or undefined. The best of a few runs counts, with pauses, since others may work here too. */
async function measure(folder: string): Promise<string | undefined> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 12 && best > timeAllowed; time++) {
    if (time > 1) await new Promise((resolve) => setTimeout(resolve, 5_000));
    const began = performance.now();
    run(folder, [places.together]);
    best = Math.min(best, performance.now() - began);
  }
  console.log(`${what}: all in ${Math.round(best)} ms`);
  if (best <= timeAllowed) return undefined;
  if ((loadavg()[0] ?? 0) <= availableParallelism()) return `and ${timeAllowed} ms are allowed`;
  console.log(`not judged: speed, because the machine has more to do than it can`);
  return undefined;
}

function show(rule: string | undefined, files: readonly CheckedFile[], how: string): void {
  for (const { path, findings } of files)
    for (const finding of findings)
      if (rule === "all" || finding.rule === rule || finding.severity === rule)
        console.log(
          `${how}: ${path}:${finding.start.line}: ${finding.severity} ${finding.rule}: ${finding.message}`,
        );
}
