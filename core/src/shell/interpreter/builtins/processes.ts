// `trap`, `kill`, `wait`, and what little is known of jobs.

import type { Working } from "../contract.ts";
import { killedIn, sayKilled } from "../killed.ts";
import { signalNamed, signalNames, signalNumber } from "../signals.ts";
import { complain, fail, notFollowed, type ShellState } from "../state.ts";
import { print, quoted } from "./builtin.ts";

/** `trap`. */
export function* trap(shell: ShellState, args: readonly string[]): Working<number> {
  const words = args[0] === "--" ? args.slice(1) : args;
  if (words.length === 0) {
    const lines = [...shell.traps].map(([signal, action]) => `trap -- ${quoted(action)} ${signal}\n`);
    return print(shell, lines.join(""));
  }
  const [first = "", ...rest] = words;
  // With nothing but signals, or a number in the first place, the actions are taken away.
  const resets =
    first === "-" || words.length === 1 || (/^\d+$/.test(first) && signalNamed(first) !== undefined);
  const signals = resets && first !== "-" ? words : rest;
  let status = 0;
  for (const text of signals) {
    const signal = signalNamed(text);
    if (signal === undefined) {
      complain(shell, shell.behaviour.words.trapSignal(text));
      status = 1;
      continue;
    }
    if (shell.ignored.has(signal)) continue;
    if (resets) shell.traps.delete(signal);
    else shell.traps.set(signal, first);
    if (signal !== "EXIT")
      yield { kind: "trap", signal, action: resets ? "default" : first === "" ? "ignore" : "catch" };
  }
  return status;
}

/** `kill`. */
export function* kill(shell: ShellState, args: readonly string[]): Working<number> {
  const [first = "", second, ...others] = args;
  if (first === "-l" || first === "-L") {
    if (second === undefined) return print(shell, `${signalNames.join("\n")}\n`);
    const number = Number(second);
    const name = signalNamed(String(number > 128 ? number - 128 : number));
    return print(shell, `${name ?? second}\n`);
  }
  let signal = "TERM";
  let targets = args;
  if (first === "-s" && second !== undefined) {
    signal = second;
    targets = others;
  } else if (/^-[A-Za-z0-9]/.test(first)) {
    signal = first.slice(1);
    targets = args.slice(1);
  }
  if (targets[0] === "--") targets = targets.slice(1);
  const named = signal === "0" ? "EXIT" : signalNamed(signal);
  const { words, appletStatus } = shell.behaviour;
  if (named === undefined) return fail(shell, words.kill.signal(signal), appletStatus);
  if (targets.length === 0) return fail(shell, words.kill.usage, appletStatus);
  let status = 0;
  for (const target of targets) {
    if (target.startsWith("%")) return notFollowed("kill %");
    if (!/^-?\d+$/.test(target)) {
      complain(shell, words.kill.process(target));
      status = appletStatus;
      continue;
    }
    // Signal 0 only asks whether the process is there.
    const answer = yield { kind: "signal", pid: Number(target), signal: named === "EXIT" ? "0" : named };
    if (answer.kind !== "failed") continue;
    complain(shell, words.kill.missing(target));
    status = 1;
  }
  return status;
}

/** `wait`: for all children, or for those that are named. */
export function* wait(shell: ShellState, args: readonly string[]): Working<number> {
  if (args.length === 0) {
    const answer = yield { kind: "wait", pid: undefined };
    return answer.kind === "interrupted" ? interrupted(shell) : 0;
  }
  let status = 0;
  for (const text of args) {
    if (text.startsWith("%")) return notFollowed("wait %");
    if (!/^\d+$/.test(text)) return fail(shell, shell.behaviour.words.illegalNumber(text));
    const answer = yield { kind: "wait", pid: Number(text) };
    if (answer.kind === "interrupted") return interrupted(shell);
    if (shell.behaviour.tellsAllDeaths) sayKilled(shell, killedIn(answer));
    status = answer.kind === "ended" ? answer.status : 127;
  }
  return status;
}

function interrupted(shell: ShellState): number {
  return 128 + signalNumber(shell.identity.arrived[0] ?? "TERM");
}
