// What procd says in a run.

import type { SaidLine } from "../run/said.ts";
import type { ProcdTrace } from "./trace.ts";

/** Everything that procd logs in a run. */
export function procdLinesSaid({ events }: ProcdTrace): readonly SaidLine[] {
  return events.flatMap((event) => {
    if (event.event !== "log") return [];
    const { t: at, to, text } = event;
    return [{ at, to, text, shown: `${to}: ${text}` }];
  });
}
