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
    for (let place = 0; place < space.count; place++) {
      levels.add(space.view(place).level);
      for (const { move } of space.next(place)) met.add(move.words);
    }
    const found = message("verify.dead-record.never");
    return space.records.flatMap((record, index) => {
      const { runs, signs } = record;
      if (!runs || space.started.has(index)) return [];
      // A key or a power event that is left out of the search can come in every level.
      const isLeftOut = signs.length > 0 && !signs.some((sign) => met.has(sign));
      if (isLeftOut && [...levels].some((level) => runsIn(record, level))) return [];
      return [{ severity: "information", message: found, record: index } as const];
    });
  },
};
