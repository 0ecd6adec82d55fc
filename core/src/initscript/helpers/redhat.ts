// The other functions of Red Hat's library, as far as init scripts rely on what they print and return. Spec 7.1.

import type { RcFlavor } from "../facts/rc-flavors.ts";
import { readPidFile, usualPidFile } from "./pid-file.ts";
import { redHatStatus } from "./redhat-status.ts";
import { type HelperOutcome, type HelperWorld, pidsOf } from "./world.ts";

type Helper = (call: HelperCall) => HelperOutcome;

interface HelperCall {
  readonly flavor: RcFlavor;
  readonly world: HelperWorld;
  readonly words: readonly string[];
}

const marks = { success: "  OK  ", failure: "FAILED", passed: "PASSED", warning: "WARNING" } as const;

function mark(world: HelperWorld, kind: keyof typeof marks): string {
  return world.lsb ? "" : `[${marks[kind]}]\r`;
}

const helpers: Readonly<Record<string, Helper>> = {
  status: ({ flavor, world, words }) => redHatStatus(flavor, world, words),
  killproc,
  daemon,
  pidofproc,
  pidfileofproc: ({ flavor, world, words }) => {
    const [program] = words;
    if (program === undefined) return { exit: 1, stdout: "Usage: pidfileofproc {program}\n" };
    const { pids } = readPidFile(world, flavor, { path: usualPidFile(program) });
    return pids.length > 0 ? { exit: 0, stdout: `${pids.join(" ")}\n` } : { exit: 0, stdout: "" };
  },
  checkpid: ({ flavor, world, words }) => {
    const lives = words.map((word) => world.processes.some(({ pid }) => String(pid) === word));
    const fits = flavor === "rh73" ? lives.every(Boolean) : lives.some(Boolean);
    return { exit: fits ? 0 : 1, stdout: "" };
  },
  action: ({ world, words }) => {
    const [text = "", program = "", ...more] = words;
    const exit = exitOf(world, program, more);
    return { exit, stdout: `${text} ${mark(world, exit === 0 ? "success" : "failure")}\n` };
  },
  success: ({ world }) => ({ exit: 0, stdout: mark(world, "success") }),
  failure: ({ world }) => ({ exit: 0, stdout: mark(world, "failure") }),
  passed: ({ world }) => ({ exit: 0, stdout: mark(world, "passed") }),
  warning: ({ world }) => ({ exit: 0, stdout: mark(world, "warning") }),
};

/** Runs a function of the library; undefined when it is not one that is modelled. */
export function callRedHatHelper(
  flavor: RcFlavor,
  world: HelperWorld,
  name: string,
  words: readonly string[],
): HelperOutcome | undefined {
  return Object.hasOwn(helpers, name) ? helpers[name]?.({ flavor, world, words }) : undefined;
}

/** Generations before RHEL 5, whose functions know no options. */
function isOld(flavor: RcFlavor): boolean {
  return flavor === "el4" || flavor === "rh73" || flavor === "rh5";
}

function exitOf(world: HelperWorld, program: string, words: readonly string[]): number {
  if (program === "false") return 1;
  if (program === "exit") return Number(words[0] ?? 0) & 255;
  return world.exits.get(program) ?? 0;
}

