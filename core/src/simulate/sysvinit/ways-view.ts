// What questions see of sysvinit's entries and states.

import { findAction } from "../../inittab/actions.ts";
import { offersLogin } from "../../inittab/login.ts";
import type { WayRecord, WayView } from "../run/ways.ts";
import { catchAll } from "./level-records.ts";
import type { Entry } from "./machine/state.ts";
import { signsOf } from "./ways-moves.ts";
import type { SysvinitWay } from "./ways-state.ts";

/** An entry as questions see it. */
export function recordOf({ id, runlevels, action, process, line }: Entry): WayRecord {
  const known = findAction(action);
  return {
    ...{ id, action, process, line },
    runlevels: runlevels.length >= catchAll ? "" : runlevels,
    terminal: /(?:^|\s|\/dev\/)((?:tty|vc\/|hvc|console)\w*)/.exec(process)?.[1],
    runs: known?.process === "run",
    login: offersLogin(process),
    signs: signsOf(action),
  };
}

/** A state as questions see it. */
export function viewOf({ init, down, others }: SysvinitWay): WayView {
  const running: number[] = [];
  const disabled: number[] = [];
  let waits = false;
  for (const [place, entry] of init.entries.entries()) {
    if (entry.running) running.push(place);
    if (entry.failing) disabled.push(place);
    if (entry.waiting) waits = true;
  }
  const shared = {
    level: init.level,
    running,
    disabled,
    otherLogin: others.some(({ process }) => offersLogin(process)),
  };
  if (down !== undefined) return { ...shared, kind: "down", down };
  if (init.phase.kind === "asking") return { ...shared, kind: "asking" };
  if (init.phase.kind === "spinning") return { ...shared, kind: "busy" };
  return { ...shared, kind: waits || init.phase.kind === "emergency" ? "waiting" : "resting" };
}
