// Compares core's insserv with Debian's on random folders: npm run conformance:insserv --
// [--seed N] [--count N]. The program runs in a mount namespace with an /etc of its own.

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  opendirSync,
  readFileSync,
  readlinkSync,
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

const what = "insserv";
needNamespaces(what);
const program = join(unpackPackages(what, ["insserv"]), "insserv/sbin/insserv");
const core = await loadCore();
// The kinds of messages met, so that a generator that no longer reaches them is noticed.
const told = new Set();
const levels = ["0", "1", "2", "3", "4", "5", "6", "S"];

// Directory order as the program sees it; other functions of Node sort.
function listing(path) {
  const names = [];
  const folder = opendirSync(path);
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) names.push(entry.name);
  folder.closeSync();
  return names;
}

function write(path, lines) {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
}

function makeFolders(etc, subject) {
  for (const folder of [
    "init.d",
    "insserv/overrides",
    "insserv.conf.d",
    ...levels.map((level) => `rc${level}.d`),
  ])
    mkdirSync(join(etc, folder), { recursive: true });
  for (const script of subject.scripts) {
    const path = join(etc, "init.d", script.name);
    writeFileSync(path, core.caseText(script));
    chmodSync(path, Number.parseInt(script.mode ?? "755", 8));
  }
  write(join(etc, "insserv.conf"), subject.conf ?? core.defaultConfiguration);
  for (const [name, lines] of Object.entries(subject.confd ?? {}))
    write(join(etc, "insserv.conf.d", name), lines);
  for (const [name, lines] of Object.entries(subject.overrides ?? {}))
    write(join(etc, "insserv/overrides", name), lines);
  if (subject.filters !== undefined) write(join(etc, "insserv/file-filters"), subject.filters);
  for (const [level, names] of Object.entries(subject.links ?? {}))
    for (const name of names) symlinkSync(`../init.d/${name.slice(3)}`, join(etc, `rc${level}.d`, name));
}

