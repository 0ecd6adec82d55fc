// Compares core's walk through runlevels with Debian's rc, alone and with insserv and startpar, on random trees:
// npm run conformance:rc -- [--seed N] [--count N].

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  commandLine,
  compareAll,
  difference,
  loadCore,
  needNamespaces,
  runPrivately,
  toLines,
  unpackPackages,
} from "../common.mjs";

const what = "Debian's rc";
needNamespaces(what);
const packages = unpackPackages(what, ["sysv-rc", "sysvinit-utils", "insserv", "startpar"]);
const core = await loadCore();
const levels = ["0", "1", "2", "3", "4", "5", "6", "S"];

/** The text of a script that behaves as the case says and notes every call. */
function scriptText(name, service) {
  const usual = {
    keeps: { start: { touch: [name] }, stop: { remove: [name] } },
    sticky: { start: { touch: [name] } },
  };
  const actions = typeof service === "object" ? service : (usual[service] ?? {});
  const arm = (word) => {
    const { touch = [], remove = [], print, exit = 0 } = actions[word] ?? {};
    return [
      `${word})`,
      ...touch.map((lock) => `: >/etc/locks/${lock}`),
      ...remove.map((lock) => `rm -f /etc/locks/${lock}`),
      ...(print === undefined ? [] : [`echo '${print}'`]),
      `exit ${exit};;`,
    ];
  };
  const header =
    actions.header === undefined ? [] : ["### BEGIN INIT INFO", ...actions.header, "### END INIT INFO"];
  const note = 'echo "$0|$1|$previous|$runlevel" >>/etc/calls';
  return ["#!/bin/sh", ...header, note, 'case "$1" in', ...arm("start"), ...arm("stop"), "esac", ""].join(
    "\n",
  );
}

function install(path, text, mode = 0o755) {
  writeFileSync(path, text);
  chmodSync(path, mode);
}

function makeFolders(etc, subject) {
  for (const folder of ["init.d", "locks", "lib", ...levels.map((level) => `rc${level}.d`)])
    mkdirSync(join(etc, folder), { recursive: true });
  const program = readFileSync(join(packages, "sysv-rc/lib/init/rc"), "utf8")
    .replaceAll("/lib/lsb/init-functions", "/etc/lib/init-functions")
    .replaceAll("$(startpar ", `$(${packages}/startpar/bin/startpar `);
  install(join(etc, "init.d/rc"), program);
  install(
    join(etc, "lib/init-functions"),
    readFileSync(join(packages, "sysvinit-utils/lib/lsb/init-functions"), "utf8"),
  );
  writeFileSync(join(etc, "insserv.conf"), core.defaultConfiguration.map((line) => `${line}\n`).join(""));
  for (const [name, service] of Object.entries(subject.services))
    install(join(etc, "init.d", name), scriptText(name, service), Number.parseInt(service.mode ?? "755", 8));
  for (const [level, entries] of Object.entries(subject.rc))
    for (const entry of entries) {
      const {
        name,
        target = name.slice(3),
        kind = "link",
      } = typeof entry === "string" ? { name: entry } : entry;
      const path = join(etc, `rc${level}.d`, name);
      if (kind === "dir") mkdirSync(path);
      else if (kind === "link") symlinkSync(`../init.d/${target}`, path);
      else if (kind === "dangling") symlinkSync("../init.d/.nothing", path);
      else install(path, scriptText(target, "nolock"), kind === "file" ? 0o755 : 0o644);
    }
  for (const lock of subject.locks) writeFileSync(join(etc, "locks", lock), "");
}

function readCalls(etc) {
  const path = join(etc, "calls");
  if (!existsSync(path)) return [];
  const calls = toLines(readFileSync(path, "utf8")).map((line) => {
    const [script, arg, previous, runlevel] = line.split("|");
    return { script: script.replace("/etc/", ""), arg, previous, runlevel };
  });
  rmSync(path);
  return calls;
}

