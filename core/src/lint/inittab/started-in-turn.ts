// The programs that a process starts one after the other, where it gives a shell a list of them.

import type { StartedProgram } from "../../inittab/started.ts";
import { calledProgram } from "../../programs/called.ts";
import { parseShell } from "../../shell/parse.ts";
import type { List, SimpleCommand } from "../../shell/tree.ts";

/** A program among others. */
export type ProgramInTurn = Pick<StartedProgram, "name" | "program" | "word" | "words" | "plain" | "single">;

/**
 * The commands of the list that a process gives a shell, as far as nothing but the success of the one before decides
 * about each; otherwise the program that it starts.
 */
export function startedInTurn(started: StartedProgram): readonly ProgramInTurn[] {
  const isList = started.program?.kind === "shell" && started.plain && started.words[0]?.text === "-c";
  const list = isList ? started.words[1] : undefined;
  const parsed = list && parseShell(list.text);
  if (list === undefined || parsed?.kind !== "script") return [started];
  const shift = list.start + (list.end - list.start === list.text.length + 2 ? 1 : 0);
  return inTurn(parsed.body).flatMap((command) => {
    const words = command.words.map(({ text, start, end }) => ({
      text,
      start: start + shift,
      end: end + shift,
    }));
    const called = calledProgram(words);
    if (called === undefined) return [];
    const plain = words.every(({ text }) => /^[\w\s./=:,@%+-]+$/.test(text));
    const { text } = called.word;
    return [{ ...called, plain, single: false, name: text.slice(text.lastIndexOf("/") + 1) }];
  });
}

/** The simple commands of a list that run one after the other. */
function inTurn({ items }: List): readonly SimpleCommand[] {
  return items.flatMap(({ node: { first, rest }, operator }) => {
    const pipelines = [first, ...rest.map(({ pipeline }) => pipeline)];
    if (operator?.text === "&" || rest.some((each) => each.operator.text !== "&&")) return [];
    return pipelines.flatMap(({ bang, parts: [part, more] }) =>
      bang === undefined && more === undefined && part?.kind === "simple" ? [part] : [],
    );
  });
}