function daemon({ flavor, world, words }: HelperCall): HelperOutcome {
  let rest = [...words];
  let base: string | undefined;
  let pidFile = "";
  let force = false;
  while (/^[-+]/.test(rest[0] ?? "")) {
    const [option = ""] = rest;
    const [, name = option, value] = /^(--[a-z]+)=(.+)$/s.exec(option) ?? [];
    const known = ["--check", "--user", ...(isOld(flavor) ? [] : ["--pidfile"])].includes(name);
    if (option === "--force") force = true;
    else if (known) {
      const argument = value ?? rest[1] ?? "";
      if (name === "--check") base = argument;
      if (name === "--pidfile") pidFile = argument;
      if (value === undefined) rest = rest.slice(1);
    } else if (!/^[-+][0-9]/.test(option)) {
      const more = flavor === "el6" ? " [arg1]..." : "";
      return { exit: 1, stdout: `/bin/bash: Usage: daemon [+/-nicelevel] {program}${more}\n` };
    }
    rest = rest.slice(1);
  }
  const [program = ""] = rest;
  const path = pidFile || usualPidFile(base ?? program);
  if (readPidFile(world, flavor, { path }).pids.length > 0 && !force) return { exit: 0, stdout: "" };
  const [command = "", ...more] = rest.join(" ").split(" ");
  const exit = exitOf(world, command, more);
  // The status of the program is lost: what is returned is that of the test that looked at it.
  return { exit: exit === 0 ? 0 : 1, stdout: mark(world, exit === 0 ? "success" : "failure") };
}

function pidofproc({ flavor, world, words }: HelperCall): HelperOutcome {
  if (words.length === 0) {
    const options = isOld(flavor) ? "" : "[-p pidfile] ";
    return { exit: 1, stdout: `Usage: pidofproc ${options}{program}\n` };
  }
  const given = !isOld(flavor) && words[0] === "-p";
  const pidFile = given ? (words[1] ?? "") : "";
  const program = (given ? words[2] : words[0]) ?? "";
  const reading = readPidFile(world, flavor, { path: pidFile || usualPidFile(program) });
  if (reading.pids.length > 0) return { exit: 0, stdout: `${reading.pids.join(" ")}\n` };
  const pids = pidFile === "" ? pidsOf(world, program) : [];
  if (pids.length > 0) return { exit: 0, stdout: `${pids.join(" ")}\n` };
  return { exit: isOld(flavor) ? 1 : reading.code, stdout: "" };
}

/** The signals that a process does not end by. */
const harmless = /^-(0|CONT|CHLD|WINCH|URG|STOP|TSTP)$/;

function killproc({ flavor, world, words }: HelperCall): HelperOutcome {
  const taken: Record<string, string> = {};
  let rest = words;
  for (const option of flavor === "el6" ? "pbd" : flavor === "el5" ? "pd" : flavor === "el4" ? "d" : "") {
    if (rest[0] !== `-${option}`) continue;
    if (option === "b" && !taken["p"]) {
      const lines = ["-b option can be used only with -p", "Usage: killproc -p pidfile -b binary program"];
      return { exit: 1, stdout: lines.map((line) => `${line}\n`).join("") };
    }
    taken[option] = rest[1] ?? "";
    if (rest.length >= 2) rest = rest.slice(2);
  }
  const [program, signal = ""] = rest;
  if (words.length === 0 || program === undefined)
    return { exit: 1, stdout: `Usage: killproc ${usage(flavor)}\n` };
  const path = taken["p"] || usualPidFile(program);
  const reading = readPidFile(world, flavor, { path, binary: taken["b"] || undefined });
  const found = reading.pids.length > 0 || taken["p"] ? reading.pids : pidsOf(world, program);
  const removed = signal === "" && world.pidFiles.has(path) ? [path] : [];
  if (found.length === 0) {
    if (reading.code === 4 && taken["p"]) return { exit: 4, stdout: mark(world, "failure") };
    if (world.lsb && signal !== "" && !isOld(flavor)) return { exit: 7, stdout: "" };
    return { exit: isOld(flavor) ? 1 : 0, stdout: mark(world, "failure"), removed };
  }
  const killed = harmless.test(signal) ? [] : found;
  return { exit: 0, stdout: mark(world, "success"), killed, removed };
}

function usage(flavor: RcFlavor): string {
  if (flavor === "rh73") return "{program} [signal]";
  return flavor === "el4" ? "[ -d delay] {program} [signal]" : "[-p pidfile] [ -d delay] {program} [-signal]";
}
