// What signals do to init, in its fixed order. Source: spec/sysvinit.md, sections 3 and 9.

import { noteDeaths } from "./deaths.ts";
import { powerOffCommand } from "./paths.ts";
import { closePipe } from "./pipe.ts";
import { arm, armPower, readPowerstatus } from "./power.ts";
import { readTable } from "./reading.ts";
import { afterRequestReading, type Outcome } from "./requests.ts";
import { startOutsideList } from "./starting.ts";
import { type InitSignal, initSignals } from "./state.ts";
import { emit, endStretch, takePending, type Work } from "./work.ts";

/** The signal of this name, if the release acts upon it. */
export function knownSignal(work: Work, name: string): InitSignal | undefined {
  if (name === "USR2" && !work.behaviour.knowsUsr2) return undefined;
  if (name === "RTMIN+4" && !work.behaviour.knowsRtmin4) return undefined;
  return initSignals.find((signal) => signal === name);
}

/** Handles what is pending up to HUP, which may have to kill first. */
export function handleSignals(work: Work): Outcome {
  if (takePending(work, "PWR")) armPower(work, readPowerstatus(work));
  if (takePending(work, "INT")) arm(work, "ctrlaltdel");
  if (takePending(work, "RTMIN+4")) powerOff(work);
  if (takePending(work, "WINCH")) arm(work, "kbrequest");
  takePending(work, "ALRM");
  if (takePending(work, "CHLD")) noteDeaths(work);
  endStretch(work, "signals");
  if (!work.state.pending.includes("HUP")) return "done";
  if (/^[016]$/.test(work.state.level)) emit(work, { kind: "set-console" });
  if (!readTable(work, { kind: "hangup" })) return "blocked";
  afterHangup(work);
  return "done";
}

/** The end of HUP: one that came while init was killing is lost. */
export function afterHangup(work: Work): void {
  afterRequestReading(work);
  takePending(work, "HUP");
  endStretch(work, "signals");
}

/** The last signals of a pass; USR2 waits for another pass if USR1 is there too. */
export function handlePipeSignals(work: Work): void {
  if (takePending(work, "USR1")) closePipe(work, "closed");
  else if (takePending(work, "USR2")) closePipe(work, "left");
  endStretch(work, "signals");
}

function powerOff(work: Work): void {
  if (work.state.powerOffStarted) return;
  work.state.powerOffStarted = true;
  startOutsideList(work, { id: "~~", action: "once", process: powerOffCommand });
}