function differs(subject) {
  const folder = mkdtempSync(join(tmpdir(), "inittab-rc-"));
  const etc = join(folder, "etc");
  // Without pseudo terminals startpar runs one script at a time, so the order is always the same.
  const privately = (command, environment) =>
    runPrivately(`mount -t tmpfs none /dev/pts; cd /; exec ${command}`, { "/etc": etc }, environment);
  try {
    makeFolders(etc, subject);
    const ours = core.replayRc(subject);
    if (subject.depend) {
      privately(`${packages}/insserv/sbin/insserv ${Object.keys(subject.services).join(" ")}`);
      const lists = levels.map((level) => [level, readdirSync(join(etc, `rc${level}.d`)).sort()]);
      const found = difference(
        { rcd: Object.fromEntries(lists.filter(([, list]) => list.length > 0)) },
        { rcd: ours.rcd },
      );
      if (found !== undefined) return found;
    }
    for (const [at, { previous, runlevel, args = [runlevel] }] of subject.steps.entries()) {
      const run = privately(`/bin/sh /etc/init.d/rc ${args.join(" ")}`, {
        RUNLEVEL: runlevel,
        PREVLEVEL: previous,
      });
      const { stderr: _, ...expected } = ours.steps[at];
      const found = difference(
        {
          calls: readCalls(etc),
          locks: readdirSync(join(etc, "locks")).sort(),
          exit: run.status,
          stdout: toLines(run.stdout),
        },
        expected,
      );
      if (found !== undefined) return { step: at, ...found, stderr: run.stderr };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pool = ["amber", "birch", "cedar", "9p", "ember", "fjord", "sshd", "xdm", "early1", "b~", "c.bak"];

function makeAction(random, name) {
  return {
    ...(random.chance(0.3) ? { touch: [name] } : {}),
    ...(random.chance(0.3) ? { remove: [name] } : {}),
    ...(random.chance(0.3) ? { exit: random.pick([1, 2, 5, 6, 7, 8, 100]) } : {}),
    ...(random.chance(0.2) ? { print: "hello" } : {}),
  };
}

function makeSteps(random) {
  const steps = [];
  let previous = random.pick(["N", "N", "S", "2"]);
  for (let count = 1 + random.below(4); count > 0; count--) {
    const runlevel = random.pick(["0", "1", "2", "2", "3", "5", "6", "S", "7"]);
    steps.push({ previous, runlevel, ...(random.chance(0.05) ? { args: [] } : {}) });
    previous = runlevel;
  }
  return steps;
}

function makeHeader(random, name, names) {
  const earlier = names.slice(0, names.indexOf(name));
  const list = () => random.some(earlier, 0.3).join(" ");
  return [
    `# Provides: ${name}`,
    `# Required-Start: ${list()}`,
    `# Required-Stop: ${list()}`,
    "# Default-Start: 2 3 4 5",
    `# Default-Stop: ${random.pick(["0 1 6", "0 6"])}`,
  ];
}

function make(random) {
  const depend = random.chance(0.4);
  const names = random
    .shuffle(depend ? pool.filter((name) => /^\w+$/.test(name)) : pool)
    .slice(0, 2 + random.below(6));
  const services = {};
  for (const name of names) {
    const actions = { start: makeAction(random, name), stop: makeAction(random, name) };
    const header = depend ? { header: makeHeader(random, name, names) } : {};
    services[name] = { ...actions, ...header, ...(!depend && random.chance(0.1) ? { mode: "644" } : {}) };
  }
  const rc = {};
  for (const level of depend ? [] : levels) {
    const entries = new Map();
    for (const target of random.some(names, 0.6)) {
      const number = random.pick([String(random.below(100)).padStart(2, "0"), "20", "20", "5", "100", ""]);
      const name = `${random.pick(["S", "S", "K"])}${number}${target}`;
      const kind = random.chance(0.1) ? { kind: random.pick(["file", "noexec", "dangling", "dir"]) } : {};
      entries.set(name, { name, target, ...kind });
    }
    rc[level] = [...entries.values()];
  }
  const locks = random.some(names, 0.3);
  return { flavor: "deb12", services, rc, locks, ...(depend ? { depend } : {}), steps: makeSteps(random) };
}

function* smaller(subject) {
  for (const at of subject.steps.keys())
    if (subject.steps.length > 1) yield { ...subject, steps: subject.steps.toSpliced(at, 1) };
  for (const [level, entries] of Object.entries(subject.rc))
    for (const at of entries.keys())
      yield { ...subject, rc: { ...subject.rc, [level]: entries.toSpliced(at, 1) } };
  for (const name of Object.keys(subject.services)) {
    const services = Object.fromEntries(Object.entries(subject.services).filter(([each]) => each !== name));
    const used = Object.values(subject.rc).some((entries) => entries.some(({ target }) => target === name));
    if (!used) yield { ...subject, services };
  }
  for (const at of subject.locks.keys()) yield { ...subject, locks: subject.locks.toSpliced(at, 1) };
}

compareAll({ what, ...commandLine(60), make, differs, smaller });
