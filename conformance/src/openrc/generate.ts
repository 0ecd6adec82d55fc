// Random services, settings and runlevels, and random steps.

import type { CaseFunction, CaseService, CaseStep, OpenrcCase } from "../initscript/openrc-case.ts";
import type { RandomSource } from "../live/random.ts";

/** A case with steps, as it is compared. */
export interface TestCase extends OpenrcCase {
  readonly steps: readonly CaseStep[];
}

const pool = [
  "amber",
  "birch",
  "cedar",
  "dune",
  "ember",
  "fjord",
  "net.lo",
  "net.eth0",
  "Z",
  "_x",
  "c10",
  "c9",
];
const virtual = ["net", "logger", "dns"];

/** A random case. */
export function makeCase(random: RandomSource): TestCase {
  const names = random.shuffle(pool).slice(0, 3 + random.below(6));
  const services = Object.fromEntries(names.map((name) => [name, makeService(random, name, names)]));
  const levels = [
    "sysinit",
    "boot",
    "default",
    "nonetwork",
    "shutdown",
    ...(random.chance(0.3) ? ["office"] : []),
  ];
  const shares: Readonly<Record<string, number>> = { sysinit: 0.1, boot: 0.3, shutdown: 0.1 };
  const runlevels = Object.fromEntries(
    levels.map((level) => [
      level,
      [
        ...random.some(names, shares[level] ?? 0.5),
        ...(level === "office" ? [{ stack: random.pick(["nonetwork", "default"]) }] : []),
      ],
    ]),
  );
  const settings = random.some(
    [
      `rc_depend_strict="${random.pick(["NO", "yes", "on", "y", "True", "1", "maybe"])}"`,
      `rc_nostop="${random.pick(names)}"`,
      `rc_hotplug="${random.pick(["*", "!net.*", "net.*", "a* *r"])}"`,
      `rc_${random.pick(names).replace(/\W/g, "_")}_need="${random.pick(names)}"`,
      `RC_${random.pick(names).replace(/\W/g, "_")}_USE="${random.pick(names)}"`,
      `rc_${random.pick(["need", "use", "after"])}="${random.pick(names)}"`,
    ],
    0.08,
  );
  return {
    services,
    runlevels,
    "rc.conf": [`rc_sys="${random.chance(0.15) ? random.pick(["lxc", "docker"]) : ""}"`, ...settings],
    ...(random.chance(0.2) && {
      "conf.d": {
        [random.pick(["net", random.pick(names), `${random.pick(names)}.nonetwork`])]: [
          random.pick([`x=${random.pick(names)}`, `rc_use="${random.pick(names)}"`, 'rc_provide="!net"']),
        ],
      },
    }),
    files: { "/etc/insserv.conf": facilities },
    steps: makeSteps(random, names),
  };
}

const facilities = ["$network +net.eth0 amber", "$syslog +ember", "$remote_fs $network +birch"];

const words = [
  "need",
  "need",
  "use",
  "use",
  "want",
  "after",
  "after",
  "before",
  "before",
  "provide",
  "keyword",
];

function makeService(random: RandomSource, name: string, names: readonly string[]): CaseService {
  if (random.chance(0.06)) return lsbScript(random, name, names);
  const depend = random.some(words, 0.16).map((word) => makeLine(random, word, name, names));
  return {
    ...(random.chance(0.95) && { depend }),
    ...(random.chance(0.15) && { start: makeFunction(random) }),
    ...(random.chance(0.1) && { stop: makeFunction(random) }),
    ...(random.chance(0.08) && {
      conf: [`rc_${random.pick(["need", "after", "want"])}="${random.pick(names)}"`],
    }),
    ...(random.chance(0.03) && { mode: "644" }),
    ...(random.chance(0.06) && { tail: [random.pick(tails)] }),
    ...(random.chance(0.03) && {
      shebang: random.pick(["#! /sbin/openrc-run", "#!/bin/sh", "#!/sbin/openrc-run -d"]),
    }),
  };
}

const tails = [
  "start_pre() { echo pre $RC_SVCNAME >> /tmp/calls; }",
  "start_post() { return 1; }",
  "stop_pre() { return 2; }",
  "stop_post() { echo post >> /tmp/calls; }",
  "required_dirs=/nosuch",
  'extra_commands="hello"; hello() { echo hi; }',
  'extra_started_commands="reload"; reload() { echo rl >> /tmp/calls; return 3; }',
  "status() { return 5; }",
];

function makeLine(random: RandomSource, word: string, name: string, names: readonly string[]): string {
  if (word === "keyword")
    return `keyword ${random.pick(["-stop", "nostop", "-shutdown", "noshutdown", "-lxc", "nodocker", "-containers", "-containers !-lxc", "-jail"])}`;
  if (word === "provide") return `provide ${random.pick(virtual)}`;
  // Words that name a later service only, so that most cases have no circle.
  const later = names.filter((each) => each > name);
  const chosen = random.chance(0.8) && later.length > 0 ? later : names;
  const targets = [
    random.pick(chosen),
    ...random.some([...virtual, ...names], 0.06),
    ...(random.chance(0.05) ? ["missing"] : []),
  ];
  if (random.chance(0.04) && ["after", "before"].includes(word)) return `${word} *`;
  if (random.chance(0.04)) return `[ "$RC_SVCNAME" = ${random.pick(names)} ] || ${word} ${targets.join(" ")}`;
  if (random.chance(0.04)) return `for i in ${targets.join(" ")}; do ${word} $i; done`;
  if (random.chance(0.03)) return `${word} $x`;
  return `${word} ${random.chance(0.05) ? "!" : ""}${targets.join(" ")}`;
}

