import { message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { goingDown } from "../rest.ts";

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
      let works = false;
      let stuck: number | undefined;
      for (let place = 0; place < space.count; place++) {
        const edge = space.next(place).find(({ move }) => move.words === event);
        if (edge === undefined) continue;
        if (down.has(edge.to)) works = true;
        else if (stuck === undefined && !down.has(place)) stuck = edge.to;
      }
      if (stuck === undefined) continue;
      const level = /^telinit (.)/.exec(event)?.[1];
      if (works) {
        const found = message("verify.way-down.stuck", { event });
        answers.push({ severity: "warning", message: found, place: stuck });
      } else if (level !== undefined)
        answers.push({
          severity: "warning",
          message: message("verify.way-down.nothing", { level }),
          place: stuck,
        });
    }
    return answers;
  },
};
