// Init's end of the control pipe. Source: spec/sysvinit.md, sections 8 and 9 (USR1, USR2).

import { emit, type Work } from "./work.ts";

/** How many requests the pipe holds: 64 KiB of 384 bytes each. */
export const pipeCapacity = 170;

/** Init holds the pipe open from its first wait on. False: USR2 has closed it. */
export function openPipe(work: Work): boolean {
  if (work.state.pipe === "left") return false;
  if (work.state.pipe === "missing") {
    emit(work, { kind: "create-pipe" });
    work.state.pipe = "closed";
  }
  if (work.state.pipe === "closed") {
    emit(work, { kind: "open-pipe" });
    work.state.pipe = "open";
  }
  return true;
}

/** Closes the pipe; nobody else holds it open, so what is in it is lost. */
export function closePipe(work: Work, then: "closed" | "left"): void {
  if (work.state.pipe === "open") emit(work, { kind: "close-pipe", lost: work.state.inbox.length });
  work.state.inbox = [];
  if (work.state.pipe !== "missing" || then === "left") work.state.pipe = then;
  work.changed = true;
}
