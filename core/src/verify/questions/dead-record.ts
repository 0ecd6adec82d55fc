import { runsIn } from "../logins.ts";
import { message } from "../message.ts";
import type { Question } from "../question.ts";

/** Records that init starts in no state. */
export const deadRecord: Question<"dead-record"> = {
  id: "dead-record",
  asks: message("verify.dead-record.asks"),
  ask: (space) => {
    if (!space.exhausted) return [];
    const levels = new Set<string>();
    for (let place = 0; place < space.count; place++) levels.add(space.view(place).level);
    const found = message("verify.dead-record.never");
    return space.records.flatMap((record, index) => {
      const { runs, signs } = record;
      if (!runs || space.started.has(index)) return [];
      // What waits for a key or the power may have been left out of the search; it runs as soon as its level is entered.
      if (signs.length > 0 && [...levels].some((level) => runsIn(record, level))) return [];
      return [{ severity: "information", message: found, record: index } as const];
    });
  },
};
