import { listOf, type Message } from "../../text/message.ts";
import { hasDisabledLogin, hasLogin, isLogin, mayStartLogin, runsIn } from "../logins.ts";
import { levelValue, message } from "../message.ts";
import type { Answer, Question } from "../question.ts";
import { isFinal, restingPlaces, waitsForGood } from "../rest.ts";
import type { StateSpace } from "../search.ts";

/** In every level in which the machine can come to rest, a login is there, or comes back by itself. */
export const login: Question<"login"> = {
  id: "login",
  asks: message("verify.login.asks"),
  ask: (space) => {
    const levels = new Map<string, Answer>();
    const down = bootsDown(space);
    if (down !== undefined) {
      const { level } = space.view(down);
      levels.set(level, {
        severity: "warning",
        message: message("verify.login.down", { level }),
        place: down,
      });
    }
    for (const place of restingPlaces(space)) {
      const { level, kind } = space.view(place);
      const stuck = waitsForGood(space, place);
      const name = kind === "asking" ? kind : stuck === undefined ? level : `${stuck} waits`;
      if (levels.has(name) || isFinal(space, level)) continue;
      if (hasLogin(space, place) || hasDisabledLogin(space, place)) continue;
      if (kind === "asking") {
        levels.set(name, { severity: "warning", message: message("verify.login.asking"), place });
        continue;
      }
      if (stuck !== undefined) {
        levels.set(name, { ...waitingFor(space, stuck), place, record: stuck });
        continue;
      }
      const starter = space.records.find(
        (record, index) => mayStartLogin(record, level) && (!space.exhausted || space.started.has(index)),
      );
      levels.set(name, {
        ...(starter === undefined
          ? { severity: "warning", message: absentIn(space, level) ?? goneIn(level) }
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

function waitingFor({ records }: StateSpace, record: number): Pick<Answer, "severity" | "message"> {
  const command = { code: records[record]?.process ?? "" };
  return { severity: "warning", message: message("verify.login.waits", { command }) };
}

function goneIn(level: string): Message {
  return message("verify.login.gone", { level: levelValue(level) });
}

/** What is said where the table has logins for a level, on terminals that the machine does not have. */
function absentIn(space: StateSpace, level: string): Message | undefined {
  const records = space.records.filter((record) => record.absent === true && runsIn(record, level));
  const terminals = [...new Set(records.flatMap(({ terminal }) => terminal ?? []))];
  if (terminals.length === 0) return undefined;
  return message("verify.login.absent", {
    level: levelValue(level),
    terminals: listOf(
      terminals.map((code) => ({ code })),
      "and",
    ),
    count: records.length,
  });
}

/** The state in which the boot, with all ended that init waits for, enters a level without a login and without a way back. */
function bootsDown(space: StateSpace): number | undefined {
  const seen = new Set<number>();
  for (let place: number | undefined = 0; place !== undefined && !seen.has(place); ) {
    const { level } = space.view(place);
    const hasOne = space.records.some((record) => isLogin(record) && runsIn(record, level));
    if (isFinal(space, level)) return hasOne ? undefined : place;
    if (waitsForGood(space, place) !== undefined) return undefined;
    seen.add(place);
    place = space.next(place).find(({ move, to }) => move.awaited === true && !seen.has(to))?.to;
  }
  return undefined;
}
