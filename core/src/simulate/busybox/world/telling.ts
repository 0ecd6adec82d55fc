// What is told of processes: that init has started one, that it begins, and that its program cannot be run.

import { toSeconds } from "../../run/ticks.ts";
import type { EntryName } from "../keys.ts";
import { placeOfLog } from "../machine/draft.ts";
import { busyboxMessages, lineAsWritten } from "../machine/messages.ts";
import type { BusyboxLaunch, BusyboxProgram } from "./model.ts";
import { type BusyboxProcess, type BusyboxWorld, tellSight, writeLine, writeLog } from "./world.ts";

/** Tells that init has started the process of an entry, or has become it. */
export function tellBegin(
  world: BusyboxWorld,
  pid: number,
  entry: EntryName,
  more: { readonly asks?: boolean; readonly kept?: boolean },
): void {
  const record = world.keyOf(entry);
  world.out.push({ kind: "began", at: toSeconds(world.now), pid, record, process: entry.command, ...more });
}

/** Tells, as init's child does, that its program cannot be run. */
export function tellCannotRun(
  world: BusyboxWorld,
  terminal: string,
  { program, reason }: Extract<BusyboxLaunch, { kind: "missing" }>,
): void {
  const text = lineAsWritten(busyboxMessages.cannotRun(program, reason), world.init.encoding);
  writeLine(world, terminal, text);
  const log = placeOfLog(world.init);
  if (log === "syslog") writeLog(world, text, terminal !== "null");
  else if (log !== "console") writeLine(world, log, text);
}

/** Tells that a program begins, as the test program tells it of itself. */
export function reportStart(world: BusyboxWorld, process: BusyboxProcess, program: BusyboxProgram): void {
  const [runlevel] = world.scenario.bootArgs ?? [];
  tellSight(world, {
    event: "start",
    id: program.id,
    ...(process.input !== "console" && { tty: process.input }),
    ...(program.login && { login: true }),
    ...(program.args !== undefined && { args: program.args }),
    ...(runlevel !== undefined && { runlevel }),
    ...(process.pid === 1 && { pid1: true }),
  });
}
