// Gives a lock another name wherever a script names it.

import { lockPath } from "../../../initscript/script/lock-behaviour.ts";
import type { ShellWord } from "../../../shell/script.ts";
import type { TextEdit } from "../../../text/range.ts";
import { statusCalls } from "../body/status-calls.ts";
import type { LockFacts } from "./lock-facts.ts";

/**
 * The edits that replace the name after the lock folder's path, written out or as a variable, and the one that `status`
 * gets. Comments keep theirs.
 */
export function renameLock({ text, outline, name: wanted }: LockFacts, name: string): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const add = (start: number, end: number): void => {
    const commented = outline.shell.comments.some((comment) => start >= comment.start && start < comment.end);
    if (!commented) edits.set(start, { start, end, text: wanted });
  };
  for (const match of text.matchAll(
    /\/var\/lock\/subsys\/(?:([\w.+@-]+)|"?\$(?:(\w+)|\{(\w+)\}))(?![\w$])/g,
  )) {
    const [all, plain, bare, braced] = match;
    const variable = bare ?? braced;
    const value = plain ?? (variable === undefined ? undefined : textOf(outline.assignments.get(variable)));
    if (value !== name) continue;
    const quote = all.charAt(lockPath.length + 1) === '"' ? 1 : 0;
    add(match.index + lockPath.length + 1 + quote, match.index + all.length);
  }
  for (const { lock, lockWord } of statusCalls(outline))
    if (lock === name && lockWord !== undefined) add(lockWord.start, lockWord.end);
  return [...edits.values()].toSorted((one, other) => one.start - other.start);

  function textOf(
    assignments: readonly { readonly value: ShellWord | undefined }[] | undefined,
  ): string | undefined {
    const [only, ...more] = assignments ?? [];
    return only?.value === undefined || more.length > 0 ? undefined : outline.resolve(only.value);
  }
}
