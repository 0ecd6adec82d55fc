// Which records let somebody in, and which may start something that does.

import type { WayRecord } from "../simulate/run/ways.ts";
import type { StateSpace } from "./search.ts";

/** Whether somebody can log in while init is in this state. */
export function hasLogin(space: StateSpace, place: number): boolean {
  const { running, otherLogin } = space.view(place);
  return otherLogin || running.some((record) => isLogin(space.records[record]));
}

/** Whether a disabled record lets somebody in when its time is over. */
export function hasDisabledLogin(space: StateSpace, place: number): boolean {
  return space.view(place).disabled.some((record) => isLogin(space.records[record]));
}

/** Whether the process of a record lets somebody in. */
export function isLogin(record: WayRecord | undefined): boolean {
  return record?.login === true;
}

/** A record that runs in a level for long enough to start a login: whatever is no login itself and no key or power event. */
export function mayStartLogin(record: WayRecord, level: string): boolean {
  return (
    record.absent !== true &&
    record.process.trim() !== "" &&
    runsIn(record, level) &&
    /^(?:wait|once|respawn|respawnlate|bootwait|boot|sysinit)$/.test(record.action)
  );
}

/** Whether a record is one of a level, or of an init that knows none. */
export function runsIn({ runlevels }: WayRecord, level: string): boolean {
  return runlevels === "" || runlevels.toUpperCase().includes(level.toUpperCase());
}
