// What a shell says of its children that signals have killed. Observed: dash 0.5.12, BusyBox 1.35.0 ash, bash 5.2.

import type { SimpleCommand } from "../tree.ts";
import type { KilledChild, ShellAnswer } from "./contract.ts";
import { messagePrefix, type ShellState, say } from "./state.ts";

/** Says that a child was killed, if this shell does so. `text`: that of its command. */
export function sayKilled(shell: ShellState, killed: KilledChild | undefined, text?: string): void {
  if (killed === undefined) return;
  const said = shell.behaviour.words.killed(killed, { prefix: messagePrefix(shell), text });
  if (said !== undefined) say(shell, `${said}\n`);
}

/** Says it of the program that a command has run. */
export function sayKilledIn(shell: ShellState, { assignments, words, redirections }: SimpleCommand): void {
  const { killed, source } = shell;
  shell.killed = undefined;
  const parts = [...assignments, ...words, ...redirections.map(({ target }) => target)];
  const start = Math.min(...parts.map((part) => part.start));
  sayKilled(shell, killed, source.text.slice(start, Math.max(...parts.map((part) => part.end))));
}

/** The child that an answer tells of, if a signal has killed it. */
export function killedIn(answer: ShellAnswer): KilledChild | undefined {
  return answer.kind === "ended" ? answer.killed : undefined;
}
