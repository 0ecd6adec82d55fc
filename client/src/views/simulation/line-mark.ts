// The few states of a record that the editor and the timeline show.

import type { RecordReason } from "@inittab/server/protocol";

/** All ways in which a line is marked. */
export const lineMarks = ["running", "waited", "asks", "ready", "elsewhere", "dropped"] as const;

/** How a line is marked. */
export type LineMark = (typeof lineMarks)[number];

/** How a record is marked for a reason; undefined for records that never run anything. */
export function markOf({ reason }: RecordReason): LineMark | undefined {
  switch (reason.kind) {
    case "running":
      return reason.waitedFor ? "waited" : "running";
    case "asking":
      return "asks";
    case "dropped":
    case "replaced":
      return "dropped";
    case "level":
    case "demand":
    case "phase":
      return "elsewhere";
    case "vanished":
    case "no-terminal":
    case "behind":
    case "done":
    case "ran":
    case "disabled":
    case "disarmed":
    case "armed":
    case "busy":
    case "next":
      return "ready";
    case "never":
    case "other":
      return undefined;
  }
}
