// What a program is for and what becomes of it, in words: for those that have no page of their own.

import type { CommandOptions } from "../inittab/command.ts";
import { startedProgram } from "../inittab/started.ts";
import { aboutProgram } from "../programs/about.ts";
import type { Program } from "../programs/program.ts";
import { listOf, type Message, type Prose } from "../text/message.ts";
import { findTopic } from "./find.ts";
import { message } from "./message.ts";

/** A sentence or two about the program that a process starts; none if the manual has a page, or the program is not known. */
export function programSentences(process: string, options: CommandOptions): readonly Message[] {
  const started = startedProgram(process, options);
  if (started?.program === undefined || findTopic(started.word.text, options.dialect)?.kind === "command")
    return [];
  const { program, name } = started;
  return [message("programs.about", { name, about: aboutOf(program) }), ...runSentences(program)];
}

/** What a program is for, ready to be translated. */
export function aboutOf(program: Program): Prose {
  const [own = ""] = program.names;
  return { prose: `program.${own}.about`, english: aboutProgram(program).about };
}

/** What becomes of the process of a program, in a sentence or two. */
export function runSentences({ kind, run }: Program): readonly Message[] {
  // How long that takes is the command's affair.
  if (kind === "wrapper") return [message("programs.wraps")];
  switch (run.kind) {
    case "ends":
      return [message("programs.ends")];
    case "stays":
      return run.background.length === 0
        ? [message("programs.stays")]
        : [message("programs.stays-unless", { options: listOf(run.background, "or") })];
    case "background":
      return [message("programs.background", { options: listOf(run.foreground, "or") })];
    case "varies":
      return [
        ...(run.foreground.length === 0
          ? []
          : [message("programs.stays-with", { options: listOf(run.foreground, "or") })]),
        ...(run.background.length === 0
          ? []
          : [message("programs.background-with", { options: listOf(run.background, "or") })]),
      ];
  }
}
