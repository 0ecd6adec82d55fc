// What init and its children say in a run, line by line, as it can be read on a console or in the log.

import type { SaidLine } from "../run/said.ts";
import type { Trace } from "./trace.ts";

/** Everything that is said in a run of sysvinit. What goes to both places is told once. */
export function linesSaid({ events }: Pick<Trace, "events">): readonly SaidLine[] {
  return events.flatMap((event): readonly SaidLine[] => {
    const { t: at } = event;
    switch (event.event) {
      case "log": {
        const { text } = event;
        return event.to === "syslog"
          ? [{ at, to: "syslog", text, shown: `syslog: init: ${text}` }]
          : [{ at, to: "console", text, shown: `INIT: ${text}` }];
      }
      case "prompt":
        return [{ at, to: "console", text: "Enter runlevel: ", shown: "Enter runlevel: " }];
      case "output":
        return [{ at, to: "console", text: event.text, shown: event.text }];
      default:
        return [];
    }
  });
}
