import {
  describeSeconds,
  levelName,
  listOf,
  type Message,
  type MessageList,
  type SimulatedPlay,
} from "@inittab/core";
import { message } from "../message.ts";

/** The most levels that are listed. */
const mostLevels = 8;

/** A run in a sentence. */
export function summaryOf(play: SimulatedPlay): Message {
  return message("simulate.in-short", { way: wayOf(play), end: endOf(play) });
}

/** The levels or phases that init goes through. */
function wayOf({ timeline: { levels } }: SimulatedPlay): MessageList {
  const entered = levels
    .slice(0, mostLevels)
    .map(({ level, start }) =>
      message("simulate.entered", { level: levelName(level), time: describeSeconds(start) }),
    );
  return listOf(levels.length > mostLevels ? [...entered, "…"] : entered, "comma");
}

function endOf({ timeline, ended, stopped }: SimulatedPlay): Message {
  if (ended !== undefined)
    return message("simulate.down", { how: ended.how, time: describeSeconds(ended.t) });
  const count = timeline.intervals.filter(({ end }) => end === null).length;
  const end = message("simulate.running", { count, time: describeSeconds(timeline.until) });
  return stopped === undefined ? end : message("simulate.broken-off", { end, why: stopped.why });
}
