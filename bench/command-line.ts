// What a run of the command line costs, beside Node alone and the checkers of packages and shell scripts where they are
// installed. Processor time counts, since that of a run is spent anew in each hook, editor and pipeline; bash tells it.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { type Figure, figureOf } from "./figure.ts";

/** The check of a checkout. */
function programOf(folder: string): readonly string[] {
  return [process.execPath, resolve(folder, "cli/bin/inittab.js"), "check"];
}

const systems = "test-fixtures/systems";

/** Something to check, by our program and by others. */
interface Row {
  readonly name: string;
  readonly files: number;
  readonly runs: number;
  /** The programs and their arguments. Ours is the first, and Node alone the second. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

/**
 * Measures and prints: medians of processor time, and how many times that of the other ours is. `beside` is a checkout of
 * another version.
 */
export function measureCommandLine(beside?: string): readonly Figure[] {
  if (spawnSync("bash", ["-c", ":"]).status !== 0) {
    console.log("\nskipped: the command line, because there is no bash to tell processor time");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "inittab-bench-"));
  try {
    const rows = rowsIn(folder, beside);
    const others = [
      "node -e 0",
      ...(beside === undefined ? [] : ["beside"]),
      ...otherCheckers().map(({ name }) => name),
    ];
    for (const { name } of checkers)
      if (!others.includes(name)) console.log(`\nwithout ${name}, which is not installed`);
    print("processor time of the command line (ms)", [
      "inittab",
      ...others.flatMap((name) => [name, "ratio"]),
    ]);
    return rows.flatMap((row) => {
      const figures = measure(row);
      const [own] = figures;
      print(
        row.name,
        [own?.median.toFixed(0) ?? ""].concat(
          others.flatMap((name) => {
            const other = figures.find(({ server }) => server === name)?.median;
            return other === undefined
              ? ["", ""]
              : [other.toFixed(0), ((own?.median ?? 0) / other).toFixed(2)];
          }),
        ),
      );
      return figures;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(11)).join(""));
}

function rowsIn(folder: string, beside: string | undefined): readonly Row[] {
  const script = `${systems}/debian/etc/init.d/ssh`;
  const scripts = copies(
    scriptsOfSystems(),
    170,
    join(folder, "scripts"),
    (name, number) => `${name}-${number}`,
  );
  const inittabs = copies(
    ["broken", "buildroot-busybox", "debian", "redhat", "slackware"].map(
      (name) => `${systems}/${name}/etc/inittab`,
    ),
    260,
    join(folder, "inittabs"),
    (name, number) => `${number}.${name}`,
  );
  const broken = `${systems}/broken/etc/inittab`;
  const row = (name: string, runs: number, paths: readonly string[], isScript: boolean): Row => ({
    name,
    files: paths.length,
    runs,
    commands: {
      inittab: [...programOf("."), ...paths],
      "node -e 0": [process.execPath, "-e", "0"],
      ...(beside === undefined ? {} : { beside: [...programOf(beside), ...paths] }),
      ...(isScript ? checkersOf(paths, join(folder, `package-${paths.length}`)) : {}),
    },
  });
  return [
    row("one inittab", 20, [`${systems}/debian/etc/inittab`], false),
    // Their difference is what a language costs.
    ...["en", "de", "hu"].map((tag) => inLanguage(row(`one inittab in ${tag}`, 40, [broken], false), tag)),
    row("one script", 20, [script], true),
    row("170 scripts", 7, scripts, true),
    row("260 inittabs", 7, inittabs, false),
  ];
}

function inLanguage(row: Row, tag: string): Row {
  const own = new Set(["inittab", "beside"]);
  const commands = Object.entries(row.commands).map(([name, command]): [string, readonly string[]] => [
    name,
    own.has(name) ? [...command, "--lang", tag] : command,
  ]);
  return { ...row, commands: Object.fromEntries(commands) };
}

function scriptsOfSystems(): readonly string[] {
  return ["debian/etc/init.d", "redhat/etc/rc.d/init.d", "buildroot-busybox/etc/init.d"].flatMap((place) =>
    readdirSync(`${systems}/${place}`).map((name) => `${systems}/${place}/${name}`),
  );
}

/** Copies files, one after the other and again from the beginning; no two copies are the same text. */
function copies(
  paths: readonly string[],
  count: number,
  folder: string,
  nameOf: (name: string, number: number) => string,
): readonly string[] {
  mkdirSync(folder);
  return Array.from({ length: count }, (_, number) => {
    const path = paths[number % paths.length] ?? "";
    const copy = join(folder, nameOf(basename(path), number));
    writeFileSync(copy, `${readFileSync(path, "utf8")}# ${number}\n`, { mode: 0o755 });
    return copy;
  });
}

/** A checker of other people, for scripts. */
interface Checker {
  readonly name: string;
  readonly command: (paths: readonly string[], folder: string) => readonly string[];
}

/** lintian checks packages, so it gets one with the scripts. */
const checkers: readonly Checker[] = [
  { name: "lintian", command: (paths, folder) => ["lintian", "--no-cfg", packageWith(paths, folder)] },
  { name: "shellcheck", command: (paths) => ["shellcheck", "--shell=sh", ...paths] },
];

/** Those that are installed. */
function otherCheckers(): readonly Checker[] {
  return checkers.filter(({ name }) => spawnSync(name, ["--version"]).status === 0);
}

function checkersOf(paths: readonly string[], folder: string): Row["commands"] {
  return Object.fromEntries(otherCheckers().map(({ name, command }) => [name, command(paths, folder)]));
}

function packageWith(paths: readonly string[], folder: string): string {
  const initd = join(folder, "etc/init.d");
  mkdirSync(initd, { recursive: true });
  for (const path of paths) writeFileSync(join(initd, basename(path)), readFileSync(path), { mode: 0o755 });
  mkdirSync(join(folder, "DEBIAN"));
  writeFileSync(
    join(folder, "DEBIAN/control"),
    "Package: bench\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: scripts\n some\n",
  );
  spawnSync("dpkg-deb", ["--root-owner-group", "-b", folder, `${folder}.deb`]);
  return `${folder}.deb`;
}

/** The programs take turns, so that a busy machine does the same to all. */
function measure({ name, files, runs, commands }: Row): readonly Figure[] {
  const samples = Object.entries(commands).map(([server, command]) => ({
    server,
    command,
    times: [] as number[],
  }));
  for (let run = 0; run < runs; run++)
    // lintian takes seconds even for one script.
    for (const { server, command, times } of samples)
      if (server !== "lintian" || run < 2) times.push(processorTime(command));
  return samples.map(({ server, times }) =>
    figureOf({ measure: `${name}: processor time`, unit: "ms", records: files, server }, times),
  );
}

/** In milliseconds, threads and children included. */
function processorTime(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null 2>&1';
  const { stderr } = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8" });
  const [user, system] = stderr.trim().split(" ").map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 1000;
}
