import type { ProcessInterval } from "@inittab/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  barsOf,
  fittingEnd,
  marksOf,
  neighbour,
  openingLane,
  type Scale,
  timeAt,
  waitingWidth,
  xOf,
} from "./drawing.ts";

const scale: Scale = { from: 0, to: 100, width: 500 };
const record = { id: "1", path: "/etc/inittab", line: 1 };

function life(start: number, end: number | null, more: Partial<ProcessInterval> = {}): ProcessInterval {
  const how = end === null ? "running" : "exit";
  return { record, process: "/bin/x", pid: 2, start, end, how, code: end === null ? null : 0, ...more };
}

/** The bars in a line each: place, width, how many lives. */
function check(lives: readonly ProcessInterval[], window: Scale = scale): readonly string[] {
  return barsOf(lives, window).map(({ x, width, count }) => `${x}+${width} ${count}`);
}

test("a life is a bar, cut off at the edges of the window", () => {
  expect(check([life(0, 10), life(20, null)])).toEqual(["0+50 1", "100+400 1"]);
  expect(check([life(0, 10), life(20, null)], { from: 5, to: 15, width: 100 })).toEqual(["0+50 1"]);
  expect(check([life(0, 30), life(40, 50)], { from: 10, to: 20, width: 100 })).toEqual(["0+100 1"]);
});

test("lives that nobody could tell apart are one bar", () => {
  const storm = Array.from({ length: 10_000 }, (_, index) => life(index / 100, (index + 1) / 100));
  expect(barsOf(storm, scale).map(({ count }) => count)).toEqual([10_000]);
  expect(check([life(0, 40), life(40, 80)])).toEqual(["0+200 1", "200+200 1"]);
});

test("bars are few, rising and visible, whatever lives there are", () => {
  const times = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 400 });
  fc.assert(
    fc.property(times, (starts) => {
      const rising = starts.toSorted((one, other) => one - other);
      const lives = rising.map((start, index) => life(start, rising[index + 1] ?? null));
      const bars = barsOf(lives, scale);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(lives.length);
      for (const [index, bar] of bars.entries()) {
        expect(bar.width).toBeGreaterThanOrEqual(2);
        expect(bar.x).toBeGreaterThanOrEqual(bars[index - 1]?.x ?? 0);
      }
    }),
  );
});

test("marks tell of signals, failures and respawning", () => {
  const lives = [life(0, 10, { code: 1 }), life(10, 20), life(30, 40, { how: "terminated" })];
  const signals = [
    { record, at: 39, signal: "TERM" } as const,
    { record, at: 39.1, signal: "TERM" } as const,
  ];
  expect(marksOf(lives, signals, scale).map(({ kind, x }) => `${x} ${kind}`)).toEqual([
    "50 failed",
    "50 respawn",
    "195 TERM",
  ]);
});

test("what waits for Enter is told from what runs", () => {
  const lives = [life(0, 40, { enter: 10 }), life(50, 60, { enter: null }), life(70, null, { enter: 80 })];
  const shown = (window: Scale) =>
    barsOf(lives, window).map((bar) => `${bar.x}+${bar.width}, asks for ${waitingWidth(bar, window)}`);
  expect(shown(scale)).toEqual(["0+200, asks for 50", "250+50, asks for 50", "350+150, asks for 50"]);
  expect(shown({ from: 20, to: 30, width: 100 })).toEqual(["0+100, asks for 0"]);
  expect(marksOf(lives, [], scale).map(({ kind, x }) => `${x} ${kind}`)).toEqual(["50 enter", "400 enter"]);
});

test("an init that starts again after a while says so itself", () => {
  const lives = [life(0, 10), life(11, 20, { again: true }), life(30, 40)];
  expect(marksOf(lives, [], scale).map(({ kind, x }) => `${x} ${kind}`)).toEqual(["55 respawn"]);
});

test("places and times are each other's inverse", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (seconds) => {
      expect(timeAt(scale, xOf(scale, seconds))).toBeCloseTo(seconds);
    }),
  );
});

test("steps go from moment to moment", () => {
  const moments = [0, 1, 2.5, 10];
  expect([0, 1, 2, 10].map((at) => neighbour(moments, at, 1))).toEqual([1, 2.5, 2.5, undefined]);
  expect([0, 1, 2, 99].map((at) => neighbour(moments, at, -1))).toEqual([undefined, 0, 1, 10]);
  expect(fittingEnd(moments, 60, 0)).toBeCloseTo(12.5);
  expect(fittingEnd([], 60, 0)).toBe(5);
  expect(fittingEnd(moments, 11, 100)).toBe(11);
});

test("the lane that is shown first is one that keeps running", () => {
  const lanes = [{ key: "si" }, { key: "l2" }, { key: "1" }, { key: "2" }];
  const lives = new Map([
    ["si", [life(0, 1)]],
    ["1", [life(2, 4), life(4, null)]],
    ["2", [life(2, null)]],
  ]);
  expect(openingLane(lanes, lives)).toBe(2);
  expect(openingLane(lanes, new Map())).toBe(-1);
});
