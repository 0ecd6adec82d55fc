// Where the bars and marks of a lane stand, in pixels. Pure; what falls into one pixel is drawn once, so that ten thousand
// lives of a process are no more work than the width of the screen.

import type { ProcessInterval, SentSignal } from "@inittab/core";

/** The part of time that is drawn, and how wide. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** In pixels. */
  readonly width: number;
}

/** One life, or several that cannot be told apart. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  /** How many lives. */
  readonly count: number;
  /** The life, or the first of them. */
  readonly life: ProcessInterval;
  /** The end of the last one; null: it still runs. */
  readonly end: number | null;
}

/** What happened to a process at a moment. */
export type MarkKind = "TERM" | "KILL" | "failed" | "respawn" | "enter";

/** A mark on a lane. */
export interface Mark {
  readonly kind: MarkKind;
  readonly x: number;
  readonly at: number;
}

/** The place of a time, in pixels; may be outside. */
export function xOf(scale: Scale, seconds: number): number {
  return ((seconds - scale.from) / (scale.to - scale.from)) * scale.width;
}

/** The time at a place. */
export function timeAt(scale: Scale, x: number): number {
  return scale.from + (x / scale.width) * (scale.to - scale.from);
}

/** The bars of the lives, which stand in the order of their start. */
export function barsOf(lives: readonly ProcessInterval[], scale: Scale): readonly Bar[] {
  const bars: Bar[] = [];
  for (const life of lives) {
    const begin = xOf(scale, life.start);
    const end = life.end === null ? scale.width : xOf(scale, life.end);
    if (begin > scale.width || (life.end !== null && end < 0)) continue;
    const x = Math.max(0, begin);
    const width = Math.max(Math.min(end, scale.width) - x, least);
    const last = bars.at(-1);
    // Short lives close together become one bar.
    if (
      last !== undefined &&
      life.enter === undefined &&
      x - (last.x + last.width) < 1 &&
      (width <= 3 || last.width <= 3 || last.count > 1) &&
      width <= 6
    )
      bars[bars.length - 1] = { ...last, width: x + width - last.x, count: last.count + 1, end: life.end };
    else bars.push({ x, width, count: 1, life, end: life.end });
  }
  return bars;
}

/** The part of a bar in which the process waits for Enter yet, as wide as that; 0 where it does not ask. */
export function waitingWidth({ x, width, life, count }: Bar, scale: Scale): number {
  if (life.enter === undefined || count > 1) return 0;
  if (life.enter === null) return width;
  return Math.min(Math.max(xOf(scale, life.enter) - x, 0), width);
}

/** The marks of a lane; of those that are too near to each other the first is taken. */
export function marksOf(
  lives: readonly ProcessInterval[],
  signals: readonly SentSignal[],
  scale: Scale,
): readonly Mark[] {
  const all: { readonly kind: MarkKind; readonly at: number }[] = signals.map(({ at, signal }) => ({
    kind: signal,
    at,
  }));
  for (const [index, life] of lives.entries()) {
    if (life.how === "exit" && life.end !== null && life.code !== 0 && life.code !== null)
      all.push({ kind: "failed", at: life.end });
    if (life.enter !== undefined && life.enter !== null) all.push({ kind: "enter", at: life.enter });
    const before = lives[index - 1];
    // What starts in the instant in which its predecessor ended was started again.
    if (life.again === true || (before?.end != null && life.start - before.end < 0.02))
      all.push({ kind: "respawn", at: life.start });
  }
  const marks: Mark[] = [];
  const lastOf = new Map<MarkKind, number>();
  for (const { kind, at } of all.toSorted((one, other) => one.at - other.at)) {
    const x = xOf(scale, at);
    if (x < 0 || x > scale.width || x - (lastOf.get(kind) ?? -apart) < apart) continue;
    lastOf.set(kind, x);
    marks.push({ kind, x, at });
  }
  return marks;
}

/** What nobody could see is drawn this wide, in pixels. */
const least = 2;

/** Marks of one kind are not nearer to each other, in pixels. */
const apart = 8;

/** The lane that is shown first: the first one that keeps running to the end, since that is what a machine is for. */
export function openingLane(
  lanes: readonly { readonly key: string }[],
  lives: ReadonlyMap<string, readonly ProcessInterval[]>,
): number {
  return lanes.findIndex(({ key }) => lives.get(key)?.at(-1)?.end === null);
}

/** The time at which the window ends that shows everything that happens: shortly after the last moment. */
export function fittingEnd(moments: readonly number[], until: number, cursor: number): number {
  const last = moments.at(-1) ?? 0;
  return Math.min(Math.max(until, 1), Math.max(last * 1.15 + 1, cursor * 1.05, 5));
}

/** The next moment after a time, or the one before it. */
export function neighbour(moments: readonly number[], at: number, direction: 1 | -1): number | undefined {
  return direction === 1
    ? moments.find((moment) => moment > at + same)
    : moments.findLast((moment) => moment < at - same);
}

const same = 0.001;
