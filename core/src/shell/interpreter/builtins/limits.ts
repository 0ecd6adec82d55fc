// `ulimit`: what the shell and all that it starts may use. Limits are shown and inherited, but nothing is held to them.

import type { ProcessLimit, ProcessLimits } from "../contract.ts";
import { fail, notFollowed, type ShellState } from "../state.ts";
import { optionsOf, print } from "./builtin.ts";

const unlimited: ProcessLimit = { soft: Number.POSITIVE_INFINITY, hard: Number.POSITIVE_INFINITY };

/** What Linux gives its first process; what is missing here is not limited. getrlimit(2). */
export const usualLimits: ProcessLimits = new Map<string, ProcessLimit>([
  ["c", { ...unlimited, soft: 0 }],
  ["n", { soft: 1024, hard: 4096 }],
  ["s", { ...unlimited, soft: 8192 }],
  ["l", { soft: 8192, hard: 8192 }],
]);

/** Letters of resources that `ulimit` knows; `f` is meant where there is none. */
const resources = "cdefilmnpqrstuvwx";

/** `ulimit`: shows a limit, or sets it. Without `-S` and `-H` both kinds are set, and the soft one is shown. */
export function ulimit(shell: ShellState, args: readonly string[]): number {
  const { words, appletStatus } = shell.behaviour;
  const parsed = optionsOf(args, `HSa${resources}`);
  if ("bad" in parsed) return fail(shell, words.illegalOption(`-${parsed.bad}`), appletStatus);
  const { options, rest } = parsed;
  // What a machine allows by its memory is not known.
  if (options.has("a")) return notFollowed("ulimit -a");
  const letter = [...options.keys()].findLast((option) => resources.includes(option)) ?? "f";
  const before = shell.limits.get(letter) ?? unlimited;
  const [text] = rest;
  if (text === undefined) {
    const limit = options.has("H") && !options.has("S") ? before.hard : before.soft;
    return print(shell, `${limit === Number.POSITIVE_INFINITY ? "unlimited" : limit}\n`);
  }
  const value = limitNamed(text, before, shell.behaviour.namesLimits);
  if (value === undefined) return fail(shell, words.limit.number(text), appletStatus);
  const both = options.has("H") === options.has("S");
  const limit = {
    soft: both || options.has("S") ? value : before.soft,
    hard: both || options.has("H") ? value : before.hard,
  };
  // Who has all rights may raise a limit, but not have more than it.
  if (limit.soft > limit.hard) return fail(shell, words.limit.refused, appletStatus);
  shell.limits = new Map([...shell.limits, [letter, limit]]);
  return 0;
}

/** The number that is meant. */
function limitNamed(text: string, { soft, hard }: ProcessLimit, names: boolean): number | undefined {
  if (text === "unlimited") return Number.POSITIVE_INFINITY;
  if (names && text === "hard") return hard;
  if (names && text === "soft") return soft;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