function linksOf(etc) {
  return new Map(
    levels.map((level) => {
      const folder = join(etc, `rc${level}.d`);
      const script = (name) => readlinkSync(join(folder, name)).replace(/.*\//, "");
      return [level, listing(folder).map((name) => ({ name, script: script(name) }))];
    }),
  );
}

function dependencyFiles(etc) {
  const read = (name) => {
    try {
      return toLines(readFileSync(join(etc, "init.d", `.depend.${name}`), "utf8"));
    } catch {
      return undefined;
    }
  };
  return { boot: read("boot"), start: read("start"), stop: read("stop") };
}

function differs(subject) {
  const folder = mkdtempSync(join(tmpdir(), "inittab-insserv-"));
  try {
    const etc = join(folder, "etc");
    makeFolders(etc, subject);
    const scripts = core.caseSystem(subject).scripts;
    const order = listing(join(etc, "init.d")).map((name) => scripts.find((script) => script.name === name));
    let files = { boot: undefined, start: undefined, stop: undefined };
    for (const [at, args] of subject.commands.entries()) {
      const before = { ...core.caseSystem(subject), scripts: order, links: linksOf(etc) };
      const ours = core.runInsserv(before, args);
      if (ours.unpredictable) return undefined;
      files = ours.dependencyFiles ?? files;
      for (const message of ours.messages) told.add(message.kind);
      const quoted = args.map((word) => `'${word}'`).join(" ");
      const run = runPrivately(`cd /; exec '${program}' ${quoted}`, { "/etc": etc });
      const found = difference(
        {
          exit: run.signal === "SIGSEGV" ? 139 : run.status,
          stderr: toLines(run.stderr),
          stdout: toLines(run.stdout),
          rcd: core.folderNames(linksOf(etc)),
          ...dependencyFiles(etc),
        },
        {
          exit: ours.exit,
          stderr: ours.stderr,
          stdout: ours.stdout,
          rcd: core.folderNames(new Map([...ours.links].sort())),
          ...files,
        },
      );
      if (found !== undefined) return { command: at, args, listing: order.map(({ name }) => name), ...found };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pool = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "heath",
  "inlet",
  "joist",
  "Kiosk",
  "Sable",
];
const facilities = [
  "$local_fs",
  "$network",
  "$named",
  "$remote_fs",
  "$syslog",
  "$time",
  "$all",
  "$null",
  "$nosuch",
];
const members = ["mountall", "networking", "rsyslog", "udev", "keymap", "hwclock", "umountfs"];
const oddNames = [
  "core",
  "rc",
  "README.x",
  "a.bak",
  "b~",
  "c.dpkg-old",
  "+d",
  "e.sh",
  "f.html",
  "skeleton2",
  "g,v",
];

function makeHeader(random, name, names, wild) {
  const words = (share) => {
    const list = random.shuffle(random.some(names, share));
    if (random.chance(0.15))
      list.push(random.pick(facilities.filter((each) => each !== "$all" || random.chance(0.3))));
    if (random.chance(0.05)) list.unshift(`+${random.pick(names)}`);
    if (random.chance(0.04)) list.push("missing");
    return list.join(wild && random.chance(0.1) ? random.pick([", ", "  ", ",", ";", "\t"]) : " ");
  };
  const share = random.pick([0.05, 0.1, 0.15, 0.25]);
  const start = random.pick(["2 3 4 5", "2 3 4 5", "2 3 4 5", "S", "3 5", "2", "", "1 2", "0 6"]);
  const stop = random.pick(["0 1 6", "0 1 6", "0 1 6", "", "0 6", "0 1 2 6", "1"]);
  const provides = random.chance(0.85)
    ? name
    : random.pick([`${name} ${name}x`, `other ${name}`, "other", "", `$f ${name}`, `${random.pick(names)}`]);
  const lines = [
    `# Provides: ${provides}`,
    `# Required-Start: ${words(share)}`,
    `# Required-Stop: ${words(share)}`,
  ];
  if (random.chance(0.4)) lines.push(`# Should-Start: ${words(share)}`);
  if (random.chance(0.3)) lines.push(`# Should-Stop: ${words(share)}`);
  if (random.chance(0.2)) lines.push(`# X-Start-Before: ${words(share)}`);
  if (random.chance(0.2)) lines.push(`# X-Stop-After: ${words(share)}`);
  lines.push(`# Default-Start: ${start}`, `# Default-Stop: ${stop}`);
  if (random.chance(0.1)) lines.push(`# X-Interactive: ${random.pick(["true", "true", "true ", "yes"])}`);
  if (!wild) return lines;
  return lines.flatMap((line) => {
    if (random.chance(0.02)) return [];
    if (random.chance(0.02)) return [line.replace("# ", random.pick(["#", "#  ", "#\t", " # "]))];
    if (random.chance(0.02)) return [line.replace(":", random.pick([" :", ":\t", "\t:"]))];
    if (random.chance(0.02)) return [line.toUpperCase(), line];
    if (random.chance(0.02)) return [line.replaceAll("-", "_")];
    if (random.chance(0.01)) return [`${line}\r`];
    if (random.chance(0.01)) return [`${line} B`];
    if (random.chance(0.01)) return [`${line} é x`];
    return [line];
  });
}

function make(random) {
  const wild = random.chance(0.4);
  const names = random.shuffle(pool).slice(0, 2 + random.below(8));
  if (random.chance(0.5)) names.push(...random.some(members, 0.4));
  if (wild && random.chance(0.3)) names.push(random.pick(oddNames));
  const scripts = names.map((name) => {
    if (wild && random.chance(0.03)) return { name, body: ["#!/bin/sh", "exit 0"] };
    if (wild && random.chance(0.02))
      return { name, body: ["#!/bin/sh", "### BEGIN INIT INFO", `# Provides: ${name}`] };
    if (wild && random.chance(0.02)) return { name, body: ["#!/sbin/openrc-run", "depend() { :; }"] };
    return {
      name,
      header: makeHeader(random, name, names, wild),
      ...(wild && random.chance(0.04) ? { mode: "644" } : {}),
    };
  });
  const subject = { scripts };
  if (random.chance(0.2))
    subject.conf = [
      "# facilities",
      "$local_fs +mountall",
      `$network ${random.pick(names)}`,
      "$named: $network +x",
      "$remote_fs = $local_fs $network",
      "$syslog +rsyslog",
      `<interactive> ${random.pick(names)} udev`,
      ...(random.chance(0.1) ? ["$local_fs $remote_fs"] : []),
    ];
  if (random.chance(0.1))
    subject.confd = {
      one: [`$mail +${random.pick(names)}`],
      two: [`$network\t+${random.pick(names)}`],
      "x.dpkg-old": ["$network y"],
    };
  if (wild && random.chance(0.2)) {
    const name = random.pick(names);
    subject.overrides = {
      [name]: random.chance(0.7)
        ? ["### BEGIN INIT INFO", ...makeHeader(random, name, names, false), "### END INIT INFO"]
        : ["# nothing"],
    };
  }
  if (wild && random.chance(0.1)) subject.filters = ["html", "sh"];
  if (random.chance(0.3)) {
    subject.links = {};
    for (const level of levels) {
      const list = random
        .some(names, 0.3)
        .map((name) => `${random.pick(["S", "S", "K"])}${String(random.below(100)).padStart(2, "0")}${name}`);
      if (wild && random.chance(0.1)) list.push("S20gone");
      if (list.length > 0) subject.links[level] = list;
    }
  }
  subject.commands = makeCommands(random, names);
  return subject;
}

function makeCommands(random, names) {
  const commands = [];
  if (random.chance(0.7)) commands.push(random.chance(0.8) ? names : random.some(names, 0.6));
  while (commands.length < 1 || random.chance(0.5)) {
    const options = random.some(["-f", "-d", "-e", "-n", "-s", "-q", "-v", "-r"], 0.09);
    const named = random.some(names, random.pick([0, 0.3, 0.8]));
    if (named.length > 0 && random.chance(0.1))
      named[0] += random.pick([",start=2,3", ",start=4,stop=0,6", ",stop=1", ",start=S,stop=2,"]);
    commands.push([...options, ...named]);
  }
  return commands;
}

function* smaller(subject) {
  for (const key of ["conf", "confd", "overrides", "filters", "links"])
    if (subject[key] !== undefined)
      yield Object.fromEntries(Object.entries(subject).filter(([each]) => each !== key));
  for (const at of subject.commands.keys())
    if (subject.commands.length > 1) yield { ...subject, commands: subject.commands.toSpliced(at, 1) };
  for (const [at, words] of subject.commands.entries())
    for (const word of words.keys())
      yield { ...subject, commands: subject.commands.with(at, words.toSpliced(word, 1)) };
  for (const at of subject.scripts.keys()) yield { ...subject, scripts: subject.scripts.toSpliced(at, 1) };
  for (const [level, list] of Object.entries(subject.links ?? {}))
    for (const at of list.keys())
      yield { ...subject, links: { ...subject.links, [level]: list.toSpliced(at, 1) } };
  for (const [at, script] of subject.scripts.entries())
    for (const [line, text] of (script.header ?? []).entries()) {
      const replace = (lines) => ({
        ...subject,
        scripts: subject.scripts.with(at, { ...script, header: lines }),
      });
      const words = text.split(" ");
      for (let word = words.length - 1; word > 1; word--)
        yield replace(script.header.with(line, words.toSpliced(word, 1).join(" ")));
      if (!/Provides|Required|Default/.test(text)) yield replace(script.header.toSpliced(line, 1));
    }
}

compareAll({ what, ...commandLine(200), make, differs, smaller });
console.log(`${what}: ${told.size} kinds of messages were compared`);
if (told.size < 12) process.exit(1);