function makeFunction(random: RandomSource): CaseFunction {
  return random.pick<CaseFunction>([
    1,
    1,
    3,
    ["mark_service_inactive", "return 0"],
    ["ebegin Working", "eend 1 'no luck'"],
    ["einfo note", "service_started net.lo && echo up >> /tmp/calls", "return 0"],
    null,
  ]);
}

function lsbScript(random: RandomSource, name: string, names: readonly string[]): CaseService {
  const some = (share: number): string =>
    random.some([...names, "$network", "$syslog", "$remote_fs", "$all"], share).join(" ");
  return {
    text: [
      "#!/bin/sh",
      "### BEGIN INIT INFO",
      `# Provides: ${name}${random.chance(0.3) ? " net" : ""}`,
      `# Required-Start: ${some(0.12)}`,
      "# Required-Stop:",
      `# Should-Start: ${some(0.12)}`,
      ...(random.chance(0.3) ? [`# X-Start-Before: ${some(0.12)}`] : []),
      "# Default-Start: 2 3 4 5",
      "# Default-Stop: 0 1 6",
      "### END INIT INFO",
      `echo "$1 ${name} $RC_RUNLEVEL" >> /tmp/calls`,
      `exit ${random.chance(0.2) ? 1 : 0}`,
    ],
  };
}

function makeSteps(random: RandomSource, names: readonly string[]): readonly CaseStep[] {
  const steps: CaseStep[] = [
    ["openrc", "sysinit"],
    ["openrc", "boot"],
  ];
  if (random.chance(0.95)) steps.push(["openrc", "default"]);
  for (let count = random.below(5); count > 0; count--) steps.push(makeStep(random, names));
  if (random.chance(0.7)) steps.push(["openrc", random.pick(["shutdown", "shutdown", "reboot"])]);
  return steps;
}

function makeStep(random: RandomSource, names: readonly string[]): CaseStep {
  const name = random.pick(names);
  return random.pick<() => CaseStep>([
    () => ["openrc", random.pick(["default", "nonetwork", "boot", "single", "office", "3"])],
    () => ["openrc"],
    () => ["openrc", "-n", "nonetwork"],
    () => ["rc-service", name, random.pick(["start", "stop", "start", "stop", "zap", "status"])],
    // What a restart starts again goes on after it has ended, on a busy machine for longer than one would think.
    () => ({ sh: `rc-service ${name} restart; sleep 1` }),
    () => [
      "rc-service",
      random.pick(["-D", "-Z", "-s", "-S", "-N", "-i"]),
      name,
      random.pick(["start", "stop"]),
    ],
    () => ["rc-service", name, random.pick(["hello", "reload", "ineed", "needsme", "iuse", "nosuch"])],
    () => [
      "rc-update",
      random.pick(["add", "del"]),
      name,
      ...random.some(["default", "boot", "nolevel"], 0.5),
    ],
    () => ["rc-update", "show"],
    () => ["rc-status", ...random.some(["-a", "-s", "-m", "-u", "boot"], 0.2).slice(0, 2)],
    () => [
      "rc-depend",
      ...random.some(["-a", "-o", "-s"], 0.2),
      "-t",
      random.pick(["ineed", "needsme", "ineed,iuse,iafter"]),
      name,
    ],
    () => ({ run: [`/etc/init.d/${name}`, random.pick(["start", "stop"])], env: { IN_HOTPLUG: "1" } }),
    () => ({ run: ["rc-service", name, "start"], env: { IN_BACKGROUND: "yes" } }),
    () => ["openrc", "-o", random.pick(["nonetwork", "nosuch"])],
  ])();
}

/** The case with one thing less, in every way. */
export function* smallerCases(subject: TestCase): Iterable<TestCase> {
  for (const at of subject.steps.keys())
    if (subject.steps.length > 1) yield { ...subject, steps: subject.steps.toSpliced(at, 1) };
  for (const name of Object.keys(subject.services)) {
    const services = Object.fromEntries(Object.entries(subject.services).filter(([each]) => each !== name));
    const runlevels = Object.fromEntries(
      Object.entries(subject.runlevels).map(([level, list]) => [level, list.filter((each) => each !== name)]),
    );
    yield { ...subject, services, runlevels };
  }
  for (const [name, service] of Object.entries(subject.services)) {
    const changed = (less: CaseService): TestCase => ({
      ...subject,
      services: { ...subject.services, [name]: less },
    });
    for (const at of (service.depend ?? []).keys())
      yield changed({ ...service, depend: (service.depend ?? []).toSpliced(at, 1) });
    for (const member of ["start", "stop", "conf", "tail", "mode", "shebang"] as const)
      if (service[member] !== undefined) {
        const { [member]: _, ...less } = service;
        yield changed(less);
      }
  }
  for (const [level, list] of Object.entries(subject.runlevels))
    for (const at of list.keys())
      yield { ...subject, runlevels: { ...subject.runlevels, [level]: list.toSpliced(at, 1) } };
  const lines = subject["rc.conf"] ?? [];
  for (const at of lines.keys()) if (at > 0) yield { ...subject, "rc.conf": lines.toSpliced(at, 1) };
  if (subject["conf.d"] !== undefined) {
    const { "conf.d": _, ...less } = subject;
    yield less;
  }
}
