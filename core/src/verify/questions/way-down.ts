import { runsIn } from "../logins.ts";
import { message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { goingDown, runsAnything } from "../rest.ts";
import type { StateSpace } from "../search.ts";

/** The events that are meant to bring a machine down, where the table has a record that does so. */
const waysDown: readonly string[] = ["telinit 0", "telinit 6", "signal INT", "signal PWR L", "signal PWR F"];

/** From every state, what is meant to bring the machine down does so. */
export const wayDown: Question<"way-down"> = {
  id: "way-down",
  asks: message("verify.way-down.asks"),
  ask: (space) => {
    const down = goingDown(space);
    const answers: Answer[] = [];
    for (const event of waysDown) {
      const stuck = firstStuck(space, down, event);
      if (stuck === undefined) continue;
      const level = /^telinit (.)/.exec(event)?.[1];
      const found =
        level !== undefined && !runsAnything(space, level)
          ? message("verify.way-down.nothing", { level })
          : message("verify.way-down.stuck", { event });
      answers.push({ severity: "warning", message: found, place: stuck });
    }
    return answers;
  },
};

/** The first state in which the event leads to one from which the machine does not go down, though it was not on its way. */
function firstStuck(space: StateSpace, down: ReadonlySet<number>, event: string): number | undefined {
  for (let place = 0; place < space.count; place++) {
    if (down.has(place) || !isHeard(space, place, event)) continue;
    const edge = space.next(place).find(({ move }) => move.words === event);
    if (edge !== undefined && !down.has(edge.to)) return edge.to;
  }
  return undefined;
}

/** A request is heard everywhere, a key or a power event in the levels of the records that it starts. */
function isHeard(space: StateSpace, place: number, event: string): boolean {
  if (event.startsWith("telinit")) return true;
  const { level } = space.view(place);
  return space.records.some((record) => record.signs.includes(event) && runsIn(record, level));
}
