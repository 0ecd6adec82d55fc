// The axis above the lanes: the levels, the time, and what was done to the machine.

import { type Timeline, ticksOf } from "@inittab/core";
import { svg } from "./dom.ts";
import { type Scale, xOf } from "./drawing.ts";
import { axisHeight } from "./sizes.ts";
import { describeSeconds, levelName } from "./time.ts";
import type { View } from "./view.ts";

/** Everything on the axis. */
export function axisParts({ whole, answer }: View, scale: Scale): readonly SVGElement[] {
  return [
    ...levelParts(whole.timeline, scale),
    ...tickParts(scale),
    ...eventParts(answer.scenario?.events ?? [], scale),
  ];
}

/** A stripe for each level, with its name where there is room. */
function levelParts({ levels, until }: Timeline, scale: Scale): readonly SVGElement[] {
  return levels.flatMap(({ level, start, end }, index) => {
    const x = Math.max(0, xOf(scale, start));
    const width = Math.min(scale.width, xOf(scale, end ?? until)) - x;
    if (width <= 0) return [];
    const name = levelName(level);
    const title = svg("title", {}, `${name}: ${describeSeconds(start)} – ${describeSeconds(end ?? until)}`);
    const stripe = svg("rect", { class: `level l${index % 2}`, x, y: 0, width, height: 20 }, title);
    const hasRoom = width > name.length * 7 + 6;
    return hasRoom ? [stripe, svg("text", { x: x + 5, y: 14, class: "level-name" }, name)] : [stripe];
  });
}

/** Ticks are on whole steps, wherever the window begins. */
function tickParts(scale: Scale): readonly SVGElement[] {
  return ticksOf(scale.to - scale.from, scale.width).flatMap((tick) => {
    const at = scale.from + tick;
    const x = xOf(scale, at);
    const line = svg("line", { class: "tick", x1: x, x2: x, y1: 22, y2: axisHeight });
    if (x >= scale.width - 30) return [line];
    const words = describeSeconds(Math.round(at * 100) / 100);
    return [line, svg("text", { class: "tick-name", x: x + 3, y: 36 }, words)];
  });
}

/** An arrow for each event that is in sight. */
function eventParts(events: readonly { readonly at: number }[], scale: Scale): readonly SVGElement[] {
  return events
    .map(({ at }) => xOf(scale, at))
    .filter((x) => x >= 0 && x <= scale.width)
    .map((x) => svg("path", { class: "event", d: `M${x - 4} 20h8l-4 6z` }));
}
