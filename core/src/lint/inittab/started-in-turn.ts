// The programs that a process starts one after the other, where it gives a shell a list of them.

import type { StartedProgram } from "../../inittab/started.ts";
import { calledProgram } from "../../programs/called.ts";
import { commandsInTurn } from "../../shell/reading.ts";

/** A program among others. */
export type ProgramInTurn = Pick<StartedProgram, "name" | "program" | "word" | "words" | "plain" | "single">;

/**
 * The commands of the list that a process gives a shell, as far as nothing but the success of the one before decides
 * about each; otherwise the program that it starts.
 */
export function startedInTurn(started: StartedProgram): readonly ProgramInTurn[] {
  const isList = started.program?.kind === "shell" && started.plain && started.words[0]?.text === "-c";
  const list = isList ? started.words[1] : undefined;
  const commands = list && commandsInTurn(list.text);
  if (list === undefined || commands === undefined) return [started];
  const shift = list.start + (list.end - list.start === list.text.length + 2 ? 1 : 0);
  return commands.flatMap((command) => {
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
