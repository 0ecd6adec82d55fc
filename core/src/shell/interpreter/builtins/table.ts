// All builtins.

import type { Working } from "../contract.ts";
import { evaluate as evaluateArithmetic } from "../expand/expand.ts";
import { notFollowed, type ShellState } from "../state.ts";
import { type Builtin, plain, working } from "./builtin.ts";
import { become, evaluate, exit, leave, leaveLoop, source } from "./control.ts";
import { getopts } from "./getopts.ts";
import { ulimit } from "./limits.ts";
import { set } from "./options.ts";
import { echo, printf } from "./output.ts";
import { kill, trap, wait } from "./processes.ts";
import { read } from "./read.ts";
import { cd, describe, hash, listNothing, pwd, times, umask } from "./surroundings.ts";
import { test } from "./test.ts";
import { declare, letNumbers, local, shift, unset } from "./variables.ts";

export type { Builtin } from "./builtin.ts";

/** Those that every shell has. */
const common: Readonly<Record<string, Builtin>> = {
  ":": plain(() => 0, true),
  ".": working(source, true),
  "[": plain(test),
  alias: plain((_, args) => (args.length === 0 ? 0 : notFollowed("alias"))),
  bg: plain(() => notFollowed("bg")),
  break: plain(leaveLoop, true),
  cd: plain(cd),
  command: working(command),
  continue: plain(leaveLoop, true),
  echo: plain(echo),
  eval: working(evaluate, true),
  exec: working(become, true),
  exit: plain(exit, true),
  export: plain(declare, true),
  false: plain(() => 1),
  fg: plain(() => notFollowed("fg")),
  getopts: plain(getopts),
  hash: plain((shell, args) => hash(shell, args, (name) => findBuiltin(shell, name) !== undefined)),
  jobs: plain(listNothing),
  kill: working(kill),
  local: plain(local, true),
  printf: plain(printf),
  pwd: plain(pwd),
  read: plain(read),
  readonly: plain(declare, true),
  return: plain(leave, true),
  set: plain(set, true),
  shift: plain(shift, true),
  test: plain(test),
  times: plain(times, true),
  trap: working(trap, true),
  true: plain(() => 0),
  type: plain((shell, args) => describe(shell, args, true, (name) => findBuiltin(shell, name))),
  ulimit: plain(ulimit),
  umask: plain(umask),
  unalias: plain(listNothing),
  unset: plain(unset, true),
  wait: working(wait),
};

/** Those of some shells. */
const others: Readonly<Record<string, Builtin>> = {
  source: working(source, true),
  let: plain((shell, args) => letNumbers(shell, args, (text) => evaluateArithmetic(shell, text))),
  declare: plain(() => notFollowed("declare")),
  typeset: plain(() => notFollowed("typeset")),
  shopt: plain(() => notFollowed("shopt")),
};

/** The builtin of this name. */
export function findBuiltin(shell: ShellState, name: string): Builtin | undefined {
  if (Object.hasOwn(common, name)) return common[name];
  return shell.behaviour.builtins.has(name) && Object.hasOwn(others, name) ? others[name] : undefined;
}

/** `command` with options, or alone; without them the shell takes the word away before it looks for the rest. */
function* command(shell: ShellState, args: readonly string[]): Working<number> {
  const [option = "", ...rest] = args;
  if (option === "") return 0;
  if (option === "-v" || option === "-V")
    return describe(shell, shell.behaviour.describesAll ? rest : rest.slice(0, 1), option === "-V", (name) =>
      findBuiltin(shell, name),
    );
  if (option === "-p") return yield* shell.runner.words(shell, rest);
  return notFollowed(`command ${option}`);
}
