import { hasDisabledLogin, hasLogin, mayStartLogin } from "../logins.ts";
import { levelValue, message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { isFinal, restingPlaces } from "../rest.ts";

/** In every level in which the machine can come to rest, a login is there, or comes back by itself. */
export const login: Question<"login"> = {
  id: "login",
  asks: message("verify.login.asks"),
  ask: (space) => {
    const levels = new Map<string, Answer>();
    for (const place of restingPlaces(space)) {
      const { level, kind } = space.view(place);
      const name = kind === "asking" ? kind : level;
      if (levels.has(name) || isFinal(space, level)) continue;
      if (hasLogin(space, place) || hasDisabledLogin(space, place)) continue;
      if (kind === "asking") {
        levels.set(name, { severity: "warning", message: message("verify.login.asking"), place });
        continue;
      }
      const starter = space.records.find((record) => mayStartLogin(record, level));
      levels.set(name, {
        ...(starter === undefined
          ? { severity: "warning", message: message("verify.login.gone", { level: levelValue(level) }) }
          : {
              severity: "information",
              message: message("verify.login.perhaps", {
                level: levelValue(level),
                command: { code: starter.process },
              }),
            }),
        place,
      });
    }
    return [...levels.values()];
  },
};
