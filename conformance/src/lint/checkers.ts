// lintian and rpmlint. Both check packages, so the scripts are packed: for lintian many into one, for rpmlint, which does
// not always name the file, each into one of its own.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toText } from "../lines.ts";
import { skip } from "../live/skip.ts";
import type { RandomScript } from "./random-script.ts";

/** The programs that are compared with. */
export type Checker = "lintian" | "rpmlint";

/**
 * Has a checker look at scripts; answers for each script with what was said of it, without what is about the package
 * around it: `SEVERITY TAG LINE` for lintian, `SEVERITY TAG` for rpmlint. The folder is for the packages.
 */
export const checkers: Readonly<
  Record<Checker, (folder: string, scripts: readonly RandomScript[]) => readonly (readonly string[])[]>
> = { lintian: runLintian, rpmlint: runRpmlint };

/** Makes sure that a program of a version is there; ends the program where it is not. */
export function needVersion(what: string, program: string, version: string): void {
  const { stdout, error } = call(program, ["--version"]);
  if (error !== undefined) skip(what, `${program} is not installed`);
  if (!stdout.includes(version)) skip(what, `${program} is another version: ${stdout.trim()}`);
}

const environment = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8", HOME: "/nonexistent" };

/** What they say of the package around a script. */
const ofPackages: ReadonlySet<string> = new Set([
  "script-in-etc-init.d-not-registered-via-update-rc.d",
  "missing-systemd-service-for-init.d-script",
  "missing-systemd-service-for-init.d-rcS-script",
  "init-script-without-chkconfig-postin",
  "init-script-without-chkconfig-preun",
  "incoherent-init-script-name",
]);

/** The first lines of a spec file. */
const preamble = [
  "Name: scripts",
  "Version: 1",
  "Release: 1",
  "License: x",
  "Summary: x",
  "BuildArch: noarch",
  "%description",
  "x",
];

function runLintian(folder: string, scripts: readonly RandomScript[]): readonly (readonly string[])[] {
  const told = scripts.map((): string[] => []);
  const layers = layersByName(scripts);
  const files = layers.map((members, layer) => {
    const root = join(folder, `deb${layer}`);
    mkdirSync(join(root, "DEBIAN"), { recursive: true });
    mkdirSync(join(root, "etc/init.d"), { recursive: true });
    const control = [
      `Package: scripts${layer}`,
      "Version: 1",
      "Architecture: all",
      "Maintainer: Nobody <nobody@example.org>",
      "Description: scripts",
    ];
    writeFileSync(join(root, "DEBIAN/control"), toText(control));
    for (const { script } of members.values()) writeScript(join(root, "etc/init.d"), script);
    const file = `${root}.deb`;
    run("dpkg-deb", ["--root-owner-group", "-Znone", "-b", root, file]);
    return file;
  });
  const options = ["-C", "init-d,systemd,files/init", "-I", "--tag-display-limit", "0", "--fail-on", "none"];
  for (const line of run("lintian", [...options, ...files]).split("\n")) {
    const match = /^([EWI]): scripts(\d+): (\S+)(?: .*)? \[etc\/init\.d\/([^\]:]+)(?::(\d+))?\]$/s.exec(line);
    if (match === null) continue;
    const [, severity, layer, tag = "", name = "", number = "0"] = match;
    const index = layers[Number(layer)]?.get(name)?.index ?? -1;
    if (!ofPackages.has(tag)) told[index]?.push(`${severity} ${tag} ${number}`);
  }
  return told;
}

function runRpmlint(folder: string, scripts: readonly RandomScript[]): readonly (readonly string[])[] {
  const told = scripts.map((): string[] => []);
  const top = join(folder, "rpm");
  for (const [layer, members] of layersByName(scripts).entries()) {
    const root = join(folder, `root${layer}`);
    mkdirSync(join(root, "etc/rc.d/init.d"), { recursive: true });
    const spec = [...preamble, "%install", `mkdir -p %{buildroot}; cp -a ${root}/. %{buildroot}`];
    for (const [name, { index, script }] of members) {
      writeScript(join(root, "etc/rc.d/init.d"), script);
      spec.push(`%package -n case${index}`, "Summary: x", "AutoReqProv: no");
      spec.push(`%description -n case${index}`, "x", `%files -n case${index}`);
      spec.push(`%attr(0${script.mode},root,root) "/etc/rc.d/init.d/${name}"`);
    }
    writeFileSync(join(folder, "scripts.spec"), toText(spec));
    const defined = { _topdir: top, __os_install_post: "%{nil}", _binary_payload: "w0.gzdio" };
    const options = Object.entries(defined).flatMap(([name, value]) => ["--define", `${name} ${value}`]);
    run("rpmbuild", ["-bb", "--quiet", ...options, join(folder, "scripts.spec")]);
  }
  const packages = join(top, "RPMS/noarch");
  const files = readdirSync(packages).map((name) => join(packages, name));
  // The check is none of those that run unasked. Findings make the exit status that of an error.
  const check = "InitScriptCheck";
  writeFileSync(join(folder, "rpmlint.toml"), `Checks = ["${check}"]\n`);
  const options = ["--config", join(folder, "rpmlint.toml"), "--checks", check];
  const { stdout, stderr } = call("rpmlint", [...options, ...files]);
  if (!stdout.includes(`packages: ${files.length}`)) fail("rpmlint", stderr + stdout);
  for (const line of stdout.split("\n")) {
    const [, index, severity, tag = ""] = /^case(\d+)\.noarch: ([EWI]): (\S+)/.exec(line) ?? [];
    if (index !== undefined && !ofPackages.has(tag)) told[Number(index)]?.push(`${severity} ${tag}`);
  }
  return told;
}

/** Scripts of different names, which can lie in one folder. */
type Layer = Map<string, { readonly index: number; readonly script: RandomScript }>;

/** Scripts whose names differ go into one package. */
function layersByName(scripts: readonly RandomScript[]): readonly Layer[] {
  const layers: Layer[] = [];
  for (const [index, script] of scripts.entries()) {
    let layer = layers.find((each) => !each.has(script.name));
    if (layer === undefined) {
      layer = new Map();
      layers.push(layer);
    }
    layer.set(script.name, { index, script });
  }
  return layers;
}

function writeScript(folder: string, { name, mode, text }: RandomScript): void {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), Number.parseInt(mode, 8));
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = call(program, args);
  if (status !== 0) fail(program, error ?? stderr);
  return stdout;
}

function call(program: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { encoding: "utf8", env: environment, maxBuffer: 1 << 28 });
}

function fail(program: string, why: Error | string): never {
  console.error(`${program} failed: ${why}`);
  process.exit(1);
}
