import { hasDisabledLogin, hasLogin, isLogin } from "../logins.ts";
import { message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { restingPlaces } from "../rest.ts";

/** Records whose respawning too fast leaves nobody a login. */
export const storm: Question<"storm"> = {
  id: "storm",
  asks: message("verify.storm.asks"),
  ask: (space) => {
    const answers = new Map<string, Answer>();
    for (const place of restingPlaces(space)) {
      if (hasLogin(space, place) || !hasDisabledLogin(space, place)) continue;
      const { level, disabled } = space.view(place);
      const logins = disabled.filter((record) => isLogin(space.records[record]));
      const [record] = logins;
      if (logins.length !== 1 || record === undefined || answers.has(`${level} ${record}`)) continue;
      const found = message("verify.storm.only-login", { level, minutes: 5 });
      answers.set(`${level} ${record}`, { severity: "information", message: found, place, record });
    }
    return [...answers.values()];
  },
};
