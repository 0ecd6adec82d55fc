// The events and processes of a scenario, as they are written on the command line. Each init has its own.

import {
  type Dialect,
  listOf,
  type Message,
  type ProcessSettings,
  type SimulatedDialect,
  simulatedDialects,
} from "@inittab/core";
import { message } from "../message.ts";
import { UsageError } from "../options.ts";
import type { ArgumentForms, ArgumentHappening } from "./argument-forms.ts";
import { busyboxArguments } from "./busybox-arguments.ts";
import { procdArguments } from "./procd-arguments.ts";
import { sysvinitArguments } from "./sysvinit-arguments.ts";

/** The forms by init. */
export const argumentForms: Readonly<Record<SimulatedDialect, ArgumentForms>> = {
  sysvinit: sysvinitArguments,
  busybox: busyboxArguments,
  procd: procdArguments,
};

/** An event that needs the text of a file before it is one. */
export type ArgumentEvent = ArgumentHappening & { readonly at: number };

/** What the options of the command line say. */
export interface ParsedArguments {
  readonly events: readonly ArgumentEvent[];
  readonly processes: Readonly<Record<string, ProcessSettings>>;
}

/** The values of `--at` and `--run`; throws a `UsageError` if they are not what this init knows. */
export function parseArguments(
  dialect: SimulatedDialect,
  at: readonly string[],
  run: readonly string[],
): ParsedArguments {
  const forms = argumentForms[dialect];
  return {
    events: at.map((argument) => parseEvent(argument, forms)),
    processes: Object.fromEntries(run.map((argument) => parseProcess(argument, forms))),
  };
}

/** Complains about what no init could know, before a file is read that says which init it is. */
export function checkArguments(asked: Dialect | "auto", at: readonly string[], run: readonly string[]): void {
  const mistakes: UsageError[] = [];
  const possible = simulatedDialects.filter((dialect) => asked === "auto" || dialect === asked);
  for (const dialect of possible)
    try {
      parseArguments(dialect, at, run);
      return;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push(error);
    }
  for (const mistake of mistakes) throw mistake;
}

function parseEvent(argument: string, forms: ArgumentForms): ArgumentEvent {
  const [, time = "", what = "", rest = ""] = /^\s*(\S+)\s+(\S+)\s*(.*)$/s.exec(argument) ?? [];
  const at = Number(time);
  const wrong = (why: Message) => new UsageError(message("argument.wrong", { option: "at", argument, why }));
  if (time === "" || !Number.isFinite(at) || at < 0) throw wrong(message("argument.time"));
  return { at, ...forms.parseHappening(what, rest, wrong) };
}

function parseProcess(
  argument: string,
  { process, parseSetting }: ArgumentForms,
): readonly [string, ProcessSettings] {
  const wrong = (why: Message) => new UsageError(message("argument.wrong", { option: "run", argument, why }));
  const match = /^(?<id>.+?)=(?<runs>forever|\d+(\.\d+)?|\.\d+)(?<more>(,[^,]*)*)$/s.exec(argument);
  if (match === null) throw wrong(message("argument.write", { form: process }));
  const { id = "", runs = "", more = "" } = match.groups ?? {};
  let settings: ProcessSettings = { runs: runs === "forever" ? null : Number(runs) };
  for (const part of more.split(",").filter((word) => word !== "")) {
    const [name, value = ""] = part.split("=", 2);
    const setting =
      name === "exit" && /^\d{1,3}$/.test(value) && Number(value) < 256
        ? { exit: Number(value) }
        : part === "ignore-term"
          ? { onTerm: "ignore" as const }
          : parseSetting(part);
    if (setting === undefined)
      throw wrong(
        message("argument.none-of", {
          word: part,
          words: listOf(
            [...process.matchAll(/\[,(.*?)\]/g)].map(([, form = ""]) => form),
            "comma",
          ),
        }),
      );
    settings = { ...settings, ...setting };
  }
  return [id, settings];
}
