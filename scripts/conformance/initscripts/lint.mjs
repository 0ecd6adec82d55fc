// Compares the tags that core's rules stand for with those of lintian and rpmlint, on random scripts:
// npm run conformance:lint -- [--seed N] [--count N]. Both check packages, so the scripts are packed: for lintian many into
// one, for rpmlint, which does not always name the file, each into one of its own.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine, loadCore, randomSource, skip } from "../common.mjs";
import { makeScript, smallerScripts } from "./random-script.mjs";

const what = "lintian and rpmlint";
const environment = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8", HOME: "/nonexistent" };

needVersion("lintian", ["--version"], "2.116");
needVersion("rpmlint", ["--version"], "2.4");
needVersion("rpmbuild", ["--version"], "RPM version 4");
const core = await loadCore();

// What they say of the package around a script.
const ofPackages = new Set([
  "script-in-etc-init.d-not-registered-via-update-rc.d",
  "missing-systemd-service-for-init.d-script",
  "missing-systemd-service-for-init.d-rcS-script",
  "init-script-without-chkconfig-postin",
  "init-script-without-chkconfig-preun",
  "incoherent-init-script-name",
]);

// The first lines of a spec file.
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

const { seed, count } = commandLine(400);
console.log(`${what}: ${count} random scripts, seed ${seed}`);
const scripts = Array.from({ length: count }, (_, number) =>
  makeScript(randomSource(seed * 100003 + number)),
);
const differing = firstDifference(scripts);
if (differing === undefined) {
  const seen = new Set(scripts.flatMap((script) => [...ours(script, "lintian"), ...ours(script, "rpmlint")]));
  const tags = new Set([...seen].map((line) => line.split(" ")[1]));
  console.log(`${what}: no difference; ${tags.size} different tags`);
} else {
  const least = shrink(differing);
  console.error(
    `${what}: script ${scripts.indexOf(differing.script)} of seed ${seed} differs; smallest form:`,
  );
  console.error(JSON.stringify(least.script, null, 1));
  console.error(JSON.stringify(least.difference, null, 1));
  process.exit(1);
}

/** Takes parts away as long as the tool and our rules disagree. */
function shrink({ script, difference }) {
  const { tool } = difference;
  let smallest = { script, difference };
  for (let again = true; again; ) {
    again = false;
    const candidates = smallerScripts(smallest.script);
    while (candidates.length > 0 && !again) {
      const next = firstDifference(candidates.splice(0, 8), [tool]);
      if (next === undefined) continue;
      smallest = next;
      again = true;
    }
  }
  return smallest;
}

/** The first of these scripts about which somebody disagrees. */
function firstDifference(candidates, tools = ["lintian", "rpmlint"]) {
  const folder = mkdtempSync(join(tmpdir(), "inittab-lint-"));
  const runs = { lintian: runLintian, rpmlint: runRpmlint };
  try {
    for (const tool of tools)
      for (const [index, told] of runs[tool](folder, candidates).entries()) {
        const theirs = told.toSorted();
        const own = ours(candidates[index], tool).toSorted();
        if (theirs.join("\n") === own.join("\n")) continue;
        return { script: candidates[index], difference: { tool, ...apart(theirs, own) } };
      }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What only one of them says. */
function apart(real, own) {
  const others = [...own];
  const onlyReal = real.filter((line) => {
    const at = others.indexOf(line);
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
  return { real: onlyReal, ours: others };
}

function ours({ name, mode, text }, tool) {
  const tags = core.toolTags({ name, mode: Number.parseInt(mode, 8), text }, tool);
  return tags.map(({ severity, tag, line }) => [severity, tag, line ?? ""].join(" ").trim());
}

/** For each script what lintian says of it. */
function runLintian(folder, candidates) {
  const told = candidates.map(() => []);
  const layers = layersByName(candidates);
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
    writeFileSync(join(root, "DEBIAN/control"), control.map((line) => `${line}\n`).join(""));
    for (const index of members.values()) writeScript(join(root, "etc/init.d"), candidates[index]);
    const file = `${root}.deb`;
    run("dpkg-deb", ["--root-owner-group", "-Znone", "-b", root, file]);
    return file;
  });
  const options = ["-C", "init-d,systemd,files/init", "-I", "--tag-display-limit", "0", "--fail-on", "none"];
  for (const line of run("lintian", [...options, ...files]).split("\n")) {
    const match = /^([EWI]): scripts(\d+): (\S+)(?: .*)? \[etc\/init\.d\/([^\]:]+)(?::(\d+))?\]$/s.exec(line);
    if (match === null) continue;
    const [, severity, layer, tag, name, number = "0"] = match;
    if (!ofPackages.has(tag)) told[layers[layer].get(name)].push(`${severity} ${tag} ${number}`);
  }
  return told;
}

/** Scripts whose names differ go into one package; each layer maps names to indexes. */
function layersByName(candidates) {
  const layers = [];
  for (const [index, { name }] of candidates.entries()) {
    let layer = layers.find((each) => !each.has(name));
    if (layer === undefined) {
      layer = new Map();
      layers.push(layer);
    }
    layer.set(name, index);
  }
  return layers;
}

/** For each script what rpmlint says of it. */
function runRpmlint(folder, candidates) {
  const told = candidates.map(() => []);
  const top = join(folder, "rpm");
  for (const [layer, members] of layersByName(candidates).entries()) {
    const root = join(folder, `root${layer}`);
    mkdirSync(join(root, "etc/rc.d/init.d"), { recursive: true });
    const spec = [...preamble, "%install", `mkdir -p %{buildroot}; cp -a ${root}/. %{buildroot}`];
    for (const [name, index] of members) {
      writeScript(join(root, "etc/rc.d/init.d"), candidates[index]);
      spec.push(`%package -n case${index}`, "Summary: x", "AutoReqProv: no");
      spec.push(`%description -n case${index}`, "x", `%files -n case${index}`);
      spec.push(`%attr(0${candidates[index].mode},root,root) "/etc/rc.d/init.d/${name}"`);
    }
    writeFileSync(join(folder, "scripts.spec"), `${spec.join("\n")}\n`);
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
    const [, index, severity, tag] = /^case(\d+)\.noarch: ([EWI]): (\S+)/.exec(line) ?? [];
    if (index !== undefined && !ofPackages.has(tag)) told[index].push(`${severity} ${tag}`);
  }
  return told;
}

function writeScript(folder, { name, mode, text }) {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), Number.parseInt(mode, 8));
}

function run(program, args) {
  const { status, stdout, stderr, error } = call(program, args);
  if (status !== 0) fail(program, error ?? stderr);
  return stdout;
}

function call(program, args) {
  return spawnSync(program, args, { encoding: "utf8", env: environment, maxBuffer: 1 << 28 });
}

function fail(program, why) {
  console.error(`${program} failed: ${why}`);
  process.exit(1);
}

function needVersion(program, args, version) {
  const { stdout, error } = call(program, args);
  if (error !== undefined) skip(what, `${program} is not installed`);
  if (!stdout.includes(version)) skip(what, `${program} is another version: ${stdout.trim()}`);
}
