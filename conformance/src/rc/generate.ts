// Random trees of scripts and links, and random changes of runlevel.

import { rcLevels } from "@inittab/core";
import type { CaseAction, CaseEntry, CaseService, RcCase } from "../initscript/rc.ts";
import type { RandomSource } from "../live/random.ts";

/** A case in which everything is said. */
export interface TestCase extends RcCase {
  readonly locks: readonly string[];
}

type Step = RcCase["steps"][number];
type NamedEntry = Exclude<CaseEntry, string>;

const pool = ["amber", "birch", "cedar", "9p", "ember", "fjord", "sshd", "xdm", "early1", "b~", "c.bak"];

/** A random case. */
export function makeCase(random: RandomSource): TestCase {
  const depend = random.chance(0.4);
  const names = random
    .shuffle(depend ? pool.filter((name) => /^\w+$/.test(name)) : pool)
    .slice(0, 2 + random.below(6));
  const services = new Map<string, CaseService>();
  for (const name of names) {
    const actions = { start: makeAction(random, name), stop: makeAction(random, name) };
    const header = depend ? { header: makeHeader(random, name, names) } : {};
    services.set(name, { ...actions, ...header, ...(!depend && random.chance(0.1) ? { mode: "644" } : {}) });
  }
  const folders = (depend ? [] : rcLevels).map((level) => [level, makeFolder(random, names)] as const);
  const locks = random.some(names, 0.3);
  return {
    flavor: "deb12",
    services: Object.fromEntries(services),
    rc: Object.fromEntries(folders),
    locks,
    ...(depend ? { depend } : {}),
    steps: makeSteps(random),
  };
}

function makeFolder(random: RandomSource, names: readonly string[]): readonly NamedEntry[] {
  const entries = new Map<string, NamedEntry>();
  for (const target of random.some(names, 0.6)) {
    const number = random.pick([String(random.below(100)).padStart(2, "0"), "20", "20", "5", "100", ""]);
    const name = `${random.pick(["S", "S", "K"])}${number}${target}`;
    const kind = random.chance(0.1)
      ? { kind: random.pick(["file", "noexec", "dangling", "dir"] as const) }
      : {};
    entries.set(name, { name, target, ...kind });
  }
  return [...entries.values()];
}

function makeAction(random: RandomSource, name: string): CaseAction {
  return {
    ...(random.chance(0.3) ? { touch: [name] } : {}),
    ...(random.chance(0.3) ? { remove: [name] } : {}),
    ...(random.chance(0.3) ? { exit: random.pick([1, 2, 5, 6, 7, 8, 100]) } : {}),
    ...(random.chance(0.2) ? { print: "hello" } : {}),
  };
}

function makeSteps(random: RandomSource): readonly Step[] {
  const steps: Step[] = [];
  let previous = random.pick(["N", "N", "S", "2"]);
  for (let count = 1 + random.below(4); count > 0; count--) {
    const runlevel = random.pick(["0", "1", "2", "2", "3", "5", "6", "S", "7"]);
    steps.push({ previous, runlevel, ...(random.chance(0.05) ? { args: [] } : {}) });
    previous = runlevel;
  }
  return steps;
}

function makeHeader(random: RandomSource, name: string, names: readonly string[]): readonly string[] {
  const earlier = names.slice(0, names.indexOf(name));
  const list = (): string => random.some(earlier, 0.3).join(" ");
  return [
    `# Provides: ${name}`,
    `# Required-Start: ${list()}`,
    `# Required-Stop: ${list()}`,
    "# Default-Start: 2 3 4 5",
    `# Default-Stop: ${random.pick(["0 1 6", "0 6"])}`,
  ];
}

/** The case with one thing less, in every way. */
export function* smallerCases(subject: TestCase): Iterable<TestCase> {
  for (const at of subject.steps.keys())
    if (subject.steps.length > 1) yield { ...subject, steps: subject.steps.toSpliced(at, 1) };
  for (const [level, entries] of Object.entries(subject.rc))
    for (const at of entries.keys())
      yield { ...subject, rc: { ...subject.rc, [level]: entries.toSpliced(at, 1) } };
  for (const name of Object.keys(subject.services)) {
    const services = Object.fromEntries(Object.entries(subject.services).filter(([each]) => each !== name));
    const used = Object.values(subject.rc).some((entries) =>
      entries.some((entry) => typeof entry !== "string" && entry.target === name),
    );
    if (!used) yield { ...subject, services };
  }
  for (const at of subject.locks.keys()) yield { ...subject, locks: subject.locks.toSpliced(at, 1) };
}
