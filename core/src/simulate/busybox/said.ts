// What BusyBox init and its children say in a run.

import type { SaidLine } from "../run/said.ts";
import type { BusyboxTrace } from "./trace.ts";

/** Everything that is said in a run, on any terminal and in the log. */
export function busyboxLinesSaid({ events }: Pick<BusyboxTrace, "events">): readonly SaidLine[] {
  return events.flatMap((event) => {
    if (event.event !== "log") return [];
    const { t: at, to, text } = event;
    return [{ at, to, text, shown: shownAt(to, text) }];
  });
}

function shownAt(to: string, text: string): string {
  if (to === "console") return text;
  return to === "syslog" ? `syslog: init: ${text}` : `${to}: ${text}`;
}
