// What init does with a respawn record whose process keeps ending.

import { dialectFacts } from "../../inittab/dialect.ts";
import { respawnLimit, respawnPause } from "../../inittab/versions.ts";
import type { Message } from "../../text/message.ts";
import type { LineContext } from "./contract.ts";
import { message } from "./message.ts";

/** A clause that follows "it ends": what comes of it for this record. Observed: respawn-too-fast; BusyBox 1.35.0 (respawn). */
export function afterItsEnd({ dialect, action, line }: LineContext): Message {
  if (action?.respawns !== true) return message("restarts.never");
  return dialectFacts[dialect].givesUp === true
    ? message("restarts.disabled", { id: line.id, times: respawnLimit, minutes: respawnPause / 60 })
    : message("restarts.each-second");
}
