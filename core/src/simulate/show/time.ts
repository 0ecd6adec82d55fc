// Words and numbers for time, levels and ids, as all pictures of a run have them.

import type { Message } from "../../text/message.ts";
import type { ProcessInterval, Timeline } from "../run/timeline.ts";
import { message } from "./message.ts";

const day = 86_400;

/** Steps that people count in, in seconds. */
const steps = [
  0.1,
  0.2,
  0.5,
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  300,
  600,
  900,
  1800,
  3600,
  7200,
  14400,
  43200,
  day,
];

/** Where the axis has its marks: not closer than they can be read. */
export function ticksOf(until: number, width: number): readonly number[] {
  const most = Math.max(2, Math.floor(width / 80));
  let step = steps.find((candidate) => until / candidate <= most) ?? day;
  while (until / step > most) step *= 2;
  return Array.from({ length: Math.floor(until / step + 1e-9) + 1 }, (_, index) => round(index * step));
}

/** Seconds as people write them: `2.5 s`, `1:30`, `2:00:00`, `3 d 0:30:00`. */
export function describeSeconds(seconds: number): Message | string {
  if (seconds < 60) return message("time.seconds", { seconds: round(seconds) });
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  // Without the digit before the point; nothing for none.
  const fraction = String(round(seconds - whole)).slice(1);
  const clock = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${fraction}`;
  if (whole < 3600) return clock.replace(/^0/, "");
  if (whole < 2 * day) return `${Math.floor(whole / 3600)}:${clock}`;
  const days = Math.floor(whole / day);
  const rest = `${Math.floor(whole / 3600) % 24}:${clock}`;
  return rest === "0:00:00"
    ? message("time.days", { days })
    : message("time.days-and", { days, clock: rest });
}

/** A level in words that fit into a bar. */
export function levelName(level: string): Message | string {
  if (level === "#") return message("show.sysinit");
  return level === "*" ? message("show.boot") : level;
}

/** What the levels of a timeline are: levels, or the phases of an init that has none. */
export function measureName(measure: Timeline["measure"]): Message {
  return message("show.measure", { measure });
}

/** So wide are the ids of a timeline at most, in characters; one that is longer is not aligned. */
const widestId = 8;

/** How many characters the column of ids has. */
export function idWidthOf(intervals: readonly ProcessInterval[]): number {
  const widths = intervals.map(({ record }) => record.id.length).filter((width) => width <= widestId);
  return widths.reduce((widest, width) => Math.max(widest, width), 4);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
