// The other functions of Red Hat's library, as far as init scripts rely on what they print and return. Spec 7.1.

import { baseName } from "../base-name.ts";
import type { RedHatLibrary } from "../facts/redhat-library.ts";
import { readPidFile, usualPidFile } from "./pid-file.ts";
import { redHatStatus } from "./redhat-status.ts";
import { type HelperOutcome, type HelperWorld, pidsOf } from "./world.ts";

type Helper = (call: HelperCall) => HelperOutcome;

interface HelperCall {
  readonly library: RedHatLibrary;
  readonly world: HelperWorld;
  readonly words: readonly string[];
}

const marks = { success: "  OK  ", failure: "FAILED", passed: "PASSED", warning: "WARNING" } as const;

function mark(world: HelperWorld, kind: keyof typeof marks): string {
  return world.lsb ? "" : `[${marks[kind]}]\r`;
}

const helpers: Readonly<Record<string, Helper>> = {
  status: ({ library, world, words }) => redHatStatus(library, world, words),
  killproc,
  daemon,
  pidofproc,
  pidfileofproc: ({ library, world, words }) => {
    const [program] = words;
    if (program === undefined) return { exit: 1, stdout: "Usage: pidfileofproc {program}\n" };
    const { pids } = readPidFile(world, library, { path: usualPidFile(baseName(program)) });
    return pids.length > 0 ? { exit: 0, stdout: `${pids.join(" ")}\n` } : { exit: 0, stdout: "" };
  },
  checkpid: ({ library, world, words }) => {
    const lives = words.map((word) => world.processes.some(({ pid }) => String(pid) === word));
    const fits = library.checkpid === "all" ? lives.every(Boolean) : lives.some(Boolean);
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

/** Runs a function of a generation of the library; undefined when it is not one that is modelled. */
export function callRedHatHelper(
  library: RedHatLibrary,
  world: HelperWorld,
  name: string,
  words: readonly string[],
): HelperOutcome | undefined {
  return Object.hasOwn(helpers, name) ? helpers[name]?.({ library, world, words }) : undefined;
}

function exitOf(world: HelperWorld, program: string, words: readonly string[]): number {
  if (program === "false") return 1;
  if (program === "exit") return Number(words[0] ?? 0) & 255;
  return world.exits.get(program) ?? 0;
}

function daemon({ library, world, words }: HelperCall): HelperOutcome {
  let rest = [...words];
  let base: string | undefined;
  let pidFile = "";
  let force = false;
  while (/^[-+]/.test(rest[0] ?? "")) {
    const [option = ""] = rest;
    const [, name = option, value] = /^(--[a-z]+)=(.+)$/s.exec(option) ?? [];
    if (option === "--force") force = true;
    else if (library.daemon.options.includes(name)) {
      const argument = value ?? rest[1] ?? "";
      if (name === "--check") base = argument;
      if (name === "--pidfile") pidFile = argument;
      if (value === undefined) rest = rest.slice(1);
    } else if (!/^[-+][0-9]/.test(option))
      return { exit: 1, stdout: `/bin/bash: Usage: daemon ${library.daemon.usage}\n` };
    rest = rest.slice(1);
  }
  const [program = ""] = rest;
  const path = pidFile || usualPidFile(baseName(base ?? program));
  if (readPidFile(world, library, { path }).pids.length > 0 && !force) return { exit: 0, stdout: "" };
  const [command = "", ...more] = rest.join(" ").split(" ");
  const exit = exitOf(world, command, more);
  // The status of the program is lost: what is returned is that of the test that looked at it.
  return { exit: exit === 0 ? 0 : 1, stdout: mark(world, exit === 0 ? "success" : "failure") };
}

function pidofproc({ library, world, words }: HelperCall): HelperOutcome {
  const { takesPidFile, nothingFound } = library.pidofproc;
  if (words.length === 0) {
    const options = takesPidFile ? "[-p pidfile] " : "";
    return { exit: 1, stdout: `Usage: pidofproc ${options}{program}\n` };
  }
  const given = takesPidFile && words[0] === "-p";
  const pidFile = given ? (words[1] ?? "") : "";
  const program = (given ? words[2] : words[0]) ?? "";
  const reading = readPidFile(world, library, { path: pidFile || usualPidFile(baseName(program)) });
  if (reading.pids.length > 0) return { exit: 0, stdout: `${reading.pids.join(" ")}\n` };
  const pids = pidFile === "" ? pidsOf(world, program) : [];
  if (pids.length > 0) return { exit: 0, stdout: `${pids.join(" ")}\n` };
  return { exit: nothingFound === "state" ? reading.code : nothingFound, stdout: "" };
}

/** The signals that a process does not end by. */
const harmless = /^-(0|CONT|CHLD|WINCH|URG|STOP|TSTP)$/;

function killproc({ library, world, words }: HelperCall): HelperOutcome {
  const { options, usage, nothingToKill, nothingToSignal } = library.killproc;
  const taken: Record<string, string> = {};
  let rest = words;
  for (const option of options) {
    if (rest[0] !== `-${option}`) continue;
    if (option === "b" && !taken["p"]) {
      const lines = ["-b option can be used only with -p", "Usage: killproc -p pidfile -b binary program"];
      return { exit: 1, stdout: lines.map((line) => `${line}\n`).join("") };
    }
    taken[option] = rest[1] ?? "";
    if (rest.length >= 2) rest = rest.slice(2);
  }
  const [program, signal = ""] = rest;
  if (words.length === 0 || program === undefined) return { exit: 1, stdout: `Usage: killproc ${usage}\n` };
  const path = taken["p"] || usualPidFile(baseName(program));
  const reading = readPidFile(world, library, { path, binary: taken["b"] || undefined });
  const found = reading.pids.length > 0 || taken["p"] ? reading.pids : pidsOf(world, program);
  const removed = signal === "" && world.pidFiles.has(path) ? [path] : [];
  if (found.length === 0) {
    if (reading.code === 4 && taken["p"]) return { exit: 4, stdout: mark(world, "failure") };
    if (world.lsb && signal !== "" && nothingToSignal !== undefined)
      return { exit: nothingToSignal, stdout: "" };
    return { exit: nothingToKill, stdout: mark(world, "failure"), removed };
  }
  const killed = harmless.test(signal) ? [] : found;
  return { exit: 0, stdout: mark(world, "success"), killed, removed };
}
