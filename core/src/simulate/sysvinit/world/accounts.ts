// The files utmp and wtmp as init's records make them. Source: spec/sysvinit.md, section 15; observed: utmp-records.

import type { AccountEffect } from "../machine/effects.ts";
import type { AccountLine } from "../trace.ts";
import type { SysvinitWorld } from "./world.ts";

/** Records of processes replace each other by id, records about the system by type. */
const processTypes = new Set(["INIT_PROCESS", "DEAD_PROCESS"]);

/** Enters a record. The files are kept only for scenarios that show them. */
export function account(world: SysvinitWorld, effect: AccountEffect): void {
  if (world.scenario.utmp !== true) return;
  const { type, id, user, line, levels } = effect;
  enter(world, { type, id, line, user, ...(levels === null ? {} : { levels }) });
}

/** The record of a child that could not execute its program; it writes that by itself. */
export function accountDead(world: SysvinitWorld, id: string): void {
  if (world.scenario.utmp === true) enter(world, { type: "DEAD_PROCESS", id, line: "", user: "" });
}

function enter(world: SysvinitWorld, record: AccountLine): void {
  const isProcess = processTypes.has(record.type);
  const place = world.utmp.findIndex((other) =>
    isProcess ? processTypes.has(other.type) && other.id === record.id : other.type === record.type,
  );
  if (place < 0) world.utmp.push(record);
  else world.utmp[place] = record;
  world.wtmp.push(record);
}
