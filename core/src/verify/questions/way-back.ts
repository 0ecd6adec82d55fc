import type { WayLevels } from "../../simulate/run/ways.ts";
import { runsIn } from "../logins.ts";
import { message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { comesToRest, restingPlaces, waitsForGood } from "../rest.ts";
import type { StateSpace } from "../search.ts";

/** After single-user mode the level before can be had again, with all that ran in it. */
export const wayBack: Question<"way-back"> = {
  id: "way-back",
  asks: message("verify.way-back.asks"),
  ask: (space) => {
    const lost = new Map<string, Answer>();
    for (const place of restingPlaces(space)) {
      const { level, running } = space.view(place);
      const { levels } = space;
      const back = levels?.multiUser.includes(level) ? backAgain(space, levels, place, level) : undefined;
      if (back === undefined) continue;
      const now = new Set(space.view(back).running);
      for (const record of running) {
        const known = space.records[record];
        if (now.has(record) || known === undefined || lost.has(`${level} ${record}`)) continue;
        // What was called on demand, or started by a key or a power event, is to be called again.
        if (!runsIn(known, level) || known.signs.length > 0) continue;
        const found = message("verify.way-back.lost", { level, process: { code: known.process } });
        lost.set(`${level} ${record}`, { severity: "warning", message: found, place: back, record });
      }
    }
    return [...lost.values()];
  },
};

/** Into single-user mode, and back into the level; undefined where that is not possible. */
function backAgain(
  space: StateSpace,
  { single, request }: WayLevels,
  from: number,
  level: string,
): number | undefined {
  const there = after(space, from, request(single));
  const back = there === undefined ? undefined : after(space, there, request(level));
  const rest = back === undefined ? undefined : comesToRest(space, back);
  // What init waits for without an end is another matter.
  return rest === undefined || waitsForGood(space, rest) !== undefined ? undefined : rest;
}

function after(space: StateSpace, place: number, words: string): number | undefined {
  return space.next(place).find(({ move }) => move.words === words)?.to;
}
