import { runsIn } from "../logins.ts";
import { message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { goingDown, runsAnything } from "../rest.ts";
import type { StateSpace } from "../search.ts";

/** From every state, what is meant to bring the machine down does so. */
export const wayDown: Question<"way-down"> = {
  id: "way-down",
  asks: message("verify.way-down.asks"),
  ask: (space) => {
    const down = goingDown(space);
    const answers: Answer[] = [];
    const nothingDoes = space.levels === undefined && space.exhausted && down.size === 0;
    for (const event of [...space.requestsDown, ...eventsDown(space)]) {
      const stuck = firstStuck(space, down, event);
      if (stuck === undefined) continue;
      const level = space.levels?.final.find((each) => space.levels?.request(each) === event);
      const found =
        nothingDoes || (level !== undefined && !runsAnything(space, level))
          ? message("verify.way-down.nothing", { event: { code: event } })
          : message("verify.way-down.stuck", { event: { code: event } });
      answers.push({ severity: "warning", message: found, place: stuck });
    }
    return answers;
  },
};

/** The keys and power events that are meant to do so: those that start a record, but for the power that comes back. */
function eventsDown({ records }: StateSpace): ReadonlySet<string> {
  return new Set(records.filter(({ action }) => meantToEnd.has(action)).flatMap(({ signs }) => signs));
}

const meantToEnd: ReadonlySet<string> = new Set(["ctrlaltdel", "powerfail", "powerwait", "powerfailnow"]);

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
  if (space.requestsDown.includes(event)) return true;
  const { level } = space.view(place);
  return space.records.some((record) => record.signs.includes(event) && runsIn(record, level));
}
