// Random folders of init scripts: plausible headers, with the slips that insserv has a message for.

import { rcLevels } from "@inittab/core";
import type { CaseScript, InsservCase } from "../initscript/insserv.ts";
import type { RandomSource } from "../live/random.ts";

/** A case with the commands that are given one after the other. */
export interface TestCase extends InsservCase {
  readonly commands: readonly (readonly string[])[];
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

/** Who is asked for a header. */
interface HeaderRequest {
  readonly name: string;
  /** The names of all scripts. */
  readonly names: readonly string[];
  /** With mistakes. */
  readonly wild: boolean;
}

function makeHeader(random: RandomSource, { name, names, wild }: HeaderRequest): readonly string[] {
  const words = (share: number): string => {
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

/** A random case. */
export function makeCase(random: RandomSource): TestCase {
  const wild = random.chance(0.4);
  const names = random.shuffle(pool).slice(0, 2 + random.below(8));
  if (random.chance(0.5)) names.push(...random.some(members, 0.4));
  if (wild && random.chance(0.3)) names.push(random.pick(oddNames));
  const scripts = names.map((name): CaseScript => {
    if (wild && random.chance(0.03)) return { name, body: ["#!/bin/sh", "exit 0"] };
    if (wild && random.chance(0.02))
      return { name, body: ["#!/bin/sh", "### BEGIN INIT INFO", `# Provides: ${name}`] };
    if (wild && random.chance(0.02)) return { name, body: ["#!/sbin/openrc-run", "depend() { :; }"] };
    return {
      name,
      header: makeHeader(random, { name, names, wild }),
      ...(wild && random.chance(0.04) ? { mode: "644" } : {}),
    };
  });
  const conf = random.chance(0.2) ? makeConfiguration(random, names) : undefined;
  const confd = random.chance(0.1)
    ? {
        one: [`$mail +${random.pick(names)}`],
        two: [`$network\t+${random.pick(names)}`],
        "x.dpkg-old": ["$network y"],
      }
    : undefined;
  const overrides = wild && random.chance(0.2) ? makeOverride(random, names) : undefined;
  const filters = wild && random.chance(0.1) ? ["html", "sh"] : undefined;
  const links = random.chance(0.3) ? makeLinks(random, names, wild) : undefined;
  return {
    scripts,
    ...(conf && { conf }),
    ...(confd && { confd }),
    ...(overrides && { overrides }),
    ...(filters && { filters }),
    ...(links && { links }),
    commands: makeCommands(random, names),
  };
}

function makeConfiguration(random: RandomSource, names: readonly string[]): readonly string[] {
  return [
    "# facilities",
    "$local_fs +mountall",
    `$network ${random.pick(names)}`,
    "$named: $network +x",
    "$remote_fs = $local_fs $network",
    "$syslog +rsyslog",
    `<interactive> ${random.pick(names)} udev`,
    ...(random.chance(0.1) ? ["$local_fs $remote_fs"] : []),
  ];
}

function makeOverride(
  random: RandomSource,
  names: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const name = random.pick(names);
  return {
    [name]: random.chance(0.7)
      ? ["### BEGIN INIT INFO", ...makeHeader(random, { name, names, wild: false }), "### END INIT INFO"]
      : ["# nothing"],
  };
}

function makeLinks(
  random: RandomSource,
  names: readonly string[],
  wild: boolean,
): Readonly<Record<string, readonly string[]>> {
  const folders = rcLevels.map((level) => {
    const list = random
      .some(names, 0.3)
      .map((name) => `${random.pick(["S", "S", "K"])}${String(random.below(100)).padStart(2, "0")}${name}`);
    if (wild && random.chance(0.1)) list.push("S20gone");
    return [level, list] as const;
  });
  return Object.fromEntries(folders.filter(([, list]) => list.length > 0));
}

function makeCommands(random: RandomSource, names: readonly string[]): readonly (readonly string[])[] {
  const commands: (readonly string[])[] = [];
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

/** The case with one thing less, in every way. */
export function* smallerCases(subject: TestCase): Iterable<TestCase> {
  const { scripts, commands, ...rest } = subject;
  for (const key of Object.keys(rest))
    yield { ...Object.fromEntries(Object.entries(rest).filter(([each]) => each !== key)), scripts, commands };
  for (const at of subject.commands.keys())
    if (subject.commands.length > 1) yield { ...subject, commands: subject.commands.toSpliced(at, 1) };
  for (const [at, words] of subject.commands.entries())
    for (const word of words.keys())
      yield { ...subject, commands: subject.commands.with(at, words.toSpliced(word, 1)) };
  for (const at of subject.scripts.keys()) yield { ...subject, scripts: subject.scripts.toSpliced(at, 1) };
  for (const [level, list] of Object.entries(subject.links ?? {}))
    for (const at of list.keys())
      yield { ...subject, links: { ...subject.links, [level]: list.toSpliced(at, 1) } };
  for (const [at, script] of subject.scripts.entries()) {
    const { header = [] } = script;
    for (const [line, text] of header.entries()) {
      const replace = (lines: readonly string[]): TestCase => ({
        ...subject,
        scripts: subject.scripts.with(at, { ...script, header: lines }),
      });
      const words = text.split(" ");
      for (let word = words.length - 1; word > 1; word--)
        yield replace(header.with(line, words.toSpliced(word, 1).join(" ")));
      if (!/Provides|Required|Default/.test(text)) yield replace(header.toSpliced(line, 1));
    }
  }
}
