import { isLogin } from "../logins.ts";
import { levelValue, message } from "../message.ts";
import type { Answer, Question } from "../question.ts";

/** Two logins that read one terminal at the same time. */
export const race: Question<"race"> = {
  id: "race",
  asks: message("verify.race.asks"),
  ask: (space) => {
    const answers = new Map<string, Answer>();
    for (let place = 0; place < space.count; place++) {
      const { level, running } = space.view(place);
      const readers = new Map<string, number>();
      for (const record of running) {
        const known = space.records[record];
        if (known?.terminal === undefined || !isLogin(known)) continue;
        const { terminal } = known;
        const first = readers.get(terminal);
        const other = first === undefined ? undefined : space.records[first];
        if (first === undefined) readers.set(terminal, record);
        if (first === undefined || other === undefined || answers.has(`${first} ${record}`)) continue;
        const lines = { one: other.line ?? 0, other: known.line ?? 0 };
        const found = message("verify.race.two", { terminal, level: levelValue(level), ...lines });
        answers.set(`${first} ${record}`, { severity: "warning", message: found, place, record });
      }
    }
    return [...answers.values()];
  },
};
