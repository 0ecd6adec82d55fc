import type { WayRecord } from "../../simulate/run/ways.ts";
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
    const met = new Set<string>();
    let requested = space.levels === undefined;
    for (let place = 0; place < space.count; place++) {
      levels.add(space.view(place).level);
      for (const { move } of space.next(place)) {
        met.add(move.words);
        if (move.event === "request") requested = true;
      }
    }
    const isMet = (record: WayRecord) => [...levels].some((level) => runsIn(record, level));
    const found = message("verify.dead-record.never");
    return space.records.flatMap((record, index) => {
      const { runs, signs } = record;
      if (!runs || space.started.has(index)) return [];
      // A key or a power event that is left out of the search can come in every level.
      const isLeftOut = signs.length > 0 && !signs.some((sign) => met.has(sign));
      if (isLeftOut && isMet(record)) return [];
      // Requests that are left out of the search lead to other levels.
      if (!requested && !isMet(record)) return [];
      return [{ severity: "information", message: found, record: index } as const];
    });
  },
};
